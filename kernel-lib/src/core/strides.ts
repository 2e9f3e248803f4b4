/**
 * Strides, counted in elements: how far apart neighbours on an axis lie in storage. Also the order in which
 * loops walk several tensors at once, which is NumPy's own (nditer with order "K"): it decides the layout of
 * results and the order of additions, hence their last bit.
 */
import type { Shape } from "./shape.js";
import { sizeOf } from "./shape.js";

export type Strides = readonly number[];

/** Row-major strides: the last axis is dense. */
export function contiguousStrides(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = step;
    step *= shape[axis];
  }
  return strides;
}

/** Dense strides for a layout in which `order` lists the axes from the slowest to the fastest. */
export function stridesInOrder(shape: Shape, order: readonly number[]): number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (const axis of [...order].reverse()) {
    strides[axis] = step;
    step *= shape[axis];
  }
  return strides;
}

/** Whether the elements lie row by row without gaps; axes of length 1 do not matter. */
export function isContiguous(shape: Shape, strides: Strides): boolean {
  let step = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    if (shape[axis] !== 1 && strides[axis] !== step) return sizeOf(shape) === 0;
    step *= shape[axis];
  }
  return true;
}

/** The axes from the slowest to the fastest, by the strides of all operands; on conflict the given order wins. */
export function loopOrder(shape: Shape, operands: readonly Strides[]): number[] {
  const order: number[] = []; // from the fastest to the slowest while sorting
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    let position = order.length;
    for (let other = order.length - 1; other >= 0; other--) {
      const verdict = compareAxes(axis, order[other], operands);
      if (verdict === "outside") break;
      if (verdict === "inside") position = other;
    }
    order.splice(position, 0, axis);
  }
  return order.reverse();
}

function compareAxes(axis: number, other: number, operands: readonly Strides[]): string {
  let verdict = "unknown";
  for (const strides of operands) {
    const own = Math.abs(strides[axis]);
    const theirs = Math.abs(strides[other]);
    if (own === 0 || theirs === 0) continue;
    if (theirs <= own) verdict = "outside";
    else if (verdict === "unknown") verdict = "inside";
  }
  return verdict;
}

/** The axes of a loop nest, slowest first; `strides[k]` belongs to operand k. */
export interface LoopNest {
  readonly shape: number[];
  readonly strides: number[][];
}

/** Drops axes of length 1 and joins neighbours that all operands walk in one stride. Never fewer than one axis. */
export function makeLoopNest(shape: Shape, operands: readonly Strides[], order: readonly number[]): LoopNest {
  const nest: LoopNest = { shape: [], strides: operands.map(() => []) };
  for (const axis of order) {
    if (shape[axis] === 1) continue;
    const last = nest.shape.length - 1;
    const joins = last >= 0 && allJoin(nest, last, operands, axis, shape[axis]);
    if (joins) nest.shape[last] *= shape[axis];
    else nest.shape.push(shape[axis]);
    for (let k = 0; k < operands.length; k++) nest.strides[k][joins ? last : last + 1] = operands[k][axis];
  }
  if (nest.shape.length > 0) return nest;
  return { shape: [1], strides: operands.map(() => [0]) };
}

/** Whether a step on the nest's last axis is, for every operand, a walk along the whole of `axis`. */
function allJoin(
  nest: LoopNest,
  last: number,
  operands: readonly Strides[],
  axis: number,
  length: number,
): boolean {
  for (let k = 0; k < operands.length; k++) {
    if (nest.strides[k][last] !== operands[k][axis] * length) return false;
  }
  return true;
}

/** Strides that show the same elements in a new shape without copying, or null when there are none. */
export function reshapedStrides(from: Shape, strides: Strides, to: Shape): number[] | null {
  if (sizeOf(from) === 0) return contiguousStrides(to);
  const nest = makeLoopNest(
    from,
    [strides],
    from.map((_, axis) => axis),
  );
  const result = new Array<number>(to.length);
  let group = nest.shape.length - 1;
  let left = nest.shape[group];
  let step = nest.strides[0][group];
  for (let axis = to.length - 1; axis >= 0; axis--) {
    if (to[axis] > 1 && left === 1 && group > 0) {
      group -= 1;
      left = nest.shape[group];
      step = nest.strides[0][group];
    }
    if (left % to[axis] !== 0) return null;
    result[axis] = step;
    step *= to[axis];
    left /= to[axis];
  }
  return result;
}
