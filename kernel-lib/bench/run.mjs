// npm run bench: every workload on NumPy, on our engines and on other JavaScript libraries, side by side in one run of
// about nine minutes; writes RESULTS.md. Programs take turns round by round (rounds.mjs). A line is printed as each piece lands.
//
// node kernel-lib/bench/run.mjs [--rounds 11] [--threads 1,2] [--dry] [word …]
//
// --dry prints and writes nothing; with words only the workloads whose names contain one of them are measured, and nothing is
// written either: npm run bench -- planar exp

import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildSync } from "esbuild";
import { pythonWithNumpy } from "../test/golden/python.mjs";
import { inWords, table } from "./report.mjs";
import { measure, plainEnvironment } from "./rounds.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const { values: options, positionals: words } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "11" },
    threads: { type: "string", default: "1,2" },
    dry: { type: "boolean", default: false },
  },
});

const training = ["logistic", "planar", "lLayer"];
const shared = ["matmul 512x512x512", "matmul 20x12288x209"];
const products = [
  "512x512x512, float32",
  "512x512x512, A.T",
  "12288x20x209, A.T",
  "1x12288x209",
  "12288x209x1",
  "4x2x400",
];
const kernels = ["exp", "log", "tanh", "sigmoid", "add", "sum"].map((name) => `${name} 1e6`);
const everything = [...training, ...shared, ...products.map((shape) => `matmul ${shape}`), ...kernels];
const chosen = everything.filter((name) => words.length === 0 || words.some((word) => name.includes(word)));
if (chosen.length === 0)
  throw new Error(`bench: no workload is named like ${words.join(", ")}; there are ${everything.join(", ")}`);
const rounds = Number(options.rounds);

/** @typedef {import("./report.mjs").Figures} Figures */
/** @typedef {import("./rounds.mjs").Peer} Peer */

/** The TypeScript workloads as one file that plain Node runs: a loader would count as memory. */
function bundle() {
  const outfile = fileURLToPath(new URL("../../.nabla/bench/measure.mjs", import.meta.url));
  buildSync({
    entryPoints: [`${here}measure.ts`],
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    outfile,
  });
  return outfile;
}

const python = pythonWithNumpy();
const program = bundle();
const numpy = { name: "NumPy", program: python, args: [`${here}measure.py`], env: {} };
const [blas, wasm, js] = ["blas", "wasm", "js"].map((name) => ({
  name,
  program: process.execPath,
  args: [program],
  env: { KERNEL_LIB_ENGINE: name },
}));

/** The other libraries, installed when they are missing; none when there is no network. */
function libraries() {
  const folder = `${here}peers`;
  if (!existsSync(`${folder}/node_modules`)) {
    const done = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit"], {
      cwd: folder,
      shell: platform() === "win32",
    });
    if (done.status !== 0) return [];
  }
  return ["tfjs", "jax-js", "ml-matrix"].map((name) => {
    const lacks = name === "ml-matrix" ? "sigmoid 1e6" : undefined;
    return { name, program: process.execPath, args: [`${folder}/measure.mjs`, name], env: {}, lacks };
  });
}

/**
 * One JSON record of figures.
 *
 * @param {Peer} peer
 * @param {string} threads
 * @param {string[]} more
 * @returns {Figures}
 */
function ask({ name, program, args, env }, threads, ...more) {
  const { stdout, stderr, status } = spawnSync(program, [...args, ...more], {
    encoding: "utf8",
    cwd: here,
    env: { ...plainEnvironment(), OPENBLAS_NUM_THREADS: threads, ...env },
  });
  if (status !== 0) throw new Error(`bench: ${name} failed:\n${stderr}`);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}

function machine() {
  const code = "import sys, numpy; print(sys.version.split()[0], numpy.__version__)";
  const [pythonVersion, numpyVersion] = spawnSync(python, ["-c", code], { encoding: "utf8" })
    .stdout.trim()
    .split(" ");
  const cpu = `${cpus()[0]?.model.trim()}, ${cpus().length} cores`;
  return `${cpu}, ${platform()} ${arch()}; Node ${process.versions.node}; Python ${pythonVersion}, NumPy ${numpyVersion}`;
}

