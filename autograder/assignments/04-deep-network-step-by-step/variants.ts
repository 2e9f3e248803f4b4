// Mistakes of this assignment that no general rule knows: wrong versions by what is to be said of them.
import * as np from "kernel-lib";
import type {
  Activation,
  Gradients,
  LayerCache,
  LayerSlopes,
  LinearCache,
  Parameters,
} from "./visible.test.js";

type Draw = (rows: number, columns: number) => np.Tensor;

/** W1, b1, W2, b2, … for these sizes. */
function startWith(dims: readonly number[], draw: Draw): Parameters {
  const parameters: Parameters = {};
  for (let l = 1; l < dims.length; l++) {
    parameters[`W${l}`] = draw(dims[l]!, dims[l - 1]!);
    parameters[`b${l}`] = np.zeros([dims[l]!, 1]);
  }
  return parameters;
}

function small(seed: number, kind: "rand" | "randn" = "randn"): Draw {
  const random = new np.random.RandomState(seed);
  return (rows, columns) => np.multiply(random[kind](rows, columns), 0.01);
}

const sigmoid = (Z: np.Tensor): np.Tensor => np.divide(1, np.add(1, np.exp(np.negative(Z))));
const bends: Record<Activation, (Z: np.Tensor) => np.Tensor> = { relu: (Z) => np.maximum(0, Z), sigmoid };
const slopes: Record<Activation, (Z: np.Tensor) => np.Tensor> = {
  relu: (Z) => np.greater(Z, 0).astype("float64"),
  sigmoid: (Z) => np.multiply(sigmoid(Z), np.subtract(1, sigmoid(Z))),
};

type Layer = { A: np.Tensor; cache: LayerCache };

function layer(A: np.Tensor, W: np.Tensor, b: np.Tensor, bend: (Z: np.Tensor) => np.Tensor): Layer {
  const Z = np.add(np.dot(W, A), b); // (n, m)
  return { A: bend(Z), cache: { linear: { A, W, b }, activation: { Z } } };
}

/** @param layers - which layers there are; @param inputOf - what a layer gets, of the one before and of X */
function forward(
  X: np.Tensor,
  parameters: Parameters,
  layers: (L: number) => number[],
  inputOf: (A: np.Tensor) => np.Tensor = (A) => A,
): { AL: np.Tensor; caches: LayerCache[] } {
  const L = Object.keys(parameters).length / 2;
  const caches: LayerCache[] = [];
  let AL = X;
  for (const l of layers(L)) {
    const bend = bends[l === L ? "sigmoid" : "relu"];
    const step = layer(inputOf(AL), parameters[`W${l}`]!, parameters[`b${l}`]!, bend);
    caches.push(step.cache);
    AL = step.A;
  }
  return { AL, caches };
}

function linearSlopes(dZ: np.Tensor, { A, W }: LinearCache): LayerSlopes {
  const db = np.mean(dZ, { axis: 1, keepdims: true }); // (n, 1)
  return { dAPrev: np.dot(W.T, dZ), dW: np.divide(np.dot(dZ, A.T), A.shape[1]!), db };
}

/** Backward through one layer with this slope of its bend. */
const layerSlopes =
  (slopeOf: (Z: np.Tensor, activation: Activation) => np.Tensor) =>
  (dA: np.Tensor, { linear, activation: { Z } }: LayerCache, activation: Activation): LayerSlopes =>
    linearSlopes(np.multiply(dA, slopeOf(Z, activation)), linear);

/** @param dAL - the slope in AL; @param next - what the layer before begins with */
function backward(
  caches: LayerCache[],
  dAL: np.Tensor,
  next: (dAPrev: np.Tensor) => np.Tensor = (dAPrev) => dAPrev,
): Gradients {
  const grads: Gradients = {};
  let dA = dAL;
  for (let l = caches.length; l >= 1; l--) {
    const kind = l === caches.length ? "sigmoid" : "relu";
    const { dAPrev, dW, db } = layerSlopes((Z, activation) => slopes[activation](Z))(
      dA,
      caches[l - 1]!,
      kind,
    );
    Object.assign(grads, { [`dA${l - 1}`]: dAPrev, [`dW${l}`]: dW, [`db${l}`]: db });
    dA = next(dAPrev);
  }
  return grads;
}

const slopeOfCost = (AL: np.Tensor, Y: np.Tensor): np.Tensor =>
  np.divide(np.subtract(AL, Y), np.multiply(AL, np.subtract(1, AL)));

