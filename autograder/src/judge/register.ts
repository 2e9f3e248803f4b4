// Lets a test module declare its suites: they see mocha's functions, imported or global, for this one registration.
import type Mocha from "mocha";
import type { Learner } from "./calls.js";

/** @param seed - of this submission's inputs, a whole number below 4,000,000; public tests need none */
export type TestModule = (learner: Learner, seed: number) => void;

export function register(mocha: Mocha, tests: TestModule, learner: Learner, seed: number): void {
  const context: Record<string, unknown> = {};
  mocha.suite.emit("pre-require", context, "", mocha);
  const globals = globalThis as unknown as Record<string, unknown>;
  const before = Object.keys(context).map(
    (key) => [key, Object.getOwnPropertyDescriptor(globals, key)] as const,
  );
  Object.assign(globals, context);
  try {
    tests(learner, seed);
  } finally {
    for (const [key, descriptor] of before)
      if (descriptor) Object.defineProperty(globals, key, descriptor);
      else delete globals[key];
  }
}

export function testsOf(suite: Mocha.Suite): Mocha.Test[] {
  return [...suite.tests, ...suite.suites.flatMap(testsOf)];
}
