/**
 * Sums of dense rows in the scratch memory, in NumPy's own order; other reductions stay with `js`.
 */
import type { Block, ReduceOp } from "../engine.js";
import { forEachRow, rowStride } from "../js/loop.js";
import { bufferSize, reduce as reduceJs } from "../js/reduce.js";
import { loadKernels, scratch, stage } from "./memory.js";

/** Shorter rows are not worth the calls. */
const shortest = 64;

/** Longer ones are copied in parts. */
const longest = 2048;

/** out = op(out, a); out has stride 0 where it is reduced. */
export function reduce(op: ReduceOp, shape: readonly number[], out: Block, a: Block): void {
  const n = shape[shape.length - 1];
  const [x, y] = [a.data, out.data];
  const floats = x instanceof Float64Array && y instanceof Float64Array;
  if (op !== "sum" || !floats || n < shortest || !reducesRows(shape, out, a)) reduceJs(op, shape, out, a);
  else forEachRow(shape, [out, a], ([o, i]) => addRow(n, y, o, x, i));
}

/** The innermost axis alone is reduced, and dense. */
function reducesRows(shape: readonly number[], out: Block, a: Block): boolean {
  return (
    rowStride(out) === 0 && rowStride(a) === 1 && (shape.length === 1 || out.strides[shape.length - 2] !== 0)
  );
}

function addRow(n: number, out: Float64Array, o: number, a: Float64Array, i: number): void {
  for (let start = 0; start < n; start += bufferSize) {
    const count = Math.min(bufferSize, n - start);
    out[o] += sum(count, a, i + start);
  }
}

/** The halves that sum64 would make anyway, until they fit into the first-level cache. */
function sum(n: number, a: Float64Array, i: number): number {
  if (n > longest) {
    const half = (n >> 1) & ~7;
    return sum(half, a, i) + sum(n - half, a, i + half);
  }
  stage(a, i, n, 0);
  return loadKernels().sum64(n, scratch);
}
