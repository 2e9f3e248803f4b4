// npm run bench:grading [-- N | --quick]: a class of N different submissions of five functions, graded cold and unchanged
// through the built command line, and nbgrader's autograde on a few of them; writes RESULTS.md beside this file.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gradeClass } from "../dist/class/grade-class.js";
import { notebookWith, releaseNotebook, solvedNotebook } from "../dist/release/index.js";
import { compareWithNbgrader } from "./nbgrader.mjs";

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const original = here("../assignments/02-logistic-regression");
const isQuick = process.argv.includes("--quick");
const count = isQuick ? 30 : Number(process.argv[2] ?? 300);
const nbgraderCount = isQuick ? 3 : 8;
const unchangedRuns = 3;
/**
 * What one of two judges grades of a class of 300: the first thirty cost it twice as much as the others, until V8 has made its
 * code fast.
 */
const cpuSample = Math.min(150, count);

/**
 * Assignment 02 without its last exercise.
 *
 * @param {string} folder - for the copy
 */
function writeFiveFunctions(folder) {
  cpSync(original, folder, { recursive: true });
  const [list, notebook] = [join(folder, "assignment.json"), join(folder, "notebook.ts")];
  const { exercises, ...rest } = JSON.parse(readFileSync(list, "utf8"));
  writeFileSync(list, JSON.stringify({ ...rest, exercises: exercises.slice(0, 5) }));
  const [five] = readFileSync(notebook, "utf8").split('// %% [markdown] {"id": "model-text"}');
  writeFileSync(notebook, five ?? "");
}

/**
 * Everybody hands in something else: mostly the solution, then each sample, the untouched notebook now and then. The ones
 * that only wait for their deadline are one in fifty.
 *
 * @param {string} assignment
 * @returns {Promise<string[]>} the texts of the different notebooks, without the comment that tells them apart
 */
async function mix(assignment) {
  const solved = await solvedNotebook(assignment);
  const samples = join(assignment, "samples");
  const names = readdirSync(samples)
    .filter((name) => name.endsWith(".ts"))
    .sort();
  const texts = await Promise.all(
    names.map((n) => notebookWith(assignment, readFileSync(join(samples, n), "utf8"))),
  );
  const slow = names.findIndex((name) => name.includes("infinite-loop"));
  const usual = [...texts.filter((_, i) => i !== slow), await releaseNotebook(assignment)];
  return Array.from({ length: 50 }, (_, i) => {
    if (i === 49) return texts[slow] ?? solved;
    return i % 2 === 0 ? solved : (usual[(i >> 1) % usual.length] ?? solved);
  });
}

/**
 * @param {string} folder
 * @param {number} n
 * @param {string[]} texts - taken in turn
 */
function writeSubmissions(folder, n, texts) {
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < n; i++) {
    const notebook = JSON.parse(texts[i % texts.length] ?? "");
    const code = notebook.cells.find((/** @type {{ cell_type: string }} */ c) => c.cell_type === "code");
    code.source = [`// learner ${i}\n`, ...code.source];
    writeFileSync(join(folder, `learner-${String(i).padStart(4, "0")}.ipynb`), JSON.stringify(notebook));
  }
}

/**
 * One run of the command line.
 *
 * @param {string} assignment
 * @param {string} folder
 * @param {string} out
 * @returns {Promise<number>} seconds
 */
function gradeOnce(assignment, folder, out) {
  const started = performance.now();
  const args = [here("../bin/autograder.mjs"), "grade", folder, "--out", out, "--assignment", assignment];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0
        ? resolve((performance.now() - started) / 1000)
        : reject(new Error(`grade ended with ${code}`)),
    );
  });
}

/** CPU seconds of this process and of all it has waited for, from /proc. NaN where there is no /proc. */
function cpuSeconds() {
  try {
    const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1]?.split(" ") ?? [];
    return [11, 12, 13, 14].reduce((sum, i) => sum + Number(fields[i]), 0) / 100;
  } catch {
    return Number.NaN;
  }
}

/**
 * CPU per submission without bubblewrap, whose killed inside is waited for by nobody and so counted nowhere. The start of
 * one judge is taken off: a run of one submission against one of many. Loops without end are left out, since they
 * cost their deadline.
 *
 * @param {string} base
 * @param {string} assignment
 * @param {string[]} texts
 */
