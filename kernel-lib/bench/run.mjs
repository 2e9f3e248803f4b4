// npm run bench: every workload on NumPy and on our engines, one thread and two, side by side in one run; writes
// RESULTS.md. Programs take turns and each counts with its median turn, so that noise meets all alike.
//
// node kernel-lib/bench/run.mjs [--turns 3] [--threads 1,2] [--dry] [workload …]     --dry prints and writes nothing

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { pythonWithNumpy } from "../test/golden/python.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const { values: options, positionals: workloads } = parseArgs({
  allowPositionals: true,
  options: {
    turns: { type: "string", default: "3" },
    threads: { type: "string", default: "1,2" },
    dry: { type: "boolean", default: false },
  },
});

const python = pythonWithNumpy();
const numpy = { name: "NumPy", program: python, args: [`${here}measure.py`], env: {} };
const ours = ["blas", "wasm", "js"].map((name) => ({
  name,
  program: process.execPath,
  args: ["--import", "tsx", `${here}measure.ts`],
  env: { KERNEL_LIB_ENGINE: name },
}));

/** @typedef {{ name: string, program: string, args: string[], env: Record<string, string> }} Peer */

/**
 * @param {Peer} peer
 * @param {string} threads
 * @returns {Record<string, number>} milliseconds per call
 */
function measure({ name, program, args, env }, threads) {
  const { stdout, stderr, status } = spawnSync(program, [...args, ...workloads], {
    encoding: "utf8",
    cwd: here,
    env: { ...process.env, OPENBLAS_NUM_THREADS: threads, ...env },
  });
  if (status !== 0) throw new Error(`bench: ${name} failed:\n${stderr}`);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}

/** @param {number[]} list */
function median(list) {
  return [...list].sort((a, b) => a - b)[list.length >> 1];
}

/** @param {string} threads */
function table(threads) {
  const peers = threads === "1" ? [numpy, ...ours] : [numpy, ours[0]]; // wasm and js have one thread
  const turns = Array.from({ length: Number(options.turns) }, () =>
    peers.map((peer) => measure(peer, threads)),
  );
  const rows = Object.keys(turns[0][0]).map((workload) => {
    const times = peers.map((_, k) => median(turns.map((turn) => turn[k][workload])));
    const cells = times.map((ms, k) =>
      k === 0 ? format(ms) : `${format(ms)} (${(ms / times[0]).toFixed(2)})`,
    );
    return `| ${workload} | ${cells.join(" | ")} |`;
  });
  const head = [`| ms per call (ratio to NumPy) | ${peers.map((peer) => peer.name).join(" | ")} |`];
  head.push(`| --- | ${peers.map(() => "---:").join(" | ")} |`);
  return `## ${threads} thread${threads === "1" ? "" : "s"}\n\n${[...head, ...rows].join("\n")}\n`;
}

/** @param {number} ms */
function format(ms) {
  return ms < 1 ? ms.toFixed(4) : ms.toFixed(2);
}

function machine() {
  const version = spawnSync(
    python,
    ["-c", "import sys, numpy; print(sys.version.split()[0], numpy.__version__)"],
    {
      encoding: "utf8",
    },
  ).stdout.trim();
  const [pythonVersion, numpyVersion] = version.split(" ");
  const cpu = `${cpus()[0]?.model.trim()}, ${cpus().length} cores`;
  return `${cpu}, ${platform()} ${arch()}; Node ${process.versions.node}; Python ${pythonVersion}, NumPy ${numpyVersion}`;
}

const text = `# Beside NumPy

Written by \`npm run bench\`. ${machine()}. float64. Each figure is the median of ${options.turns} turns, a turn the
median of 7 rounds of at least 0.15 s. The first three are one step of a training run, written as a learner writes it:
\`logistic\` 12288 x 209, \`planar\` 2-4-1 on 400 points, \`lLayer\` 12288-20-7-5-1 on 209 examples, dA of the input included.

${options.threads.split(",").map(table).join("\n")}`;
if (options.dry) console.log(text);
else writeFileSync(`${here}RESULTS.md`, text);
