/**
 * Reductions: many elements to one. Without `axis` and `keepdims` they give a plain number.
 */
import type { DType } from "../core/dtype.js";
import { fitsInteger, isFloat } from "../core/dtype.js";
import { DTypeError, ShapeError } from "../core/errors.js";
import type { Axis, Shape } from "../core/shape.js";
import { formatShape, resolveAxes, resolveAxis, sizeOf } from "../core/shape.js";
import { loopOrder } from "../core/strides.js";
import { Tensor, type TensorLike } from "../core/tensor.js";
import type { AxisOptions, KeepdimsOptions, WholeOptions } from "../core/tensor-methods.js";
import { checkOptions, describeValue } from "../core/words.js";
import type { ReduceOp } from "../engines/engine.js";
import { engine } from "../engines/index.js";
import {
  asContiguous,
  asFloat,
  castTo,
  copyInto,
  makeBlock,
  makeLoop,
  makeResult,
  makeTarget,
  makeTensor,
  makeTensorInOrder,
  toTensor,
} from "./convert.js";
import { divide, multiply, subtract } from "./elementwise.js";
import { sumNow, waitingSums } from "./lazy/sums.js";
import { sqrt } from "./unary.js";

/** Along which axes, and whether they stay with length 1. */
export interface ReduceOptions {
  readonly axis?: Axis | null | undefined;
  readonly keepdims?: boolean | undefined;
}

/** A reduction: a plain value without axis and keepdims, else a tensor. */
export interface Reduction<R, A = Axis, More = unknown> {
  (a: TensorLike, options?: WholeOptions & More): R;
  (a: TensorLike, options: (AxisOptions<A> | KeepdimsOptions) & More): Tensor;
  (a: TensorLike, options?: ReduceOptions & More): R | Tensor;
}

/** What `std` and `var` divide by. */
export interface VarOptions {
  /** Divide by n - ddof; 1 gives the unbiased estimate. */
  readonly ddof?: number;
}

/** Makes the public function: checks options, computes with kept axes, then drops them or unwraps the number. */
export function makeReduction<R extends number | boolean, A = Axis, More = unknown>(
  name: string,
  compute: (t: Tensor, axes: number[], options: ReduceOptions & VarOptions) => Tensor,
  extra: readonly string[] = [],
): Reduction<R, A, More> {
  const known = ["axis", "keepdims", ...extra];
  const reduction = (a: TensorLike, options: ReduceOptions = {}): unknown => {
    checkOptions(name, options, known);
    const t = toTensor(name, a);
    const axes = resolveAxes(name, options.axis, t.lengths);
    checkDdof(name, (options as VarOptions).ddof);
    const kept = compute(t, axes, options);
    if (options.keepdims) return kept;
    if (options.axis !== undefined && options.axis !== null) return dropAxes(kept, axes);
    return kept.dtype === "bool" && boolResults.has(name) ? kept.item() !== 0 : kept.item();
  };
  return reduction as Reduction<R, A, More>;
}

function checkDdof(name: string, ddof: unknown): void {
  if (ddof === undefined || Number.isFinite(ddof)) return;
  throw new RangeError(`${name}: ddof must be a finite number, got ${describeValue(ddof)}`);
}

const boolResults: ReadonlySet<string> = new Set(["any", "all"]);

function dropAxes(t: Tensor, axes: readonly number[]): Tensor {
  const rest = t.shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
  const pick = (list: readonly number[]): number[] => rest.map((axis) => list[axis]);
  return t.view(pick(t.shape), pick(t.strides), t.offset);
}

export function keptShape(shape: Shape, axes: readonly number[]): number[] {
  return shape.map((length, axis) => (axes.includes(axis) ? 1 : length));
}