/** @param {string} threads */
async function byThreads(threads) {
  const peers = threads === "1" ? [numpy, blas, wasm, js] : [numpy, blas]; // wasm and js have one thread
  const title = `${threads} thread${threads === "1" ? "" : "s"}`;
  console.log(`\n${title}`);
  return `## ${title}\n\n${table("ms per call", await measure(peers, chosen, { rounds, threads, training }))}`;
}

async function growth() {
  console.log("\ntime per example");
  const sizes = [1000, 10_000, 100_000];
  const named = sizes.map((m) => `planar, m = ${m}`);
  const columns = await measure([numpy, blas, wasm], named, { rounds });
  for (const { figures } of columns) for (const m of sizes) figures[`planar, m = ${m}`] *= 1e6 / m;
  return `## Time per example as m grows\n\n${table("ns per example and step", columns)}`;
}

function memory() {
  console.log("\npeak memory");
  const records = [numpy, blas, wasm].map((peer) => {
    /** @type {[string, Figures][]} */
    const rows = ["import alone", ...training].map((name) => [name, ask(peer, "1", "--memory", name)]);
    return { name: peer.name, rows };
  });
  const columns = (/** @type {"peak" | "own"} */ kind) =>
    records.map(({ name, rows }) => {
      const known = rows.filter(([, MB]) => kind in MB); // what is its own, Linux alone tells
      return { name, figures: Object.fromEntries(known.map(([row, MB]) => [row, MB[kind]])) };
    });
  for (const { name, figures } of columns("peak")) console.log(`${name}: ${inWords(figures)}`);
  return `## Peak memory

Of the process, after 500 steps. Its own is what it takes from the machine: the peak without the pages of executables and libraries, which
the system holds once for all processes, and drops when it needs the room. These pages, the difference of the two tables, are of Node
alone more than all that NumPy takes for \`planar\`.

${table("MB, own", columns("own"))}
${table("MB, with executables and libraries", columns("peak"))}`;
}

async function plots() {
  console.log("\nfigures");
  const columns = await measure([blas, wasm, js], ["decisionBoundary"], { rounds });
  return `## Figures

\`np.plot.decisionBoundary\` with 400 points and a 2-4-1 network that is asked at 200 x 200 places, to the finished MIME bundle: plotly's
JSON, SVG and PNG. The goal is half a second.

${table("ms per figure", columns)}`;
}

async function beside() {
  console.log("\nother libraries");
  const peers = libraries();
  if (peers.length === 0) return "";
  const columns = await measure([wasm, ...peers], [...shared, ...kernels], { rounds });
  return `## Other JavaScript libraries

tfjs and jax-js compute in float32 on WebAssembly, ml-matrix in float64; jax-js copies its results out to be read.

${table("ms per call", columns)}`;
}

const sections = [];
for (const threads of options.threads.split(",")) sections.push(await byThreads(threads));
if (words.length === 0) sections.push(await growth(), memory(), await plots(), await beside());
const text = `# Beside NumPy

Written by \`npm run bench\`. ${machine()}. float64. Each figure is the median of ${rounds} rounds, in
which the programs take turns; in brackets the ratio to the first column, the median of the rounds' ratios. A round is 0.05 s of calls;
0.5 s for the first three, which are one step of a training run, written as a learner writes it: \`logistic\` 12288 x 209, \`planar\`
2-4-1 on 400 points, \`lLayer\` 12288-20-7-5-1 on 209 examples, dA of the input included. Our results wait until they are read, so a gradient that no line reads is not computed.

${sections.join("\n")}`;
if (options.dry || words.length > 0) console.log(`\n${text}`);
else writeFileSync(`${here}RESULTS.md`, text);
