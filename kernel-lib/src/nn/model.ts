/** All layers, forward and back: relu in each but the last, which has a sigmoid. */
import { asName, DataError, ShapeError } from "../core/errors.js";
import { formatShape } from "../core/shape.js";
import type { Tensor } from "../core/tensor.js";
import { describeValue } from "../core/words.js";
import { divide, subtract } from "../ops/elementwise.js";
import { negative } from "../ops/unary.js";
import { checkMatrices } from "./checks.js";
import {
  type Activation,
  type LayerCache,
  linearActivationBackward,
  linearActivationForward,
} from "./layer.js";
import { countLayers, type Gradients, type Parameters } from "./parameters.js";

/**
 * The whole network forward: (linear, relu) L - 1 times, then (linear, sigmoid).
 *
 * @param X - inputs, shape (nX, m)
 * @param parameters - W1, b1, …, WL, bL
 * @returns AL, the answers, shape (nY, m), and the caches of the layers, first layer first
 * @throws ShapeError when a layer does not fit the one before
 *
 * @example
 * ```ts
 * const parameters = np.nn.initializeParametersDeep([4, 3, 1], { seed: 1 });
 * np.nn.lModelForward(np.ones([4, 2]), parameters).AL.shape; // [1, 2]
 * ```
 */
export function lModelForward(X: Tensor, parameters: Parameters): { AL: Tensor; caches: LayerCache[] } {
  const L = countLayers("lModelForward", parameters);
  checkMatrices("lModelForward", { X });
  const caches: LayerCache[] = [];
  let A = X;
  for (let l = 1; l <= L; l++) {
    const [W, b] = [parameters[`W${l}`], parameters[`b${l}`]];
    const layer = asName("lModelForward", () => linearActivationForward(A, W, b, activationOf(l, L)));
    caches.push(layer.cache);
    A = layer.A; // (n of layer l, m)
  }
  return { AL: A, caches };
}

/**
 * The whole network backward.
 *
 * @param AL - answers, shape (nY, m)
 * @param Y - labels, shape (nY, m)
 * @param caches - what `lModelForward` left
 * @returns the slopes dW1, db1, …, dWL, dbL, each shaped like its parameter
 * @throws ShapeError when AL and Y have not the same shape
 *
 * @example
 * ```ts
 * const { AL, caches } = np.nn.lModelForward(X, parameters);
 * const grads = np.nn.lModelBackward(AL, Y, caches); // grads.dW1, grads.db1, …
 * ```
 */
export function lModelBackward(AL: Tensor, Y: Tensor, caches: readonly LayerCache[]): Gradients {
  checkMatrices("lModelBackward", { AL, Y });
  if (!Array.isArray(caches)) {
    throw new DataError(`lModelBackward: caches are a list, one per layer, got ${describeValue(caches)}`);
  }
  if (caches.length === 0) throw new DataError("lModelBackward: a cache for each layer is needed, got none");
  if (formatShape(AL.shape) !== formatShape(Y.shape)) {
    const shapes = `AL ${formatShape(AL.shape)} and Y ${formatShape(Y.shape)}`;
    throw new ShapeError(`lModelBackward: a label for every answer is needed, got ${shapes}`);
  }
  const L = caches.length;
  const grads: Gradients = {};
  let dA = negative(subtract(divide(Y, AL), divide(subtract(1, Y), subtract(1, AL)))); // (nY, m)
  for (let l = L; l >= 1; l--) {
    const layer = asName("lModelBackward", () =>
      linearActivationBackward(dA, caches[l - 1], activationOf(l, L)),
    );
    grads[`dW${l}`] = layer.dW;
    grads[`db${l}`] = layer.db;
    if (l > 1) dA = layer.dAPrev; // (n of layer l - 1, m)
  }
  return grads;
}

function activationOf(l: number, L: number): Activation {
  return l === L ? "sigmoid" : "relu";
}
