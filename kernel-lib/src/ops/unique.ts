/**
 * The different elements of a tensor.
 */
import type { Tensor, TensorLike } from "../core/tensor.js";
import { checkOptions } from "../core/words.js";
import { assign } from "./advanced-indexing.js";
import { toTensor } from "./convert.js";
import { onesLike } from "./creation.js";
import { logicalAnd, notEqual, subtract } from "./elementwise.js";
import { mask, nonzero, take } from "./indexing.js";
import { concatenate } from "./join.js";
import { reshape } from "./movement.js";
import { arange } from "./ranges.js";
import { cumsum } from "./reduce.js";
import { argsort } from "./sort.js";
import { isnan, logicalNot } from "./unary.js";

/** What `unique` is asked for besides the values. */
export interface UniqueOptions {
  /** Where each value stands first, counted row by row. */
  readonly returnIndex?: boolean | undefined;
  /** For each element the place of its value, in the shape of the tensor. */
  readonly returnInverse?: boolean | undefined;
  /** How often each value stands. */
  readonly returnCounts?: boolean | undefined;
}

/** What `unique` gives when asked for more than the values. */
export type UniqueParts<O extends UniqueOptions> = { readonly values: Tensor } & (O extends {
  returnIndex: true;
}
  ? { readonly index: Tensor }
  : unknown) &
  (O extends { returnInverse: true } ? { readonly inverse: Tensor } : unknown) &
  (O extends { returnCounts: true } ? { readonly counts: Tensor } : unknown);

/**
 * The different elements, sorted, in one axis; NaN stands once. With options a record of `values` and what was asked for: `index`
 * and `counts`, (values.size,), and `inverse`, in the shape of `a`; all int32.
 *
 * @example
 * ```ts
 * np.unique([[3, 1], [1, 2]]).toArray(); // [1, 2, 3]
 * const { values, inverse, counts } = np.unique([3, 1, 3], { returnInverse: true, returnCounts: true });
 * counts.toArray(); // [1, 2]
 * np.take(values, inverse).toArray(); // [3, 1, 3]
 * ```
 */
export function unique(a: TensorLike): Tensor;
export function unique<const O extends UniqueOptions>(a: TensorLike, options: O): UniqueParts<O>;
export function unique(a: TensorLike, options?: UniqueOptions): unknown {
  checkOptions("unique", options, ["returnIndex", "returnInverse", "returnCounts"]);
  const t = toTensor("unique", a);
  const order = argsort(t, { axis: null }); // (n,)
  const sorted = take(t, order); // (n,)
  const isNew = startsValue(sorted); // (n,)
  const values = mask(sorted, isNew);
  if (options === undefined) return values;
  return {
    values,
    ...(options.returnIndex ? { index: mask(order, isNew) } : {}),
    ...(options.returnInverse ? { inverse: reshape(inverseOf(order, isNew), t.shape) } : {}),
    ...(options.returnCounts ? { counts: countsOf(isNew) } : {}),
  };
}

/** Which sorted elements differ from the one before. */
function startsValue(sorted: Tensor): Tensor {
  const [left, right] = [sorted.slice(":-1"), sorted.slice("1:")];
  const differs = logicalAnd(notEqual(left, right), logicalNot(isnan(left))); // behind NaN only NaN follows
  return concatenate([onesLike(sorted.slice(":1"), { dtype: "bool" }), differs]);
}

function inverseOf(order: Tensor, isNew: Tensor): Tensor {
  const place = subtract(cumsum(isNew), 1); // which value, in sorted order
  return assign(place.copy(), place, order);
}

function countsOf(isNew: Tensor): Tensor {
  const [starts] = nonzero(isNew);
  return subtract(
    concatenate([starts.slice("1:"), arange(isNew.size, isNew.size + 1, 1, { dtype: "int32" })]),
    starts,
  );
}
