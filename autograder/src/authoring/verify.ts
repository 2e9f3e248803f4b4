// What must be true of an assignment before learners see it. Each check gives lines about what is not.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assignment } from "../assignment.js";
import { Grader } from "../grader.js";
import { type Mutant, mutantsOf } from "../mutants/index.js";
import { notebookWith, releaseNotebook, solvedNotebook } from "../release/index.js";
import type { Result } from "../result.js";
import { watchExpected } from "./expected.js";
import { isMeasured, type Pace, timeCall, tooTight } from "./pace.js";
import { hiddenLines } from "./secrets.js";

export interface Check {
  readonly name: string;
  /** What is not as it should be; none when all is well. */
  readonly problems: readonly string[];
  /** What was measured. */
  readonly note?: string;
}

export interface VerifyOptions {
  readonly assignment: Assignment;
  /** One more round of mutants is graded. */
  step?(done: number, total: number): void;
}

/** Checks one after the other, as they are done. */
export async function* verify({ assignment, step }: VerifyOptions): AsyncGenerator<Check> {
  const { dir } = assignment;
  const pace: Pace = new Map();
  const expected = watchExpected();
  const timed = (name: string, seconds: number): void => {
    timeCall(pace, name, seconds);
    expected.exercise = name;
  };
  const grader = await Grader.open({ mode: "grade", assignment: dir, timed, forAuthor: true });
  try {
    yield await solutionIsFull(grader, dir);
    expected.stop();
    yield expectsFinite(expected.found, assignment);
    yield isMeasured(assignment);
    yield tooTight(pace, assignment);
    yield await visibleTestsHold(dir);
    yield await stubIsZero(grader, dir);
    yield await nothingHidden(assignment);
    yield await sameTwice(dir);
    yield await mutantsDie(grader, assignment, step);
  } finally {
    expected.stop();
    await grader.close();
  }
}

/** NaN equals NaN to chai: a test that expects it passes for whoever computes nothing. */
function expectsFinite(found: ReadonlyMap<string, string>, { notFinite = {} }: Assignment): Check {
  const undeclared = [...found].filter(([name]) => !notFinite[name]);
  const gone = Object.keys(notFinite).filter((name) => !found.has(name));
  return {
    name: "the hidden tests expect finite values",
    problems: [
      ...undeclared.map(
        ([name, value]) => `the tests of ${name} expect ${value}; if it is meant, list it in notFinite`,
      ),
      ...gone.map((name) => `notFinite of assignment.json: no test of ${name} expects such a value`),
    ],
  };
}

async function solutionIsFull(grader: Grader, dir: string): Promise<Check> {
  const result = await grader.gradeText(await solvedNotebook(dir), "solution.ipynb");
  const warnings = result.warnings.filter((w) => w.severity === "warning");
  const problems = [...failuresOf(result), ...warnings.map((w) => w.message)];
  return { name: "the solution gets full marks, without warnings", problems };
}

async function visibleTestsHold(dir: string): Promise<Check> {
  const grader = await Grader.open({ mode: "check", assignment: dir });
  try {
    const result = await grader.gradeText(await solvedNotebook(dir), "solution.ipynb");
    return { name: "the solution passes the visible tests", problems: failuresOf(result) };
  } finally {
    await grader.close();
  }
}

function failuresOf({ exercises }: Result): string[] {
  return exercises.flatMap(({ name, reason, tests }) => {
    const failed = tests.filter((t) => t.status === "fail" || t.status === "not_run");
    return [
      ...(reason ? [reason] : []),
      ...failed.map((t) => `${name}: ${t.title}: ${t.message ?? t.status}`),
    ];
  });
}

async function stubIsZero(grader: Grader, dir: string): Promise<Check> {
  const { points, exercises } = await grader.gradeText(await releaseNotebook(dir), "stub.ipynb");
  const begun = exercises.filter((e) => e.status !== "not_started");
  const problems = begun.map((e) => `${e.name} counts as ${e.status} in the untouched notebook`);
  return {
    name: "the untouched notebook gets nothing",
    problems: points > 0 ? [...problems, `it gets ${points}`] : problems,
  };
}

async function nothingHidden({ dir, shown = [] }: Assignment): Promise<Check> {
  const read = (file: string): Promise<string> => readFile(join(dir, file), "utf8");
  const visible = await read("visible.test.ts");
  const lines = hiddenLines(await read("notebook.ts"), await read("hidden.test.ts"), visible);
  const released = JSON.parse(await releaseNotebook(dir)) as { cells: { source: string[] }[] };
  const text = `${released.cells.map((cell) => cell.source.join("")).join("\n")}\n${visible}`;
  const problems = lines
    .filter((line) => text.includes(line) && !shown.includes(line))
    .map((line) => `learners get to see: ${line}`);
  return { name: "nothing of the solution or the hidden tests is in the release", problems };
}

async function sameTwice(dir: string): Promise<Check> {
  const [one, two] = [await releaseNotebook(dir), await releaseNotebook(dir)];
  const isSame = one === two;
  return { name: "two releases are equal byte for byte", problems: isSame ? [] : ["they differ"] };
}

/** A mutant of each exercise shares a notebook with the next ones of the others: every exercise is graded on its own. */
async function mutantsDie(
  grader: Grader,
  assignment: Assignment,
  step: VerifyOptions["step"],
): Promise<Check> {
  const { dir, exercises, survivors = {} } = assignment;
  const byExercise = exercises.map(({ name }) => mutantsOf(dir).filter((m) => m.exercise === name));
  const rounds = Math.max(...byExercise.map((list) => list.length));
  const alive: Mutant[] = [];
  for (let round = 0; round < rounds; round++) {
    const mutants = byExercise.flatMap((list) => list[round] ?? []);
    const result = await grader.gradeText(await notebookWith(dir, codeOf(mutants)), "mutant.ipynb");
    const full = new Set(result.exercises.filter((e) => e.status === "full").map((e) => e.name));
    alive.push(...mutants.filter((m) => full.has(m.exercise)));
    step?.(round + 1, rounds);
  }
  const keyOf = ({ exercise, name }: Mutant): string => `${exercise}: ${name}`;
  const keys = alive.map(keyOf);
  const unlisted = keys
    .filter((key) => !survivors[key])
    .map((key) => `the hidden tests do not notice ${key}`);
  const gone = Object.keys(survivors).filter((key) => !keys.includes(key));
  const listed = keys.length - unlisted.length;
  const total = byExercise.flat().length;
  return {
    name: "the hidden tests notice every mutant of the solution",
    problems: [
      ...unlisted,
      ...gone.map((key) => `survivors of assignment.json: ${key} does not survive, or is none`),
    ],
    note: `${total - alive.length} of ${total} die, ${listed} survive for a reason`,
  };
}

/** Helpers that two cells declare are declared once. */
function codeOf(mutants: readonly Mutant[]): string {
  return mutants.map(({ code }) => code).join("\n");
}
