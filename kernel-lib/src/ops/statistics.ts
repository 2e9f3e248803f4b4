/**
 * Reductions built from others: counts, sums that skip NaN, middles of what is sorted, and the logarithm of a sum of exponentials.
 */
import { isFloat } from "../core/dtype.js";
import { DataError } from "../core/errors.js";
import { resolveAxes } from "../core/shape.js";
import type { Tensor, TensorLike } from "../core/tensor.js";
import { checkOptions } from "../core/words.js";
import { asFloat, castTo, toTensor } from "./convert.js";
import { fullLike } from "./creation.js";
import {
  add,
  clip,
  divide,
  greaterEqual,
  lessEqual,
  logicalAnd,
  multiply,
  subtract,
  where,
} from "./elementwise.js";
import { take } from "./indexing.js";
import { reshape } from "./movement.js";
import type { ReduceOptions, Reduction } from "./reduce.js";
import { all, fold, keptShape, makeReduction, total } from "./reduce.js";
import { sort } from "./sort.js";
import { exp, floor, isfinite, isnan, log } from "./unary.js";

/**
 * Sum in which NaN counts as 0.
 *
 * @example
 * ```ts
 * np.nansum([1, NaN, 2]); // 3
 * np.nansum([[1, NaN], [NaN, NaN]], { axis: 1 }).toArray(); // [1, 0]
 * ```
 */
export const nansum: Reduction<number> = makeReduction("nansum", (t, axes, options) =>
  total("sum", "nansum", isFloat(t.dtype) ? where(isnan(t), 0, t) : t, axes, options),
);

/**
 * How many elements are not 0 (true); NaN is not 0.
 *
 * @example
 * ```ts
 * np.countNonzero([[0, 1], [2, 3]]); // 3
 * np.countNonzero([[0, 1], [2, 3]], { axis: 0 }).toArray(); // [1, 2]
 * ```
 */
export const countNonzero: Reduction<number> = makeReduction("countNonzero", (t, axes, options) =>
  total("sum", "countNonzero", castTo(t, "bool"), axes, options),
);

/**
 * log(sum(exp(a))) without overflow: the largest element is taken out first. -Infinity of nothing.
 *
 * @example
 * ```ts
 * np.logSumExp([1000, 1000]); // 1000.6931471805599
 * np.logSumExp([[0, 0], [-Infinity, 5]], { axis: 1 }).toArray(); // [0.6931471805599453, 5]
 * ```
 */
export const logSumExp: Reduction<number> = makeReduction("logSumExp", (t, axes) => {
  const x = asFloat(t);
  const largest = fold("max", x, axes, x.dtype, -Infinity);
  const shift = where(isfinite(largest), largest, 0); // with infinities there is nothing to take out
  return add(log(fold("sum", exp(subtract(x, shift)), axes, x.dtype, 0)), shift);
});

/**
 * The middle of the sorted elements, the mean of the two middle ones when their number is even. NaN when there is one, or
 * nothing.
 *
 * @example
 * ```ts
 * np.median([3, 1, 2, 10]); // 2.5
 * np.median([[1, 5], [3, 2]], { axis: 0 }).toArray(); // [2, 3.5]
 * ```
 */
export const median: Reduction<number> = makeReduction("median", (t, axes) => {
  const sorted = sort(asRows(asFloat(t), axes)); // (..., n)
  const n = sorted.shape[sorted.ndim - 1];
  const kept = keptShape(t.shape, axes);
  if (n === 0) return fullLike(fold("sum", asFloat(t), axes, sorted.dtype, 0), NaN);
  const low = sorted.slice("...", Math.floor((n - 1) / 2));
  const high = sorted.slice("...", Math.floor(n / 2));
  const sum = add(low, 0); // a mean begins with 0, so that no -0 is left
  const middle = n % 2 === 1 ? sum : divide(add(sum, high), 2);
  return reshape(where(isnan(sorted.slice("...", -1)), NaN, middle), kept);
});

