/**
 * Moving elements without changing them. Views where the layout allows, copies where it does not.
 */
import type { DType } from "../core/dtype.js";
import { checkDType, promote } from "../core/dtype.js";
import { ShapeError } from "../core/errors.js";
import type { Axis, Shape } from "../core/shape.js";
import { formatShape, resolveAxes, resolveAxis, resolveReshape, sizeOf, toShape } from "../core/shape.js";
import { contiguousStrides, reshapedStrides } from "../core/strides.js";
import type { Tensor, TensorLike } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { castTo, copyInto, copyOf, makeTensor, toTensor } from "./convert.js";
import { take } from "./indexing.js";

/** The same elements, row by row, in a new shape; one length may be -1. A view where the layout allows. */
export function reshape(a: TensorLike, shape: number | Shape): Tensor {
  const t = toTensor("reshape", a);
  const lengths = resolveReshape("reshape", typeof shape === "number" ? [shape] : shape, t.shape);
  const strides = reshapedStrides(t.shape, t.strides, lengths);
  if (strides !== null) return t.view(lengths, strides, t.offset);
  return copyOf(t).view(lengths, contiguousStrides(lengths), 0);
}

/** All elements in one axis, row by row; a view where the layout allows. */
export function ravel(a: TensorLike): Tensor {
  return reshape(toTensor("ravel", a), -1);
}

/** Axes in a new order, reversed by default; a view. */
export function transpose(a: TensorLike, axes?: readonly number[]): Tensor {
  return toTensor("transpose", a).transpose(axes);
}

/** Two axes exchanged; a view. */
export function swapaxes(a: TensorLike, first: number, second: number): Tensor {
  const t = toTensor("swapaxes", a);
  const axes = [...t.shape.keys()];
  const [i, j] = [resolveAxis("swapaxes", first, t.shape), resolveAxis("swapaxes", second, t.shape)];
  [axes[i], axes[j]] = [axes[j], axes[i]];
  return t.transpose(axes);
}

/** Without the axes of length 1, or without those named in `axis`; a view. */
export function squeeze(a: TensorLike, options: { readonly axis?: Axis | null } = {}): Tensor {
  checkOptions("squeeze", options, ["axis"]);
  const t = toTensor("squeeze", a);
  const named = options.axis !== undefined && options.axis !== null;
  const axes = resolveAxes("squeeze", options.axis, t.shape).filter((axis) => named || t.shape[axis] === 1);
  for (const axis of axes) {
    if (t.shape[axis] === 1) continue;
    const got = `${formatShape(t.shape)}: axis ${axis} has ${t.shape[axis]}`;
    throw new ShapeError(`squeeze: only axes of length 1 can go, got ${got}`);
  }
  const keep = (list: readonly number[]): number[] => list.filter((_, axis) => !axes.includes(axis));
  return t.view(keep(t.shape), keep(t.strides), t.offset);
}

/** A new axis of length 1 at place `axis`; a view: (3,) -> (1, 3) for axis 0. */
export function expandDims(a: TensorLike, axis: number): Tensor {
  const t = toTensor("expandDims", a);
  const place = resolveAxis("expandDims", axis, [...t.shape, 1]);
  const insert = (list: readonly number[], value: number): number[] => [
    ...list.slice(0, place),
    value,
    ...list.slice(place),
  ];
  return t.view(insert(t.shape, 1), insert(t.strides, 0), t.offset);
}

/** A view that repeats axes of length 1 to fill `shape`. */
export function broadcastTo(a: TensorLike, shape: number | Shape): Tensor {
  return toTensor("broadcastTo", a).broadcastTo(toShape("broadcastTo", shape));
}

/** Tensors joined along an existing axis (0 by default); the other axes must agree. */
export function concatenate(list: readonly TensorLike[], options: { readonly axis?: number } = {}): Tensor {
  checkOptions("concatenate", options, ["axis"]);
  return join("concatenate", toTensors("concatenate", list), options.axis ?? 0);
}

function toTensors(name: string, list: readonly TensorLike[]): Tensor[] {
  if (!Array.isArray(list) || list.length === 0) {
    throw new ShapeError(`${name}: a list with at least one tensor is needed, got ${describeValue(list)}`);
  }
  return list.map((item) => toTensor(name, item));
}

function join(name: string, tensors: readonly Tensor[], axis: number): Tensor {
  const first = tensors[0].shape;
  const at = resolveAxis(name, axis, first);
  for (const { shape } of tensors) checkJoin(name, first, shape, at);
  const shape = first.map((length, other) => (other === at ? sum(tensors.map((t) => t.shape[at])) : length));
  const out = makeTensor(commonDType(tensors), shape);
  let start = 0;
  for (const t of tensors) {
    const stop = start + t.shape[at];
    copyInto(out.slice(...shape.map((_, other) => (other === at ? [start, stop] : null))), t);
    start = stop;
  }
  return out;
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}

