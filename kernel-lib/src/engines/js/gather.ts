/**
 * Places: which elements are not 0, and copies of chosen rows.
 */
import type { Block, TypedArray } from "../engine.js";
import { forEachRow, rowStride } from "./loop.js";

/** The flat places, counted in loop order, of what is not 0. */
export function findNonzero(shape: readonly number[], a: Block): Int32Array {
  const n = shape[shape.length - 1];
  const step = rowStride(a);
  const found: number[] = [];
  let flat = 0;
  forEachRow(shape, [a], ([start]) => {
    for (let k = 0; k < n; k++) if (a.data[start + k * step] !== 0) found.push(flat + k);
    flat += n;
  });
  return Int32Array.from(found);
}

/** out[k, :] = a[indices[k], :] for dense rows of `inner` elements. */
export function gather(
  out: TypedArray,
  a: TypedArray,
  aOffset: number,
  indices: Int32Array,
  inner: number,
): void {
  for (let k = 0; k < indices.length; k++) {
    const start = aOffset + indices[k] * inner;
    if (inner === 1) out[k] = a[start];
    else out.set(a.subarray(start, start + inner), k * inner);
  }
}