/** One step of gradient descent by these slopes. */
function step(parameters: Parameters, rate: number, slopeOf: (name: string) => np.Tensor): Parameters {
  const moved = Object.entries(parameters).map(([name, t]) => [
    name,
    np.subtract(t, np.multiply(rate, slopeOf(name))),
  ]);
  return Object.fromEntries(moved) as Parameters;
}

const upTo = (L: number): number[] => Array.from({ length: L }, (_, i) => i + 1);

const variants = {
  initializeParameters: {
    "the weights come from rand, between 0 and 1, where randn is meant": (...dims: number[]) =>
      startWith(dims, small(1, "rand")),
    "the weights are zero: then all units of a layer learn the same": (...dims: number[]) =>
      startWith(dims, (rows, columns) => np.zeros([rows, columns])),
    "the random numbers have another seed: leave the line np.random.seed(1) as it is": (...dims: number[]) =>
      startWith(dims, small(2)),
  },
  initializeParametersDeep: {
    "the random numbers begin with a new seed for every layer: set it once, before the loop": (
      dims: readonly number[],
    ) => startWith(dims, (rows, columns) => small(3)(rows, columns)),
  },
  linearForward: {
    "the cache holds Z where A is meant, what came in": (A: np.Tensor, W: np.Tensor, b: np.Tensor) => {
      const Z = np.add(np.dot(W, A), b);
      return { Z, cache: { A: Z, W, b } };
    },
  },
  linearActivationForward: {
    "it looks like tanh where the sigmoid is meant": (
      A: np.Tensor,
      W: np.Tensor,
      b: np.Tensor,
      activation: Activation,
    ) => layer(A, W, b, activation === "relu" ? bends.relu : np.tanh),
    "the bias b is left out": (A: np.Tensor, W: np.Tensor, b: np.Tensor, activation: Activation) => {
      const { A: bent, cache } = layer(A, W, np.zerosLike(b), bends[activation]);
      return { A: bent, cache: { ...cache, linear: { A, W, b } } };
    },
  },
  lModelForward: {
    "a layer is left out: the hidden ones are 1 to L - 1, then comes the last": (
      X: np.Tensor,
      parameters: Parameters,
    ) => forward(X, parameters, (L) => upTo(L).filter((l) => l !== L - 1)),
    "every layer gets X: from the second on it must get A of the one before": (
      X: np.Tensor,
      parameters: Parameters,
    ) => forward(X, parameters, upTo, () => X),
  },
  linearActivationBackward: {
    "the slope of tanh is taken where that of the sigmoid is meant": layerSlopes((Z, activation) =>
      activation === "relu" ? slopes.relu(Z) : np.subtract(1, np.square(np.tanh(Z))),
    ),
    "it is multiplied by s alone: the slope of the sigmoid is s (1 - s)": layerSlopes((Z, activation) =>
      activation === "relu" ? slopes.relu(Z) : sigmoid(Z),
    ),
    "it is multiplied by Z itself: the slope of relu is 1 where Z is above 0, else 0": layerSlopes(
      (Z, activation) => (activation === "relu" ? bends.relu(Z) : slopes.sigmoid(Z)),
    ),
  },
  lModelBackward: {
    "it begins with AL - Y, which is the slope in ZL: the way back through the sigmoid comes next": (
      AL: np.Tensor,
      Y: np.Tensor,
      caches: LayerCache[],
    ) => backward(caches, np.subtract(AL, Y)),
    "every layer starts from dAL: the layer before needs the dAPrev of this one": (
      AL: np.Tensor,
      Y: np.Tensor,
      caches: LayerCache[],
    ) => backward(caches, slopeOfCost(AL, Y), () => slopeOfCost(AL, Y)),
  },
  updateParameters: {
    "the learning rate is always 0.1, whatever is given": (parameters: Parameters, grads: Gradients) =>
      step(parameters, 0.1, (name) => grads[`d${name}`]!),
    "the biases move by the slopes of W: they have their own, db": (
      parameters: Parameters,
      grads: Gradients,
      rate: number,
    ) =>
      step(parameters, rate, (name) =>
        name.startsWith("W")
          ? grads[`d${name}`]!
          : np.sum(grads[`dW${name.slice(1)}`]!, { axis: 1, keepdims: true }),
      ),
  },
};
export default variants;
