/** How wrong the answers are: cross-entropy. */
import { ShapeError } from "../core/errors.js";
import { formatShape } from "../core/shape.js";
import type { Tensor } from "../core/tensor.js";
import { add, multiply, subtract } from "../ops/elementwise.js";
import { sum } from "../ops/reduce.js";
import { log } from "../ops/unary.js";
import { checkMatrices } from "./checks.js";

/**
 * Cross-entropy, -(1/m) Σ (y log a + (1 - y) log(1 - a)).
 *
 * @param AL - answers, each between 0 and 1 and neither, shape (1, m)
 * @param Y - labels 0 or 1, shape (1, m)
 * @returns the cost, a number; NaN or Infinity when an answer is exactly 0 or 1
 * @throws ShapeError when the two shapes differ
 *
 * @example
 * ```ts
 * np.nn.computeCost(np.array([[0.5, 0.5]]), np.array([[0, 1]])); // log 2 = 0.6931…
 * ```
 */
export function computeCost(AL: Tensor, Y: Tensor): number {
  checkMatrices("computeCost", { AL, Y });
  const shapes = `AL ${formatShape(AL.shape)} and Y ${formatShape(Y.shape)}`;
  if (formatShape(AL.shape) !== formatShape(Y.shape))
    throw new ShapeError(`computeCost: an answer for every label is needed, got ${shapes}`);
  const gain = add(multiply(Y, log(AL)), multiply(subtract(1, Y), log(subtract(1, AL)))); // (1, m)
  return -sum(gain) / Y.shape[1];
}
