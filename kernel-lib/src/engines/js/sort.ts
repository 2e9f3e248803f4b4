/**
 * Sorting, always stable, with NaN last; searching in what is sorted.
 */
import type { Block, TypedArray } from "../engine.js";
import { forEachRow, rowStride } from "./loop.js";

/** out = each row sorted. */
export function sort(shape: readonly number[], out: Block, a: Block): void {
  const n = shape[shape.length - 1];
  const [so, sa] = [rowStride(out), rowStride(a)];
  const sorted = makeRow(a.data, n);
  forEachRow(shape, [out, a], ([o, i]) => {
    for (let k = 0; k < n; k++) sorted[k] = a.data[i + k * sa];
    sorted.sort(); // by number, NaN last
    restoreZeros(sorted, n, a.data, i, sa);
    for (let k = 0; k < n; k++) out.data[o + k * so] = sorted[k];
  });
}

function makeRow(like: TypedArray, n: number): TypedArray {
  if (like instanceof Float64Array) return new Float64Array(n);
  if (like instanceof Float32Array) return new Float32Array(n);
  return like instanceof Int32Array ? new Int32Array(n) : new Uint8Array(n);
}

/** The typed array's own sort puts -0 before 0, which are equal: they go back to the order they came in. */
function restoreZeros(sorted: TypedArray, n: number, a: TypedArray, i: number, step: number): void {
  let at = firstPlace(n, (k) => sorted[k] >= 0 || Number.isNaN(sorted[k]));
  if (!Object.is(sorted[at], -0)) return;
  for (let k = 0; k < n; k++) if (a[i + k * step] === 0) sorted[at++] = a[i + k * step];
}

/** out = places that sort each row. */
export function argSort(shape: readonly number[], out: Block, a: Block): void {
  const n = shape[shape.length - 1];
  const [so, sa] = [rowStride(out), rowStride(a)];
  const keys = new Float64Array(n);
  forEachRow(shape, [out, a], ([o, i]) => {
    for (let k = 0; k < n; k++) keys[k] = a.data[i + k * sa];
    const places = mergeSort(keys);
    for (let k = 0; k < n; k++) out.data[o + k * so] = places[k];
  });
}

/** Runs of 1, 2, 4, … places merged, back and forth between two lists. */
function mergeSort(keys: Float64Array): Int32Array {
  const n = keys.length;
  let from = Int32Array.from({ length: n }, (_, k) => k);
  let to = new Int32Array(n);
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      merge(keys, from, to, start, Math.min(start + width, n), Math.min(start + 2 * width, n));
    }
    [from, to] = [to, from];
  }
  return from;
}

/** to[start..end) = the runs [start..middle) and [middle..end) of `from` in order; of equal keys the left one first. */
function merge(
  keys: Float64Array,
  from: Int32Array,
  to: Int32Array,
  start: number,
  middle: number,
  end: number,
): void {
  let [left, right] = [start, middle];
  for (let k = start; k < end; k++) {
    const takeRight = left === middle || (right < end && isBefore(keys[from[right]], keys[from[left]]));
    to[k] = takeRight ? from[right++] : from[left++];
  }
}

/** x < y, where NaN comes last. */
function isBefore(x: number, y: number): boolean {
  return x < y || (Number.isNaN(y) && !Number.isNaN(x));
}

/** out[k] = the first place at which values[k] may be inserted into `sorted`, or the last one. */
export function search(out: Int32Array, sorted: Float64Array, values: Float64Array, last: boolean): void {
  for (let k = 0; k < values.length; k++) {
    const value = values[k];
    out[k] = last
      ? firstPlace(sorted.length, (place) => isBefore(value, sorted[place]))
      : firstPlace(sorted.length, (place) => !isBefore(sorted[place], value));
  }
}

/** The first of n places from which on a condition holds; n when it never does. */
function firstPlace(n: number, holds: (place: number) => boolean): number {
  let [low, high] = [0, n];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
