/**
 * Products of vectors and matrices. All are sums of products in float64, or in float32 when both sides are.
 */
import { broadcastShapes, broadcastStrides } from "../core/broadcast.js";
import { promote } from "../core/dtype.js";
import { ShapeError } from "../core/errors.js";
import { formatShape, sizeOf } from "../core/shape.js";
import { Tensor, type TensorLike } from "../core/tensor.js";
import type { Floats, Matrix } from "../engines/engine.js";
import { engine } from "../engines/index.js";
import { castTo, makeResult, toTensor } from "./convert.js";
import { multiply } from "./elementwise.js";
import { waitingProduct } from "./lazy/products.js";
import { sweep } from "./lazy/sweeps.js";
import { ravel, reshape } from "./movement.js";

/**
 * Product of matrices: (n, k) x (k, m) -> (n, m). A vector counts as a row on the left and as a column on the
 * right; more axes are batches and broadcast.
 *
 * @throws {@link ShapeError} when the inner dimensions differ
 *
 * @example
 * ```ts
 * np.matmul(np.array([[1, 2], [3, 4]]), np.array([[10], [100]])).toArray(); // [[210], [430]]
 * ```
 */
export function matmul(a: TensorLike, b: TensorLike): Tensor {
  const [x, y] = [toTensor("matmul", a), toTensor("matmul", b)];
  if (x.ndim > 0 && y.ndim > 0) return product("matmul", x, y);
  const got = `${formatShape(x.lengths)} x ${formatShape(y.lengths)}`;
  throw new ShapeError(`matmul: both sides need an axis, got ${got}. Use multiply for a plain number`);
}

/**
 * Product of matrices (n, k) x (k, m) -> (n, m), of a matrix and a vector, of two vectors (a Tensor of shape `()`), or with
 * a number. With more axes the last of `a` meets the last but one of `b`, in all combinations: (..., k) x (..., k, m).
 *
 * @throws {@link ShapeError} when the inner dimensions differ
 *
 * @example
 * ```ts
 * np.dot([[1, 2], [3, 4]], [10, 100]).toArray(); // [210, 430]
 * np.dot([1, 2], [3, 4]).item(); // 11
 * ```
 */
export function dot(a: TensorLike, b: TensorLike): Tensor {
  const [x, y] = [toTensor("dot", a), toTensor("dot", b)];
  if (x.ndim === 0 || y.ndim === 0) return multiply(a, b);
  if (y.ndim <= 2) return dotRows(x, y);
  checkInner("dot", x, y);
  const k = y.lengths[y.ndim - 2];
  const axes = [y.ndim - 2, ...y.lengths.keys()].filter((axis, at) => at === 0 || axis !== y.ndim - 2);
  const rest = y.lengths.filter((_, axis) => axis !== y.ndim - 2);
  const columns = reshape(y.transpose(axes), [k, sizeOf(rest)]);
  return reshape(dotRows(x, columns), [...x.lengths.slice(0, -1), ...rest]);
}

/** x of any rank times a vector or a matrix: all rows of x at once. */
function dotRows(x: Tensor, y: Tensor): Tensor {
  if (x.ndim <= 2) return product("dot", x, y);
  const k = x.lengths[x.ndim - 1];
  const rows = reshape(x, [sizeOf(x.lengths.slice(0, -1)), k]);
  checkInner("dot", x, y);
  return reshape(product("dot", rows, y), [...x.lengths.slice(0, -1), ...y.lengths.slice(1)]);
}

/**
 * All products of an element of `a` with an element of `b`: (n,) and (m,) -> (n, m). More axes are flattened.
 *
 * @example
 * ```ts
 * np.outer([1, 2], [10, 100]).toArray(); // [[10, 100], [20, 200]]
 * ```
 */
export function outer(a: TensorLike, b: TensorLike): Tensor {
  return multiply(reshape(toTensor("outer", a), [-1, 1]), ravel(toTensor("outer", b)));
}

/**
 * Sum of products along the last axes: (..., k) and (..., k) -> both outer shapes. A Tensor, also for two vectors.
 *
 * @throws {@link ShapeError} when the last axes differ
 *
 * @example
 * ```ts
 * np.inner([1, 2], [10, 100]).item(); // 210
 * ```
 */
export function inner(a: TensorLike, b: TensorLike): Tensor {
  const [x, y] = [toTensor("inner", a), toTensor("inner", b)];
  if (x.ndim === 0 || y.ndim === 0) return multiply(a, b);
  const k = x.lengths[x.ndim - 1];
  if (k !== y.lengths[y.ndim - 1]) {
    const got = `${formatShape(x.lengths)} and ${formatShape(y.lengths)}: ${k} != ${y.lengths[y.ndim - 1]}`;
    throw new ShapeError(`inner: last dimensions must agree, got ${got}`);
  }
  const rows = (t: Tensor): Tensor => reshape(t, [sizeOf(t.lengths.slice(0, -1)), k]);
  return reshape(product("inner", rows(x), rows(y).T), [
    ...x.lengths.slice(0, -1),
    ...y.lengths.slice(0, -1),
  ]);
}

