/**
 * Element-wise functions made of others.
 */
import { broadcastShapes } from "../core/broadcast.js";
import { isFloat } from "../core/dtype.js";
import type { Tensor, TensorLike } from "../core/tensor.js";
import { castTo, toTensor } from "./convert.js";
import { add, equal, logicalOr, maximum, meet, notEqual, subtract, where } from "./elementwise.js";
import { abs, exp, isfinite, isnan, log1p, logicalNot, negative } from "./unary.js";

/**
 * True where the element is Infinity or -Infinity.
 *
 * @example
 * ```ts
 * np.isinf([1, Infinity, NaN]).toArray(); // [false, true, false]
 * ```
 */
export function isinf(a: TensorLike): Tensor {
  const t = toTensor("isinf", a);
  return logicalNot(logicalOr(isfinite(t), isnan(t)));
}

/**
 * Exactly one true (not 0). Shapes broadcast.
 *
 * @throws {@link ShapeError} when the shapes do not broadcast
 *
 * @example
 * ```ts
 * np.logicalXor([true, true], [true, false]).toArray(); // [false, true]
 * ```
 */
export function logicalXor(a: TensorLike, b: TensorLike): Tensor {
  const [x, y] = [toTensor("logicalXor", a), toTensor("logicalXor", b)];
  broadcastShapes("logicalXor", x.shape, y.shape);
  return notEqual(castTo(x, "bool"), castTo(y, "bool"));
}

/**
 * log(exp(a) + exp(b)) without overflow. Shapes broadcast. With 0 it is the loss of a sigmoid unit that is safe for every z:
 * -log(sigmoid(z)) = log(1 + exp(-z)) = logaddexp(0, -z).
 *
 * @throws {@link ShapeError} when the shapes do not broadcast
 *
 * @example
 * ```ts
 * np.logaddexp(0, [-1000, 0, 1000]).toArray(); // [0, 0.6931471805599453, 1000]
 * ```
 */
export function logaddexp(a: TensorLike, b: TensorLike): Tensor {
  const met = meet("logaddexp", a, b);
  const dtype = isFloat(met.dtype) ? met.dtype : "float64";
  const [x, y] = [castTo(met.x, dtype), castTo(met.y, dtype)];
  broadcastShapes("logaddexp", x.shape, y.shape);
  const apart = add(maximum(x, y), log1p(exp(negative(abs(subtract(x, y))))));
  return where(equal(x, y), add(x, Math.LN2), apart); // infinities have no difference
}
