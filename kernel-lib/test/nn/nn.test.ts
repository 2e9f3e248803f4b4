import { readFileSync } from "node:fs";
import { expect } from "chai";
import * as np from "../../src/index.js";

type Lists = Record<string, number[][]>;

/** Made by golden/make_nn.py. */
const golden: {
  dims: number[];
  steps: number;
  rate: number;
  X: number[][];
  Y: number[][];
  start: Lists;
  costs: number[];
  grads: Lists;
  end: Lists;
} = JSON.parse(readFileSync(new URL("./golden/network.json", import.meta.url), "utf8"));

const { nn } = np;
const { assertClose } = np.testing;
const float = (values: number[][]): np.Tensor => np.array(values, { dtype: "float64" });
const tensors = (lists: Lists): np.nn.Parameters =>
  Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, float(values)]));
const close = (got: unknown, want: unknown, name: string): void =>
  assertClose(got, want as np.Tensor, { name, rtol: 1e-12, atol: 1e-12 });

describe("initializeParameters", () => {
  it("draws W1, then W2, times 0.01: seed 1 begins with 0.01624345", () => {
    const { W1, b1, W2, b2 } = nn.initializeParameters(3, 2, 1, { seed: 1 });
    close(W1.get(0, 0), 0.0162434536366, "W1[0, 0]");
    close(W2.get(0, 0), 0.0174481176422, "W2[0, 0]");
    close([b1, b2], [np.zeros([2, 1]), np.zeros([1, 1])], "biases");
  });

  it("draws from np.random without a seed, and leaves it alone with one", () => {
    np.random.seed(1);
    const shared = nn.initializeParameters(2, 2, 1).W1;
    np.random.seed(5);
    const own = nn.initializeParameters(2, 2, 1, { seed: 1 }).W1;
    const next = np.random.rand();
    expect(np.arrayEqual(shared, own)).to.equal(true);
    expect(next).to.equal(new np.random.RandomState(5).rand());
  });

  it("says which size or option is wrong", () => {
    expect(() => nn.initializeParameters(3, 0, 1)).to.throw(
      np.DataError,
      "initializeParameters: sizes of layers are whole numbers from 1, got 0",
    );
    expect(() => nn.initializeParameters(3, 1, 1, { sead: 1 } as never)).to.throw("Did you mean seed?");
  });
});

describe("initializeParametersDeep", () => {
  it("divides by the root of nPrev, layer after layer, as NumPy gives it", () => {
    close(nn.initializeParametersDeep(golden.dims, { seed: 3 }), tensors(golden.start), "parameters");
  });

  it("asks for at least an input and a layer", () => {
    expect(() => nn.initializeParametersDeep([5])).to.throw(
      "initializeParametersDeep: a network has an input and a layer, got a list of 1. Give at least two sizes.",
    );
    expect(() => nn.initializeParametersDeep([5, 2.5])).to.throw("whole numbers from 1, got 2.5");
  });
});

describe("linearForward", () => {
  it("adds b (2, 1) to every column of W A: (2, 3) x (3, 2) -> (2, 2)", () => {
    const W = np.array([
      [1, 0, 2],
      [0, 1, -1],
    ]);
    const { Z, cache } = nn.linearForward(np.ones([3, 2]), W, np.array([[10], [20]]));
    expect(Z.toArray()).to.deep.equal([
      [13, 13],
      [20, 20],
    ]);
    expect(cache.W).to.equal(W);
  });

  it("names both shapes when they clash", () => {
    expect(() => nn.linearForward(np.ones([3, 2]), np.ones([1, 4]), np.zeros([1, 1]))).to.throw(
      np.ShapeError,
      "linearForward: W has a column for every row of A, got W (1, 4) and A (3, 2): 4 != 3",
    );
    expect(() => nn.linearForward(np.ones([3, 2]), np.ones([1, 3]), np.zeros([2, 1]))).to.throw(
      np.ShapeError,
      "linearForward: b is a column with a number for every row of W, got b (2, 1) and W (1, 3)",
    );
  });
});

describe("linearActivationForward", () => {
  const [W, b, A] = [np.array([[2]]), np.array([[1]]), np.array([[-1, -0.5, 1]])]; // Z = [-1, 0, 3]

  it("cuts off below zero, or squashes", () => {
    expect(nn.linearActivationForward(A, W, b, "relu").A.toArray()).to.deep.equal([[0, 0, 3]]);
    const want = [-1, 0, 3].map((z) => 1 / (1 + Math.exp(-z)));
    close(nn.linearActivationForward(A, W, b, "sigmoid").A, np.array([want]), "A");
  });

  it("refuses another activation by name", () => {
    expect(() => nn.linearActivationForward(A, W, b, "tanh" as never)).to.throw(
      'linearActivationForward: activation is "relu" or "sigmoid", got "tanh"',
    );
  });
});

