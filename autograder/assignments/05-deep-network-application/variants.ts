// Mistakes of this assignment that no general rule knows: wrong versions by what is to be said of them.
import * as np from "kernel-lib";
import type { Training } from "./visible.test.js";

type Parameters = np.nn.Parameters;
type Activation = "relu" | "sigmoid";

interface Options {
  learningRate?: number;
  numIterations?: number;
  parameters?: Parameters;
}

/** Ways to train; what is not given is as it should be. */
interface Way {
  rate?: (options: Options) => number;
  start?: (options: Options, dims: number[]) => Parameters;
  /** Bends on the way there, and on the way back. */
  there?: (isLast: boolean) => Activation;
  back?: (isLast: boolean) => Activation;
  slopeOfCost?: (AL: np.Tensor, Y: np.Tensor) => np.Tensor;
  /** Which slopes move nothing. */
  still?: RegExp;
  /** Where the slopes are taken, and where the step begins: at the parameters of the step before, or the first. */
  slopesAt?: "now" | "first";
  stepsFrom?: "now" | "first";
  costAfter?: boolean;
  every?: number;
}

const usualKind = (isLast: boolean): Activation => (isLast ? "sigmoid" : "relu");
const mirrored = (isLast: boolean): Activation => (isLast ? "relu" : "sigmoid");
const usualSlope = (AL: np.Tensor, Y: np.Tensor): np.Tensor =>
  np.divide(np.subtract(AL, Y), np.multiply(AL, np.subtract(1, AL)));
const most = 210; // longer runs are not compared

type Caches = ReturnType<typeof np.nn.linearActivationForward>["cache"][];

function forward(X: np.Tensor, p: Parameters, kind = usualKind): { AL: np.Tensor; caches: Caches } {
  const L = Object.keys(p).length / 2;
  const caches: Caches = [];
  let AL = X;
  for (let l = 1; l <= L; l++) {
    const { A, cache } = np.nn.linearActivationForward(AL, p[`W${l}`]!, p[`b${l}`]!, kind(l === L));
    caches.push(cache);
    AL = A; // (n, m)
  }
  return { AL, caches };
}

function backward(dAL: np.Tensor, caches: Caches, kind: (isLast: boolean) => Activation): Parameters {
  const grads: Parameters = {};
  let dA = dAL;
  for (let l = caches.length; l >= 1; l--) {
    const isLast = l === caches.length;
    const { dAPrev, dW, db } = np.nn.linearActivationBackward(dA, caches[l - 1]!, kind(isLast));
    Object.assign(grads, { [`dW${l}`]: dW, [`db${l}`]: db });
    dA = dAPrev; // (nPrev, m)
  }
  return grads;
}

function step(from: Parameters, grads: Parameters, rate: number, still?: RegExp): Parameters {
  const move = ([name, t]: [string, np.Tensor]): [string, np.Tensor] => [
    name,
    still?.test(name) ? t : np.subtract(t, np.multiply(rate, grads[`d${name}`]!)),
  ];
  return Object.fromEntries(Object.entries(from).map(move));
}

type Init = (dims: number[], seed: number) => Parameters;
const inits: Record<"two" | "deep", Init> = {
  two: ([nX, nH, nY], seed) => np.nn.initializeParameters(nX!, nH!, nY!, { seed }),
  deep: (dims, seed) => np.nn.initializeParametersDeep(dims, { seed }),
};

