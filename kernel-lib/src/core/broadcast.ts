/**
 * NumPy's broadcasting: shapes are aligned at the right, an axis of length 1 stretches by taking stride 0.
 */
import { ShapeError } from "./errors.js";
import type { Shape } from "./shape.js";
import { formatShape } from "./shape.js";
import type { Strides } from "./strides.js";

/** The common shape, or a ShapeError that names the first axis which clashes. */
export function broadcastShapes(name: string, ...shapes: Shape[]): number[] {
  return shapes.reduce<number[]>((result, shape) => broadcastPair(name, result, shape), []);
}

function broadcastPair(name: string, a: Shape, b: Shape): number[] {
  const ndim = Math.max(a.length, b.length);
  const shape = new Array<number>(ndim);
  for (let axis = 0; axis < ndim; axis++) {
    const left = a[axis - ndim + a.length] ?? 1;
    const right = b[axis - ndim + b.length] ?? 1;
    if (left !== right && left !== 1 && right !== 1) throw clash(name, a, b, axis, left, right);
    shape[axis] = left === 1 ? right : left;
  }
  return shape;
}

function clash(name: string, a: Shape, b: Shape, axis: number, left: number, right: number): ShapeError {
  const where =
    a.length === b.length ? `axis ${axis}` : `axis ${axis - Math.max(a.length, b.length)} from the end`;
  return new ShapeError(
    `${name}: shapes ${formatShape(a)} and ${formatShape(b)} do not broadcast: ${where} has ${left} and ${right}`,
  );
}

/** Strides of a tensor of shape `from` seen in the shape `to` that it broadcasts to. */
export function broadcastStrides(from: Shape, strides: Strides, to: Shape): number[] {
  const extra = to.length - from.length;
  return to.map((length, axis) => {
    if (axis < extra) return 0;
    return from[axis - extra] === 1 && length !== 1 ? 0 : strides[axis - extra];
  });
}
