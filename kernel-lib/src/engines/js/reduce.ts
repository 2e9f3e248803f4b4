/**
 * Reductions in NumPy's order of additions, so that sums agree with NumPy to the last bit: pairwise along a
 * row when the row itself is reduced, row by row otherwise. Method: numpy/_core/src/umath/loops_utils.h.src.
 */
import type { Block, ReduceOp, TypedArray } from "../engine.js";
import { copy } from "./copy.js";
import { forEachRow, rowStride } from "./loop.js";

/** NumPy works through buffers of this many elements: pairwise inside, one buffer after the other. */
export const bufferSize = 8192;

/** out = op(out, a); out has stride 0 where it is reduced and holds the start value. */
export function reduce(op: ReduceOp, shape: readonly number[], out: Block, a: Block): void {
  if (op === "sum" && reducedTail(out) > 1) sumGroups(shape, out, a);
  else if (op === "sum") sumRows(shape, out, a);
  else foldRows(reduceScalars[op], shape, out, a);
}

function foldRows(scalar: Scalar, shape: readonly number[], out: Block, a: Block): void {
  const n = shape[shape.length - 1];
  const [so, sa] = [rowStride(out), rowStride(a)];
  const single = out.dtype === "float32";
  forEachRow(shape, [out, a], ([o, i]) => reduceRow(scalar, n, out.data, o, so, a.data, i, sa, single));
}

function sumRows(shape: readonly number[], out: Block, a: Block): void {
  const n = shape[shape.length - 1];
  const [so, sa] = [rowStride(out), rowStride(a)];
  const [x, y] = [a.data, out.data];
  if (x instanceof Float64Array && y instanceof Float64Array) {
    forEachRow(shape, [out, a], ([o, i]) => {
      if (so === 0) addBuffers(pairwiseSum, n, y, o, x, i, sa);
      else addRow(n, y, o, so, x, i, sa);
    });
    return;
  }
  const sumOf = out.dtype === "float32" ? pairwiseSumSingle : plainSum;
  forEachRow(shape, [out, a], ([o, i]) => {
    if (so === 0) addBuffers(sumOf, n, y, o, x, i, sa);
    else addRowAny(n, y, o, so, x, i, sa);
  });
}

function addBuffers<A extends TypedArray>(
  sumOf: (n: number, a: A, i: number, s: number) => number,
  n: number,
  out: TypedArray,
  o: number,
  a: A,
  i: number,
  s: number,
): void {
  for (let start = 0; start < n; start += bufferSize) {
    out[o] += sumOf(Math.min(bufferSize, n - start), a, i + start * s, s);
  }
}

/** How many of the fastest axes are reduced. */
function reducedTail(out: Block): number {
  let count = 0;
  while (count < out.strides.length && out.strides[out.strides.length - 1 - count] === 0) count += 1;
  return count;
}

/** Several reduced axes that do not join into one: their elements are brought together first. */
function sumGroups(shape: readonly number[], out: Block, a: Block): void {
  const outer = shape.length - reducedTail(out);
  const group = shape.slice(outer);
  const size = group.reduce((product, length) => product * length, 1);
  const data = out.dtype === "float32" ? new Float32Array(size) : new Float64Array(size);
  const dense: Block = {
    data,
    dtype: out.dtype,
    offset: 0,
    strides: group.map((_, k) => strideOf(group, k)),
  };
  const head = [headOf(out, outer), headOf(a, outer)];
  forEachRow([...shape.slice(0, outer), 1], head, ([o, i]) => {
    copy(group, dense, { ...a, offset: i, strides: a.strides.slice(outer) });
    sumRows([size], { ...out, offset: o, strides: [0] }, { ...dense, strides: [1] });
  });
}

function headOf(block: Block, outer: number): Block {
  return { ...block, strides: [...block.strides.slice(0, outer), 0] };
}

function strideOf(shape: readonly number[], axis: number): number {
  return shape.slice(axis + 1).reduce((product, length) => product * length, 1);
}

type Scalar = (x: number, y: number) => number;