/** Reduces into a fresh tensor of `dtype` that starts with `start`, or with the first elements when null. */
export function fold(op: ReduceOp, t: Tensor, axes: number[], dtype: DType, start: number | null): Tensor {
  const common =
    start !== null &&
    t.isContiguous &&
    (axes.length === t.ndim || (axes.length === 1 && t.ndim === 2 && t.lengths[1] > 1));
  return common ? foldDense(op, t, axes, dtype, start) : foldAny(op, t, axes, dtype, start);
}

/** Without the search for a loop order: everything, or one axis of a matrix that lies row by row. */
function foldDense(op: ReduceOp, t: Tensor, axes: number[], dtype: DType, start: number): Tensor {
  const whole = axes.length === t.ndim;
  const byRows = axes[0] === 1;
  const [n, m] = [t.lengths[0], t.lengths[1]];
  const shape = whole ? t.lengths.map(() => 1) : byRows ? [n, 1] : [1, m];
  const waiting = op === "sum" && (whole || byRows) ? waitingSums(t, whole ? 1 : n, shape) : undefined;
  if (waiting !== undefined) return waiting;
  const out = makeResult(dtype, shape);
  out.writable.fill(start);
  if (whole) engine().reduce(op, [t.size], makeTarget(out, [0]), makeBlock(t, [1]));
  else engine().reduce(op, [n, m], makeTarget(out, byRows ? [1, 0] : [0, 1]), makeBlock(t, [m, 1]));
  return out;
}

function foldAny(op: ReduceOp, t: Tensor, axes: number[], dtype: DType, start: number | null): Tensor {
  const order = loopOrder(t.shape, [t.strides]);
  const out = makeTensorInOrder(dtype, keptShape(t.shape, axes), order);
  if (start === null) copyInto(out, firstElements(t, axes));
  else out.writable.fill(start);
  const strides = out.strides.map((stride, axis) => (axes.includes(axis) ? 0 : stride));
  const loop = makeLoop(t.shape, [out, t], [strides, t.strides], order);
  engine().reduce(op, loop.shape, loop.blocks[0], loop.blocks[1]);
  return out;
}

function firstElements(t: Tensor, axes: readonly number[]): Tensor {
  return t.slice(...t.shape.map((_, axis) => (axes.includes(axis) ? [0, 1] : null)));
}

/** Sums and products of integers and booleans are taken in float64; as a tensor they must fit int32. */
export function total(
  op: "sum" | "prod",
  name: string,
  t: Tensor,
  axes: number[],
  options: ReduceOptions,
): Tensor {
  const start = op === "sum" ? 0 : 1;
  if (isFloat(t.dtype)) return fold(op, t, axes, t.dtype, start);
  const exact = fold(op, t, axes, "float64", start);
  const isNumber = (options.axis === undefined || options.axis === null) && !options.keepdims;
  return isNumber && exact.item() !== 0 ? exact : toInt32(name, exact); // which has no -0
}

function toInt32(name: string, exact: Tensor): Tensor {
  for (const value of exact.size === 0 ? [] : [min(exact), max(exact)]) {
    if (fitsInteger("int32", value)) continue;
    throw new DTypeError(`${name}: the result must fit int32, got ${value}. Use astype("float64") first`);
  }
  return castTo(exact, "int32");
}

function checkNotEmpty(name: string, t: Tensor, axes: readonly number[]): void {
  if (axes.every((axis) => t.shape[axis] > 0)) return;
  throw new ShapeError(`${name}: at least one element is needed, got shape ${formatShape(t.shape)}`);
}

/**
 * Sum, in NumPy's pairwise order; over all axes, or over `axis` (one or a list). (n, m) -> (n, 1) for axis 1 with `keepdims`.
 *
 * @throws {@link AxisError} when an axis is not there
 * @throws {@link DTypeError} when sums of integers do not fit int32
 *
 * @example
 * ```ts
 * np.sum([[1, 2], [3, 4]]); // 10
 * np.sum([[1, 2], [3, 4]], { axis: 1, keepdims: true }).toArray(); // [[3], [7]]
 * ```
 */
