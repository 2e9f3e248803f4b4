// Mistakes of this assignment that no general rule knows: wrong versions by what is to be said of them.
import * as np from "kernel-lib";

type Parameters = np.nn.Parameters;

interface Options {
  learningRate?: number;
  numIterations?: number;
  parameters?: Parameters | undefined;
}

type Model = (X: np.Tensor, Y: np.Tensor, layerDims: number[], options?: Options) => unknown;

/** What a wrong version does otherwise. */
interface Otherwise {
  start?: (layerDims: number[]) => Parameters;
  ignoresParameters?: boolean;
  rate?: number;
  /** Every step is taken from the start: with the slopes there, or with those of where it has come to. */
  stays?: "slopes of the start" | "slopes of now";
  /** The slopes are those of the start, in every step. */
  once?: boolean;
  /** The cost is measured after the step. */
  late?: boolean;
  /** The cost of so many steps is left out between two. */
  every?: number;
  /** Parameters that do not move. */
  still?: RegExp;
  uphill?: boolean;
  slopes?: (X: np.Tensor, Y: np.Tensor, parameters: Parameters) => Record<string, np.Tensor>;
}

const most = 250; // longer runs are not compared

function slopesOf(X: np.Tensor, Y: np.Tensor, parameters: Parameters): Record<string, np.Tensor> {
  const { AL, caches } = np.nn.lModelForward(X, parameters);
  return np.nn.lModelBackward(AL, Y, caches);
}

const costOf = (X: np.Tensor, Y: np.Tensor, parameters: Parameters): number =>
  np.nn.computeCost(np.nn.lModelForward(X, parameters).AL, Y);

/** Gradient descent with a mistake; `begin` is the right start of the model in question. */
const training =
  (begin: (layerDims: number[]) => Parameters) =>
  (otherwise: Otherwise): Model =>
  (X, Y, layerDims, options = {}) => {
    const given = otherwise.ignoresParameters ? undefined : options.parameters;
    const first = given ?? (otherwise.start ?? begin)(layerDims);
    const { every = 100, still } = otherwise;
    const learningRate = (otherwise.rate ?? options.learningRate ?? 0.0075) * (otherwise.uphill ? -1 : 1);
    const costs: number[] = [];
    let parameters = first;
    for (let i = 0; i < Math.min(options.numIterations ?? most, most); i++) {
      const at = otherwise.once || otherwise.stays === "slopes of the start" ? first : parameters;
      const grads = (otherwise.slopes ?? slopesOf)(X, Y, at);
      const before = parameters;
      const moved = np.nn.updateParameters(otherwise.stays ? first : parameters, grads, { learningRate });
      parameters = Object.fromEntries(
        Object.entries(moved).map(([name, t]) => [name, still?.test(name) ? before[name]! : t]),
      );
      if (i % every === 0) costs.push(costOf(X, Y, otherwise.late ? parameters : at));
    }
    return { parameters, costs };
  };

/** One bias slope for a whole layer, the sum over its units. */
const oneForAll: Otherwise["slopes"] = (X, Y, parameters) => {
  const grads = slopesOf(X, Y, parameters);
  const isBias = ([name]: [string, np.Tensor]): boolean => name.startsWith("db");
  const summed = Object.entries(grads).filter(isBias);
  return { ...grads, ...Object.fromEntries(summed.map(([name, t]) => [name, np.full(t.shape, np.sum(t))])) };
};

type Bend = "relu" | "sigmoid";
type BendOf = (isLast: boolean) => Bend;
const usual: BendOf = (isLast) => (isLast ? "sigmoid" : "relu");
const slopeOfCost = (AL: np.Tensor, Y: np.Tensor): np.Tensor =>
  np.divide(np.subtract(AL, Y), np.multiply(AL, np.subtract(1, AL)));

