/** What a network learns, and the step that changes it. Layers are counted from 1. */
import { DataError, ShapeError } from "../core/errors.js";
import { formatShape } from "../core/shape.js";
import type { Tensor } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { multiply, subtract } from "../ops/elementwise.js";
import { checkMatrices, checkRecord } from "./checks.js";

/** Weights `W1`, `W2`, … of shape (n, nPrev) and biases `b1`, `b2`, … of shape (n, 1). */
export type Parameters = Record<string, Tensor>;

/** Slopes of the cost, `dW1`, `db1`, …, each shaped like its parameter. */
export type Gradients = Record<string, Tensor>;

/** How many layers the parameters make; every layer has a W and a b. */
export function countLayers(name: string, parameters: Parameters): number {
  checkRecord(name, "parameters", parameters);
  const L = Object.keys(parameters).length / 2;
  for (let l = 1; l <= L; l++) {
    if (parameters[`W${l}`] && parameters[`b${l}`]) continue;
    throw new DataError(`${name}: parameters are W1, b1, …, got ${Object.keys(parameters).join(", ")}`);
  }
  if (Number.isInteger(L) && L > 0) return L;
  throw new DataError(
    `${name}: every layer has a W and a b, got ${Object.keys(parameters).join(", ") || "none"}`,
  );
}

/**
 * One step of gradient descent, θ - α dθ, for every parameter. What comes in stays as it was.
 *
 * @param parameters - W (n, nPrev) and b (n, 1) of every layer
 * @param grads - dW and db of every layer, shaped like them
 * @param options - learningRate: the α of the formula
 * @returns new parameters
 * @throws DataError when a slope is missing, ShapeError when its shape is not the parameter's
 *
 * @example
 * ```ts
 * const W1 = np.array([[1, 2]]), b1 = np.array([[0]]), dW1 = np.array([[10, 0]]), db1 = np.array([[1]]);
 * np.nn.updateParameters({ W1, b1 }, { dW1, db1 }, { learningRate: 0.1 }).W1.toArray(); // [[0, 2]]
 * ```
 */
export function updateParameters(
  parameters: Parameters,
  grads: Gradients,
  options: { learningRate: number },
): Parameters {
  checkRecord("updateParameters", "parameters", parameters);
  checkRecord("updateParameters", "grads", grads);
  checkOptions("updateParameters", options, ["learningRate"]);
  const rate = options?.learningRate;
  if (!Number.isFinite(rate))
    throw new DataError(`updateParameters: learningRate must be a number, got ${describeValue(rate)}`);
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      checkSlope(name, value, grads[`d${name}`]);
      return [name, subtract(value, multiply(rate, grads[`d${name}`]))];
    }),
  );
}

function checkSlope(name: string, value: Tensor, slope: Tensor | undefined): void {
  if (slope === undefined) throw new DataError(`updateParameters: grads must hold d${name}, got none`);
  checkMatrices("updateParameters", { [name]: value, [`d${name}`]: slope });
  if (formatShape(slope.shape) === formatShape(value.shape)) return;
  const clash = `${formatShape(value.shape)} and ${formatShape(slope.shape)}`;
  throw new ShapeError(`updateParameters: ${name} and d${name} have one shape, got ${clash}`);
}