export const sum: Reduction<number> = ((a: TensorLike, options?: ReduceOptions) =>
  (options === undefined && a instanceof Tensor ? sumNow(a) : undefined) ??
  sumAlong(a, options as AxisOptions<Axis>)) as Reduction<number>;

const sumAlong: Reduction<number> = makeReduction("sum", (t, axes, options) =>
  total("sum", "sum", t, axes, options),
);

/**
 * Product; 1 of nothing.
 *
 * @throws {@link AxisError} when an axis is not there
 * @throws {@link DTypeError} when products of integers do not fit int32
 *
 * @example
 * ```ts
 * np.prod([[1, 2], [3, 4]], { axis: 0 }).toArray(); // [3, 8]
 * ```
 */
export const prod: Reduction<number> = makeReduction("prod", (t, axes, options) =>
  total("prod", "prod", t, axes, options),
);

/**
 * Mean; NaN of nothing.
 *
 * @throws {@link AxisError} when an axis is not there
 *
 * @example
 * ```ts
 * np.mean([1, 2, 6]); // 3
 * ```
 */
export const mean: Reduction<number> = makeReduction("mean", meanOf);

function meanOf(t: Tensor, axes: number[]): Tensor {
  const sums = fold("sum", t, axes, isFloat(t.dtype) ? t.dtype : "float64", 0);
  return divide(sums, sizeOf(axes.map((axis) => t.shape[axis])));
}

function varianceOf(t: Tensor, axes: number[], options: VarOptions): Tensor {
  const x = asFloat(t);
  const deviation = subtract(x, meanOf(x, axes));
  const sums = fold("sum", multiply(deviation, deviation), axes, x.dtype, 0);
  const count = sizeOf(axes.map((axis) => t.shape[axis])) - (options.ddof ?? 0);
  return divide(sums, Math.max(count, 0));
}

/**
 * Variance, the mean squared distance from the mean; with `ddof: 1` the unbiased estimate.
 *
 * @throws {@link AxisError} when an axis is not there
 *
 * @example
 * ```ts
 * np.var([1, 3]); // 1
 * np.var([1, 3], { ddof: 1 }); // 2
 * ```
 */
export const variance: Reduction<number, Axis, VarOptions> = makeReduction("var", varianceOf, ["ddof"]);

/**
 * Standard deviation, the root of the variance.
 *
 * @throws {@link AxisError} when an axis is not there
 *
 * @example
 * ```ts
 * np.std([[1, 3], [2, 6]], { axis: 1 }).toArray(); // [1, 2]
 * ```
 */
export const std: Reduction<number, Axis, VarOptions> = makeReduction(
  "std",
  (t, axes, options) => sqrt(varianceOf(t, axes, options)),
  ["ddof"],
);

/**
 * The smallest element; NaN if there is one.
 *
 * @throws {@link ShapeError} when there is no element
 * @throws {@link AxisError} when an axis is not there
 *
 * @example
 * ```ts
 * np.min([[1, 5], [4, 2]], { axis: 0 }).toArray(); // [1, 2]
 * ```
 */
export const min: Reduction<number> = makeReduction("min", (t, axes) => extreme("min", t, axes));

/**
 * The largest element; NaN if there is one.
 *
 * @throws {@link ShapeError} when there is no element
 * @throws {@link AxisError} when an axis is not there
 *
 * @example
 * ```ts
 * np.max([[1, 5], [4, 2]]); // 5
 * ```
 */
export const max: Reduction<number> = makeReduction("max", (t, axes) => extreme("max", t, axes));

function extreme(name: "min" | "max", t: Tensor, axes: number[]): Tensor {
  checkNotEmpty(name, t, axes);
  return fold(name, t, axes, t.dtype, null);
}

/**
 * Whether any element is true (not 0); false of nothing.
 *
 * @throws {@link AxisError} when an axis is not there
 *
 * @example
 * ```ts
 * np.any([[0, 0], [0, 2]], { axis: 1 }).toArray(); // [false, true]
 * ```
 */
