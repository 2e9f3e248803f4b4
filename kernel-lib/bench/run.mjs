// npm run bench: every workload on NumPy, on our engines and on other JavaScript libraries, side by side in one run of
// about five minutes; writes RESULTS.md. Programs take turns and each counts with its median turn, so that noise meets
// all alike. A line is printed as each piece lands.
//
// node kernel-lib/bench/run.mjs [--turns 3] [--threads 1,2] [--dry] [workload …]     --dry prints and writes nothing

import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildSync } from "esbuild";
import { pythonWithNumpy } from "../test/golden/python.mjs";
import { inWords, table } from "./report.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const { values: options, positionals: named } = parseArgs({
  allowPositionals: true,
  options: {
    turns: { type: "string", default: "3" },
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
const chosen = named.length > 0 ? named : everything;

/** @typedef {import("./report.mjs").Figures} Figures */
/** @typedef {{ name: string, program: string, args: string[], env: Record<string, string> }} Peer */

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
    return { name, program: process.execPath, args: [`${folder}/measure.mjs`, name], env: {} };
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
    env: { ...process.env, OPENBLAS_NUM_THREADS: threads, ...env },
  });
  if (status !== 0) throw new Error(`bench: ${name} failed:\n${stderr}`);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}

/**
 * Each peer's figures, the median of its turns; every figure is printed as it lands.
 *
 * @param {Peer[]} peers
 * @param {string[]} workloads
 * @param {{ turns?: number, threads?: string, flags?: string[] }} [how]
 */
function measure(peers, workloads, { turns = Number(options.turns), threads = "1", flags = [] } = {}) {
  const records = peers.map(() => /** @type {Figures[]} */ ([]));
  for (let turn = 0; turn < turns; turn++) {
    for (const [k, peer] of peers.entries()) {
      const record = ask(peer, threads, ...flags, ...workloads);
      records[k].push(record);
      console.log(`${peer.name}, turn ${turn + 1}: ${inWords(record)}`);
    }
  }
  return peers.map(({ name }, k) => ({ name, figures: medians(records[k]) }));
}

/** @param {Figures[]} records */
function medians(records) {
  const median = (/** @type {number[]} */ list) => list.sort((a, b) => a - b)[list.length >> 1];
  const names = Object.keys(records[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, median(records.map((record) => record[name]))]));
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
function byThreads(threads) {
  const peers = threads === "1" ? [numpy, blas, wasm, js] : [numpy, blas]; // wasm and js have one thread
  const title = `${threads} thread${threads === "1" ? "" : "s"}`;
  console.log(`\n${title}`);
  return `## ${title}\n\n${table("ms per call", measure(peers, chosen, { threads }))}`;
}

function growth() {
  console.log("\ntime per example");
  const sizes = [1000, 10_000, 100_000];
  const columns = measure(
    [numpy, blas, wasm],
    sizes.map((m) => `planar, m = ${m}`),
    { turns: 1 },
  );
  for (const { figures } of columns) for (const m of sizes) figures[`planar, m = ${m}`] *= 1e6 / m;
  return `## Time per example as m grows\n\n${table("ns per example and step", columns)}`;
}

/** The share of Node or Python, in MB. */
function emptyProgram(/** @type {string} */ interpreter) {
  const peak = "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)";
  const code = interpreter === python ? ["-c", peak] : ["-p", "process.resourceUsage().maxRSS"];
  const inMB = interpreter === python && platform() === "darwin" ? 1024 * 1024 : 1024; // Python counts in bytes there
  return Number(spawnSync(interpreter, code, { encoding: "utf8" }).stdout) / inMB;
}

function memory() {
  console.log("\npeak memory");
  const columns = [numpy, blas, wasm].map((peer) => {
    const figures = ["import alone", ...training].map((name) => ask(peer, "1", "--memory", name));
    const all = Object.assign({ "empty program": emptyProgram(peer.program) }, ...figures);
    console.log(`${peer.name}: ${inWords(all)}`);
    return { name: peer.name, figures: all };
  });
  return `## Peak memory

Of the whole process, after 500 steps. The first two rows are what there is before any work: Node or Python with an empty program,
and with the library imported. An empty Node is larger than NumPy imported, and once loops get hot it reads 5 MB of its compilers
from its own file, so \`planar\` is nearly all Node's; the second table leaves the empty program out.

${table("MB", columns)}
${table("MB above the empty program", columns.map(aboveEmpty))}`;
}

/** @param {{ name: string, figures: Figures }} column */
function aboveEmpty({ name, figures }) {
  const { "empty program": empty, ...rest } = figures;
  return { name, figures: Object.fromEntries(Object.entries(rest).map(([key, MB]) => [key, MB - empty])) };
}

function plots() {
  console.log("\nfigures");
  const columns = measure([blas, wasm, js], ["decisionBoundary"], { turns: 1 });
  return `## Figures

\`np.plot.decisionBoundary\` with 400 points and a 2-4-1 network that is asked at 200 x 200 places, to the finished MIME bundle: plotly's
JSON, SVG and PNG. The goal is half a second.

${table("ms per figure", columns)}`;
}

function beside() {
  console.log("\nother libraries");
  const peers = libraries();
  if (peers.length === 0) return "";
  const columns = measure([wasm, ...peers], [...shared, ...kernels], { turns: 1 });
  return `## Other JavaScript libraries

tfjs and jax-js compute in float32 on WebAssembly, ml-matrix in float64; jax-js copies its results out to be read.

${table("ms per call", columns)}`;
}

const sections = options.threads.split(",").map(byThreads);
if (named.length === 0) sections.push(growth(), memory(), plots(), beside());
const text = `# Beside NumPy

Written by \`npm run bench\`. ${machine()}. float64. Each figure is the median of ${options.turns} turns, a turn the median of 5
rounds of at least 0.1 s; in brackets the ratio to the first column. The first three are one step of a training run, written
as a learner writes it: \`logistic\` 12288 x 209, \`planar\` 2-4-1 on 400 points, \`lLayer\` 12288-20-7-5-1 on 209 examples, dA of
the input included. Our results wait until they are read, so a gradient that no line reads is not computed.

${sections.join("\n")}`;
if (options.dry) console.log(`\n${text}`);
else writeFileSync(`${here}RESULTS.md`, text);
