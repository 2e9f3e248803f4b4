// How long a call takes, measured alike for every library.

const rounds = 5;
const roundMs = 100;
const warmUpMs = 250;

/**
 * Milliseconds per call: the median of the rounds, each of as many calls as take a tenth of a second.
 *
 * @param {() => unknown} work
 */
export function measure(work) {
  const calls = Math.max(1, Math.ceil(roundMs / time(work, warmUp(work))));
  const times = Array.from({ length: rounds }, () => time(work, calls));
  return times.sort((a, b) => a - b)[rounds >> 1];
}

/**
 * Lets V8 compile; gives a number of calls that takes long enough to be timed.
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
