/**
 * Places: which elements are not 0, and copies of chosen elements and rows.
 */
import type { Block, TypedArray } from "../engine.js";
import { copy } from "./copy.js";
import { forEachRow, rowStride } from "./loop.js";

/** The flat places, counted in loop order, of what is not 0. */
export function findNonzero(shape: readonly number[], a: Block): Int32Array {
  const found = new Int32Array(countNonzero(shape, a));
  const n = shape[shape.length - 1];
  const [data, step] = [a.data, rowStride(a)];
  let [flat, count] = [0, 0];
  forEachRow(shape, [a], ([start]) => {
    for (let k = 0; k < n; k++) if (data[start + k * step] !== 0) found[count++] = flat + k;
    flat += n;
  });
  return found;
}

function countNonzero(shape: readonly number[], a: Block): number {
  const n = shape[shape.length - 1];
  const [data, step] = [a.data, rowStride(a)];
  let count = 0;
  forEachRow(shape, [a], ([start]) => {
    for (let k = 0; k < n; k++) if (data[start + k * step] !== 0) count += 1;
  });
  return count;
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

/** Shorter rows are faster element by element. */
const shortestRow = 16;

/** out[k, :] = a[places[k] + :]; a's first stride does not count. */
export function pick(shape: readonly number[], out: Block, a: Block, places: Int32Array): void {
  if (hasRows(shape, out, a)) {
    for (let k = 0; k < places.length; k++) {
      copy(shape.slice(1), inner(out, k * out.strides[0]), inner(a, places[k]));
    }
    return;
  }
  const [x, y, step] = [a.data, out.data, out.strides[0]];
  forEachRow([...shape.slice(1), 1], [single(out), single(a)], ([o, i]) => {
    for (let k = 0; k < places.length; k++) y[o + k * step] = x[i + places[k]];
  });
}

/** out[places[k] + :] = a[k, :], one after the other; out's first stride does not count. */
export function put(shape: readonly number[], out: Block, a: Block, places: Int32Array): void {
  if (hasRows(shape, out, a)) {
    for (let k = 0; k < places.length; k++) {
      copy(shape.slice(1), inner(out, places[k]), inner(a, k * a.strides[0]));
    }
    return;
  }
  const [x, y, step] = [a.data, out.data, a.strides[0]];
  forEachRow([...shape.slice(1), 1], [single(out), single(a)], ([o, i]) => {
    for (let k = 0; k < places.length; k++) y[o + places[k]] = x[i + k * step];
  });
}

function hasRows(shape: readonly number[], out: Block, a: Block): boolean {
  return (
    shape.length > 1 && shape[shape.length - 1] >= shortestRow && rowStride(out) === 1 && rowStride(a) <= 1
  );
}

/** Without the first axis, from `start` on. */
function inner(block: Block, start: number): Block {
  return { ...block, offset: block.offset + start, strides: block.strides.slice(1) };
}

/** The axes after the first, and one of length 1 so that each element is a row. */
function single(block: Block): Block {
  return { ...block, strides: [...block.strides.slice(1), 0] };
}
