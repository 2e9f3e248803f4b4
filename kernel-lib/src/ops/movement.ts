/**
 * The same elements in another shape or order. Views where the layout allows, copies where it does not.
 */
import type { DType } from "../core/dtype.js";
import { checkDType } from "../core/dtype.js";
import { ShapeError } from "../core/errors.js";
import type { Axis, Shape } from "../core/shape.js";
import {
  checkAxisCount,
  formatShape,
  resolveAxes,
  resolveAxis,
  resolveReshape,
  sizeOf,
  toShape,
} from "../core/shape.js";
import { contiguousStrides, reshapedStrides } from "../core/strides.js";
import type { Tensor, TensorLike } from "../core/tensor.js";
import { checkOptions } from "../core/words.js";
import { asContiguous, castTo, copyOf, toTensor } from "./convert.js";

/**
 * The same elements, row by row, in a new shape; one length may be -1. A view where the layout allows, else a copy.
 *
 * @throws {@link ShapeError} when the elements do not fill the shape
 *
 * @example
 * ```ts
 * np.reshape([1, 2, 3, 4, 5, 6], [2, -1]).toArray(); // [[1, 2, 3], [4, 5, 6]]
 * ```
 */
export function reshape(a: TensorLike, shape: number | Shape): Tensor {
  const t = toTensor("reshape", a);
  const lengths = resolveReshape("reshape", typeof shape === "number" ? [shape] : shape, t.shape);
  const strides = reshapedStrides(t.shape, t.strides, lengths);
  if (strides !== null) return t.view(lengths, strides, t.offset);
  return copyOf(t).view(lengths, contiguousStrides(lengths), 0);
}

/**
 * All elements in one axis, row by row without gaps; a view where they lie like that already, else a copy.
 *
 * @example
 * ```ts
 * np.ravel([[1, 2], [3, 4]]).toArray(); // [1, 2, 3, 4]
 * ```
 */
export function ravel(a: TensorLike): Tensor {
  return reshape(asContiguous(toTensor("ravel", a)), -1);
}

/**
 * Axes in a new order, reversed by default; a view.
 *
 * @throws {@link ShapeError} when `axes` does not name every axis once
 *
 * @example
 * ```ts
 * np.transpose([[1, 2, 3]]).toArray(); // [[1], [2], [3]]
 * np.transpose(np.zeros([2, 3, 4]), [1, 0, 2]).shape; // [3, 2, 4]
 * ```
 */
export function transpose(a: TensorLike, axes?: readonly number[]): Tensor {
  return toTensor("transpose", a).transpose(axes);
}

/**
 * Two axes exchanged; a view.
 *
 * @throws {@link AxisError} when an axis is not there
 *
 * @example
 * ```ts
 * np.swapaxes(np.zeros([2, 3, 4]), 0, -1).shape; // [4, 3, 2]
 * ```
 */
export function swapaxes(a: TensorLike, first: number, second: number): Tensor {
  const t = toTensor("swapaxes", a);
  const axes = [...t.shape.keys()];
  const [i, j] = [resolveAxis("swapaxes", first, t.shape), resolveAxis("swapaxes", second, t.shape)];
  [axes[i], axes[j]] = [axes[j], axes[i]];
  return t.transpose(axes);
}

/**
 * Without the axes of length 1, or without those named in `axis`; a view.
 *
 * @throws {@link ShapeError} when a named axis is longer
 *
 * @example
 * ```ts
 * np.squeeze([[[1], [2]]]).toArray(); // [1, 2]
 * np.squeeze([[[1], [2]]], { axis: 0 }).toArray(); // [[1], [2]]
 * ```
 */
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

/**
 * New axes of length 1 at the places `axis` of the result; a view: (3,) -> (1, 3) for axis 0.
 *
 * @throws {@link AxisError} when a place is not in the result
 *
 * @example
 * ```ts
 * np.expandDims([1, 2], 0).toArray(); // [[1, 2]]
 * np.expandDims([1, 2], -1).toArray(); // [[1], [2]]
 * ```
 */
export function expandDims(a: TensorLike, axis: Axis): Tensor {
  const t = toTensor("expandDims", a);
  const count = Array.isArray(axis) ? axis.length : 1;
  checkAxisCount("expandDims", t.ndim + count);
  const places = resolveAxes("expandDims", axis, [...new Array<number>(count).fill(1), ...t.shape]);
  const [shape, strides] = [[...t.shape], [...t.strides]];
  for (const place of places.sort((p, q) => p - q)) {
    shape.splice(place, 0, 1);
    strides.splice(place, 0, 0);
  }
  return t.view(shape, strides, t.offset);
}

/**
 * A view that repeats axes of length 1 to fill `shape`. Its elements share memory: copy before writing.
 *
 * @throws {@link ShapeError} when the shapes do not broadcast
 *
 * @example
 * ```ts
 * np.broadcastTo([[1], [2]], [2, 3]).toArray(); // [[1, 1, 1], [2, 2, 2]]
 * ```
 */
export function broadcastTo(a: TensorLike, shape: number | Shape): Tensor {
  return toTensor("broadcastTo", a).broadcastTo(toShape("broadcastTo", shape));
}

/**
 * The order reversed along `axis` (one or a list), or along every axis; a view.
 *
 * @throws {@link AxisError} when an axis is not there
 *
 * @example
 * ```ts
 * np.flip([[1, 2], [3, 4]]).toArray(); // [[4, 3], [2, 1]]
 * np.flip([[1, 2], [3, 4]], { axis: 1 }).toArray(); // [[2, 1], [4, 3]]
 * ```
 */
export function flip(a: TensorLike, options: { readonly axis?: Axis | null } = {}): Tensor {
  checkOptions("flip", options, ["axis"]);
  const t = toTensor("flip", a);
  const axes = resolveAxes("flip", options.axis, t.shape);
  return t.slice(...t.shape.map((_, axis) => (axes.includes(axis) ? "::-1" : null)));
}

/**
 * A copy with another dtype, in the same memory order; fractions are cut off for integers, what is not 0 is true.
 *
 * @throws {@link DTypeError} when the dtype is not one of the five
 *
 * @example
 * ```ts
 * np.astype([0, 1.7, -1.7], "int32").toArray(); // [0, 1, -1]
 * ```
 */
export function astype(a: TensorLike, dtype: DType): Tensor {
  const t = toTensor("astype", a);
  checkDType("astype", dtype);
  return t.dtype === dtype ? copyOf(t) : castTo(t, dtype);
}

/**
 * A copy, row by row.
 *
 * @example
 * ```ts
 * const a = np.zeros(2);
 * np.copy(a).assign(1);
 * a.toArray(); // [0, 0]
 * ```
 */
export function copy(a: TensorLike): Tensor {
  return copyOf(toTensor("copy", a));
}

/**
 * Number of elements.
 *
 * @example
 * ```ts
 * np.size([[1, 2, 3]]); // 3
 * ```
 */
export function size(a: TensorLike): number {
  return sizeOf(toTensor("size", a).shape);
}

/**
 * Lengths of the axes.
 *
 * @example
 * ```ts
 * np.shape([[1, 2, 3]]); // [1, 3]
 * ```
 */
export function shape(a: TensorLike): number[] {
  return [...toTensor("shape", a).shape];
}
