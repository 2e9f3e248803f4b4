/** How a network begins: random weights, so that no two units of a layer are the same, and biases of zero. */
import { asName, DataError } from "../core/errors.js";
import type { Tensor } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { zeros } from "../ops/creation.js";
import { divide, multiply } from "../ops/elementwise.js";
import { random } from "../random/index.js";
import { RandomState } from "../random/random-state.js";
import type { Parameters } from "./parameters.js";

/** Where the random numbers come from. */
export interface InitializeOptions {
  /** Draw from a stream of its own that begins here; without it from the shared `np.random`. */
  seed?: number;
}

/**
 * Two layers: standard normal weights times 0.01, W1 drawn first, and zero biases.
 *
 * @returns W1 (nH, nX), b1 (nH, 1), W2 (nY, nH), b2 (nY, 1)
 * @throws DataError when a size is no whole number from 1
 *
 * @example
 * ```ts
 * np.nn.initializeParameters(3, 2, 1, { seed: 1 }).W1.get(0, 0); // 0.01624345…
 * ```
 */
export function initializeParameters(
  nX: number,
  nH: number,
  nY: number,
  options: InitializeOptions = {},
): Parameters {
  return draw("initializeParameters", [nX, nH, nY], options, (gaussian) => multiply(gaussian, 0.01));
}

/**
 * L layers: standard normal weights divided by √nPrev, so that signals neither fade nor grow from layer to layer, and zero biases.
 *
 * @param layerDims - units per layer from the input on, like [12288, 20, 7, 5, 1]
 * @returns W1 (n1, n0), b1 (n1, 1), …, WL, bL
 * @throws DataError when there are not two sizes, or one is no whole number from 1
 *
 * @example
 * ```ts
 * np.nn.initializeParametersDeep([4, 3, 1], { seed: 1 }).W2.shape; // [1, 3]
 * ```
 */
export function initializeParametersDeep(
  layerDims: readonly number[],
  options: InitializeOptions = {},
): Parameters {
  return draw("initializeParametersDeep", layerDims, options, (gaussian, nPrev) =>
    divide(gaussian, Math.sqrt(nPrev)),
  );
}

function draw(
  name: string,
  layerDims: readonly number[],
  options: InitializeOptions,
  scale: (gaussian: Tensor, nPrev: number) => Tensor,
): Parameters {
  checkOptions(name, options, ["seed"]);
  checkSizes(name, layerDims);
  const stream = options.seed === undefined ? random : asName(name, () => new RandomState(options.seed));
  const parameters: Parameters = {};
  for (let l = 1; l < layerDims.length; l++) {
    const [n, nPrev] = [layerDims[l], layerDims[l - 1]];
    parameters[`W${l}`] = scale(
      asName(name, () => stream.randn(n, nPrev)),
      nPrev,
    ); // (n, nPrev)
    parameters[`b${l}`] = zeros([n, 1]);
  }
  return parameters;
}

function checkSizes(name: string, layerDims: readonly number[]): void {
  const list = Array.isArray(layerDims) ? layerDims : [];
  if (list.length < 2)
    throw new DataError(
      `${name}: a network has an input and a layer, got ${describeValue(layerDims)}. Give at least two sizes.`,
    );
  for (const n of list) {
    if (Number.isInteger(n) && n >= 1) continue;
    throw new DataError(`${name}: sizes of layers are whole numbers from 1, got ${describeValue(n)}`);
  }
}
