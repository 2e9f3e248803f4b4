// Runs an assignment's tests with mocha in this process, where the expected values are, against functions that live in
// the sandbox. A test that gives no result has not run; nothing the learner's code does can make it pass.
import Mocha from "mocha";
import type { Assignment, Exercise } from "../assignment.js";
import type { Extracted, Warning } from "../extract/types.js";
import { english, said } from "../messages/say.js";
import type { Judged } from "../score.js";
import { BrokenAssignment } from "../trouble.js";
import { type Callee, Calls } from "./calls.js";
import { type Failure, type Knowledge, nameMistakes } from "./mistakes/index.js";
import { InputsChanged, isTestsOwn, type Outcome, outcomeOf } from "./outcome.js";
import { register, type TestModule, testsOf } from "./register.js";

interface Run extends Knowledge {
  readonly assignment: Assignment;
  readonly functions: readonly Extracted[];
  readonly warnings: readonly Warning[];
  readonly tests: TestModule;
  readonly sandbox: Callee;
  /** Of the inputs that the tests draw. */
  readonly seed: number;
  /** The tests are public, or the reader is their author. */
  readonly reveal: boolean;
  readonly isHidden: boolean;
  /** Told how long each call took. */
  readonly timed: (name: string, seconds: number) => void;
}

/** Results of all registered tests by exercise. */
export async function runTests(run: Run): Promise<Map<string, Judged[]>> {
  const calls = new Calls(run.sandbox, run.functions, run.timed);
  const mocha = new Mocha({
    timeout: backstopMs,
    reporter: SilentReporter as unknown as Mocha.ReporterConstructor,
    color: false,
  });
  register(mocha, run.tests, calls.learner(), run.seed);
  const results = new Map<string, Judged[]>();
  const records = new Map<Mocha.Test, Settle>();
  const failures: Failure[] = [];
  const broken: string[] = [];
  for (const exercise of run.assignment.exercises) {
    const suites = mocha.suite.suites.filter((suite) => suite.title === exercise.name);
    if (suites.length === 0 && run.isHidden)
      throw new BrokenAssignment(
        `${run.assignment.id}: hidden.test.ts has no describe("${exercise.name}", …)`,
      );
    results.set(
      exercise.name,
      suites.flatMap(testsOf).map((test) => prepare(test, exercise, run, calls, records, failures, broken)),
    );
  }
  mocha.suite.suites = mocha.suite.suites.filter((suite) => results.has(suite.title));
  calls.isOpen = true;
  await runMocha(mocha, records, run.sandbox);
  calls.isOpen = false;
  if (broken.length > 0) throw new BrokenAssignment(`${run.assignment.id}: ${broken[0]}`);
  await nameMistakes(run, failures, run.functions, run.warnings);
  return results;
}

/** Calls have their own deadlines; this one is for a test that waits for something else. */
const backstopMs = 120_000;

type Settle = (passed: boolean, error?: unknown) => void;
type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The record of a test, `not_run` until it ran; the test itself when its function can be called. */
function prepare(
  test: Mocha.Test,
  exercise: Exercise,
  run: Run,
  calls: Calls,
  records: Map<Mocha.Test, Settle>,
  failures: Failure[],
  broken: string[],
): Judged {
  const empty = { rung: null, message: null, said: null, mistake: null };
  const record: Writable<Judged> = { title: titleOf(test), status: "not_run", ...empty };
  if (test.isPending()) record.status = "skip";
  if (run.functions.find((f) => f.name === exercise.name)?.status !== "found") test.pending = true;
  if (test.pending) return record;
  const body = test.fn as () => unknown;
  test.fn = () => runTwice(body, exercise, calls);
  records.set(test, (passed, error) => {
    if (passed) Object.assign(record, { status: "ok" });
    else {
      run.sandbox.discard();
      if (isTestsOwn(error)) broken.push(`the test "${record.title}" of ${exercise.name}: ${error.message}`);
      const tell = (outcome: Outcome): void =>
        void Object.assign(record, { status: "fail", message: english.all(outcome.said), ...outcome });
      const outcome = sayable(error, exercise.name, run.reveal);
      tell(outcome);
      failures.push({ exercise, outcome, calls: calls.keep(), tell });
    }
  });
  return record;
}

/** Mocha waits for ever when a listener throws: what a test throws may be anything, and nothing in it need be words. */
function sayable(error: unknown, name: string, reveal: boolean): Outcome {
  try {
    const outcome = outcomeOf(error, name, reveal);
    english.all(outcome.said);
    return outcome;
  } catch {
    return { rung: "values", said: [said("judge.values", { name })], mistake: null };
  }
}

/** The title below the exercise's own `describe`. */
function titleOf(test: Mocha.Test): string {
  return test.titlePath().slice(1).join(" ");
}

/**
 * First the test's values stay what they are, whatever the learner's function does to its arguments: a function cannot
 * make a test easier. If it changed some, the test must hold again with the changes in place, as it would in a notebook.
 */
async function runTwice(body: () => unknown, exercise: Exercise, calls: Calls): Promise<void> {
  try {
    calls.begin(exercise.mutates === true);
    await body();
    if (calls.changed.size === 0 || calls.playsBack) return;
    const changed = new InputsChanged([...calls.changed.values()]);
    calls.begin(true);
    await again(body, changed);
  } finally {
    calls.undo();
  }
}

async function again(body: () => unknown, otherwise: InputsChanged): Promise<void> {
  try {
    await body();
  } catch {
    throw otherwise;
  }
}

function runMocha(mocha: Mocha, records: Map<Mocha.Test, Settle>, sandbox: Callee): Promise<void> {
  return new Promise((resolve) => {
    const runner = mocha.run(() => {
      mocha.dispose();
      resolve();
    });
    // An exercise's first test finds nothing that another exercise's tests have left.
    runner.on("suite", (suite) => suite.parent?.root && sandbox.discard());
    runner.on("pass", (test) => records.get(test)?.(true));
    runner.on("fail", (test, error) => records.get(test as Mocha.Test)?.(false, error));
  });
}

/** The results are taken from the runner itself. */
class SilentReporter {}