export const any: Reduction<boolean> = makeReduction("any", (t, axes) =>
  fold("max", castTo(t, "bool"), axes, "bool", 0),
);

/**
 * Whether all elements are true (not 0); true of nothing.
 *
 * @throws {@link AxisError} when an axis is not there
 *
 * @example
 * ```ts
 * np.all([1, 2, 0]); // false
 * ```
 */
export const all: Reduction<boolean> = makeReduction("all", (t, axes) =>
  fold("min", castTo(t, "bool"), axes, "bool", 1),
);

/**
 * Place of the first smallest element, counted row by row or along one axis; NaN wins.
 *
 * @throws {@link ShapeError} when there is no element
 * @throws {@link AxisError} when an axis is not there
 *
 * @example
 * ```ts
 * np.argmin([[3, 1], [0, 2]]); // 2
 * ```
 */
export const argmin: Reduction<number, number> = makeReduction("argmin", (t, axes) => place("min", t, axes));

/**
 * Place of the first largest element, counted row by row or along one axis; NaN wins.
 *
 * @throws {@link ShapeError} when there is no element
 * @throws {@link AxisError} when an axis is not there
 *
 * @example
 * ```ts
 * np.argmax([[3, 1], [0, 2]], { axis: 1 }).toArray(); // [0, 1]
 * ```
 */
export const argmax: Reduction<number, number> = makeReduction("argmax", (t, axes) => place("max", t, axes));

function place(op: "min" | "max", t: Tensor, axes: number[]): Tensor {
  checkNotEmpty(`arg${op}`, t, axes);
  const whole = axes.length === t.ndim;
  if (!whole && axes.length !== 1) {
    throw new ShapeError(`arg${op}: one axis or none is needed, got ${formatShape(axes)}`);
  }
  const source = whole ? asContiguous(t) : t;
  const out = makeTensor("int32", keptShape(t.shape, axes));
  const flat = whole ? source.view([t.size], [1], source.offset) : source;
  const target = whole ? out.view([1], [0], 0) : out;
  const loop = alongAxis(flat, target, whole ? 0 : axes[0]);
  engine().argExtreme(op, loop.shape, makeTarget(target, loop.outStrides), makeBlock(flat, loop.strides));
  return out;
}

/** The loop with `axis` innermost, so that an engine sees it as rows. */
export function alongAxis(
  t: Tensor,
  out: Tensor,
  axis: number,
): { shape: number[]; strides: number[]; outStrides: number[] } {
  const order = [...t.shape.keys()].filter((other) => other !== axis).concat(axis);
  const pick = (list: readonly number[]): number[] => order.map((other) => list[other]);
  return { shape: pick(t.shape), strides: pick(t.strides), outStrides: pick(out.strides) };
}

/**
 * Running sums along `axis`, or over all elements row by row.
 *
 * @throws {@link AxisError} when an axis is not there
 *
 * @example
 * ```ts
 * np.cumsum([1, 2, 3]).toArray(); // [1, 3, 6]
 * ```
 */
export function cumsum(a: TensorLike, options: { readonly axis?: number | null } = {}): Tensor {
  checkOptions("cumsum", options, ["axis"]);
  const t = toTensor("cumsum", a);
  const flat = options.axis === undefined || options.axis === null;
  const source = flat ? flatView(asContiguous(t)) : t;
  const axis = flat ? 0 : resolveAxis("cumsum", options.axis as number, t.shape);
  const out = makeTensor(isFloat(t.dtype) ? t.dtype : "float64", source.shape);
  const loop = alongAxis(source, out, axis);
  engine().cumulate(loop.shape, makeTarget(out, loop.outStrides), makeBlock(source, loop.strides));
  return isFloat(t.dtype) ? out : toInt32("cumsum", out);
}

export function flatView(t: Tensor): Tensor {
  return t.view([t.size], [1], t.offset);
}
