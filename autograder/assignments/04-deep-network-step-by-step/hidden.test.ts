// Hidden tests of assignment 04. Expected values come from plain loops over numbers, from laws and from finite differences,
// never from a tensor program like the learner's; inputs are drawn from the submission's seed, in shapes the visible checks do
// not use. What is wanted is computed before the learner's code runs, and caches fit the inputs, so that any correct
// formula passes. A usual mistake is recognised by what it gives, and has a sentence of its own.
import { expect } from "chai";
import * as np from "kernel-lib";
import { describe, it } from "mocha";
import type {
  Activation,
  Exercises,
  Gradients,
  LayerCache,
  LayerSlopes,
  LinearCache,
  Parameters,
} from "./visible.test.js";

type Matrix = number[][];

/** A network of the sizes `dims` and m examples for it. */
interface Problem {
  dims: readonly number[];
  parameters: Parameters;
  X: np.Tensor;
  Y: np.Tensor;
}

/** One layer on the way forward, in plain numbers. */
interface Layer {
  input: Matrix;
  Z: Matrix;
  A: Matrix;
}

const table = (rows: number, columns: number, entry: (i: number, j: number) => number): Matrix =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => entry(i, j)));
const tensor = (values: Matrix): np.Tensor => np.array(values, { dtype: "float64" });
const numbers = (t: np.Tensor): Matrix => t.toArray() as Matrix;
const sum = (n: number, term: (k: number) => number): number => {
  let total = 0;
  for (let k = 0; k < n; k++) total += term(k);
  return total;
};
const logistic = (z: number): number => 1 / (1 + Math.exp(-z));
const bend: Record<Activation, (z: number) => number> = { relu: (z) => Math.max(0, z), sigmoid: logistic };
const slope: Record<Activation, (z: number) => number> = {
  relu: (z) => (z > 0 ? 1 : 0),
  sigmoid: (z) => logistic(z) * (1 - logistic(z)),
};
const kindOf = (l: number, L: number): Activation => (l === L ? "sigmoid" : "relu");

/** A layer one number at a time: weights times inputs plus bias. */
function weigh(W: np.Tensor, input: Matrix, b: np.Tensor): Matrix {
  const [rows, inner] = W.shape as [number, number];
  const dot = (i: number, j: number): number => sum(inner, (k) => W.get(i, k) * input[k]![j]!);
  return table(rows, input[0]!.length, (i, j) => b.get(i, 0) + dot(i, j));
}

function layerByHand(W: np.Tensor, input: Matrix, b: np.Tensor, activation: Activation): Layer {
  const Z = weigh(W, input, b);
  return { input, Z, A: Z.map((row) => row.map(bend[activation])) };
}

/** All layers; `kind` says which bend layer l of L has. */
function forwardByHand({ parameters, X }: Omit<Problem, "Y" | "dims">, kind = kindOf): Layer[] {
  const L = Object.keys(parameters).length / 2;
  const layers: Layer[] = [];
  let A = numbers(X);
  for (let l = 1; l <= L; l++) {
    const layer = layerByHand(parameters[`W${l}`]!, A, parameters[`b${l}`]!, kind(l, L));
    layers.push(layer);
    A = layer.A;
  }
  return layers;
}

const cacheOf = (layer: Layer, W: np.Tensor, b: np.Tensor): LayerCache => ({
  linear: { A: tensor(layer.input), W, b },
  activation: { Z: tensor(layer.Z) },
});

const cachesOf = ({ parameters }: Problem, layers: Layer[]): LayerCache[] =>
  layers.map((layer, i) => cacheOf(layer, parameters[`W${i + 1}`]!, parameters[`b${i + 1}`]!));

function costByHand(AL: Matrix, Y: np.Tensor, log = Math.log): number {
  const m = AL[0]!.length;
  const loss = (a: number, y: number): number => -(y * log(a) + (1 - y) * log(1 - a));
  return sum(AL.length, (i) => sum(m, (j) => loss(AL[i]![j]!, Y.get(i, j)))) / m;
}

/** Slopes of a layer's linear part, one example after the other. */
function linearSlopes(dZ: Matrix, input: Matrix, W: np.Tensor): Record<keyof LayerSlopes, Matrix> {
  const [n, nPrev] = W.shape as [number, number];
  const m = dZ[0]!.length;
  return {
    dAPrev: table(nPrev, m, (k, j) => sum(n, (i) => W.get(i, k) * dZ[i]![j]!)),
    dW: table(n, nPrev, (i, k) => sum(m, (j) => dZ[i]![j]! * input[k]![j]!) / m),
    db: table(n, 1, (i) => sum(m, (j) => dZ[i]![j]!) / m),
  };
}

const through = (dA: Matrix, Z: Matrix, activation: Activation): Matrix =>
  dA.map((row, i) => row.map((d, j) => d * slope[activation](Z[i]![j]!)));

