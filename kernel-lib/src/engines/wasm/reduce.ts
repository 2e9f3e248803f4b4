/**
 * Sums of dense rows in the scratch memory, in NumPy's own order; other reductions stay with `js`.
 */
import type { Block, ReduceOp } from "../engine.js";
import { forEachRow, rowStride } from "../js/loop.js";
import { bufferSize, reduce as reduceJs } from "../js/reduce.js";
import { loadKernels, scratch, stage } from "./memory.js";

/** Shorter rows are not worth the calls. */
const shortest = 64;

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
    stage(a, i + start, count, 0);
    out[o] += loadKernels().sum64(count, scratch);
  }
}