describe("linearActivationBackward", () => {
  const draw = (
    activation: np.nn.Activation,
  ): { W: np.Tensor; b: np.Tensor; A: np.Tensor; dA: np.Tensor } => {
    const random = new np.random.RandomState(activation === "relu" ? 21 : 22);
    return { W: random.randn(3, 4), b: random.randn(3, 1), A: random.randn(4, 5), dA: random.randn(3, 5) };
  };

  for (const activation of ["relu", "sigmoid"] as const)
    it(`gives the slopes that small steps measure, through ${activation}`, () => {
      const { W, b, A, dA } = draw(activation);
      // a cost whose slope in A of example j is dA / m: the mean over examples of Σ dA A
      const cost = (w: np.Tensor, c: np.Tensor, a: np.Tensor): number =>
        np.sum(np.multiply(dA, nn.linearActivationForward(a, w, c, activation).A)) / 5;
      const { cache } = nn.linearActivationForward(A, W, b, activation);
      const { dW, db, dAPrev } = nn.linearActivationBackward(dA, cache, activation);
      const tolerance = { rtol: 1e-7, atol: 1e-8 };
      assertClose(
        dW,
        measured(W, (w) => cost(w, b, A)),
        { name: "dW", ...tolerance },
      );
      assertClose(
        db,
        measured(b, (c) => cost(W, c, A)),
        { name: "db", ...tolerance },
      );
      const prev = measured(A, (a) => 5 * cost(W, b, a)); // per example, not averaged
      assertClose(dAPrev, prev, { name: "dAPrev", ...tolerance });
    });
});

/** Slope of a function of a matrix by central differences. */
function measured(t: np.Tensor, f: (moved: np.Tensor) => number): np.Tensor {
  const [rows, columns] = t.shape;
  const step = 1e-6;
  const at = (i: number, j: number, by: number): number => {
    const moved = t.copy();
    moved.set(t.get(i, j) + by, i, j);
    return f(moved);
  };
  return np.array(
    Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (_, j) => (at(i, j, step) - at(i, j, -step)) / (2 * step)),
    ),
  );
}

describe("computeCost", () => {
  it("is log 2 for undecided answers, and counts both kinds of labels", () => {
    close(nn.computeCost(np.full([1, 3], 0.5), np.array([[0, 1, 1]])), Math.log(2), "cost");
    const want = -(Math.log(0.9) + Math.log(0.8)) / 2;
    close(nn.computeCost(np.array([[0.9, 0.2]]), np.array([[1, 0]])), want, "cost");
  });

  it("wants an answer for every label", () => {
    expect(() => nn.computeCost(np.ones([1, 3]), np.ones([1, 2]))).to.throw(
      "computeCost: an answer for every label is needed, got AL (1, 3) and Y (1, 2)",
    );
  });
});

describe("a network of three layers", () => {
  const [X, Y] = [float(golden.X), float(golden.Y)];

  it("has NumPy's costs, slopes and parameters over four steps", () => {
    let parameters = tensors(golden.start);
    const before = golden.start.W1[0][0];
    for (let i = 0; i < golden.steps; i++) {
      const { AL, caches } = nn.lModelForward(X, parameters);
      close(nn.computeCost(AL, Y), golden.costs[i], `cost of step ${i}`);
      const grads = nn.lModelBackward(AL, Y, caches);
      if (i === 0) close(grads, tensors(golden.grads), "grads");
      const next = nn.updateParameters(parameters, grads, { learningRate: golden.rate });
      if (i === 0) expect(parameters.W1.get(0, 0), "what came in").to.equal(before);
      parameters = next;
    }
    close(parameters, tensors(golden.end), "parameters");
  });

  it("has the slopes that small steps measure", () => {
    const parameters = tensors(golden.start);
    const { AL, caches } = nn.lModelForward(X, parameters);
    const grads = nn.lModelBackward(AL, Y, caches);
    for (const name of Object.keys(parameters)) {
      const cost = (moved: np.Tensor): number =>
        nn.computeCost(nn.lModelForward(X, { ...parameters, [name]: moved }).AL, Y);
      const want = measured(parameters[name], cost);
      assertClose(grads[`d${name}`], want, { name: `d${name}`, rtol: 1e-6, atol: 1e-8 });
    }
  });

  it("says what is missing or does not fit", () => {
    const { W1, b1, W2 } = tensors(golden.start);
    expect(() => nn.lModelForward(X, { W1, b1, W2 })).to.throw("every layer has a W and a b, got W1, b1, W2");
    expect(() => nn.lModelForward(X, { W1, W2 })).to.throw(
      "lModelForward: parameters are W1, b1, …, got W1, W2",
    );
    const { AL, caches } = nn.lModelForward(X, tensors(golden.start));
    expect(() => nn.lModelBackward(AL, Y, [])).to.throw("a cache for each layer is needed, got none");
    expect(() => nn.lModelBackward(AL, Y.T, caches)).to.throw(
      "lModelBackward: a label for every answer is needed, got AL (1, 8) and Y (8, 1)",
    );
  });
});

describe("updateParameters", () => {
  const [W1, b1] = [np.array([[1, 2]]), np.array([[0]])];

  it("refuses slopes that are missing or shaped otherwise, and a rate that is none", () => {
    const update = (grads: np.nn.Gradients, learningRate = 1): unknown =>
      nn.updateParameters({ W1, b1 }, grads, { learningRate });
    expect(() => update({ dW1: W1 })).to.throw("updateParameters: grads must hold db1, got none");
    expect(() => update({ dW1: W1.T, db1: b1 })).to.throw(
      "updateParameters: W1 and dW1 have one shape, got (1, 2) and (2, 1)",
    );
    expect(() => update({ dW1: W1, db1: b1 }, Number.NaN)).to.throw("learningRate must be a number, got NaN");
  });
});