/** All slopes by name, from the answers back to the input. */
function slopesByHand({ parameters, Y }: Problem, layers: Layer[], kind = kindOf): Record<string, Matrix> {
  const L = layers.length;
  const slopes: Record<string, Matrix> = {};
  const { A, Z } = layers[L - 1]!;
  let dZ = table(A.length, A[0]!.length, (i, j) => {
    const error = A[i]![j]! - Y.get(i, j); // dAL times the slope of the sigmoid
    const z = Z[i]![j]!;
    return kind(L, L) === "sigmoid" ? error : (error / slope.sigmoid(z)) * slope.relu(z);
  });
  for (let l = L; l >= 1; l--) {
    const { dAPrev, dW, db } = linearSlopes(dZ, layers[l - 1]!.input, parameters[`W${l}`]!);
    Object.assign(slopes, { [`dA${l - 1}`]: dAPrev, [`dW${l}`]: dW, [`db${l}`]: db });
    if (l > 1) dZ = through(dAPrev, layers[l - 2]!.Z, kind(l - 1, L));
  }
  return slopes;
}

interface Closeness {
  name: string;
  m?: number;
  rtol?: number;
  atol?: number;
}

/** Fails unless `got` is `want`; when it is what a known mistake gives, with the mistake's own sentence. */
function expectClose(
  got: unknown,
  want: unknown,
  about: Closeness,
  mistakes: Record<string, unknown[]> = {},
): void {
  const found = np.testing.difference(got, want, about);
  if (found === null) return;
  const looksLike = (value: unknown): boolean => np.testing.difference(got, value, about) === null;
  const sentence = Object.keys(mistakes).find((key) => mistakes[key]!.some(looksLike));
  if (sentence === undefined) throw failure(found.message, found);
  fail(about.name, sentence);
}

/** Fails with a sentence that a learner may read. */
function fail(name: string, sentence: string): never {
  const message = `${name}: ${sentence}`;
  const said = [{ id: "mistake.own", params: { text: message } }];
  throw failure(message, {
    rung: "values",
    name,
    message,
    masked: message,
    said,
    maskedSaid: said,
    clue: "own",
  });
}

function failure(message: string, difference: object): Error {
  return Object.assign(new Error(message), { name: "AssertionError", difference });
}

/** Copies of everything inside, to see later that nobody wrote into it. */
function copies<T>(value: T): T {
  if (value instanceof np.Tensor) return value.copy() as T;
  if (Array.isArray(value)) return value.map(copies) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copies(inner)])) as T;
}

/** Whether a relu is so near its bend that a small step would cross it: no slope can be measured there. */
function isNearBend(problem: Problem): boolean {
  return forwardByHand(problem).some(({ Z }) => Z.flat().some((z) => Math.abs(z) < 1e-3));
}

function unchanged(now: object, before: object): void {
  if (np.testing.difference(now, before, { name: "", rtol: 0, atol: 0 }) !== null)
    fail("inputs", "they are changed; work on a copy and leave what came in as it was");
}