/** Vectors become matrices, batches broadcast, each pair of matrices goes to the engine. */
function product(name: string, x: Tensor, y: Tensor): Tensor {
  checkInner(name, x, y);
  const dtype = promote(x.dtype, y.dtype);
  const work = dtype === "float32" ? dtype : "float64";
  if (x.ndim === 2 && y.ndim === 2) return castTo(productOfTwo(castTo(x, work), castTo(y, work)), dtype);
  const a = toMatrices(castTo(x, work), "row");
  const b = toMatrices(castTo(y, work), "column");
  const batch = batchOf(name, x, y);
  const [m, n] = [a.lengths[a.ndim - 2], b.lengths[b.ndim - 1]];
  const out = makeResult(work, [...batch, m, n]);
  multiplyBatches(out, a, b, batch);
  const drop = (x.ndim === 1 ? [m] : []).concat(y.ndim === 1 ? [n] : []).length;
  if (drop === 0) return castTo(out, dtype);
  const shape = [...batch, ...(x.ndim === 1 ? [] : [m]), ...(y.ndim === 1 ? [] : [n])];
  return castTo(reshape(out, shape), dtype);
}

/** The axes in front of the matrices, broadcast. */
function batchOf(name: string, x: Tensor, y: Tensor): number[] {
  const [front, other] = [x.lengths.slice(0, -2), y.lengths.slice(0, -2)];
  try {
    return broadcastShapes(name, front, other);
  } catch (cause) {
    const got = `${formatShape(x.lengths)} x ${formatShape(y.lengths)}`;
    const clash = `${formatShape(front)} and ${formatShape(other)}`;
    throw new ShapeError(`${name}: axes before the last two must broadcast, got ${got}: ${clash}`, { cause });
  }
}

/** Two matrices, (m, k) x (k, n): nothing to broadcast. */
function productOfTwo(a: Tensor, b: Tensor): Tensor {
  return waitingProduct(a, b) ?? productNow(a, b);
}

function productNow(a: Tensor, b: Tensor): Tensor {
  const [m, n] = [a.lengths[0], b.lengths[1]];
  const both = m === 1 ? sweep(a, b) : undefined;
  if (both !== undefined) return new Tensor(both, "float64", [m, n], [n, 1]);
  const out = makeResult(a.dtype, [m, n]);
  const [A, B] = [toEngineMatrix(a, a.offset), toEngineMatrix(b, b.offset)];
  engine().matmul(m, a.lengths[1], n, out.writable as Floats, 0, A, B);
  return out;
}

function toMatrices(t: Tensor, as: "row" | "column"): Tensor {
  if (t.ndim > 1) return t;
  if (as === "row") return t.view([1, t.lengths[0]], [0, t.steps[0]], t.offset);
  return t.view([t.lengths[0], 1], [t.steps[0], 0], t.offset);
}

function multiplyBatches(out: Tensor, a: Tensor, b: Tensor, batch: readonly number[]): void {
  const [m, k, n] = [a.lengths[a.ndim - 2], a.lengths[a.ndim - 1], b.lengths[b.ndim - 1]];
  const steps = [a, b].map((t) => broadcastStrides(t.lengths.slice(0, -2), t.steps.slice(0, -2), batch));
  for (let i = 0; i < sizeOf(batch); i++) {
    const [A, B] = [a, b].map((t, side) => toEngineMatrix(t, t.offset + batchOffset(i, batch, steps[side])));
    engine().matmul(m, k, n, out.writable as Floats, i * m * n, A, B);
  }
}

function batchOffset(flat: number, batch: readonly number[], strides: readonly number[]): number {
  let offset = 0;
  for (let axis = batch.length - 1; axis >= 0; axis--) {
    offset += (flat % batch[axis]) * strides[axis];
    flat = Math.floor(flat / batch[axis]);
  }
  return offset;
}

function toEngineMatrix(t: Tensor, offset: number): Matrix {
  const [rowStride, columnStride] = [t.steps[t.ndim - 2], t.steps[t.ndim - 1]];
  return { data: t.readable, offset, rowStride, columnStride };
}

function checkInner(name: string, x: Tensor, y: Tensor): void {
  const k = x.lengths[x.ndim - 1];
  const other = y.lengths[Math.max(0, y.ndim - 2)];
  if (k === other) return;
  const got = `${formatShape(x.lengths)} x ${formatShape(y.lengths)}: ${k} != ${other}`;
  throw new ShapeError(`${name}: inner dimensions must agree, got ${got}.${cure(name, x, y)}`);
}

/** The transposed or exchanged product that would fit. */
function cure(name: string, x: Tensor, y: Tensor): string {
  if (x.ndim !== 2 || y.ndim !== 2) return "";
  const [[n, k], [p, m]] = [x.lengths, y.lengths];
  if (n === p) return ` Did you mean ${name}(a.T, b)?`;
  if (k === m) return ` Did you mean ${name}(a, b.T)?`;
  return m === n ? ` Did you mean ${name}(b, a)?` : "";
}
