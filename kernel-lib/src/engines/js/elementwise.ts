/**
 * Element by element: the float64 loop where there is one, else the scalar function called for each element.
 */
import type { BinaryOp, Block, UnaryOp } from "../engine.js";
import { binaryLoops, compareLoops, unaryLoops } from "./float64-loops.js";
import { forEachRow, rowStride } from "./loop.js";
import { binaryScalars, integerScalars, unaryScalars } from "./scalars.js";

/** out = op(a). */
export function unary(op: UnaryOp, shape: readonly number[], out: Block, a: Block): void {
  const n = shape[shape.length - 1];
  const [so, sa] = [rowStride(out), rowStride(a)];
  const [x, y] = [a.data, out.data];
  const loop = unaryLoops[op];
  if (loop !== undefined && x instanceof Float64Array && y instanceof Float64Array) {
    if (shape.length === 1) loop(n, y, out.offset, so, x, a.offset, sa);
    else forEachRow(shape, [out, a], ([o, i]) => loop(n, y, o, so, x, i, sa));
    return;
  }
  const scalar = unaryScalars[op];
  forEachRow(shape, [out, a], ([o, i]) => {
    for (let k = 0; k < n; k++) y[o + k * so] = scalar(x[i + k * sa]);
  });
}

/** out = op(a, b). */
export function binary(op: BinaryOp, shape: readonly number[], out: Block, a: Block, b: Block): void {
  if (!binaryFloat64(op, shape, out, a, b)) binaryAny(op, shape, out, a, b);
}

function binaryFloat64(op: BinaryOp, shape: readonly number[], out: Block, a: Block, b: Block): boolean {
  const n = shape[shape.length - 1];
  const [so, sa, sb] = [rowStride(out), rowStride(a), rowStride(b)];
  const [x, y, z] = [a.data, b.data, out.data];
  if (!(x instanceof Float64Array && y instanceof Float64Array)) return false;
  const [loop, compare] = [binaryLoops[op], compareLoops[op]];
  if (loop !== undefined && z instanceof Float64Array) {
    if (shape.length === 1) loop(n, z, out.offset, so, x, a.offset, sa, y, b.offset, sb);
    else forEachRow(shape, [out, a, b], ([o, i, j]) => loop(n, z, o, so, x, i, sa, y, j, sb));
    return true;
  }
  if (compare === undefined || !(z instanceof Uint8Array)) return false;
  forEachRow(shape, [out, a, b], ([o, i, j]) => compare(n, z, o, so, x, i, sa, y, j, sb));
  return true;
}

function binaryAny(op: BinaryOp, shape: readonly number[], out: Block, a: Block, b: Block): void {
  const n = shape[shape.length - 1];
  const [so, sa, sb] = [rowStride(out), rowStride(a), rowStride(b)];
  const whole = out.dtype === "int32" || out.dtype === "uint8";
  const scalar = (whole ? integerScalars[op] : undefined) ?? binaryScalars[op];
  const [x, y, z] = [a.data, b.data, out.data];
  forEachRow(shape, [out, a, b], ([o, i, j]) => {
    for (let k = 0; k < n; k++) z[o + k * so] = scalar(x[i + k * sa], y[j + k * sb]);
  });
}

/** out = condition ? a : b. */
export function select(shape: readonly number[], out: Block, condition: Block, a: Block, b: Block): void {
  const n = shape[shape.length - 1];
  const [so, sc, sa, sb] = [rowStride(out), rowStride(condition), rowStride(a), rowStride(b)];
  const [c, x, y, z] = [condition.data, a.data, b.data, out.data];
  forEachRow(shape, [out, condition, a, b], ([o, q, i, j]) => {
    for (let k = 0; k < n; k++) z[o + k * so] = c[q + k * sc] !== 0 ? x[i + k * sa] : y[j + k * sb];
  });
}
