// The body of `npm test`: set-up, then mocha over all workspaces, then over the tensor tests once more on each engine
// that is not the default, then one line of numbers. Anything that keeps mocha from telling its numbers is a failure.

import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { orExplain, root, runVisibly, say, scratch } from "./common.mjs";
import { makeReady } from "./make-ready.mjs";

const everyTest = ["kernel-lib", "autograder", "lab"].map((workspace) => `${workspace}/test/**/*.test.ts`);
const tensorTests = ["core", "linalg", "nn", "ops", "random", "testing"].map(
  (part) => `kernel-lib/test/${part}/**/*.test.ts`,
);
const counts = join(scratch, `test-counts-${process.pid}.json`);

/** @param {string[]} args - passed on to mocha, like ["-g", "sigmoid"] or test files, which then run alone */
export async function main(args) {
  await orExplain(async () => {
    const { python } = await makeReady();
    say("running the tests");
    const result = readCounts(await runMocha(args, python));
    for (const engine of args.length === 0 ? ["js", "wasm"] : []) {
      say(`running the tensor tests on the ${engine} engine`);
      const more = readCounts(await runMocha(tensorTests, python, { KERNEL_LIB_ENGINE: engine }));
      for (const key of Object.keys(result)) result[key] += more[key];
    }
    const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : "";
    console.log(`${result.passed} passed, ${result.failed} failed${skipped}`);
    process.exitCode = result.failed > 0 || result.passed === 0 ? 1 : 0;
  });
}

/**
 * @param {string[]} args
 * @param {string} python
 * @param {Record<string, string>} [extra] - environment variables
 */
function runMocha(args, python, extra = {}) {
  mkdirSync(scratch, { recursive: true });
  const mocha = join(root, "node_modules", "mocha", "bin", "mocha.js");
  const reporter = join(root, "lab", "launch", "reporter.mjs");
  const strict = process.env.CI ? ["--forbid-only"] : [];
  const env = { ...process.env, NABLA_TEST_COUNTS: counts, NABLA_PYTHON: python, ...extra };
  const files = args.some((arg) => arg.endsWith(".test.ts")) ? [] : everyTest;
  return runVisibly(process.execPath, [mocha, "--reporter", reporter, ...strict, ...args, ...files], { env });
}

/**
 * @param {number} code - mocha's exit code
 * @returns {Record<string, number>} passed, failed, skipped
 */
function readCounts(code) {
  if (!existsSync(counts)) {
    console.error(`nabla: mocha ended with code ${code} before all tests were done`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const result = JSON.parse(readFileSync(counts, "utf8"));
  rmSync(counts);
  if (result.passed === 0 && result.failed === 0) console.error("nabla: no test ran");
  if (code !== 0 && result.failed === 0) return { ...result, failed: 1 };
  return result;
}
