// The body of `npm test`: set-up, then mocha over all workspaces, then over the tensor tests once more on each engine
// that is not the default, then what failed and one line of numbers. Anything that keeps mocha from telling its numbers is a
// failure.

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
    const turns = [await turn(args, python)];
    for (const engine of args.length === 0 ? ["js", "wasm"] : []) {
      say(`running the tensor tests on the ${engine} engine`);
      turns.push(await turn(tensorTests, python, { KERNEL_LIB_ENGINE: engine }));
    }
    const [passed, failed, skipped] = ["passed", "failed", "skipped"].map((key) =>
      turns.reduce((sum, { numbers }) => sum + numbers[key], 0),
    );
    for (const what of turns.flatMap((turn) => turn.failed)) console.error(`nabla: failed: ${what}`);
    console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
    process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  });
}

/** @typedef {{ numbers: Record<string, number>, failed: string[] }} Turn - passed, failed, skipped; what failed, in words */

/**
 * @param {string[]} args - for mocha
 * @param {string} python
 * @param {Record<string, string>} [extra] - environment variables
 * @returns {Promise<Turn>}
 */
async function turn(args, python, extra) {
  const code = await runMocha(args, python, extra);
  if (!existsSync(counts)) return broken(`mocha ended with code ${code} before all tests were done`);
  const result = JSON.parse(readFileSync(counts, "utf8"));
  rmSync(counts);
  const { passed, failed } = result.numbers;
  if (passed === 0 && failed === 0) return broken("no test ran");
  return code !== 0 && failed === 0 ? broken(`mocha ended with code ${code}`, passed) : result;
}

/**
 * @param {string} why
 * @param {number} [passed]
 * @returns {Turn}
 */
function broken(why, passed = 0) {
  return { numbers: { passed, failed: 1, skipped: 0 }, failed: [why] };
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
