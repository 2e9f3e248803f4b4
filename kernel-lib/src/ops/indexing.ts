/**
 * Choosing elements by place or by condition, and writing into views.
 */

import { broadcastShapes, broadcastStrides } from "../core/broadcast.js";
import { checkStorable } from "../core/dtype.js";
import { DTypeError, ShapeError } from "../core/errors.js";
import type { Shape } from "../core/shape.js";
import { formatShape, resolveAxis, resolveIndex, sameShape, sizeOf } from "../core/shape.js";
import type { TensorLike } from "../core/tensor.js";
import { Tensor } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { engine } from "../engines/index.js";
import { asContiguous, castTo, copyInto, copyOf, makeLoop, makeTensor, toTensor } from "./convert.js";

/**
 * Elements at `indices` along `axis`, or of all elements row by row; negative places count from the end. A copy, in which the
 * shape of `indices` stands in place of the axis.
 *
 * @throws {@link AxisError} when a place is not there
 *
 * @example
 * ```ts
 * np.take([[1, 2, 3], [4, 5, 6]], [2, 0], { axis: 1 }).toArray(); // [[3, 1], [6, 4]]
 * np.take([[1, 2, 3], [4, 5, 6]], [-1, 0]).toArray(); // [6, 1]
 * ```
 */
export function take(
  a: TensorLike,
  indices: TensorLike,
  options: { readonly axis?: number | null } = {},
): Tensor {
  checkOptions("take", options, ["axis"]);
  const t = asContiguous(toTensor("take", a));
  const flat = options.axis === undefined || options.axis === null;
  const source = flat ? t.view([t.size], [1], t.offset) : t;
  const axis = flat ? 0 : resolveAxis("take", options.axis as number, t.shape);
  const wanted = toTensor("take", indices);
  const places = toPlaces(wanted, source.shape[axis], axis);
  const [before, after] = [source.shape.slice(0, axis), source.shape.slice(axis + 1)];
  const out = makeTensor(t.dtype, [...before, ...wanted.shape, ...after]);
  gatherBlocks(out, source, places, sizeOf(before), sizeOf(after), source.shape[axis]);
  return out;
}

function toPlaces(indices: Tensor, length: number, axis: number): Int32Array {
  if (indices.dtype === "bool") {
    throw new DTypeError("take: places are numbers, got bool. Use t.mask(condition)");
  }
  return Int32Array.from(indices.toTypedArray(), (index) => resolveIndex("take", index, length, axis));
}

/** out[i, k, :] = source[i, places[k], :] for each of the `outer` blocks. */
function gatherBlocks(
  out: Tensor,
  source: Tensor,
  places: Int32Array,
  outer: number,
  inner: number,
  length: number,
): void {
  const step = places.length * inner;
  for (let i = 0; i < outer; i++) {
    const target = out.writable.subarray(i * step, (i + 1) * step);
    engine().gather(target, source.readable, source.offset + i * length * inner, places, inner);
  }
}

/**
 * The places of what is not 0: one int32 tensor per axis, row by row.
 *
 * @throws {@link ShapeError} when there is no axis
 *
 * @example
 * ```ts
 * const [rows, columns] = np.nonzero([[0, 1], [2, 0]]);
 * rows.toArray(); // [0, 1]
 * columns.toArray(); // [1, 0]
 * ```
 */
export function nonzero(a: TensorLike): Tensor[] {
  return placesOf("nonzero", a);
}

export function placesOf(name: string, a: TensorLike): Tensor[] {
  const t = toTensor(name, a);
  if (t.ndim === 0)
    throw new ShapeError(`${name}: an axis is needed, got shape (): a single number has no places`);
  const flat = nonzeroPlaces(t);
  return t.shape.map((length, axis) => {
    const inner = sizeOf(t.shape.slice(axis + 1));
    const places = flat.map((place) => Math.floor(place / inner) % length);
    return new Tensor(places, "int32", [places.length], [1]);
  });
}

function nonzeroPlaces(t: Tensor): Int32Array {
  const { shape, blocks } = makeLoop(t.shape, [t], [t.strides], [...t.shape.keys()]);
  return engine().findNonzero(shape, blocks[0]);
}

/**
 * The elements of `a` where `condition` is true, in one axis; a copy. The condition may cover only the first axes,
 * it then picks whole rows.
 *
 * @throws {@link ShapeError} when the shapes do not fit
 * @throws {@link DTypeError} when the condition is not bool
 *
 * @example
 * ```ts
 * const a = np.array([[1, 2], [3, 4]]);
 * np.mask(a, np.greater(a, 2)).toArray(); // [3, 4]
 * np.mask(a, [false, true]).toArray(); // [[3, 4]]
 * ```
 */
