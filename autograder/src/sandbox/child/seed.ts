// Random numbers without a seed of their own are the same in every grading: Math.random is mulberry32, and the library's
// shared stream begins anew for each function.
import * as np from "kernel-lib/core";

const { imul } = Math;
const { seed: seedLibrary } = np.random;
let state = 0;

Object.defineProperty(Math, "random", {
  value: function random(): number {
    state = (state + 0x6d2b79f5) | 0;
    let t = imul(state ^ (state >>> 15), 1 | state);
    t = (t + imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  },
  writable: true,
  configurable: true,
});

/** @param seed - a whole number from 0 to 2^32 - 1 */
export function seedRandomNumbers(seed: number): void {
  state = seed;
  seedLibrary(seed);
}
