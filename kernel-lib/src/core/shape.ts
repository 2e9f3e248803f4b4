/**
 * Shapes and axes: how they are counted, checked and printed. A shape is a list of axis lengths.
 */
import { AxisError, ShapeError } from "./errors.js";
import { describeValue } from "./words.js";

/** The length of each axis: (2, 3) is [2, 3], a single number has []. */
export type Shape = readonly number[];

/** One axis or several; a negative axis counts from the end. */
export type Axis = number | readonly number[];

/** Number of elements, the product of the lengths; 1 for the shape `()`. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (let axis = 0; axis < shape.length; axis++) size *= shape[axis];
  return size;
}

/** The way Python prints it: `(2, 3)`, `(5,)`, `()`. */
export function formatShape(shape: Shape): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
}

/** Same lengths in the same order. */
export function sameShape(a: Shape, b: Shape): boolean {
  if (a.length !== b.length) return false;
  for (let axis = 0; axis < a.length; axis++) if (a[axis] !== b[axis]) return false;
  return true;
}

/** Pairs made lately: most tensors have two axes. */
const pairs = new Array<Shape>(256).fill([0, 0]);

/** The same numbers in a list that nobody writes to; equal pairs share one. */
export function listOf(numbers: readonly number[]): readonly number[] {
  return numbers.length === 2 ? pairOf(numbers[0], numbers[1]) : [...numbers];
}

function pairOf(n: number, m: number): readonly number[] {
  const place = (n * 31 + m) & 255;
  const kept = pairs[place];
  if (kept[0] === n && kept[1] === m) return kept;
  pairs[place] = [n, m];
  return pairs[place];
}

/** Places are int32, so that no tensor has more elements. */
const mostElements = 2 ** 31 - 1;

/** As NumPy. */
const mostAxes = 64;

/** A checked copy of what the user gave: a length or a list of lengths, whole and not negative. */
export function toShape(name: string, shape: number | Shape): number[] {
  const lengths = typeof shape === "number" ? [shape] : shape;
  if (!Array.isArray(lengths)) {
    throw new ShapeError(`${name}: a shape is a list of lengths like [2, 3], got ${describeValue(shape)}`);
  }
  for (const length of lengths) {
    if (Number.isInteger(length) && length >= 0) continue;
    const got = lengths.length < 8 ? `(${lengths.map(describeValue).join(", ")})` : describeValue(length);
    throw new ShapeError(`${name}: lengths must be whole numbers from 0, got ${got}`);
  }
  checkElements(name, lengths);
  return [...lengths];
}

/** Throws a ShapeError when there are more axes than a tensor may have. */
export function checkAxisCount(name: string, count: number): void {
  if (count <= mostAxes) return;
  throw new ShapeError(`${name}: a tensor has at most ${mostAxes} axes, got ${count}`);
}

/** Throws a ShapeError when a tensor of this shape would be too large. */
export function checkElements(name: string, shape: Shape): void {
  checkAxisCount(name, shape.length);
  const size = sizeOf(shape);
  if (size <= mostElements) return;
  const got = `shape ${formatShape(shape)}: ${size}`;
  throw new ShapeError(`${name}: a tensor holds at most ${mostElements} elements, got ${got}`);
}

/** The number, when it is whole; else a TypeError that names the option. */
export function resolveWhole(name: string, option: string, value: unknown): number {
  if (Number.isInteger(value)) return value as number;
  throw new TypeError(`${name}: ${option} must be a whole number, got ${describeValue(value)}`);
}

/** The axis counted from 0, or an AxisError that names the range. */
export function resolveAxis(name: string, axis: number, shape: Shape): number {
  const ndim = shape.length;
  if (Number.isInteger(axis) && axis >= -ndim && axis < ndim) return axis < 0 ? axis + ndim : axis;
  const cure = ndim === 0 ? "a single number has no axes" : `use ${-ndim}..${ndim - 1}`;
  const got = typeof axis === "number" ? axis : describeValue(axis);
  throw new AxisError(`${name}: axis ${got} is out of range for shape ${formatShape(shape)}; ${cure}`);
}

/** Distinct axes counted from 0; all of them when `axis` is null or missing. */
export function resolveAxes(name: string, axis: Axis | null | undefined, shape: Shape): number[] {
  if (axis === null || axis === undefined) return shape.map((_, index) => index);
  if (typeof axis === "number") return [resolveAxis(name, axis, shape)];
  const list: readonly number[] = Array.isArray(axis) ? axis : [axis];
  checkAxisCount(name, list.length);
  const axes = list.map((one) => resolveAxis(name, one, shape));
  if (new Set(axes).size < axes.length) {
    throw new AxisError(`${name}: each axis may appear once, got ${formatShape(axes)}`);
  }
  return axes;
}

/** The index counted from 0, or an AxisError that names the range. */
export function resolveIndex(name: string, index: number, length: number, axis: number): number {
  if (Number.isInteger(index) && index >= -length && index < length)
    return index < 0 ? index + length : index;
  const cure = length === 0 ? "the axis is empty" : `use ${-length}..${length - 1}`;
  const got = typeof index === "number" ? index : describeValue(index);
  throw new AxisError(`${name}: index ${got} is out of range for axis ${axis} of length ${length}; ${cure}`);
}

/** Fills in the one length given as -1. */
export function resolveReshape(name: string, target: Shape, from: Shape): number[] {
  if (!Array.isArray(target)) toShape(name, target);
  checkAxisCount(name, target.length);
  if (!Array.from(target).every(Number.isInteger)) toShape(name, target);
  const size = sizeOf(from);
  const clash = (): ShapeError =>
    new ShapeError(
      `${name}: the number of elements must stay the same, got ${formatShape(from)} -> ${formatShape(target)}: ` +
        `${size} elements do not fill it`,
    );
  const unknown = target.filter((length) => length === -1).length;
  if (unknown > 1) throw new ShapeError(`${name}: only one length may be -1, got ${formatShape(target)}`);
  const known = sizeOf(target.filter((length) => length !== -1));
  if (unknown === 1 && (known === 0 || size % known !== 0)) throw clash();
  const shape = toShape(
    name,
    target.map((length) => (length === -1 ? size / known : length)),
  );
  if (sizeOf(shape) !== size) throw clash();
  return shape;
}