/** The axes brought together as the last one. */
function asRows(t: Tensor, axes: readonly number[]): Tensor {
  const others = [...t.shape.keys()].filter((axis) => !axes.includes(axis));
  const count = axes.reduce((product, axis) => product * t.shape[axis], 1);
  const shape = [...others.map((axis) => t.shape[axis]), count];
  return reshape(t.transpose([...others, ...axes]), shape);
}

/**
 * The value below which the share q, 0 to 1, of the elements lies; between two elements on a straight line. One number, or a
 * tensor whose first axes are those of `q`.
 *
 * @throws {@link DataError} when there are no elements, or a share lies outside 0..1
 *
 * @example
 * ```ts
 * np.quantile([1, 2, 3, 4], 0.5); // 2.5
 * np.quantile([1, 2, 3, 4, 5], [0.25, 1]).toArray(); // [2, 5]
 * ```
 */
export function quantile(
  a: TensorLike,
  q: number,
  options?: { readonly axis?: null; readonly keepdims?: false },
): number;
export function quantile(a: TensorLike, q: TensorLike, options?: ReduceOptions): Tensor;
export function quantile(a: TensorLike, q: TensorLike, options: ReduceOptions = {}): number | Tensor {
  return quantileOf("quantile", a, q, 1, options);
}

/**
 * Like {@link quantile} with q in percent, 0 to 100.
 *
 * @throws {@link DataError} when there are no elements, or a percentage lies outside 0..100
 *
 * @example
 * ```ts
 * np.percentile([1, 2, 3, 4], 50); // 2.5
 * ```
 */
export function percentile(
  a: TensorLike,
  q: number,
  options?: { readonly axis?: null; readonly keepdims?: false },
): number;
export function percentile(a: TensorLike, q: TensorLike, options?: ReduceOptions): Tensor;
export function percentile(a: TensorLike, q: TensorLike, options: ReduceOptions = {}): number | Tensor {
  return quantileOf("percentile", a, q, 100, options);
}

function quantileOf(
  name: string,
  a: TensorLike,
  q: TensorLike,
  whole: number,
  options: ReduceOptions,
): number | Tensor {
  checkOptions(name, options, ["axis", "keepdims"]);
  const t = asFloat(toTensor(name, a));
  const axes = resolveAxes(name, options.axis, t.shape);
  const share = asFloat(toTensor(name, q));
  const shares = divide(typeof q === "number" ? castTo(share, t.dtype) : share, whole); // a number adapts
  const sorted = sort(asRows(t, axes)); // (..., n)
  checkShares(name, shares, whole, sorted);
  const values = interpolate(sorted, reshape(shares, -1)); // (..., number of shares)
  const first = values.transpose([values.ndim - 1, ...[...values.shape.keys()].slice(0, -1)]);
  const rest = options.keepdims ? keptShape(t.shape, axes) : first.shape.slice(1);
  const result = reshape(first, [...shares.shape, ...rest]);
  const isNumber = result.ndim === 0 && (options.axis === undefined || options.axis === null);
  return isNumber ? result.item() : result;
}

function checkShares(name: string, shares: Tensor, whole: number, sorted: Tensor): void {
  if (sorted.shape[sorted.ndim - 1] === 0)
    throw new DataError(`${name}: at least one element is needed, got none`);
  if (all(logicalAnd(greaterEqual(shares, 0), lessEqual(shares, 1)))) return;
  throw new DataError(`${name}: q must lie in 0..${whole}, got ${multiply(shares, whole)}`);
}

/** Between the neighbours of each share, from the nearer one: rounded as NumPy rounds it. */
function interpolate(sorted: Tensor, shares: Tensor): Tensor {
  const last = sorted.shape[sorted.ndim - 1] - 1;
  const place = multiply(shares, last);
  const below = floor(place);
  const share = subtract(place, below);
  const low = take(sorted, below, { axis: -1 });
  const high = take(sorted, clip(add(below, 1), null, last), { axis: -1 });
  const width = subtract(high, low);
  const near = add(low, multiply(width, share));
  const far = subtract(high, multiply(width, subtract(1, share)));
  const between = where(greaterEqual(share, 0.5), far, near);
  return where(isnan(sorted.slice("...", [last, null])), NaN, between);
}
