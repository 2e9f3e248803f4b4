// Mocha's spec reporter, with a file of numbers and failures at the end: lab/launch/run-tests.mjs ends a whole run with them.

import { writeFileSync } from "node:fs";
import mocha from "mocha";

export default class Counted extends mocha.reporters.Spec {
  /**
   * @param {mocha.Runner} runner
   * @param {mocha.MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    /** @type {string[]} */
    const failed = [];
    runner.on("fail", (test, error) => failed.push(`${test.fullTitle()}\n    ${firstLine(error)}`));
    runner.once("end", () => {
      const { passes = 0, failures = 0, pending = 0 } = this.stats;
      const numbers = { passed: passes, failed: failures, skipped: pending };
      const file = process.env.NABLA_TEST_COUNTS;
      if (file) writeFileSync(file, JSON.stringify({ numbers, failed }));
    });
  }
}

/** @param {unknown} error */
function firstLine(error) {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n", 1)[0].slice(0, 300);
}
