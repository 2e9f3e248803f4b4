// An assignment's tests run in this process against functions in this process: for our own code only, and fast.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import Mocha from "mocha";
import { assignmentsFolder } from "../../src/assignment.js";

export type Functions = Record<string, (...args: never[]) => unknown>;
type Tests = (learner: Functions, seed?: number) => void;

/** The hidden tests of an assignment, and the copy of kernel-lib that they use. */
export async function hiddenTestsOf(id: string): Promise<{ tests: Tests; library: object }> {
  const module = await import(pathToFileURL(join(assignmentsFolder, id, "hidden.test.ts")).href);
  return { tests: module.default as Tests, library: await import("kernel-lib") };
}

export interface Failure {
  readonly test: string;
  readonly error: Error;
}

/** The first test of an exercise that does not hold, or null. */
export async function firstFailure(
  tests: Tests,
  exercise: string,
  learner: Functions,
): Promise<Failure | null> {
  const mocha = new Mocha();
  mocha.suite.emit("pre-require", {}, "", mocha);
  tests(learner);
  for (const suite of mocha.suite.suites.filter(({ title }) => title === exercise))
    for (const test of suite.tests) {
      try {
        await (test.fn as () => unknown)();
      } catch (error) {
        return { test: test.title, error: error as Error };
      }
    }
  return null;
}