export default function hidden(learner: Exercises, seed = 0): void {
  const randomOf = (k: number): InstanceType<typeof np.random.RandomState> =>
    new np.random.RandomState(1000 * seed + k);

  /** Biases of every size are drawn, so that a forgotten one shows; both labels occur. */
  const draw = (k: number, dims: readonly number[], m: number, spread = 1): Problem => {
    const random = randomOf(k);
    const parameters: Parameters = {};
    for (let l = 1; l < dims.length; l++) {
      parameters[`W${l}`] = np.multiply(spread, random.randn(dims[l]!, dims[l - 1]!));
      parameters[`b${l}`] = np.multiply(spread, np.add(0.3, random.rand(dims[l]!, 1)));
    }
    const X = random.randn(dims[0]!, m);
    const Y = tensor(table(dims.at(-1)!, m, (i, j) => (i + j) % 2));
    return { dims, parameters, X, Y };
  };

  describe("initializeParameters", () => {
    const wanted = (nX: number, nH: number, nY: number, scale = 0.01): Parameters => {
      const random = new np.random.RandomState(1);
      const weights = (rows: number, columns: number): np.Tensor =>
        tensor(table(rows, columns, () => random.randn() * scale));
      const W1 = weights(nH, nX);
      return { W1, b1: np.zeros([nH, 1]), W2: weights(nY, nH), b2: np.zeros([nY, 1]) };
    };

    for (const [nX, nH, nY] of [
      [4, 6, 1],
      [2, 3, 5],
      [1, 1, 1],
    ] as const) {
      it(`draws the seeded weights of a ${nX}-${nH}-${nY} network, and zero biases`, () => {
        const want = wanted(nX, nH, nY);
        const { W1: large, W2 } = wanted(nX, nH, nY, 1);
        const got = learner.initializeParameters(nX, nH, nY);
        expectClose(
          got.W1,
          want.W1,
          { name: "W1" },
          { "the weights are not made small: multiply them by 0.01": [large] },
        );
        expectClose(
          got.W2,
          want.W2,
          { name: "W2" },
          { "the weights are not made small: multiply them by 0.01": [W2] },
        );
        expectClose(got.b1, want.b1, { name: "b1" });
        expectClose(got.b2, want.b2, { name: "b2" });
      });
    }

    it("makes new tensors at every call", () => {
      const first = learner.initializeParameters(3, 2, 1);
      const second = learner.initializeParameters(3, 2, 1);
      expectClose(second, first, { name: "" });
    });
  });

  describe("initializeParametersDeep", () => {
    const wanted = (dims: readonly number[], scale = (_nPrev: number): number => 0.01): Parameters => {
      const random = new np.random.RandomState(3);
      const parameters: Parameters = {};
      for (let l = 1; l < dims.length; l++) {
        parameters[`W${l}`] = tensor(
          table(dims[l]!, dims[l - 1]!, () => random.randn() * scale(dims[l - 1]!)),
        );
        parameters[`b${l}`] = np.zeros([dims[l]!, 1]);
      }
      return parameters;
    };

    for (const dims of [
      [6, 3, 1],
      [4, 7, 5, 2],
      [3, 2, 4, 3, 1],
      [2, 5, 4, 3, 2, 1],
    ]) {
      const names = Object.keys(wanted(dims)).sort();

      it(`gives W and b of each of the ${dims.length - 1} layers of ${dims.join("-")}, and nothing else`, () => {
        const got = Object.keys(learner.initializeParametersDeep([...dims])).sort();
        if (got.includes("W0"))
          fail("W0", "the input is no layer and has no weights: the first ones are W1 and b1");
        if (got.length < names.length)
          fail(
            "parameters",
            "there are not enough of them: every layer after the input has W and b, the last one too",
          );
        expect(got.join()).to.equal(names.join());
      });

      it(`draws small weights layer after layer for ${dims.join("-")}`, () => {
        const want = wanted(dims);
        const large = wanted(dims, () => 1);
        const rooted = wanted(dims, (nPrev) => 1 / Math.sqrt(nPrev));
        const got = learner.initializeParametersDeep([...dims]);
        for (const name of names)
          expectClose(
            got[name],
            want[name],
            { name },
            {
              "the weights are not made small: multiply them by 0.01": name.startsWith("W")
                ? [large[name]]
                : [],
              "the weights are divided by the root of nPrev; here they are multiplied by 0.01":
                name.startsWith("W") ? [rooted[name]] : [],
            },
          );
      });
    }

    it("leaves the list of sizes as it was", () => {
      const dims = [4, 3, 2];
      learner.initializeParametersDeep(dims);
      unchanged(dims, [4, 3, 2]);
    });
  });

  describe("linearForward", () => {
    for (const [k, n, nPrev, m] of [
      [21, 4, 3, 6],
      [22, 1, 5, 4],
      [23, 3, 2, 1],
      [24, 4, 4, 4],
    ] as const) {
      it(`weighs and adds: n = ${n}, nPrev = ${nPrev}, m = ${m}`, () => {
        const { parameters, X } = draw(k, [nPrev, n], m);
        const { W1: W, b1: b } = parameters as { W1: np.Tensor; b1: np.Tensor };
        const want = tensor(weigh(W, numbers(X), b));
        const square = n === nPrev && n === m;
        expectClose(
          learner.linearForward(X, W, b).Z,
          want,
          { name: "Z" },
          {
            "the bias b is not added": [tensor(weigh(W, numbers(X), np.zeros([n, 1])))],
            "the bias b is subtracted": [tensor(weigh(W, numbers(X), np.negative(b)))],
            "the product is A W; it must be W A": square ? [tensor(weigh(X, numbers(W), b))] : [],
            "W is transposed on the way": square ? [tensor(weigh(W.T, numbers(X), b))] : [],
          },
        );
      });
    }

    it("keeps what came in, and nothing else, in the cache", () => {
      const { parameters, X } = draw(25, [4, 2], 3);
      const { W1: W, b1: b } = parameters as { W1: np.Tensor; b1: np.Tensor };
      const want = copies({ A: X, W, b });
      expectClose(learner.linearForward(X, W, b).cache, want, { name: "cache" }, {});
    });

    it("takes whole numbers as inputs too", () => {
      const { parameters } = draw(26, [2, 3], 2);
      const { W1: W, b1: b } = parameters as { W1: np.Tensor; b1: np.Tensor };
      const X = np.array([[1, -2, 0], [4, 3, -5]], { dtype: "int32" }); // biome-ignore format: a matrix
      const want = tensor(weigh(W, numbers(X), b));
      expectClose(learner.linearForward(X, W, b).Z, want, { name: "Z" });
    });

    it("leaves its inputs as they were", () => {
      const { parameters, X } = draw(27, [3, 2], 5);
      const { W1: W, b1: b } = parameters as { W1: np.Tensor; b1: np.Tensor };
      const before = copies({ X, W, b });
      const want = tensor(weigh(W, numbers(X), b));
      expectClose(learner.linearForward(X, W, b).Z, want, { name: "Z" });
      unchanged({ X, W, b }, before);
    });
  });

  describe("linearActivationForward", () => {
    const other = { relu: "sigmoid", sigmoid: "relu" } as const;

    for (const [k, n, nPrev, m] of [
      [31, 5, 3, 8],
      [32, 3, 4, 1],
    ] as const)
      for (const activation of ["relu", "sigmoid"] as const) {
        const problem = draw(k, [nPrev, n], m);
        const { W1: W, b1: b } = problem.parameters as { W1: np.Tensor; b1: np.Tensor };

        it(`bends with ${activation}: n = ${n}, m = ${m}`, () => {
          const { X } = problem;
          const want = layerByHand(W, numbers(X), b, activation);
          const { A } = learner.linearActivationForward(X, W, b, activation);
          expectClose(
            A,
            tensor(want.A),
            { name: "A" },
            {
              "the two bends are mixed up": [tensor(layerByHand(W, numbers(X), b, other[activation]).A)],
              "it is Z: the bend is missing": [tensor(want.Z)],
            },
          );
        });

        it(`keeps both halves for ${activation}: n = ${n}, m = ${m}`, () => {
          const { X } = problem;
          const want = layerByHand(W, numbers(X), b, activation);
          const { linear, activation: bent } = copies(cacheOf(want, W, b));
          const { cache } = learner.linearActivationForward(X, W, b, activation);
          expectClose(cache.linear, linear, { name: "cache.linear" });
          expectClose(
            cache.activation,
            bent,
            { name: "cache.activation" },
            {
              "it holds A; the way back needs Z, from before the bend": [{ Z: tensor(want.A) }],
            },
          );
        });
      }

    it("stays finite for large sums", () => {
      const { parameters, X } = draw(35, [3, 6], 7, 400);
      const { W1: W, b1: b } = parameters as { W1: np.Tensor; b1: np.Tensor };
      for (const activation of ["relu", "sigmoid"] as const) {
        const want = tensor(layerByHand(W, numbers(X), b, activation).A);
        expectClose(learner.linearActivationForward(X, W, b, activation).A, want, { name: "A" });
      }
    });

    it("takes whole numbers as inputs too", () => {
      const { parameters } = draw(37, [2, 4], 3);
      const { W1: W, b1: b } = parameters as { W1: np.Tensor; b1: np.Tensor };
      const X = np.array([[2, -1, 0], [1, 3, -4]], { dtype: "int32" }); // biome-ignore format: a matrix
      for (const activation of ["relu", "sigmoid"] as const) {
        const want = tensor(layerByHand(W, numbers(X), b, activation).A);
        expectClose(learner.linearActivationForward(X, W, b, activation).A, want, { name: "A" });
      }
    });

    it("leaves its inputs as they were", () => {
      const { parameters, X } = draw(36, [3, 2], 5);
      const { W1: W, b1: b } = parameters as { W1: np.Tensor; b1: np.Tensor };
      const before = copies({ X, W, b });
      const want = tensor(layerByHand(W, numbers(X), b, "relu").A);
      expectClose(learner.linearActivationForward(X, W, b, "relu").A, want, { name: "A" });
      unchanged({ X, W, b }, before);
    });
  });

  describe("lModelForward", () => {
    for (const [k, dims, m] of [
      [41, [4, 3, 1], 7],
      [42, [3, 5, 4, 1], 1],
      [43, [2, 6, 5, 4, 1], 9],
      [44, [5, 4, 6, 5, 4, 3], 4],
      [45, [3, 1], 5],
    ] as const) {
      const L = dims.length - 1;

      it(`answers for m = ${m} through ${dims.join("-")}`, () => {
        const problem = draw(k, dims, m);
        const answers = (kind: typeof kindOf): np.Tensor => tensor(forwardByHand(problem, kind).at(-1)!.A);
        const want = answers(kindOf);
        expectClose(
          learner.lModelForward(problem.X, problem.parameters).AL,
          want,
          { name: "AL" },
          {
            "the last layer has relu; it must have the sigmoid": [answers(() => "relu")],
            "the hidden layers have the sigmoid; they must have relu":
              L > 1 ? [answers(() => "sigmoid")] : [],
            "relu and sigmoid are mixed up": [answers((l) => (l === L ? "relu" : "sigmoid"))],
          },
        );
      });

      it(`keeps a cache for each layer of ${dims.join("-")}`, () => {
        const problem = draw(k + 5, dims, m);
        const want = copies(cachesOf(problem, forwardByHand(problem)));
        const { caches } = learner.lModelForward(problem.X, problem.parameters);
        if (!Array.isArray(caches)) fail("caches", "it must be a list");
        if (caches.length === L - 1)
          fail("caches", "one is missing: every layer has a cache, the last one too");
        expectClose(
          caches,
          want,
          { name: "caches" },
          {
            "the last layer's comes first; the first layer's must": L > 1 ? [[...want].reverse()] : [],
            "all are the same one": L > 1 ? want.map((cache) => want.map(() => cache)) : [],
          },
        );
      });
    }

    it("stays finite for large weights", () => {
      const problem = draw(51, [3, 4, 4, 1], 6, 40);
      const want = tensor(forwardByHand(problem).at(-1)!.A);
      expectClose(learner.lModelForward(problem.X, problem.parameters).AL, want, { name: "AL" });
    });

    it("takes whole numbers as inputs too", () => {
      const { parameters } = draw(52, [2, 3, 1], 3);
      const X = np.array([[1, -2, 0], [0, 3, 1]], { dtype: "int32" }); // biome-ignore format: a matrix
      const want = tensor(forwardByHand({ parameters, X }).at(-1)!.A);
      expectClose(learner.lModelForward(X, parameters).AL, want, { name: "AL" });
    });

    it("leaves its inputs as they were", () => {
      const { parameters, X } = draw(53, [3, 4, 2, 1], 5);
      const want = tensor(forwardByHand({ parameters, X }).at(-1)!.A);
      const before = copies({ X, parameters });
      expectClose(learner.lModelForward(X, parameters).AL, want, { name: "AL" });
      unchanged({ X, parameters }, before);
    });
  });

  describe("computeCost", () => {
    const answers = (k: number, m: number): np.Tensor => np.clip(randomOf(k).rand(1, m), 0.01, 0.99);
    const labels = (m: number): np.Tensor => tensor(table(1, m, (_, j) => (j % 3 === 0 ? 1 : 0)));

    for (const m of [1, 2, 13]) {
      it(`adds up and averages the losses of m = ${m}`, () => {
        const AL = answers(60 + m, m);
        for (const Y of [labels(m), np.subtract(1, labels(m))]) {
          const a = numbers(AL)[0]!;
          const part = (label: number): number =>
            -sum(m, (j) => (Y.get(0, j) === label ? Math.log(label === 1 ? a[j]! : 1 - a[j]!) : 0)) / m;
          const want = costByHand(numbers(AL), Y);
          expectClose(
            learner.computeCost(AL, Y),
            want,
            { name: "cost", m },
            {
              "the second half is missing: examples with label 0 cost nothing":
                part(1) === want ? [] : [part(1)],
              "the first half is missing: examples with label 1 cost nothing":
                part(0) === want ? [] : [part(0)],
              "it is taken with the logarithm to base 2 or 10; np.log is the natural one": [
                costByHand(numbers(AL), Y, Math.log2),
                costByHand(numbers(AL), Y, Math.log10),
              ],
            },
          );
        }
      });
    }

    it("charges a fair price for nearly sure answers, right or wrong", () => {
      const AL = np.array([[1e-9, 1 - 1e-6, 1e-6, 1 - 1e-9]]);
      for (const Y of [np.array([[0, 1, 1, 0]]), np.array([[1, 0, 0, 1]])]) {
        const want = costByHand(numbers(AL), Y);
        expectClose(learner.computeCost(AL, Y), want, { name: "cost", m: 4 });
      }
    });

    it("does not care which class is called 1", () => {
      const AL = answers(81, 9);
      const want = costByHand(numbers(AL), labels(9));
      const got = learner.computeCost(np.subtract(1, AL), np.subtract(1, labels(9)));
      expectClose(got, want, { name: "cost", m: 9 });
    });

    it("takes labels that are whole numbers, and leaves its inputs as they were", () => {
      const AL = answers(82, 5);
      const Y = labels(5).astype("int32");
      const want = costByHand(numbers(AL), Y);
      const before = copies({ AL, Y });
      expectClose(learner.computeCost(AL, Y), want, { name: "cost", m: 5 });
      unchanged({ AL, Y }, before);
    });
  });

  /** A layer with errors for it: dZ or dA (n, m), and the layer's cache. */
  const layerProblem = (
    k: number,
    n: number,
    nPrev: number,
    m: number,
    activation: Activation,
    spread = 1,
  ) => {
    const { parameters, X } = draw(k, [nPrev, n], m, spread);
    const { W1: W, b1: b } = parameters as { W1: np.Tensor; b1: np.Tensor };
    const layer = layerByHand(W, numbers(X), b, activation);
    return { W, layer, cache: cacheOf(layer, W, b), error: randomOf(k + 500).randn(n, m) };
  };

  const expectSlopes = (
    got: LayerSlopes,
    want: Record<keyof LayerSlopes, Matrix>,
    m: number,
    mistakes: Partial<Record<keyof LayerSlopes, Record<string, unknown[]>>> = {},
  ): void => {
    for (const name of ["dAPrev", "dW", "db"] as const)
      expectClose(got[name], tensor(want[name]), { name, m }, mistakes[name]);
  };

  /** What db becomes when all units are thrown together, in every form the code can take. */
  const oneForAll = (dZ: Matrix): unknown[] => {
    const m = dZ[0]!.length;
    const total = sum(dZ.length, (i) => sum(m, (j) => dZ[i]![j]!)) / m;
    return [total, np.array(total), np.array([total]), np.array([[total]]), np.full([dZ.length, 1], total)];
  };

  describe("linearBackward", () => {
    const run = (dZ: np.Tensor, cache: LinearCache): LayerSlopes => learner.linearBackward(dZ, cache);

    for (const [k, n, nPrev, m] of [
      [91, 4, 3, 6],
      [92, 2, 5, 1],
      [93, 3, 1, 4],
      [94, 3, 3, 3],
    ] as const) {
      it(`computes dW and db: n = ${n}, nPrev = ${nPrev}, m = ${m}`, () => {
        const { W, layer, cache, error } = layerProblem(k, n, nPrev, m, "relu");
        const dZ = numbers(error);
        const want = linearSlopes(dZ, layer.input, W);
        const { dW, db } = run(error, cache.linear);
        expectClose(
          db,
          tensor(want.db),
          { name: "db", m },
          {
            "it is one number for all units; each unit has its own bias: add up with axis: 1 and keepdims: true":
              n > 1 ? oneForAll(dZ) : [],
            "it is added up over the units; add up over the examples, axis: 1": [
              np.divide(np.sum(error, { axis: 0, keepdims: true }), m),
              np.divide(np.sum(error, { axis: 0 }), m),
            ],
          },
        );
        expectClose(dW, tensor(want.dW), { name: "dW", m });
      });

      it(`computes dAPrev: n = ${n}, nPrev = ${nPrev}, m = ${m}`, () => {
        const { W, layer, cache, error } = layerProblem(k + 10, n, nPrev, m, "relu");
        const want = linearSlopes(numbers(error), layer.input, W);
        expectClose(
          run(error, cache.linear).dAPrev,
          tensor(want.dAPrev),
          { name: "dAPrev", m },
          {
            "the product is with W; it must be with W transposed": n === nPrev ? [np.dot(W, error)] : [],
            "it is divided by m; only dW and db are averages": [np.divide(tensor(want.dAPrev), m)],
          },
        );
      });
    }

    it("takes errors and inputs that are whole numbers, and large ones", () => {
      const { W, cache } = layerProblem(113, 2, 3, 2, "relu");
      const dZ = np.array([[4, -1000], [0, 3]], { dtype: "int32" }); // biome-ignore format: a matrix
      const A = np.array([[1, 2], [-3, 0], [500, 6]], { dtype: "int32" }); // biome-ignore format: a matrix
      const want = linearSlopes(numbers(dZ), numbers(A), W);
      expectSlopes(run(dZ, { ...cache.linear, A }), want, 2);
    });

    it("does not care in which order the examples come", () => {
      const { W, layer, cache, error } = layerProblem(111, 3, 4, 5, "relu");
      const { dW, db } = linearSlopes(numbers(error), layer.input, W);
      const turned = { ...cache.linear, A: np.flip(cache.linear.A, { axis: 1 }) };
      const got = run(np.flip(error, { axis: 1 }), turned);
      expectClose(got.dW, tensor(dW), { name: "dW", m: 5 });
      expectClose(got.db, tensor(db), { name: "db", m: 5 });
    });

    it("leaves its inputs as they were", () => {
      const { W, layer, cache, error } = layerProblem(112, 2, 3, 4, "relu");
      const want = linearSlopes(numbers(error), layer.input, W);
      const before = copies({ error, cache });
      expectSlopes(run(error, cache.linear), want, 4);
      unchanged({ error, cache }, before);
    });
  });

  describe("linearActivationBackward", () => {
    const other = { relu: "sigmoid", sigmoid: "relu" } as const;

    for (const [k, n, nPrev, m] of [
      [121, 5, 3, 7],
      [122, 4, 2, 1],
      [123, 1, 4, 6],
    ] as const)
      for (const activation of ["relu", "sigmoid"] as const)
        it(`goes back through ${activation}: n = ${n}, nPrev = ${nPrev}, m = ${m}`, () => {
          const { W, layer, cache, error } = layerProblem(k, n, nPrev, m, activation);
          const dA = numbers(error);
          const variant = (dZ: Matrix): np.Tensor => tensor(linearSlopes(dZ, layer.input, W).dW);
          const dZ = through(dA, layer.Z, activation);
          const want = linearSlopes(dZ, layer.input, W);
          const got = learner.linearActivationBackward(error, cache, activation);
          const mistakes = {
            "the way back through the bend is missing: it is computed from dA as if that were dZ": [
              variant(dA),
            ],
            "the slopes of the two bends are mixed up": [variant(through(dA, layer.Z, other[activation]))],
          };
          expectClose(got.dW, variant(dZ), { name: "dW", m }, mistakes);
          expectSlopes(got, want, m);
        });

    it("takes errors that are whole numbers", () => {
      const dA = np.array([[2, -1, 0], [5, 3, -4]], { dtype: "int32" }); // biome-ignore format: a matrix
      for (const activation of ["relu", "sigmoid"] as const) {
        const { W, layer, cache } = layerProblem(134, 2, 3, 3, activation);
        const want = linearSlopes(through(numbers(dA), layer.Z, activation), layer.input, W);
        expectSlopes(learner.linearActivationBackward(dA, cache, activation), want, 3);
      }
    });

    it("lets nothing through a closed relu, and everything through an open one, however large Z is", () => {
      const { W, layer, cache, error } = layerProblem(131, 6, 3, 8, "relu", 500);
      const want = linearSlopes(through(numbers(error), layer.Z, "relu"), layer.input, W);
      expectSlopes(learner.linearActivationBackward(error, cache, "relu"), want, 8);
    });

    it("stays finite where the sigmoid is sure", () => {
      const { W, layer, cache, error } = layerProblem(132, 4, 3, 5, "sigmoid", 500);
      const want = linearSlopes(through(numbers(error), layer.Z, "sigmoid"), layer.input, W);
      expectSlopes(learner.linearActivationBackward(error, cache, "sigmoid"), want, 5);
    });

    it("leaves its inputs as they were", () => {
      const { W, layer, cache, error } = layerProblem(133, 3, 4, 5, "relu");
      const want = linearSlopes(through(numbers(error), layer.Z, "relu"), layer.input, W);
      const before = copies({ error, cache });
      expectSlopes(learner.linearActivationBackward(error, cache, "relu"), want, 5);
      unchanged({ error, cache }, before);
    });
  });

  describe("lModelBackward", () => {
    const namesOf = (L: number): string[] =>
      Array.from({ length: L }, (_, i) => [`dA${i}`, `dW${i + 1}`, `db${i + 1}`]).flat();

    const expectGrads = (
      got: Gradients,
      want: Record<string, Matrix>,
      about: Omit<Closeness, "name">,
      mistakes = (_name: string): Record<string, unknown[]> => ({}),
    ): void => {
      const names = Object.keys(want);
      const missing = names.find((name) => !Object.hasOwn(got, name));
      if (missing !== undefined) fail(`grads.${missing}`, "it is missing");
      for (const name of names)
        expectClose(got[name], tensor(want[name]!), { name: `grads.${name}`, ...about }, mistakes(name));
    };

    /** What the usual mistakes make of one slope. */
    const mistakesOf = (name: string, problem: Problem, layers: Layer[]): Record<string, unknown[]> => {
      const bent = (kind: typeof kindOf): np.Tensor => tensor(slopesByHand(problem, layers, kind)[name]!);
      const { A } = layers.at(-1)!;
      const dAL = A.map((row, i) => row.map((a, j) => (a - problem.Y.get(i, j)) / (a * (1 - a))));
      const all = { ...slopesByHand(problem, layers), [`dA${layers.length}`]: dAL };
      const others = Object.entries(all).filter(([other]) => other.startsWith("dA") && other !== name);
      return {
        "the last layer goes back through relu; it must be the sigmoid": [bent(() => "relu")],
        "the hidden layers go back through the sigmoid; they must be relu": [bent(() => "sigmoid")],
        "it belongs to another layer: grads.dA1 is the slope of A1, the input of layer 2": name.startsWith(
          "dA",
        )
          ? others.map(([, slopes]) => tensor(slopes))
          : [],
      };
    };

    for (const [k, dims, m] of [
      [141, [4, 3, 1], 6],
      [142, [3, 5, 4, 1], 1],
      [143, [2, 6, 5, 4, 1], 8],
      [144, [5, 4, 4, 3, 3, 2], 5],
    ] as const) {
      const L = dims.length - 1;

      for (const last of [true, false])
        it(`computes the slopes of ${last ? "the last layer" : "the layers before it"}, m = ${m}, in ${dims.join("-")}`, () => {
          const problem = draw(k + (last ? 0 : 10), dims, m, 0.6);
          const layers = forwardByHand(problem);
          const all = slopesByHand(problem, layers);
          const wanted = namesOf(L).filter(
            (name) => last === [`dW${L}`, `db${L}`, `dA${L - 1}`].includes(name),
          );
          const AL = tensor(layers[L - 1]!.A);
          const got = learner.lModelBackward(AL, problem.Y, cachesOf(problem, layers));
          const want = Object.fromEntries(wanted.map((name) => [name, all[name]!]));
          expectGrads(got, want, { m }, (name) => mistakesOf(name, problem, layers));
        });
    }

    it("stays finite where the network is nearly sure, right or wrong", () => {
      const problem = draw(173, [3, 4, 1], 7, 0.6);
      const last = Math.max(...forwardByHand(problem).at(-1)!.Z.flat().map(Math.abs));
      for (const name of ["W2", "b2"])
        problem.parameters[name] = np.multiply(12 / last, problem.parameters[name]!); // answers within 6e-6 of 0 and 1
      const layers = forwardByHand(problem);
      const want = slopesByHand(problem, layers);
      const got = learner.lModelBackward(tensor(layers.at(-1)!.A), problem.Y, cachesOf(problem, layers));
      expectGrads(got, want, { m: 7 });
    });

    it("agrees with the slopes measured by small steps", () => {
      let k = 900;
      while (isNearBend(draw(k, [3, 4, 3, 1], 5, 0.6))) k++;
      const problem = draw(k, [3, 4, 3, 1], 5, 0.6);
      const step = 1e-5;
      const cost = (parameters: Parameters): number =>
        costByHand(forwardByHand({ ...problem, parameters }).at(-1)!.A, problem.Y);
      const measured = (name: string): Matrix =>
        table(problem.parameters[name]!.shape[0]!, problem.parameters[name]!.shape[1]!, (i, j) => {
          const moved = (by: number): number => {
            const t = problem.parameters[name]!.copy();
            t.set(t.get(i, j) + by, i, j);
            return cost({ ...problem.parameters, [name]: t });
          };
          return (moved(step) - moved(-step)) / (2 * step);
        });
      const want = Object.fromEntries(
        Object.keys(problem.parameters).map((name) => [`d${name}`, measured(name)]),
      );
      const layers = forwardByHand(problem);
      const got = learner.lModelBackward(tensor(layers.at(-1)!.A), problem.Y, cachesOf(problem, layers));
      expectGrads(got, want, { rtol: 1e-5, atol: 1e-7 });
    });

    it("takes labels that are whole numbers, and leaves its inputs as they were", () => {
      const problem = draw(172, [3, 4, 1], 6, 0.6);
      const layers = forwardByHand(problem);
      const [AL, Y, caches] = [
        tensor(layers.at(-1)!.A),
        problem.Y.astype("int32"),
        cachesOf(problem, layers),
      ];
      const before = copies({ AL, Y, caches });
      expectGrads(learner.lModelBackward(AL, Y, caches), slopesByHand(problem, layers), { m: 6 });
      unchanged({ AL, Y, caches }, before);
    });
  });

  describe("updateParameters", () => {
    /** Parameters, slopes of all names, and what a step gives; `still` names parameters that do not move. */
    const setting = (k: number, dims: readonly number[]): { parameters: Parameters; grads: Gradients } => {
      const { parameters } = draw(k, dims, 1);
      const slopes = draw(k + 1, dims, 1).parameters;
      const grads: Gradients = { dA0: np.ones([dims[0]!, 3]) };
      for (const [name, t] of Object.entries(slopes)) grads[`d${name}`] = t;
      return { parameters, grads };
    };
    const stepped = (
      { parameters, grads }: ReturnType<typeof setting>,
      rate: number,
      still: readonly string[] = [],
    ): Parameters =>
      Object.fromEntries(
        Object.entries(parameters).map(([name, t]) => {
          const by = still.includes(name) ? 0 : rate;
          return [
            name,
            tensor(
              numbers(t).map((row, i) => row.map((value, j) => value - by * grads[`d${name}`]!.get(i, j))),
            ),
          ];
        }),
      );

    for (const [k, dims, rate] of [
      [181, [3, 5, 1], 0.3],
      [183, [4, 3, 2, 1], 0.007],
      [185, [2, 3, 4, 3, 2], 2],
      [187, [5, 2], 1.2],
    ] as const) {
      const L = dims.length - 1;
      const last = [`W${L}`, `b${L}`];

      it(`steps by ${rate} in all ${L} layer${L === 1 ? "" : "s"} of ${dims.join("-")}`, () => {
        const problem = setting(k, dims);
        const names = Object.keys(problem.parameters);
        const biases = names.filter((name) => name.startsWith("b"));
        const variant = (by: number, still: readonly string[] = []): Parameters =>
          stepped(problem, by, still);
        const without = Object.fromEntries(
          Object.entries(variant(rate)).filter(([name]) => !last.includes(name)),
        );
        const got = learner.updateParameters(problem.parameters, problem.grads, rate);
        const looksLike = (value: Parameters): boolean =>
          np.testing.difference(got, value) === null && Object.keys(got).length === Object.keys(value).length;
        if (L > 1 && (looksLike(variant(rate, last)) || looksLike(without)))
          fail(last[0]!, "the last layer stays where it was: the loop ends one layer too early");
        if (looksLike(variant(rate, biases))) fail("b1", "the biases stay where they were");
        for (const name of names)
          expectClose(
            got[name],
            variant(rate)[name],
            { name },
            {
              "the step goes uphill: subtract": [variant(-rate)[name]],
              "the step does not depend on the learning rate": [variant(1)[name]],
              "it is the step alone, without where it started": [
                np.subtract(variant(rate)[name]!, problem.parameters[name]!),
              ],
            },
          );
        expect(Object.keys(got).sort().join()).to.equal([...names].sort().join());
      });
    }

    it("leaves parameters and slopes as they were", () => {
      const problem = setting(191, [3, 4, 1]);
      const want = stepped(problem, 0.5);
      const before = copies(problem);
      expectClose(learner.updateParameters(problem.parameters, problem.grads, 0.5), want, { name: "" });
      unchanged(problem, before);
    });
  });
}
