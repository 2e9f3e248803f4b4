/**
 * Element-wise functions made of others.
 */
import { broadcastShapes } from "../core/broadcast.js";
import type { Tensor, TensorLike } from "../core/tensor.js";
import { castTo, toTensor } from "./convert.js";
import { logicalOr, notEqual } from "./elementwise.js";
import { giveOut, type OutOptions, readOut } from "./out.js";
import { isfinite, isnan, logicalNot } from "./unary.js";

/**
 * True where the element is Infinity or -Infinity.
 *
 * @example
 * ```ts
 * np.isinf([1, Infinity, NaN]).toArray(); // [false, true, false]
 * ```
 */
export function isinf(a: TensorLike, options?: OutOptions): Tensor {
  const t = toTensor("isinf", a);
  return giveOut("isinf", readOut("isinf", options), logicalNot(logicalOr(isfinite(t), isnan(t))));
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
export function logicalXor(a: TensorLike, b: TensorLike, options?: OutOptions): Tensor {
  const [x, y] = [toTensor("logicalXor", a), toTensor("logicalXor", b)];
  broadcastShapes("logicalXor", x.shape, y.shape);
  const result = notEqual(castTo(x, "bool"), castTo(y, "bool"));
  return giveOut("logicalXor", readOut("logicalXor", options), result);
}
