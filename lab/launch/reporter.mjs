// Mocha's spec reporter, with a file of numbers at the end: lab/launch/run-tests.mjs makes the last line from it.

import { writeFileSync } from "node:fs";
import mocha from "mocha";

export default class Counted extends mocha.reporters.Spec {
  /**
   * @param {mocha.Runner} runner
   * @param {mocha.MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    runner.once("end", () => {
      const { passes = 0, failures = 0, pending = 0 } = this.stats;
      const file = process.env.NABLA_TEST_COUNTS;
      if (file) writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
    });
  }
}
