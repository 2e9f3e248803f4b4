// How long a call takes, measured alike for every library. A program that is measured stays there and waits for a line of
// its input, the milliseconds of a round and the name of a workload, so that several can take turns, round by round.
import { createInterface } from "node:readline";

const warmUpMs = 750;

/**
 * Answers each line with the milliseconds per call of one round. A workload that is not the one before is made and warmed
 * up first.
 *
 * @param {(name: string) => () => unknown} make
 */
export async function answerRounds(make) {
  let current = "";
  let round = () => 0;
  for await (const line of createInterface({ input: process.stdin })) {
    const [, roundMs, name] = /** @type {RegExpExecArray} */ (/^(\d+) (.*)$/.exec(line));
    if (name !== current) round = prepare(make(name), Number(roundMs));
    current = name;
    console.log(round());
  }
}

/**
 * A round: as many calls as take so long.
 *
 * @param {() => unknown} work
 * @param {number} roundMs
 */
function prepare(work, roundMs) {
  const calls = Math.max(1, Math.ceil(roundMs / time(work, warmUp(work))));
  return () => time(work, calls);
}

/**
 * Lets V8 compile, which takes half a second on a machine that others use as well; gives a number of calls that takes long enough to be timed.
 *
 * @param {() => unknown} work
 */
function warmUp(work) {
  const end = performance.now() + warmUpMs;
  let calls = 0;
  for (; performance.now() < end; calls++) work();
  return calls;
}

/**
 * @param {() => unknown} work
 * @param {number} calls
 */
function time(work, calls) {
  const start = performance.now();
  for (let i = 0; i < calls; i++) work();
  return (performance.now() - start) / calls;
}
