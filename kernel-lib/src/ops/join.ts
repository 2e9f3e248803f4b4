/**
 * Several tensors made one.
 */
import type { DType } from "../core/dtype.js";
import { promote } from "../core/dtype.js";
import { ShapeError } from "../core/errors.js";
import type { Shape } from "../core/shape.js";
import { formatShape, resolveAxis } from "../core/shape.js";
import { loopOrder } from "../core/strides.js";
import type { Tensor, TensorLike } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { copyInto, makeTensorInOrder, toTensor } from "./convert.js";
import { expandDims, ravel, reshape } from "./movement.js";

/**
 * Tensors joined along an existing axis (0 by default), whose other axes agree; with `axis: null` all elements in one
 * axis. The dtypes meet as in arithmetic.
 *
 * @throws {@link ShapeError} when the other axes do not agree, or there is no tensor
 *
 * @example
 * ```ts
 * np.concatenate([[[1, 2]], [[3, 4]]]).toArray(); // [[1, 2], [3, 4]]
 * np.concatenate([[[1, 2]], [[3, 4]]], { axis: 1 }).toArray(); // [[1, 2, 3, 4]]
 * ```
 */
export function concatenate(
  list: readonly TensorLike[],
  options: { readonly axis?: number | null | undefined } = {},
): Tensor {
  checkOptions("concatenate", options, ["axis"]);
  const tensors = toTensors("concatenate", list);
  if (options.axis === null) return join("concatenate", tensors.map(ravel), 0);
  return join("concatenate", tensors, options.axis ?? 0);
}

function toTensors(name: string, list: readonly TensorLike[]): Tensor[] {
  if (!Array.isArray(list) || list.length === 0) {
    throw new ShapeError(`${name}: a list with at least one tensor is needed, got ${describeValue(list)}`);
  }
  return Array.from(list, (item) => toTensor(name, item)); // holes too
}

function join(name: string, tensors: readonly Tensor[], axis: number): Tensor {
  const first = tensors[0].shape;
  const at = resolveAxis(name, axis, first);
  for (const { shape } of tensors) checkJoin(name, first, shape, at);
  const total = tensors.reduce((length, t) => length + t.shape[at], 0);
  const shape = first.map((length, other) => (other === at ? total : length));
  const order = loopOrder(
    shape,
    tensors.map((t) => t.strides),
  );
  const out = makeTensorInOrder(commonDType(tensors), shape, order);
  let start = 0;
  for (const t of tensors) {
    const stop = start + t.shape[at];
    copyInto(out.slice(...shape.map((_, other) => (other === at ? [start, stop] : null))), t);
    start = stop;
  }
  return out;
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

/**
 * Tensors of one shape joined along a new axis (the first by default): three (2,) -> (3, 2).
 *
 * @throws {@link ShapeError} when the shapes differ
 *
 * @example
 * ```ts
 * np.stack([[1, 2], [3, 4]]).toArray(); // [[1, 2], [3, 4]]
 * np.stack([[1, 2], [3, 4]], { axis: -1 }).toArray(); // [[1, 3], [2, 4]]
 * ```
 */
export function stack(
  list: readonly TensorLike[],
  options: { readonly axis?: number | undefined } = {},
): Tensor {
  checkOptions("stack", options, ["axis"]);
  const tensors = toTensors("stack", list);
  const axis = resolveAxis("stack", options.axis ?? 0, [...tensors[0].shape, 1]);
  for (const { shape } of tensors) checkJoin("stack", tensors[0].shape, shape, -1);
  const raised = tensors.map((t) => expandDims(t, axis));
  return join("stack", raised, axis);
}

/**
 * Side by side: along axis 1, or end to end for vectors.
 *
 * @throws {@link ShapeError} when the other axes do not agree
 *
 * @example
 * ```ts
 * np.hstack([[[1], [2]], [[3], [4]]]).toArray(); // [[1, 3], [2, 4]]
 * ```
 */
export function hstack(list: readonly TensorLike[]): Tensor {
  const tensors = toTensors("hstack", list).map((t) => (t.ndim === 0 ? reshape(t, 1) : t));
  return join("hstack", tensors, tensors[0].ndim === 1 ? 0 : 1);
}

/**
 * On top of each other: along axis 0; vectors count as rows.
 *
 * @throws {@link ShapeError} when the other axes do not agree
 *
 * @example
 * ```ts
 * np.vstack([[1, 2], [3, 4]]).toArray(); // [[1, 2], [3, 4]]
 * ```
 */
export function vstack(list: readonly TensorLike[]): Tensor {
  const tensors = toTensors("vstack", list).map((t) => (t.ndim < 2 ? expandDims(ravel(t), 0) : t));
  return join("vstack", tensors, 0);
}
