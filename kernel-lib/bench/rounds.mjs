// Several programs measured side by side: each stays, and they take turns round by round, so that what else the machine does
// meets all alike. Figures are medians of the rounds. The ratio to the first program is the median of the ratios of neighbouring
// rounds: a slow minute slows both sides of it.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { inWords } from "./report.mjs";

/** @typedef {import("./report.mjs").Figures} Figures */
/** @typedef {{ name: string, program: string, args: string[], env: Record<string, string>, lacks?: string | undefined }} Peer */
/** @typedef {{ name: string, figures: Figures, ratios: Figures }} Column */

/** OpenBLAS's threads wait busily for more work, for 2^28 ticks of the clock, some 110 ms: they would disturb the next program. */
const pauseMs = 250;

/** A twentieth of a second for what is done in one call. */
const shortRoundMs = 50;

/** Training goes on for seconds: its first steps, slower since another program had the caches, should not count for more. */
const trainingRoundMs = 500;

/** Without what changes Node itself, like more certificates to be read at its start. */
export function plainEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("NODE_")));
}

/**
 * Each peer's figures; those of a workload are printed as they land.
 *
 * @param {Peer[]} peers
 * @param {string[]} workloads
 * @param {{ rounds: number, threads?: string, training?: readonly string[] }} how `training`: the workloads with longer rounds
 * @returns {Promise<Column[]>}
 */
export async function measure(peers, workloads, { rounds, threads = "1", training = [] }) {
  const programs = peers.map((peer) => start(peer, threads));
  const columns = peers.map(({ name }) => ({
    name,
    figures: /** @type {Figures} */ ({}),
    ratios: /** @type {Figures} */ ({}),
  }));
  for (const workload of workloads) {
    const roundMs = training.includes(workload) ? trainingRoundMs : shortRoundMs;
    const able = peers.map(({ lacks }) => lacks !== workload);
    const times = peers.map(() => /** @type {number[]} */ ([]));
    for (let round = 0; round <= rounds; round++) {
      for (const [k, ask] of programs.map(({ ask }) => ask).entries()) {
        const ms = able[k] ? await ask(`${roundMs} ${workload}`) : 0;
        if (round > 0) times[k].push(ms); // the first one belongs to the warm-up
        if (threads !== "1") await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
    for (const [k, { figures, ratios }] of columns.entries()) {
      if (!able[k]) continue;
      figures[workload] = median(times[k]);
      ratios[workload] = median(times[k].map((ms, round) => ms / times[0][round]));
    }
    const landed = columns.filter((_, k) => able[k]).map(({ name, figures }) => [name, figures[workload]]);
    console.log(`${workload}: ${inWords(Object.fromEntries(landed))}`);
  }
  for (const { stop } of programs) stop();
  return columns;
}

/** @param {number[]} list */
function median(list) {
  return [...list].sort((a, b) => a - b)[list.length >> 1];
}

/**
 * A program that waits for what timing.mjs says.
 *
 * @param {Peer} peer
 * @param {string} threads
 */
function start({ name, program, args, env }, threads) {
  const child = spawn(program, args, {
    cwd: import.meta.dirname,
    env: { ...plainEnvironment(), OPENBLAS_NUM_THREADS: threads, ...env },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    ask: async (/** @type {string} */ line) => {
      child.stdin.write(`${line}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error(`bench: ${name} failed at ${line}`);
      return Number(value);
    },
    stop: () => child.stdin.end(),
  };
}
