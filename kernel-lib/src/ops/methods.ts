/**
 * Gives tensors their methods. Kept out of `core/`, which knows no operations; importing this file installs
 * them once.
 */
import type { TypedArray } from "../core/dtype.js";
import { Tensor } from "../core/tensor.js";
import * as advanced from "./advanced-indexing.js";
import { copyInto, copyOf, makeTensor } from "./convert.js";
import * as elementwise from "./elementwise.js";
import * as indexing from "./indexing.js";
import * as movement from "./movement.js";
import * as products from "./products.js";
import * as reduce from "./reduce.js";
import * as sorting from "./sort.js";
import { repeat } from "./spread.js";
import { negative } from "./unary.js";

/** f(t, ...rest) as t.f(...rest). */
function asMethod(f: (t: Tensor, ...rest: never[]) => unknown): (this: Tensor, ...rest: never[]) => unknown {
  return function (...rest) {
    return f(this, ...rest);
  };
}

const { add, subtract, multiply, divide, power, clip, round } = elementwise;
const { sum, prod, mean, std, variance, min, max, argmin, argmax, any, all, cumsum } = reduce;
const { argsort, searchsorted } = sorting;
const { ravel, swapaxes, squeeze, astype } = movement;
const { mask, take, nonzero } = indexing;
const { assign, index } = advanced;
const { dot, matmul } = products;

const methods = {
  ...{ add, subtract, multiply, divide, power, negative, clip, round, dot, matmul },
  ...{
    sum,
    prod,
    mean,
    std,
    var: variance,
    min,
    max,
    argmin,
    argmax,
    any,
    all,
    cumsum,
    argsort,
    searchsorted,
  },
  ...{ ravel, swapaxes, squeeze, repeat, astype, assign, index, mask, take, nonzero },
  reshape: (t: Tensor, ...shape: number[] | [readonly number[]]): Tensor =>
    movement.reshape(t, Array.isArray(shape[0]) ? shape[0] : (shape as number[])),
  flatten: (t: Tensor): Tensor => movement.ravel(copyOf(t)),
  copy: (t: Tensor): Tensor => copyOf(t),
  toTypedArray: (t: Tensor): unknown => ownCopy(t),
};

/** In a buffer of its own: results may share one. */
function ownCopy(t: Tensor): TypedArray {
  const out = makeTensor(t.dtype, t.shape);
  copyInto(out, t);
  return out.storage;
}

for (const [name, f] of Object.entries(methods)) {
  const value = asMethod(f as (t: Tensor, ...rest: never[]) => unknown);
  Object.defineProperty(Tensor.prototype, name, { value, writable: true, configurable: true });
}