function commonDType(tensors: readonly Tensor[]): DType {
  return tensors.map((t) => t.dtype).reduce(promote);
}

function checkJoin(name: string, first: Shape, shape: Shape, axis: number): void {
  const clash = first.findIndex((length, other) => other !== axis && length !== shape[other]);
  if (first.length === shape.length && clash < 0) return;
  const why =
    first.length === shape.length
      ? `axis ${clash} has ${first[clash]} and ${shape[clash]}`
      : `${first.length} and ${shape.length} axes`;
  const got = `${formatShape(first)} and ${formatShape(shape)}`;
  throw new ShapeError(`${name}: shapes must agree except on axis ${axis}, got ${got}: ${why}`);
}

/** Tensors of one shape joined along a new axis (the first by default): three (2,) -> (3, 2). */
export function stack(list: readonly TensorLike[], options: { readonly axis?: number } = {}): Tensor {
  checkOptions("stack", options, ["axis"]);
  const tensors = toTensors("stack", list);
  const axis = resolveAxis("stack", options.axis ?? 0, [...tensors[0].shape, 1]);
  for (const { shape } of tensors) checkJoin("stack", tensors[0].shape, shape, -1);
  return join(
    "stack",
    tensors.map((t) => expandDims(t, axis)),
    axis,
  );
}

/** Side by side: along axis 1, or end to end for vectors. */
export function hstack(list: readonly TensorLike[]): Tensor {
  const tensors = toTensors("hstack", list).map((t) => (t.ndim === 0 ? reshape(t, 1) : t));
  return join("hstack", tensors, tensors[0].ndim === 1 ? 0 : 1);
}

/** On top of each other: along axis 0; vectors count as rows. */
export function vstack(list: readonly TensorLike[]): Tensor {
  const tensors = toTensors("vstack", list).map((t) => (t.ndim < 2 ? reshape(t, [1, -1]) : t));
  return join("vstack", tensors, 0);
}

/** The order reversed along `axis`, or along every axis; a view. */
export function flip(a: TensorLike, options: { readonly axis?: Axis | null } = {}): Tensor {
  checkOptions("flip", options, ["axis"]);
  const t = toTensor("flip", a);
  const axes = resolveAxes("flip", options.axis, t.shape);
  return t.slice(...t.shape.map((_, axis) => (axes.includes(axis) ? "::-1" : null)));
}

/** The whole tensor repeated: `np.tile([1, 2], 2)` is [1, 2, 1, 2]; one count per axis. */
export function tile(a: TensorLike, counts: number | Shape): Tensor {
  const t = toTensor("tile", a);
  const reps = toShape("tile", counts);
  const ndim = Math.max(t.ndim, reps.length);
  const pad = (list: readonly number[]): number[] => [...new Array(ndim - list.length).fill(1), ...list];
  const [shape, times] = [pad(t.shape), pad(reps)];
  const spread = reshape(
    t,
    shape.flatMap((length) => [1, length]),
  ).broadcastTo(shape.flatMap((length, axis) => [times[axis], length]));
  return reshape(
    copyOf(spread),
    shape.map((length, axis) => length * times[axis]),
  );
}

/** Each element repeated: `np.repeat([1, 2], 2)` is [1, 1, 2, 2]; along `axis`, or over all row by row. */
export function repeat(
  a: TensorLike,
  counts: number | Shape,
  options: { readonly axis?: number | null } = {},
): Tensor {
  checkOptions("repeat", options, ["axis"]);
  const t = toTensor("repeat", a);
  const flat = options.axis === undefined || options.axis === null;
  const source = flat ? ravel(t) : t;
  const axis = flat ? 0 : resolveAxis("repeat", options.axis as number, t.shape);
  const given = toShape("repeat", counts);
  const length = source.shape[axis];
  if (given.length !== 1 && given.length !== length) {
    throw new ShapeError(`repeat: one count or one per element is needed, got ${given.length} for ${length}`);
  }
  const places = Array.from({ length }, (_, i) => new Array<number>(given[i % given.length]).fill(i)).flat();
  return take(source, places, { axis });
}

/** A copy with another dtype, in the same memory order; fractions are cut off for integers. */
export function astype(a: TensorLike, dtype: DType): Tensor {
  const t = toTensor("astype", a);
  checkDType("astype", dtype);
  return t.dtype === dtype ? copyOf(t) : castTo(t, dtype);
}

/** A copy, row by row. */
export function copy(a: TensorLike): Tensor {
  return copyOf(toTensor("copy", a));
}

/** Number of elements. */
export function size(a: TensorLike): number {
  return sizeOf(toTensor("size", a).shape);
}

/** Lengths of the axes. */
export function shape(a: TensorLike): number[] {
  return [...toTensor("shape", a).shape];
}