const reduceScalars: Record<Exclude<ReduceOp, "sum">, Scalar> = {
  prod: (x, y) => x * y,
  min: Math.min,
  max: Math.max,
};

function reduceRow(
  scalar: Scalar,
  n: number,
  out: TypedArray,
  o: number,
  so: number,
  a: TypedArray,
  i: number,
  sa: number,
  single: boolean,
): void {
  if (so === 0 && !single) {
    let result = out[o];
    for (let k = 0; k < n; k++) result = scalar(result, a[i + k * sa]);
    out[o] = result;
  } else for (let k = 0; k < n; k++) out[o + k * so] = scalar(out[o + k * so], a[i + k * sa]);
}

function addRow(
  n: number,
  out: Float64Array,
  o: number,
  so: number,
  a: Float64Array,
  i: number,
  sa: number,
): void {
  for (let k = 0; k < n; k++, o += so, i += sa) out[o] += a[i];
}

function addRowAny(
  n: number,
  out: TypedArray,
  o: number,
  so: number,
  a: TypedArray,
  i: number,
  sa: number,
): void {
  for (let k = 0; k < n; k++, o += so, i += sa) out[o] += a[i];
}

/** The sum of up to `bufferSize` dense elements. */
export function sumOf(n: number, a: Float64Array, i: number): number {
  return 0 + pairwiseSum(n, a, i, 1); // from 0 on, so never -0
}

/** Blocks of at most 128 in eight running sums, halves above that: the error grows with log n, not n. */
function pairwiseSum(n: number, a: Float64Array, i: number, s: number): number {
  if (n > 128) {
    const half = halfOf(n);
    return pairwiseSum(half, a, i, s) + pairwiseSum(n - half, a, i + half * s, s);
  }
  let k = 0;
  let sum = -0;
  if (n >= 8) {
    let r0 = a[i];
    let r1 = a[i + s];
    let r2 = a[i + 2 * s];
    let r3 = a[i + 3 * s];
    let r4 = a[i + 4 * s];
    let r5 = a[i + 5 * s];
    let r6 = a[i + 6 * s];
    let r7 = a[i + 7 * s];
    for (k = 8; k < n - (n % 8); k += 8) {
      const p = i + k * s;
      r0 += a[p];
      r1 += a[p + s];
      r2 += a[p + 2 * s];
      r3 += a[p + 3 * s];
      r4 += a[p + 4 * s];
      r5 += a[p + 5 * s];
      r6 += a[p + 6 * s];
      r7 += a[p + 7 * s];
    }
    sum = r0 + r1 + (r2 + r3) + (r4 + r5 + (r6 + r7));
  }
  for (; k < n; k++) sum += a[i + k * s];
  return sum;
}

/** The same in single precision: every addition is rounded. */
function pairwiseSumSingle(n: number, a: TypedArray, i: number, s: number): number {
  if (n > 128) {
    const half = halfOf(n);
    return Math.fround(pairwiseSumSingle(half, a, i, s) + pairwiseSumSingle(n - half, a, i + half * s, s));
  }
  const add = (x: number, y: number): number => Math.fround(x + y);
  if (n < 8) {
    let sum = -0;
    for (let k = 0; k < n; k++) sum = add(sum, a[i + k * s]);
    return sum;
  }
  const r = Array.from({ length: 8 }, (_, k) => a[i + k * s]);
  const whole = n - (n % 8);
  for (let k = 8; k < whole; k++) r[k % 8] = add(r[k % 8], a[i + k * s]);
  let sum = add(add(add(r[0], r[1]), add(r[2], r[3])), add(add(r[4], r[5]), add(r[6], r[7])));
  for (let k = whole; k < n; k++) sum = add(sum, a[i + k * s]);
  return sum;
}

/** Integers: exact up to 2^53 in any order. */
function plainSum(n: number, a: TypedArray, i: number, s: number): number {
  let sum = 0;
  for (let k = 0; k < n; k++) sum += a[i + k * s];
  return sum;
}

function halfOf(n: number): number {
  const half = Math.floor(n / 2);
  return half - (half % 8);
}