/** There and back with other bends, or with another slope to begin the way back. */
const passes =
  (there: BendOf, back: BendOf, slope = slopeOfCost): NonNullable<Otherwise["slopes"]> =>
  (X, Y, parameters) => {
    const L = Object.keys(parameters).length / 2;
    const caches = [];
    let A = X;
    for (let l = 1; l <= L; l++) {
      const layer = [parameters[`W${l}`]!, parameters[`b${l}`]!] as const;
      const step = np.nn.linearActivationForward(A, ...layer, there(l === L));
      caches.push(step.cache);
      A = step.A; // (n, m)
    }
    const grads: Record<string, np.Tensor> = {};
    let dA = slope(A, Y); // (1, m)
    for (let l = L; l >= 1; l--) {
      const { dAPrev, dW, db } = np.nn.linearActivationBackward(dA, caches[l - 1]!, back(l === L));
      Object.assign(grads, { [`dW${l}`]: dW, [`db${l}`]: db });
      dA = dAPrev; // (nPrev, m)
    }
    return grads;
  };

/** The way back begins with A - Y as if that were the slope in A. */
const doubled = passes(usual, usual, (AL, Y) => np.subtract(AL, Y));

const both: Record<string, Otherwise> = {
  "options.parameters is not used: every call begins anew": { ignoresParameters: true },
  "each step begins at the start: the next one must have the updated parameters": {
    stays: "slopes of the start",
  },
  "updateParameters gets the start in every step: give it the parameters of the step before": {
    stays: "slopes of now",
  },
  "the learning rate of the options is not passed on": { rate: 0.0075 },
  "the cost is measured after the step: push it before you update": { late: true },
  "a layer has one bias slope for all its units: each unit has its own": { slopes: oneForAll },
  "the slopes are computed once, before the loop: each step needs its own": { once: true },
  "the cost of every step is written down: only of steps 0, 100, 200, …": { every: 1 },
  "the step goes uphill: it is added, or the slope of the cost lacks its minus": { uphill: true },
  "the biases stay where they were": { still: /^b/ },
};

const mistakes = (wrong: (otherwise: Otherwise) => Model, all: Record<string, Otherwise>) =>
  Object.fromEntries(Object.entries(all).map(([sentence, otherwise]) => [sentence, wrong(otherwise)]));

const small = ([nX, nH, nY]: number[], seed = 1): Parameters =>
  np.nn.initializeParameters(nX!, nH!, nY!, { seed });
const byRoot = (layerDims: number[], seed = 1): Parameters =>
  np.nn.initializeParametersDeep(layerDims, { seed });

/** Weights times 0.01 in a network of any depth. */
const smallDeep = (layerDims: number[]): Parameters =>
  Object.fromEntries(
    Object.entries(byRoot(layerDims)).map(([name, t]) => [
      name,
      name.startsWith("W") ? np.multiply(t, 0.01 * Math.sqrt(t.shape[1]!)) : t,
    ]),
  );

const variants = {
  twoLayerModel: mistakes(training(small), {
    ...both,
    "the random numbers have another seed: seed: 1 is meant": { start: (dims) => small(dims, 2) },
    "A2 - Y is taken for the slope in A2; it is the slope in Z2": { slopes: doubled },
    "both layers have the sigmoid: the first must have relu": {
      slopes: passes(
        () => "sigmoid",
        () => "sigmoid",
      ),
    },
    "the last layer goes back through relu: it must be the sigmoid": { slopes: passes(usual, () => "relu") },
    "the first layer goes back through the sigmoid: it must be relu": {
      slopes: passes(usual, () => "sigmoid"),
    },
    "W2 and b2 stay where they were": { still: /2$/ },
    "the weights are divided by the root of nPrev; this network starts with np.nn.initializeParameters": {
      start: byRoot,
    },
  }),
  lLayerModel: mistakes(training(byRoot), {
    ...both,
    "the random numbers have another seed: seed: 1 is meant": { start: (dims) => byRoot(dims, 3) },
    "the weights are multiplied by 0.01; a deep network starts with np.nn.initializeParametersDeep": {
      start: smallDeep,
    },
  }),
  predict: {
    "only two layers are used, however many there are": ({ W1, b1, W2, b2 }: Parameters, X: np.Tensor) => {
      if (W2 === undefined || b2 === undefined) return null;
      const { AL } = np.nn.lModelForward(X, { W1: W1!, b1: b1!, W2, b2 });
      return np.greater(AL, 0.5).astype("float64");
    },
  },
};
export default variants;
