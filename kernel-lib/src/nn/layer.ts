/**
 * One layer, forward and back. Each forward step leaves a cache: what its backward step needs, nothing more.
 */
import { asName, DataError, ShapeError } from "../core/errors.js";
import { formatShape, sameShape } from "../core/shape.js";
import type { Tensor } from "../core/tensor.js";
import { describeValue } from "../core/words.js";
import { add, divide, greater, maximum, multiply, subtract, where } from "../ops/elementwise.js";
import { dot } from "../ops/products.js";
import { sum } from "../ops/reduce.js";
import { exp, negative } from "../ops/unary.js";
import { checkMatrices, checkRecord } from "./checks.js";

/** What bends a layer's sums: max(0, z), or 1 / (1 + e^-z). */
export type Activation = "relu" | "sigmoid";

/** What {@link linearBackward} needs: A (nPrev, m), W (n, nPrev), b (n, 1). */
export interface LinearCache {
  readonly A: Tensor;
  readonly W: Tensor;
  readonly b: Tensor;
}

/** What {@link linearActivationBackward} needs: the linear cache and Z (n, m). */
export interface LayerCache extends LinearCache {
  readonly Z: Tensor;
}

/** Slopes of the cost: dAPrev (nPrev, m), dW (n, nPrev), db (n, 1). */
export interface LayerGradients {
  readonly dAPrev: Tensor;
  readonly dW: Tensor;
  readonly db: Tensor;
}

/**
 * Linear part of a layer's forward pass, Z = W A + b.
 *
 * @param A - activations of the previous layer, shape (nPrev, m)
 * @param W - weights, shape (n, nPrev)
 * @param b - bias, shape (n, 1); broadcast over the m examples
 * @returns Z, shape (n, m), and the cache that `linearBackward` reads
 * @throws ShapeError when W has not as many columns as A has rows, or b is not (n, 1)
 *
 * @example
 * ```ts
 * const { Z } = np.nn.linearForward(np.ones([3, 2]), np.ones([1, 3]), np.zeros([1, 1]));
 * Z.toArray(); // [[3, 3]]
 * ```
 */
export function linearForward(A: Tensor, W: Tensor, b: Tensor): { Z: Tensor; cache: LinearCache } {
  checkMatrices("linearForward", { A, W, b });
  if (A.shape[0] !== W.shape[1]) {
    const clash = `W ${formatShape(W.shape)} and A ${formatShape(A.shape)}: ${W.shape[1]} != ${A.shape[0]}`;
    throw new ShapeError(`linearForward: W has a column for every row of A, got ${clash}`);
  }
  if (b.shape[0] !== W.shape[0] || b.shape[1] !== 1) {
    const got = `b ${formatShape(b.shape)} and W ${formatShape(W.shape)}`;
    throw new ShapeError(`linearForward: b is a column with a number for every row of W, got ${got}`);
  }
  const Z = asName("linearForward", () => add(dot(W, A), b)); // (n, nPrev) x (nPrev, m) -> (n, m)
  return { Z, cache: { A, W, b } };
}

/**
 * A whole layer forward, A = g(W APrev + b).
 *
 * @param APrev - activations of the previous layer, shape (nPrev, m)
 * @param W - weights, shape (n, nPrev)
 * @param b - bias, shape (n, 1)
 * @param activation - "relu" or "sigmoid"
 * @returns A, shape (n, m), and the cache that `linearActivationBackward` reads
 *
 * @example
 * ```ts
 * const one = np.ones([1, 1]);
 * np.nn.linearActivationForward(np.array([[-1, 2]]), one, one, "relu").A.toArray(); // [[0, 3]]
 * ```
 */
export function linearActivationForward(
  APrev: Tensor,
  W: Tensor,
  b: Tensor,
  activation: Activation,
): { A: Tensor; cache: LayerCache } {
  checkActivation("linearActivationForward", activation);
  const { Z, cache } = asName("linearActivationForward", () => linearForward(APrev, W, b)); // (n, m)
  const A = activation === "relu" ? maximum(0, Z) : sigmoid(Z);
  return { A, cache: { ...cache, Z } };
}

