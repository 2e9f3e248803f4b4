/**
 * One tensor cut into several; the parts are views.
 */
import { ShapeError } from "../core/errors.js";
import { formatShape, resolveAxis, resolveWhole } from "../core/shape.js";
import type { Tensor, TensorLike } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { toTensor } from "./convert.js";

/** Into how many parts, or before which places it is cut: [2, 5] gives :2, 2:5 and 5:. */
export type Sections = number | readonly number[];

/** More are surely a mistake, and would take long. */
const mostParts = 1_000_000;

/** Along which axis is cut. */
export interface SplitOptions {
  /** 0 by default. */
  readonly axis?: number | undefined;
}

/**
 * The tensor cut along `axis` (0 by default) into equal parts, or before the places listed; views.
 *
 * @throws {@link ShapeError} when the axis does not divide into so many equal parts
 * @throws {@link AxisError} when the axis is not there
 *
 * @example
 * ```ts
 * np.split([1, 2, 3, 4], 2).map((part) => part.toArray()); // [[1, 2], [3, 4]]
 * np.split([1, 2, 3, 4], [1, 3]).map((part) => part.toArray()); // [[1], [2, 3], [4]]
 * ```
 */
export function split(a: TensorLike, sections: Sections, options: SplitOptions = {}): Tensor[] {
  return splitAlong("split", a, sections, options);
}

function splitAlong(name: string, a: TensorLike, sections: Sections, options: SplitOptions): Tensor[] {
  checkOptions(name, options, ["axis"]);
  const t = toTensor(name, a);
  const axis = resolveAxis(name, options.axis ?? 0, t.shape);
  const cuts = cutsOf(name, sections, t.shape[axis]);
  const isEven = typeof sections !== "number" || t.shape[axis] % sections === 0;
  if (isEven) return cutAt(t, axis, cuts);
  const got = `${sections} parts of axis ${axis} of ${formatShape(t.shape)}`;
  throw new ShapeError(`${name}: parts must be equal, got ${got}. Use arraySplit for unequal parts`);
}

/**
 * Like {@link split}, but parts may be unequal: the first ones are longer by 1 where the axis does not divide.
 *
 * @throws {@link AxisError} when the axis is not there
 *
 * @example
 * ```ts
 * np.arraySplit([1, 2, 3, 4, 5], 2).map((part) => part.toArray()); // [[1, 2, 3], [4, 5]]
 * ```
 */
export function arraySplit(a: TensorLike, sections: Sections, options: SplitOptions = {}): Tensor[] {
  checkOptions("arraySplit", options, ["axis"]);
  const t = toTensor("arraySplit", a);
  const axis = resolveAxis("arraySplit", options.axis ?? 0, t.shape);
  return cutAt(t, axis, cutsOf("arraySplit", sections, t.shape[axis]));
}

/**
 * Cut into parts that stood side by side: along axis 1, or along the only axis of a vector.
 *
 * @throws {@link ShapeError} when the parts are not equal, or there is no axis
 *
 * @example
 * ```ts
 * np.hsplit([[1, 2], [3, 4]], 2).map((part) => part.toArray()); // [[[1], [3]], [[2], [4]]]
 * ```
 */
export function hsplit(a: TensorLike, sections: Sections): Tensor[] {
  const t = checkAxes("hsplit", a, 1);
  return splitAlong("hsplit", t, sections, { axis: t.ndim === 1 ? 0 : 1 });
}

/**
 * Cut into parts that stood on top of each other: along axis 0 of at least two.
 *
 * @throws {@link ShapeError} when the parts are not equal, or there are fewer than two axes
 *
 * @example
 * ```ts
 * np.vsplit([[1, 2], [3, 4]], 2).map((part) => part.toArray()); // [[[1, 2]], [[3, 4]]]
 * ```
 */
export function vsplit(a: TensorLike, sections: Sections): Tensor[] {
  return splitAlong("vsplit", checkAxes("vsplit", a, 2), sections, {});
}

function checkAxes(name: string, a: TensorLike, fewest: number): Tensor {
  const t = toTensor(name, a);
  if (t.ndim >= fewest) return t;
  const needed = fewest === 1 ? "an axis is" : `${fewest} axes are`;
  throw new ShapeError(`${name}: ${needed} needed, got shape ${formatShape(t.shape)}`);
}

/** The places before which an axis is cut. */
function cutsOf(name: string, sections: Sections, length: number): number[] {
  if (Array.isArray(sections) && sections.length < mostParts)
    return Array.from(sections, (place) => resolveWhole(name, "a place", place));
  const parts = resolveWhole(name, "sections", sections);
  if (parts < 1 || parts > mostParts) {
    throw new ShapeError(`${name}: 1 to ${mostParts} parts are possible, got ${describeValue(sections)}`);
  }
  const [short, longer] = [Math.floor(length / parts), length % parts];
  return Array.from({ length: parts - 1 }, (_, k) => (k + 1) * short + Math.min(k + 1, longer));
}

function cutAt(t: Tensor, axis: number, cuts: readonly number[]): Tensor[] {
  const starts = [0, ...cuts];
  const ends = [...cuts, t.shape[axis]];
  return starts.map((start, k) =>
    t.slice(...t.shape.map((_, other) => (other === axis ? [start, ends[k]] : null))),
  );
}
