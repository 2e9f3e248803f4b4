// The body of `npm test`: set-up, then mocha over all workspaces. Beside it, on a second core, run what only computes: the
// long trainings of assignment 05, and the tensor tests once more on each engine that is not the default. At the end stand
// what failed and one line of numbers; anything that keeps mocha from telling its numbers is a failure.

import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { orExplain, root, run, runVisibly, say, scratch } from "./common.mjs";
import { makeReady } from "./make-ready.mjs";

const everyTest = ["kernel-lib", "autograder", "lab"].map((workspace) => `${workspace}/test/**/*.test.ts`);
const tensorTests = ["core", "linalg", "nn", "ops", "random", "testing"].map(
  (part) => `kernel-lib/test/${part}/**/*.test.ts`,
);
const trainings = "autograder/test/course/05-deep-network-application.test.ts";

/** @typedef {{ args: string[], env: NodeJS.ProcessEnv }} Work - for one run of mocha */
/** @typedef {{ numbers: Record<string, number>, failed: string[] }} Turn - passed, failed, skipped; what failed, in words */

/** @param {string[]} args - passed on to mocha, like ["-g", "sigmoid"] or test files, which then run alone */
export async function main(args) {
  await orExplain(async () => {
    const { python } = await makeReady();
    mkdirSync(scratch, { recursive: true });
    say("running the tests");
    const oneThread = { OPENBLAS_NUM_THREADS: "1" }; // the second core has work; two threads would wait for each other
    const env = { ...process.env, ...oneThread, NABLA_PYTHON: python };
    const files = args.some((arg) => arg.endsWith(".test.ts")) ? [] : everyTest;
    const turns =
      args.length === 0
        ? await everything(env)
        : [await turn({ args: [...args, ...files], env }, runVisibly)];
    tell(turns);
  });
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Turn[]>}
 */
async function everything(env) {
  const beside = besides(env);
  const first = await turn({ args: [...everyTest, "--ignore", trainings], env }, runVisibly);
  const { turns, printed } = await beside;
  console.log(printed);
  return [first, ...turns];
}

/**
 * One after the other; what they print is shown when all are done.
 *
 * @param {NodeJS.ProcessEnv} env
 */
async function besides(env) {
  const works = [
    { args: [trainings], env },
    { args: tensorTests, env: { ...env, KERNEL_LIB_ENGINE: "js" } },
    { args: tensorTests, env: { ...env, KERNEL_LIB_ENGINE: "wasm" } },
  ];
  const turns = [];
  let printed = "";
  for (const work of works)
    turns.push(
      await turn(work, async (...command) => {
        const { code, output } = await run(...command);
        printed += output;
        return code;
      }),
    );
  return { turns, printed };
}

/**
 * @param {Work} work
 * @param {(program: string, args: string[], options: { env: NodeJS.ProcessEnv }) => Promise<number>} runner - gives the exit code
 * @returns {Promise<Turn>}
 */
async function turn({ args, env }, runner) {
  const counts = join(scratch, `test-counts-${randomUUID()}.json`);
  const mocha = join(root, "node_modules", "mocha", "bin", "mocha.js");
  const reporter = join(root, "lab", "launch", "reporter.mjs");
  const strict = process.env.CI ? ["--forbid-only"] : [];
  const options = { env: { ...env, NABLA_TEST_COUNTS: counts } };
  const code = await runner(process.execPath, [mocha, "--reporter", reporter, ...strict, ...args], options);
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
 * What failed, then the numbers.
 *
 * @param {Turn[]} turns
 */
function tell(turns) {
  const [passed, failed, skipped] = ["passed", "failed", "skipped"].map((key) =>
    turns.reduce((sum, { numbers }) => sum + numbers[key], 0),
  );
  for (const what of turns.flatMap((turn) => turn.failed)) console.error(`nabla: failed: ${what}`);
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
