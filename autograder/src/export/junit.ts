// JUnit XML as Jenkins' schema has it (jenkins-junit.xsd): a testsuite per learner and exercise. Whatever stands
// in the result is text; characters that XML 1.0 cannot hold are replaced.
import { english, said, type Words } from "../messages/say.js";
import type { ExerciseResult, Result, TestResult } from "../result.js";
import type { Entry } from "./entries.js";
import { provenance } from "./provenance.js";

interface Suite {
  readonly xml: string;
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
}

export function junit(entries: readonly Entry[], words: Words = english): string {
  const suites = entries.flatMap((entry) => suitesOf(entry, words));
  const total = (of: "tests" | "failures" | "errors"): number =>
    suites.reduce((sum, suite) => sum + suite[of], 0);
  const counts = attributes({ tests: total("tests"), failures: total("failures"), errors: total("errors") });
  const body = suites.map((suite) => suite.xml).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${counts}>\n${body}\n</testsuites>\n`;
}

function suitesOf({ learner, result, reason }: Entry, words: Words): Suite[] {
  if (result) return result.exercises.map((e) => suiteOf(learner, e, result, words));
  const error = `<error${attributes({ message: reason ?? "" })}/>`;
  const test = `<testcase${attributes({ classname: learner, name: "notebook" })}>${error}</testcase>`;
  const head = attributes({ name: learner, tests: 1, failures: 0, errors: 1, skipped: 0 });
  return [{ xml: `<testsuite${head}>\n${test}\n</testsuite>`, tests: 1, failures: 0, errors: 1 }];
}

function suiteOf(learner: string, e: ExerciseResult, result: Result, words: Words): Suite {
  const failures = e.tests.filter(isFailure).length;
  const skipped = e.tests.filter((t) => t.status === "skip").length;
  const name = `${learner}.${e.name}`;
  const head = attributes({ name, tests: e.tests.length, failures, errors: 0, skipped });
  const facts = { ...provenance(result), points: `${e.points}`, max_points: `${e.maxPoints}` };
  const properties = Object.entries(facts).map(
    ([key, value]) => `<property${attributes({ name: key, value })}/>`,
  );
  const cases = e.tests.map((t) => caseOf(t, name, e, words));
  const lines = ["<properties>", ...properties, "</properties>", ...cases];
  return {
    xml: `<testsuite${head}>\n${lines.join("\n")}\n</testsuite>`,
    tests: e.tests.length,
    failures,
    errors: 0,
  };
}

/** A test that counts and did not run has failed: nothing was handed in for it. */
function isFailure({ status }: TestResult): boolean {
  return status === "fail" || status === "not_run";
}

function caseOf(test: TestResult, classname: string, e: ExerciseResult, words: Words): string {
  const head = `<testcase${attributes({ classname, name: test.title })}`;
  if (test.status === "ok") return `${head}/>`;
  if (test.status === "skip") return `${head}><skipped/></testcase>`;
  const reason = e.reasonSaid ?? [said("report.not_run")];
  const why = test.said ? words.all(test.said) : (test.message ?? words.all(reason));
  return `${head}><failure${attributes({ message: why, type: test.rung ?? "not_run" })}/></testcase>`;
}

function attributes(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join("");
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
};

function escapeXml(text: string): string {
  return text
    .replace(/(?![\n])\p{Cc}|[\p{Cs}\uFFFE\uFFFF]/gu, "\uFFFD")
    .replace(/[&<>"\n]/g, (c) => entities[c]!);
}