/**
 * Linear part of a layer's backward pass: dW = dZ A^T / m, db = mean of dZ over the examples, dAPrev = W^T dZ.
 *
 * @param dZ - slope of the cost in Z, not yet divided by m, shape (n, m)
 * @param cache - what `linearForward` left
 * @returns dAPrev (nPrev, m), dW (n, nPrev), db (n, 1): one mean per unit, not one for all
 *
 * @example
 * ```ts
 * const cache = { A: np.array([[1, 2]]), W: np.array([[3]]), b: np.array([[0]]) };
 * np.nn.linearBackward(np.array([[1, -1]]), cache).dW.toArray(); // [[-0.5]]
 * ```
 */
export function linearBackward(dZ: Tensor, cache: LinearCache): LayerGradients {
  checkCache("linearBackward", cache);
  const { A, W } = cache;
  checkSlope("linearBackward", "dZ", dZ, W, A);
  const m = A.shape[1];
  const dW = divide(dot(dZ, A.T), m); // (n, m) x (m, nPrev) -> (n, nPrev)
  const db = divide(sum(dZ, { axis: 1, keepdims: true }), m); // (n, 1)
  let dAPrev: Tensor | undefined;
  return {
    dW,
    db,
    /** Made when first read: in the first layer, where nobody does, it is the largest product of all (57 % of a step). */
    get dAPrev() {
      dAPrev ??= dot(W.T, dZ); // (nPrev, n) x (n, m) -> (nPrev, m)
      return dAPrev;
    },
  };
}

/**
 * A whole layer backward: dZ = dA g'(Z), then as {@link linearBackward}.
 *
 * @param dA - slope of the cost in the layer's answers, not yet divided by m, shape (n, m)
 * @param cache - what `linearActivationForward` left
 * @param activation - the one it was called with
 * @returns dAPrev (nPrev, m), dW (n, nPrev), db (n, 1)
 *
 * @example
 * ```ts
 * const one = np.ones([1, 1]);
 * const { cache } = np.nn.linearActivationForward(np.array([[-3, 2]]), one, one, "relu");
 * np.nn.linearActivationBackward(np.array([[5, 5]]), cache, "relu").dAPrev.toArray(); // [[0, 5]]
 * ```
 */
export function linearActivationBackward(
  dA: Tensor,
  cache: LayerCache,
  activation: Activation,
): LayerGradients {
  checkCache("linearActivationBackward", cache);
  checkMatrices("linearActivationBackward", { Z: cache.Z });
  checkSlope("linearActivationBackward", "dA", dA, cache.W, cache.A);
  checkSlope("linearActivationBackward", "Z", cache.Z, cache.W, cache.A);
  return linearBackward(throughActivation(dA, cache, activation), cache);
}

function checkCache(name: string, cache: LinearCache): void {
  checkRecord(name, "cache", cache);
  checkMatrices(name, { "cache.A": cache.A, "cache.W": cache.W });
}

/** A slope has a row for every unit, and a column for every example. */
function checkSlope(name: string, label: string, slope: Tensor, W: Tensor, A: Tensor): void {
  checkMatrices(name, { [label]: slope });
  const shape = [W.shape[0], A.shape[1]];
  if (sameShape(slope.shape, shape)) return;
  const clash = `${formatShape(slope.shape)} for W ${formatShape(W.shape)} and A ${formatShape(A.shape)}`;
  throw new ShapeError(`${name}: ${label} must have shape ${formatShape(shape)}, got ${clash}`);
}

/** dZ (n, m) for dA (n, m). */
function throughActivation(dA: Tensor, { Z }: LayerCache, activation: Activation): Tensor {
  checkActivation("linearActivationBackward", activation);
  if (activation === "relu") return where(greater(Z, 0), dA, 0);
  const s = sigmoid(Z);
  return multiply(multiply(dA, s), subtract(1, s));
}

function sigmoid(Z: Tensor): Tensor {
  return divide(1, add(1, exp(negative(Z))));
}

function checkActivation(name: string, activation: Activation): void {
  if (activation === "relu" || activation === "sigmoid") return;
  throw new DataError(`${name}: activation is "relu" or "sigmoid", got ${describeValue(activation)}`);
}