export function mask(a: TensorLike, condition: TensorLike): Tensor {
  const t = asContiguous(toTensor("mask", a));
  const chosen = toCondition("mask", condition);
  const covered = t.shape.slice(0, chosen.ndim);
  if (formatShape(covered) !== formatShape(chosen.shape)) {
    const got = `${formatShape(chosen.shape)} for ${formatShape(t.shape)}`;
    throw new ShapeError(
      `mask: the condition must have the shape of the tensor or of its first axes, got ${got}`,
    );
  }
  const rest = t.shape.slice(chosen.ndim);
  const places = nonzeroPlaces(chosen);
  const out = makeTensor(t.dtype, [places.length, ...rest]);
  engine().gather(out.writable, t.readable, t.offset, places, sizeOf(rest));
  return out;
}

function toCondition(name: string, condition: TensorLike): Tensor {
  const t = toTensor(name, condition);
  if (t.dtype === "bool") return t;
  throw new DTypeError(
    `${name}: the condition must be bool, got ${t.dtype}. Compare first, as in greater(a, 0)`,
  );
}

/**
 * Writes `value`, broadcast, into `target`, which may be a view; only where `where` is true, if it is given.
 *
 * @throws {@link ShapeError} when the value does not broadcast to the target
 *
 * @example
 * ```ts
 * const a = np.zeros([2, 2]);
 * np.copyto(a.slice(":", 0), [1, 2]);
 * a.toArray(); // [[1, 0], [2, 0]]
 * np.copyto(a, 9, { where: np.equal(a, 0) });
 * a.toArray(); // [[1, 9], [2, 9]]
 * ```
 */
export function copyto(
  target: Tensor,
  value: TensorLike,
  options: { readonly where?: TensorLike } = {},
): void {
  checkOptions("copyto", options, ["where"]);
  write("copyto", target, value, options.where);
}

/** Throws unless this is a tensor whose elements may be written one by one. */
export function checkTarget(name: string, target: unknown): asserts target is Tensor {
  if (!(target instanceof Tensor)) {
    throw new TypeError(`${name}: a tensor to write into is needed, got ${describeValue(target)}`);
  }
  const shares = target.strides.some((stride, axis) => stride === 0 && target.shape[axis] > 1);
  if (!shares || target.size === 0) return;
  throw new ShapeError(
    `${name}: a broadcast view cannot be written into, got shape ${formatShape(target.shape)}: its elements share memory. Copy it first`,
  );
}

/** Writes a value, broadcast, where a condition holds or everywhere. */
export function write(name: string, target: Tensor, value: TensorLike, where: TensorLike | undefined): void {
  checkTarget(name, target);
  if (typeof value === "number") checkStorable(name, target.dtype, value);
  const source = fitTo(name, toTensor(name, value), target.shape);
  const own = apartFrom(target, source);
  if (where === undefined) copyInto(target, own);
  else writeWhere(name, target, castTo(own, target.dtype), apartFrom(target, toCondition(name, where)));
}

/** A copy when the memory may be that of the target: what is still to be read would change. */
function apartFrom(target: Tensor, t: Tensor): Tensor {
  return t.readable.buffer === target.readable.buffer ? copyOf(t) : t;
}

/** The value seen in the shape it is written into; axes of length 1 in front of it do not count. */
export function fitTo(name: string, value: Tensor, shape: Shape): Tensor {
  const extra = Math.max(0, value.ndim - shape.length);
  const drops = value.shape.slice(0, extra).every((length) => length === 1);
  const source = drops
    ? value.view(value.shape.slice(extra), value.strides.slice(extra), value.offset)
    : value;
  if (sameShape(broadcastShapes(name, shape, source.shape), shape)) return source.broadcastTo(shape);
  const got = `${formatShape(value.shape)} into ${formatShape(shape)}`;
  throw new ShapeError(`${name}: the value must broadcast to the target, got ${got}: the target would grow`);
}

function writeWhere(name: string, target: Tensor, value: Tensor, condition: Tensor): void {
  broadcastShapes(name, target.shape, condition.shape);
  const operands = [target, condition, value, target];
  const strides = operands.map((t) => broadcastStrides(t.shape, t.strides, target.shape));
  const { shape, blocks } = makeLoop(target.shape, operands, strides);
  engine().select(shape, blocks[0], blocks[1], blocks[2], blocks[3]);
}