const train =
  (init: Init, way: Way) =>
  (X: np.Tensor, Y: np.Tensor, dims: number[], options: Options = {}): Training => {
    const { there = usualKind, back = there, slopeOfCost = usualSlope, every = 100 } = way;
    const rate = way.rate?.(options) ?? options.learningRate ?? 0.0075;
    const first = way.start?.(options, dims) ?? options.parameters ?? init(dims, 1);
    const costs: number[] = [];
    let now = first;
    for (let i = 0; i < Math.min(options.numIterations ?? most, most); i++) {
      const { AL, caches } = forward(X, way.slopesAt === "first" ? first : now, there);
      if (i % every === 0 && !way.costAfter) costs.push(np.nn.computeCost(AL, Y));
      const grads = backward(slopeOfCost(AL, Y), caches, back);
      now = step(way.stepsFrom === "first" ? first : now, grads, rate, way.still);
      if (i % every === 0 && way.costAfter) costs.push(np.nn.computeCost(forward(X, now, there).AL, Y));
    }
    return { parameters: now, costs };
  };

/** What both models can get wrong. */
const shared = (init: Init): Record<string, ReturnType<typeof train> | (() => never)> => ({
  "the learning rate of the options is not handed on": train(init, { rate: () => 0.0075 }),
  "the learning rate of the options is not handed on, so that of np.nn is taken": train(init, {
    rate: () => 1.2,
  }),
  "the learning rate of the options is not handed on to updateParameters": () =>
    np.nn.updateParameters({}, {}, undefined as never) as never,
  "it starts anew although options.parameters says where to go on from": train(init, {
    start: (_, dims) => init(dims, 1),
  }),
  "the slopes are computed once, before the loop: each step needs its own": train(init, {
    slopesAt: "first",
  }),
  "each step starts from where it began: it must start from the parameters of the step before": train(init, {
    stepsFrom: "first",
  }),
  "the cost is measured after the step: it belongs to the answers before it": train(init, {
    costAfter: true,
  }),
  "the cost of every step is written down: only of steps 0, 100, 200, …": train(init, { every: 1 }),
  "the step goes uphill: subtract": train(init, { rate: ({ learningRate = 0.0075 }) => -learningRate }),
  "the biases stay where they were": train(init, { still: /^b/ }),
  "the random numbers have another seed: seed: 1 is meant": train(init, {
    start: ({ parameters }, dims) => parameters ?? init(dims, 2),
  }),
  "the random numbers have another seed, 3: seed: 1 is meant": train(init, {
    start: ({ parameters }, dims) => parameters ?? init(dims, 3),
  }),
});

const truth = (t: np.Tensor): np.Tensor => np.greater(t, 0.5).astype("float64");

const variants = {
  twoLayerModel: {
    ...shared(inits.two),
    "it begins with A2 - Y, which is the slope in Z2: dA2, the slope in A2, is meant": train(inits.two, {
      slopeOfCost: (AL, Y) => np.subtract(AL, Y),
    }),
    "relu and sigmoid are mixed up": train(inits.two, { there: mirrored, back: usualKind }),
    "both layers have the sigmoid: the first must have relu": train(inits.two, { there: () => "sigmoid" }),
    "the last layer goes back through relu: it must be the sigmoid": train(inits.two, {
      there: usualKind,
      back: () => "relu",
    }),
    "the first layer goes back through the sigmoid: it must be relu": train(inits.two, {
      there: usualKind,
      back: () => "sigmoid",
    }),
    "W2 and b2 stay where they were": train(inits.two, { still: /2$/ }),
  },
  lLayerModel: {
    ...shared(inits.deep),
    "the weights begin 0.01 times as large as normal: initializeParametersDeep divides by the root of nPrev":
      train(inits.deep, { start: ({ parameters }, dims) => parameters ?? inits.two(dims, 1) }),
  },
  predict: {
    "it gives the probabilities: compare them with one half": (parameters: Parameters, X: np.Tensor) =>
      forward(X, parameters).AL,
    "it goes through the first two layers only: a network may have more": (
      { W1, b1, W2, b2 }: Parameters,
      X: np.Tensor,
    ) => truth(forward(X, { W1: W1!, b1: b1!, W2: W2!, b2: b2! }).AL),
    "it is transposed: (1, m) is meant": (parameters: Parameters, X: np.Tensor) =>
      truth(forward(X, parameters).AL).T,
  },
};
export default variants;
