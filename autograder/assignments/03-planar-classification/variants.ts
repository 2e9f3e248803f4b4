// Mistakes of this assignment that no general rule knows: wrong versions by what is to be said of them.
import * as np from "kernel-lib";
import type { Cache, Gradients, Parameters } from "./visible.test.js";

const sigmoid = (z: np.Tensor): np.Tensor => np.divide(1, np.add(1, np.exp(np.negative(z))));

/** The answer before it is decided, (nY, m). */
function score({ W1, b1, W2, b2 }: Parameters, X: np.Tensor): np.Tensor {
  return np.add(np.dot(W2, np.tanh(np.add(np.dot(W1, X), b1))), b2);
}

/** Backward propagation with the slope of the hidden layer's activation as given, (nH, m). */
function backward(
  parameters: Parameters,
  { A1, A2 }: Cache,
  X: np.Tensor,
  Y: np.Tensor,
  slope: np.Tensor,
): Gradients {
  const m = X.shape[1]!;
  const dZ2 = np.subtract(A2, Y);
  const dZ1 = np.multiply(np.dot(parameters.W2.T, dZ2), slope);
  const mean = (t: np.Tensor): np.Tensor => np.mean(t, { axis: 1, keepdims: true });
  const product = (dZ: np.Tensor, A: np.Tensor): np.Tensor => np.divide(np.dot(dZ, A.T), m);
  return { dW2: product(dZ2, A1), db2: mean(dZ2), dW1: product(dZ1, X), db1: mean(dZ1) };
}

function step(parameters: Parameters, grads: Gradients, rate: number): Parameters {
  const move = (t: np.Tensor, d: np.Tensor): np.Tensor => np.subtract(t, np.multiply(rate, d));
  const { W1, b1, W2, b2 } = parameters;
  return {
    W1: move(W1, grads.dW1),
    b1: move(b1, grads.db1),
    W2: move(W2, grads.dW2),
    b2: move(b2, grads.db2),
  };
}

function start(
  nX: number,
  nH: number,
  nY: number,
  draw: (rows: number, columns: number) => np.Tensor,
): Parameters {
  return { W1: draw(nH, nX), b1: np.zeros([nH, 1]), W2: draw(nY, nH), b2: np.zeros([nY, 1]) };
}

function small(draw: "rand" | "randn"): (rows: number, columns: number) => np.Tensor {
  const random = new np.random.RandomState(2);
  return (rows, columns) => np.multiply(0.01, random[draw](rows, columns));
}

function train(X: np.Tensor, Y: np.Tensor, nH: number, numIterations: number, rate: number): Parameters {
  let parameters = start(X.shape[0]!, nH, Y.shape[0]!, small("randn"));
  for (let k = 0; k < numIterations; k++) {
    const Z1 = np.add(np.dot(parameters.W1, X), parameters.b1);
    const A1 = np.tanh(Z1);
    const Z2 = score(parameters, X);
    const cache = { Z1, A1, Z2, A2: sigmoid(Z2) };
    const slope = np.subtract(1, np.square(A1));
    parameters = step(parameters, backward(parameters, cache, X, Y, slope), rate);
  }
  return parameters;
}

type Options = { numIterations?: number; learningRate?: number };
const most = 200; // longer runs are not compared

const variants = {
  layerSizes: {
    "nY is counted in X: it is the number of rows of Y": (X: np.Tensor) => ({
      nX: X.shape[0]!,
      nH: 4,
      nY: X.shape[0]!,
    }),
  },
  initializeParameters: {
    "the weights are zero: then all hidden neurons learn the same": (nX: number, nH: number, nY: number) =>
      start(nX, nH, nY, (rows, columns) => np.zeros([rows, columns])),
    "the weights come from rand, between 0 and 1, where randn is meant": (
      nX: number,
      nH: number,
      nY: number,
    ) => start(nX, nH, nY, small("rand")),
  },
  backwardPropagation: {
    "A1 (1 - A1) is the slope of the sigmoid: that of tanh is 1 - A1^2": (
      parameters: Parameters,
      cache: Cache,
      X: np.Tensor,
      Y: np.Tensor,
    ) => backward(parameters, cache, X, Y, np.multiply(cache.A1, np.subtract(1, cache.A1))),
  },
  updateParameters: {
    "the learning rate is always 1.2, whatever the options say": (parameters: Parameters, grads: Gradients) =>
      step(parameters, grads, 1.2),
  },
  nnModel: {
    "the learning rate of the options is not passed on": (
      X: np.Tensor,
      Y: np.Tensor,
      nH: number,
      options: Options = {},
    ) => train(X, Y, nH, Math.min(options.numIterations ?? most, most), 1.2),
    "the number of hidden units is always 4, whatever nH is": (
      X: np.Tensor,
      Y: np.Tensor,
      _nH: number,
      { numIterations = most, learningRate = 1.2 }: Options = {},
    ) => train(X, Y, 4, Math.min(numIterations, most), learningRate),
  },
  predict: {
    "the score Z2 is compared with 0.5, which is the border for A2": (parameters: Parameters, X: np.Tensor) =>
      np.greater(score(parameters, X), 0.5).astype("float64"),
  },
};
export default variants;
