/**
 * Sums of numbers whose logarithms are at hand, without overflow: what stable costs are made of.
 */
import { broadcastShapes } from "../core/broadcast.js";
import type { Tensor, TensorLike } from "../core/tensor.js";
import { asFloat, toTensor } from "./convert.js";
import { add, equal, maximum, subtract, where } from "./elementwise.js";
import { giveOut, type OutOptions, readOut } from "./out.js";
import { abs, exp, log1p, negative } from "./unary.js";

/**
 * log(exp(a) + exp(b)), without overflow. Shapes broadcast.
 *
 * So log(sigmoid(z)) is `np.logaddexp(0, z.negative()).negative()` for any z, where `np.log(sigmoid(z))` gives -Infinity.
 *
 * @throws {@link ShapeError} when the shapes do not broadcast
 *
 * @example
 * ```ts
 * np.logaddexp(1000, 1000).item(); // 1000.6931471805599
 * np.logaddexp(0, [-1000, 1000]).toArray(); // [0, 1000]
 * ```
 */
export function logaddexp(a: TensorLike, b: TensorLike, options?: OutOptions): Tensor {
  broadcastShapes("logaddexp", toTensor("logaddexp", a).shape, toTensor("logaddexp", b).shape);
  const [x, y] = [floating(a), floating(b)];
  const sum = add(maximum(x, y), log1p(exp(negative(abs(subtract(x, y))))));
  const result = where(equal(x, y), add(maximum(x, y), Math.LN2), sum); // equal infinities have no difference
  return giveOut("logaddexp", readOut("logaddexp", options), result);
}

/** Numbers stay numbers, so that they take on the dtype beside them. */
function floating(a: TensorLike): TensorLike {
  return typeof a === "number" ? a : asFloat(toTensor("logaddexp", a));
}
