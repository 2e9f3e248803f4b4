/**
 * Sorting, and what rests on it. Always stable; NaN comes last.
 */
import { ShapeError } from "../core/errors.js";
import { formatShape, resolveAxis } from "../core/shape.js";
import { loopOrder } from "../core/strides.js";
import type { Tensor, TensorLike } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { engine } from "../engines/index.js";
import {
  asContiguous,
  castTo,
  makeBlock,
  makeTarget,
  makeTensor,
  makeTensorInOrder,
  toTensor,
} from "./convert.js";
import { fromBuffer } from "./creation.js";
import { alongAxis, flatView } from "./reduce.js";

/** Along which axis is sorted. */
export interface SortOptions {
  /** -1, the last axis, by default; null sorts all elements in one axis. */
  readonly axis?: number | null | undefined;
}

/**
 * A sorted copy, along `axis` (the last by default); with `axis: null` all elements in one axis. Ascending, NaN last.
 *
 * @throws {@link AxisError} when the axis is not there
 *
 * @example
 * ```ts
 * np.sort([[3, 1, 2], [0, 5, 4]]).toArray(); // [[1, 2, 3], [0, 4, 5]]
 * np.sort([[3, 1], [0, 5]], { axis: null }).toArray(); // [0, 1, 3, 5]
 * ```
 */
export function sort(a: TensorLike, options: SortOptions = {}): Tensor {
  const { t, axis } = readSort("sort", a, options);
  const out = makeTensorInOrder(t.dtype, t.shape, loopOrder(t.shape, [t.strides]));
  const loop = alongAxis(t, out, axis);
  engine().sort(loop.shape, makeTarget(out, loop.outStrides), makeBlock(t, loop.strides));
  return out;
}

/**
 * The places that sort along `axis` (the last by default), int32; with `axis: null` those of all elements row by row. Equal
 * elements keep their order, NaN comes last.
 *
 * @throws {@link AxisError} when the axis is not there
 *
 * @example
 * ```ts
 * np.argsort([30, 10, 20]).toArray(); // [1, 2, 0]
 * ```
 */
export function argsort(a: TensorLike, options: SortOptions = {}): Tensor {
  const { t, axis } = readSort("argsort", a, options);
  const out = makeTensor("int32", t.shape);
  const loop = alongAxis(t, out, axis);
  engine().argSort(loop.shape, makeTarget(out, loop.outStrides), makeBlock(t, loop.strides));
  return out;
}

function readSort(name: string, a: TensorLike, options: SortOptions): { t: Tensor; axis: number } {
  checkOptions(name, options, ["axis"]);
  const t = toTensor(name, a);
  if (options.axis === null) return { t: flatView(asContiguous(t)), axis: 0 };
  return { t, axis: resolveAxis(name, options.axis ?? -1, t.shape) };
}

/** On which side of equal elements. */
export interface SearchOptions {
  /** "left" (default): before equal elements; "right": behind them. */
  readonly side?: "left" | "right" | undefined;
}

/**
 * The places at which `values` may be inserted into the sorted vector `a`, (n,), so that it stays sorted: int32, in the shape of
 * `values`.
 *
 * @throws {@link ShapeError} when `a` is no vector
 *
 * @example
 * ```ts
 * np.searchsorted([10, 20, 20, 30], [20, 35]).toArray(); // [1, 4]
 * np.searchsorted([10, 20, 20, 30], 20, { side: "right" }).item(); // 3
 * ```
 */
export function searchsorted(a: TensorLike, values: TensorLike, options: SearchOptions = {}): Tensor {
  checkOptions("searchsorted", options, ["side"]);
  const { side = "left" } = options;
  if (side !== "left" && side !== "right") {
    throw new TypeError(`searchsorted: side must be "left" or "right", got ${describeValue(side)}`);
  }
  const sorted = toTensor("searchsorted", a);
  if (sorted.ndim !== 1) {
    throw new ShapeError(`searchsorted: a sorted vector is needed, got shape ${formatShape(sorted.shape)}`);
  }
  const wanted = toTensor("searchsorted", values);
  const places = new Int32Array(wanted.size);
  engine().search(places, numbersOf(sorted), numbersOf(wanted), side === "right");
  return fromBuffer(places, wanted.shape);
}

function numbersOf(t: Tensor): Float64Array {
  return castTo(t, "float64").toTypedArray() as Float64Array;
}
