// Lets a test module declare its suites: they see mocha's functions, imported or global, for this one registration.
import type Mocha from "mocha";
import type { Learner } from "./calls.js";

export type TestModule = (learner: Learner) => void;

export function register(mocha: Mocha, tests: TestModule, learner: Learner): void {
  const context: Record<string, unknown> = {};
  mocha.suite.emit("pre-require", context, "", mocha);
  const globals = globalThis as unknown as Record<string, unknown>;
  const before = Object.keys(context).map(
    (key) => [key, Object.getOwnPropertyDescriptor(globals, key)] as const,
  );
  Object.assign(globals, context);
  try {
    tests(learner);
  } finally {
    for (const [key, descriptor] of before)
      if (descriptor) Object.defineProperty(globals, key, descriptor);
      else delete globals[key];
  }
}

export function testsOf(suite: Mocha.Suite): Mocha.Test[] {
  return [...suite.tests, ...suite.suites.flatMap(testsOf)];
}
