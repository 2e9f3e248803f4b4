/**
 * Sums of products over chosen axes: tensordot, by one product of matrices.
 */
import { ShapeError } from "../core/errors.js";
import type { Axis, Shape } from "../core/shape.js";
import { formatShape, resolveAxes, sizeOf } from "../core/shape.js";
import type { Tensor, TensorLike } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { toTensor } from "./convert.js";
import { reshape } from "./movement.js";
import { matmul } from "./products.js";

/** Over which axes is summed. */
export interface TensordotOptions {
  /** How many of the last axes of a meet the first of b (2 by default), or which: `[axes of a, axes of b]`. */
  readonly axes?: number | readonly [Axis, Axis] | undefined;
}

/**
 * Sum of products over the axes that meet; the rest of a's axes, then of b's, are the result's.
 *
 * @throws {@link ShapeError} when axes that meet differ in length
 *
 * @example
 * ```ts
 * np.tensordot([[1, 2], [3, 4]], [[1, 0], [0, 1]], { axes: 1 }).toArray(); // [[1, 2], [3, 4]]
 * np.tensordot(np.ones([2, 3, 4]), np.ones([4, 3, 5]), { axes: [[1, 2], [1, 0]] }).shape; // [2, 5]
 * ```
 */
export function tensordot(a: TensorLike, b: TensorLike, options: TensordotOptions = {}): Tensor {
  checkOptions("tensordot", options, ["axes"]);
  const [x, y] = [toTensor("tensordot", a), toTensor("tensordot", b)];
  const [xAxes, yAxes] = axesOf(options.axes ?? 2, x.shape, y.shape);
  checkLengths(x.shape, y.shape, xAxes, yAxes);
  const xRest = restOf(x.shape, xAxes);
  const yRest = restOf(y.shape, yAxes);
  const lengths = (shape: Shape, axes: readonly number[]): number[] => axes.map((axis) => shape[axis]);
  const k = sizeOf(lengths(x.shape, xAxes));
  const left = reshape(x.transpose([...xRest, ...xAxes]), [sizeOf(lengths(x.shape, xRest)), k]);
  const right = reshape(y.transpose([...yAxes, ...yRest]), [k, sizeOf(lengths(y.shape, yRest))]);
  return reshape(matmul(left, right), [...lengths(x.shape, xRest), ...lengths(y.shape, yRest)]);
}

function restOf(shape: Shape, axes: readonly number[]): number[] {
  return [...shape.keys()].filter((axis) => !axes.includes(axis));
}

function axesOf(axes: unknown, x: Shape, y: Shape): [number[], number[]] {
  if (Array.isArray(axes) && axes.length === 2) {
    return [resolveAxes("tensordot", axes[0], x), resolveAxes("tensordot", axes[1], y)];
  }
  const count = axes as number;
  if (Number.isInteger(count) && count >= 0 && count <= Math.min(x.length, y.length)) {
    const meet = Array.from({ length: count }, (_, i) => i);
    return [meet.map((i) => x.length - count + i), meet];
  }
  const shapes = `${formatShape(x)} and ${formatShape(y)}`;
  const rule = "axes are a count or a pair like [[1], [0]]";
  throw new ShapeError(`tensordot: ${rule}, got ${describeValue(axes)} for shapes ${shapes}`);
}

function checkLengths(x: Shape, y: Shape, xAxes: readonly number[], yAxes: readonly number[]): void {
  const [left, right] = [xAxes.map((axis) => x[axis]), yAxes.map((axis) => y[axis])];
  if (left.length === right.length && left.every((length, i) => length === right[i])) return;
  const got = `${formatShape(x)} and ${formatShape(y)}: ${formatShape(left)} meets ${formatShape(right)}`;
  throw new ShapeError(`tensordot: axes that meet must have one length, got ${got}`);
}
