/**
 * The common cases of element-wise work, without the search for a loop order: operands that lie row by row, of one
 * shape, a single number, or a matrix and a column or a row of it. It takes a tenth of the time of the general way,
 * which matters for small tensors.
 */
import type { DType } from "../core/dtype.js";
import { makeResultStorage } from "../core/memory.js";
import { sameShape } from "../core/shape.js";
import { Tensor } from "../core/tensor.js";
import type { BinaryOp, Block, UnaryOp } from "../engines/engine.js";
import { engine } from "../engines/index.js";
import { binaryLoops, unaryLoops } from "../engines/js/float64-loops.js";
import { waitingBinary, waitingUnary } from "./lazy/elementwise.js";

/** Fewer elements than this are computed here: the way to a kernel would cost several times the work. */
const tiny = 16;

const oneByOne: readonly number[] = [1];
const standing: readonly number[] = [0];

/** op(a, b) of float64, or undefined when this is not the common case. */
export function binaryFloats(op: BinaryOp, a: unknown, b: unknown): Tensor | undefined {
  if (!isFloats(a) || !isFloats(b)) return undefined;
  const early = binaryTiny(op, a, b) ?? waitingBinary(op, a, b);
  if (early !== undefined) return early;
  if (typeof a === "number") return typeof b === "number" ? undefined : withNumber(op, b, a, b);
  return typeof b === "number" ? withNumber(op, a, a, b) : binaryDense(op, "float64", a, b);
}

function isFloats(side: unknown): side is Tensor | number {
  return typeof side === "number" || (side instanceof Tensor && side.dtype === "float64");
}

/** op(a, b) of something tiny that is known, and a number or another of its shape. */
function binaryTiny(op: BinaryOp, a: Tensor | number, b: Tensor | number): Tensor | undefined {
  const model = typeof a === "number" ? b : a;
  if (typeof model === "number" || !isTiny(model)) return undefined;
  if (typeof b !== "number" && b !== model && !(isTiny(b) && sameShape(b.lengths, model.lengths)))
    return undefined;
  const loop = binaryLoops[op];
  if (loop === undefined) return undefined;
  const [x, y] = [makeSide(a), makeSide(b)];
  const out = new Float64Array(model.size);
  const [xs, ys] = [x.data as Float64Array, y.data as Float64Array];
  loop(model.size, out, 0, 1, xs, x.offset, x.strides[0], ys, y.offset, y.strides[0]);
  return model.like(out, "float64");
}

/** Row by row, and waiting for nothing. */
function isTiny(t: Tensor): boolean {
  const isKnown = t.dtype === "float64" && t.memory.values.recipe === undefined;
  return isKnown && t.size < tiny && t.ndim > 0 && t.isContiguous;
}

/** One side is `model`, the other a number. */
function withNumber(op: BinaryOp, model: Tensor, a: Tensor | number, b: Tensor | number): Tensor | undefined {
  if (model.ndim === 0 || !model.isContiguous) return undefined;
  const out = likeModel("float64", model);
  engine().binary(op, [model.size], makeDense(out), makeSide(a), makeSide(b));
  return out;
}

function makeSide(side: Tensor | number): Block {
  if (side instanceof Tensor) return makeDense(side);
  const data = new Float64Array(1);
  data[0] = side;
  return { data, dtype: "float64", offset: 0, strides: standing };
}

/** op(a, b), or undefined when this is not the common case. */
export function binaryDense(op: BinaryOp, dtype: DType, a: Tensor, b: Tensor): Tensor | undefined {
  const model = a.ndim === 0 ? b : a;
  if (model.ndim === 0 || !model.isContiguous) return undefined;
  if (!isModel(a, model) || !isModel(b, model)) return withLine(op, dtype, a, b);
  const out = likeModel(dtype, model);
  engine().binary(op, [model.size], makeDense(out), makeDense(a), makeDense(b));
  return out;
}

/** A matrix (n, m) with a column (n, 1), a row (1, m) or one element on the right; else undefined. */
function withLine(op: BinaryOp, dtype: DType, a: Tensor, b: Tensor): Tensor | undefined {
  if (a.ndim !== 2 || b.ndim !== 2 || !b.isContiguous) return undefined;
  const [n, m] = a.lengths;
  const [rows, columns] = b.lengths;
  if ((rows !== 1 && rows !== n) || (columns !== 1 && columns !== m)) return undefined;
  const out = likeModel(dtype, a);
  const [whole, line] = [
    [m, 1],
    [rows === 1 ? 0 : columns, columns === 1 ? 0 : 1],
  ];
  if (rows * columns === 1)
    engine().binary(op, [n * m], makeDense(out), makeDense(a), makeDense(b, standing));
  else engine().binary(op, [n, m], makeDense(out, whole), makeDense(a, whole), makeDense(b, line));
  return out;
}

/** op(a), or undefined when this is not the common case. */
export function unaryDense(op: UnaryOp, dtype: DType, a: Tensor): Tensor | undefined {
  if (a.ndim === 0 || !a.isContiguous) return undefined;
  const early = dtype === "float64" ? (unaryTiny(op, a) ?? waitingUnary(op, a)) : undefined;
  if (early !== undefined) return early;
  const out = likeModel(dtype, a);
  engine().unary(op, [out.size], makeDense(out), makeDense(a));
  return out;
}

/** op(a) of something tiny that is known. */
function unaryTiny(op: UnaryOp, a: Tensor): Tensor | undefined {
  const loop = unaryLoops[op];
  if (loop === undefined || !isTiny(a)) return undefined;
  const out = new Float64Array(a.size);
  loop(a.size, out, 0, 1, a.readable as Float64Array, a.offset, 1);
  return a.like(out, "float64");
}

/** A single number, or row by row in the model's shape. */
function isModel(t: Tensor, model: Tensor): boolean {
  return t.ndim === 0 || t === model || (sameShape(t.lengths, model.lengths) && t.isContiguous);
}

function likeModel(dtype: DType, model: Tensor): Tensor {
  return model.like(makeResultStorage(dtype, model.size), dtype);
}

function makeDense(t: Tensor, strides: readonly number[] = t.ndim === 0 ? standing : oneByOne): Block {
  return { data: t.readable, dtype: t.dtype, offset: t.offset, strides };
}
