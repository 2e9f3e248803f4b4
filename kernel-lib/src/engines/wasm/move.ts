/**
 * The block of C that kernels work on, row by row between the scratch memory and the result.
 */
import type { Floats } from "../engine.js";

/** Shorter rows are copied faster one by one. */
const few = 32;

/** Copies `count` rows of `length` elements from one place to another; `steps` lead from row to row. */
export function moveRows(
  count: number,
  length: number,
  to: Floats,
  o: number,
  toStep: number,
  from: Floats,
  i: number,
  fromStep: number,
): void {
  for (let row = 0; row < count; row++, o += toStep, i += fromStep) {
    if (length >= few) to.set(from.subarray(i, i + length), o);
    else for (let k = 0; k < length; k++) to[o + k] = from[i + k];
  }
}
