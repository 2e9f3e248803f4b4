// What every report shows of a result, in one order and in the words of one language; terminal, Markdown and HTML only set it.
import type { Warning } from "../extract/types.js";
import type { Words } from "../messages/say.js";
import type { ExerciseResult, Result, TestResult } from "../result.js";
import type { LearnerResult } from "./learner-view.js";

export interface LineView {
  readonly kind: "ok" | "fail" | "skip";
  readonly title: string;
  readonly message: string | null;
  readonly hint: string | null;
}

export interface ExerciseView {
  readonly name: string;
  readonly status: ExerciseResult["status"];
  /** "18/30 points" */
  readonly share: string;
  /** From 0 to 1. */
  readonly done: number;
  readonly reason: string | null;
  readonly lines: readonly LineView[];
  /** About tests that are not shown. */
  readonly waiting: string | null;
}

export interface View {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly total: string;
  readonly done: number;
  readonly exercises: readonly ExerciseView[];
  readonly warnings: readonly string[];
  /** What was noticed and makes no difference. */
  readonly notes: readonly string[];
  /** Where to see more. */
  readonly hints: readonly string[];
  /** What to do next. */
  readonly advice: string;
  /** How it was graded, for who wants to know. */
  readonly made: readonly string[];
}

export function viewOf(result: Result | LearnerResult, words: Words): View {
  const exercises = result.exercises.map((e) => exerciseView(e, result, words));
  const { assignment, notebook, warnings } = result;
  return {
    id: assignment.id,
    title: assignment.title,
    file: notebook.file,
    total: totalOf(result, words),
    done: result.maxPoints > 0 ? result.points / result.maxPoints : 0,
    exercises,
    warnings: remarks(warnings, "warning", words),
    notes: remarks(warnings, "note", words),
    hints: hintsOf(result, words),
    advice: adviceOf(result, words),
    made: madeOf(result, words),
  };
}

function remarks(warnings: Result["warnings"], severity: Warning["severity"], words: Words): string[] {
  return warnings.filter((w) => w.severity === severity).map((w) => words.all(w.said));
}

function totalOf({ points, maxPoints, mode, exercises }: Result, words: Words): string {
  if (mode === "grade") return words("report.total.points", { points, max: maxPoints });
  const tests = exercises.flatMap(counted);
  return words("report.total.tests", { passed: passedOf(tests), count: tests.length });
}

function exerciseView(e: ExerciseResult & { waiting?: number }, result: Result, words: Words): ExerciseView {
  const tests = counted(e);
  const share =
    result.mode === "grade"
      ? words("report.points", { points: e.points, max: e.maxPoints })
      : words("report.tests", { passed: passedOf(tests), count: tests.length });
  const { name, status, reasonSaid, points, maxPoints } = e;
  const done = maxPoints > 0 ? points / maxPoints : 0;
  return {
    name,
    status,
    share,
    done,
    reason: reasonSaid && words.all(reasonSaid),
    lines: e.tests.map(lineOf(words)),
    waiting: waitingOf(e, result, words),
  };
}

function waitingOf({ waiting = 0 }: { waiting?: number }, result: Result, words: Words): string | null {
  if (waiting === 0) return null;
  const isFinal = "phase" in result && result.phase === "after_release";
  const id = isFinal ? "report.hidden" : "report.waiting";
  return waiting === 1 ? words(`${id}.one`) : words(id, { count: waiting });
}

function lineOf(words: Words): (test: TestResult) => LineView {
  return ({ status, title, message, said, hint }) => ({
    kind: status === "not_run" ? "skip" : status,
    title,
    message: said ? words.all(said) : message,
    hint,
  });
}

function adviceOf({ exercises }: Result, words: Words): string {
  const open = exercises.find((e) => e.status !== "full");
  const isAll = exercises.every((e) => !("waiting" in e) || e.waiting === 0);
  if (!open) return words(isAll ? "report.allFull" : "report.allShown");
  const isUntouched = exercises.every((e) => e.status === "not_started" || e.status === "missing");
  return words(isUntouched ? "report.start" : "report.next", { name: open.name });
}

/** A hidden test does not say what the learner's code threw: it may hold an input. */
function hintsOf({ mode, exercises, notebook }: Result, words: Words): string[] {
  const said = exercises.flatMap((e) => e.tests).flatMap((t) => t.said ?? []);
  if (mode === "check" || !said.some(({ id }) => id === "learner.threw")) return [];
  return [words("report.throws", { file: notebook.file })];
}

function madeOf({ assignment, suite, notebook, seed, versions, layers }: Result, words: Words): string[] {
  return [
    words("report.made.assignment", { id: assignment.id, version: assignment.version }),
    words("report.made.notebook", { file: notebook.file, hash: notebook.sha256.slice(0, 16) }),
    words("report.made.suite", { hash: suite.slice(0, 16) }),
    words("report.made.seed", { seed }),
    words("report.made.versions", { ...versions, library: versions.kernelLib }),
    sandboxLine(layers, words),
  ];
}

export function sandboxLine(layers: Result["layers"], words: Words): string {
  const around = (["bubblewrap", "seccomp", "rlimits"] as const).filter((layer) => layers[layer]);
  const list = around.map((layer) => words(`report.${layer}`)).join("");
  return words("report.sandbox", { deno: layers.deno }) + list;
}

function counted({ tests }: ExerciseResult): TestResult[] {
  return tests.filter((t) => t.status !== "skip");
}

function passedOf(tests: readonly TestResult[]): number {
  return tests.filter((t) => t.status === "ok").length;
}