async function measureCpu(base, assignment, texts) {
  const layers = [{ bubblewrap: false, seccomp: false, rlimits: process.platform === "linux" }];
  const seconds = [];
  for (const n of [1, cpuSample]) {
    writeSubmissions(join(base, `cpu-${n}`), n, texts);
    const before = cpuSeconds();
    const [folder, out] = [join(base, `cpu-${n}`), join(base, `cpu-out-${n}`)];
    await gradeClass({ folder, out, assignment, workers: 1, layers });
    await new Promise((resolve) => setTimeout(resolve, 500)); // the judge's process ends
    seconds.push(cpuSeconds() - before);
  }
  const [one = 0, many = 0] = seconds;
  return { start: one, each: (many - one) / Math.max(cpuSample - 1, 1) };
}

/** @param {number[]} numbers */
function median(numbers) {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}

async function main() {
  const base = mkdtempSync(join(tmpdir(), "nabla-bench-"));
  try {
    const [folder, out] = [join(base, "submissions"), join(base, "results")];
    const assignment = join(base, basename(original));
    writeFiveFunctions(assignment);
    const texts = await mix(assignment);
    writeSubmissions(folder, count, texts);
    const load = loadavg()[0] ?? 0;
    const cold = await gradeOnce(assignment, folder, out);
    const unchanged = [];
    for (let i = 0; i < unchangedRuns; i++) unchanged.push(await gradeOnce(assignment, folder, out));
    const cpu = await measureCpu(base, assignment, texts.slice(0, -1));
    const compared = await compareWithNbgrader(assignment, nbgraderCount);
    const text = report({ cold, unchanged: median(unchanged), cpu, load }) + nbgraderReport(compared);
    writeFileSync(here("./RESULTS.md"), text);
    process.stdout.write(text);
  } finally {
    rmSync(base, { recursive: true });
  }
}

/** @param {{ cold: number, unchanged: number, cpu: { start: number, each: number }, load: number }} measured */
function report({ cold, unchanged, cpu, load }) {
  const require = JSON.parse(readFileSync(here("../package.json"), "utf8")).dependencies;
  const bubblewrap =
    spawnSync("bwrap", ["--version"], { encoding: "utf8" }).stdout?.trim() || "no bubblewrap";
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model}), ${Math.round(totalmem() / 2 ** 30)} GB`;
  return `# Grading a class

\`npm run bench:grading [-- N]\` makes N different submissions of the first five functions of assignment 02: half of them the
solution, the others its samples and the untouched notebook, one in fifty a loop without end, each with another comment.

| what | measured | goal |
| --- | --- | --- |
| submissions | ${count}${count === 300 ? "" : " (fewer than the goal's)"} | 300 |
| cold, seconds | ${cold.toFixed(1)} | 60 for 300 |
| cold, submissions a minute | ${((60 * count) / cold).toFixed(0)} | 300 |
| unchanged, seconds (median of ${unchangedRuns}) | ${unchanged.toFixed(2)} | 2 |
| CPU per submission, seconds (${cpuSample} of them, no loops) | ${cpu.each.toFixed(2)} | 0.25 |
| CPU to start, with one submission, seconds | ${cpu.start.toFixed(2)} | |

Cold and unchanged are wall times of the whole command with the layers this machine has. CPU time counts judge, compiler
and sandboxes; it is taken without bubblewrap, because nobody waits for, and so counts, what a killed bubblewrap held.

Measured ${new Date().toISOString().slice(0, 10)}: ${machine}, ${process.platform} ${process.arch}, Node ${process.version},
Deno ${require.deno}, ${bubblewrap}. Load average before the start: ${load.toFixed(1)}${load > 0.5 ? ", so other work ran beside it and the wall times are too long" : ""}.
`;
}

/** @param {Awaited<ReturnType<typeof compareWithNbgrader>>} compared */
function nbgraderReport({ rows, seconds, ourSeconds }) {
  const lines = rows.map(({ name, ours, theirs }) => `| ${name} | ${ours} | ${theirs ?? "not graded"} |`);
  return `
## Beside nbgrader

\`nbgrader autograde\` on ${rows.length} of these notebooks, in stock tslab, one after the other: ${seconds.toFixed(1)} s for one; ours, in one process:
${ourSeconds.toFixed(2)} s. nbgrader runs the whole notebook, training included, and its tests in the process of the learner's code; the tests
it has are the visible ones, since hidden ones would stand in the notebook for the learner's code to read. Points:

| notebook | hidden tests, in the sandbox | nbgrader |
| --- | --- | --- |
${lines.join("\n")}

Not graded: when a cell throws, stock tslab answers without the error's name, and nbgrader gives the whole notebook up; the same when a
learner's code ends the kernel. Points that nbgrader gives beyond ours are for what the visible tests do not see.
`;
}

await main();
