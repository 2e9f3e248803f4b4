// Every public function, called well but for one argument: it gives a result or an error in its own name, with the values in it.
import * as fs from "node:fs";
import { expect } from "chai";
import * as np from "../src/index.js";
import { temporaryFolder } from "./io/golden.js";
import { type Call, checkAlmostGood, checkAlmostGoodLater } from "./support/fuzz.js";

type Calls = Record<string, unknown[]>;

const square = np.array([
  [2, 1],
  [1, 3],
]);
const X = np.ones([2, 4]); // (2, 4)
const Y = np.array([[0, 1, 0, 1]]); // (1, 4)
const parameters = np.nn.initializeParametersDeep([2, 3, 1], { seed: 1 });
const { AL, caches } = np.nn.lModelForward(X, parameters);
const grads = np.nn.lModelBackward(AL, Y, caches);
const { cache } = np.nn.linearActivationForward(X, parameters.W1, parameters.b1, "relu");
const predict = (points: np.Tensor): np.Tensor => np.greater(points.at(0), 0);

const linalg: Calls = {
  ...{
    norm: [square, { ord: 2, axis: 0 }],
    solve: [square, [1, 2]],
    inv: [square],
    det: [square],
    qr: [square],
  },
  ...{ lstsq: [square, [1, 2], { rtol: 0 }], pinv: [square, { rtol: 0 }], matrixRank: [square, { rtol: 0 }] },
  ...{ svd: [square], svdvals: [square], eigh: [square], eigvalsh: [square], cholesky: [square] },
};

const random: Calls = {
  ...{ seed: [1], rand: [2, 3], randn: [2, 3], random: [[2, 3]], standardNormal: [[2, 3]], permutation: [5] },
  ...{ uniform: [0, 1, 3], normal: [0, 1, 3], randint: [0, 5, 3], shuffle: [[1, 2, 3]], defaultRng: [1] },
  ...{ choice: [4, 2, { replace: false, p: [0.1, 0.2, 0.3, 0.4] }] },
};

const generator: Calls = {
  ...{
    random: [3, { dtype: "float32" }],
    integers: [0, 5, 3, { dtype: "uint8", endpoint: true }],
    uniform: [0, 1, 3],
  },
  ...{
    normal: [0, 1, 3],
    standardNormal: [3],
    shuffle: [np.arange(4), { axis: 0 }],
    permuted: [X, { axis: 0 }],
  },
  ...{ permutation: [X, { axis: 1 }], choice: [X, 2, { replace: false, axis: 1, shuffle: false }] },
};

const nn: Calls = {
  initializeParameters: [2, 3, 1, { seed: 1 }],
  initializeParametersDeep: [[2, 3, 1], { seed: 1 }],
  linearForward: [X, parameters.W1, parameters.b1],
  linearActivationForward: [X, parameters.W1, parameters.b1, "relu"],
  linearBackward: [np.ones([3, 4]), cache],
  linearActivationBackward: [np.ones([3, 4]), cache, "relu"],
  lModelForward: [X, parameters],
  lModelBackward: [AL, Y, caches],
  computeCost: [AL, Y],
  updateParameters: [parameters, grads, { learningRate: 0.1 }],
};

const testing: Calls = {
  difference: [X, np.ones([2, 4]), { name: "X", rtol: 1e-7, atol: 0, m: 4, reveal: false }],
  assertClose: [X, np.ones([2, 4]), { name: "X" }],
};

const labels = { title: "t", xLabel: "x", yLabel: "y" };

const plot: Calls = {
  bars: [
    { a: 1, b: 2 },
    { title: "t", xLabel: "x" },
  ],
  decisionBoundary: [predict, X, Y, { ...labels, classes: ["a", "b"], columns: 1, resolution: 4 }],
  costCurve: [[0.7, 0.5], { ...labels, every: 100, labels: ["a"] }],
  lines: [{ one: [1, 2] }, { ...labels, x: [0, 1], labels: ["a"] }],
  heatmap: [
    square,
    { ...labels, xNames: ["a", "b"], yNames: ["a", "b"], values: true, diverging: true, range: [0, 1] },
  ],
  images: [np.zeros([2, 4, 4]), { title: "t", titles: ["a", "b"], columns: 2, limit: 2 }],
  network: [[2, 3, 1], { title: "t", activations: ["relu", "sigmoid"] }],
  passes: [["relu", "sigmoid"], { title: "t" }],
  scatter: [X.at(0), X.at(1), { ...labels, labels: Y, classes: ["a", "b"] }],
  liveCurve: [{ ...labels, every: 10 }],
};

const datasets: Calls = {
  ...{
    makeFlower: [{ m: 20, seed: 1 }],
    makeMoons: [{ m: 20, noise: 0.1, seed: 1 }],
    makeCircles: [{ m: 20, factor: 0.5, noise: 0 }],
  },
  ...{ makeBlobs: [{ m: 20, seed: 1 }], makeGaussianQuantiles: [{ m: 20, seed: 1 }], dataFolder: [] },
};

const loaders: Calls = {
  ...{
    loadCats: [{}],
    loadIris: [{}],
    loadPenguins: [{}],
    loadDigits: [{}],
    loadHousing: [{}],
    loadFashion: [{}],
  },
};

const io: Calls = {
  ...{ writeNpy: ["x.npy", X], writeNpz: ["x.npz", { X }, { compressed: true }] },
  ...{ readNpy: ["x.npy"], readNpz: ["x.npz", { maxBytes: 1e6 }] },
  readCsv: ["x.csv", { header: true, delimiter: ",", missing: ["NA"] }],
  ...{ readHdf5: ["nowhere.h5"], readImage: ["x.png", { size: [4, 4] }] },
  imageToPng: [np.zeros([2, 2, 3], { dtype: "uint8" })],
};

const generatorOf = (seed: number): Record<string, Call> => np.random.defaultRng(seed) as never;

/** Where the functions are, and their good arguments. */
const modules: [string, () => Record<string, Call>, Calls][] = [
  ["np.linalg", () => np.linalg as never, linalg],
  ["np.random", () => np.random as never, random],
  ["a Generator", () => generatorOf(1), generator],
  ["np.nn", () => np.nn as never, nn],
  ["np.testing", () => np.testing as never, testing],
  ["np.plot", () => np.plot as never, plot],
  ["np.datasets", () => np.datasets as never, datasets],
];

/** A difference is what assertClose is asked for. */
function unlessDifferent(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    if ((error as Error).name === "AssertionError") return null;
    throw error;
  }
}

for (const [title, functions, calls] of modules) {
  describe(`bad input is named in ${title}`, () => {
    for (const [name, good] of Object.entries(calls)) {
      it(`by ${name}`, () =>
        checkAlmostGood((args) => unlessDifferent(() => functions()[name](...args)), name, good));
    }
  });
}

for (const [title, functions, calls] of [
  ["np.datasets", np.datasets as never, loaders],
  ["np.io", np.io as never, io],
] as [string, Record<string, Call>, Calls][]) {
  describe(`bad input is named in ${title}, later`, () => {
    const folder = temporaryFolder();
    const home = process.cwd();
    before(() => {
      process.chdir(folder.path("."));
      fs.writeFileSync("x.csv", "a,b\n1,2\n3,NA\n");
      fs.writeFileSync("x.png", np.io.imageToPng(np.zeros([2, 2, 3], { dtype: "uint8" })));
    });
    after(() => process.chdir(home));

    for (const [name, good] of Object.entries(calls)) {
      it(`by ${name}`, () => checkAlmostGoodLater(async (args) => functions[name](...args), name, good));
    }
  });
}

describe("bad input", () => {
  it("is tried on every function of every module", () => {
    const missing = (functions: object, ...calls: Calls[]): string[] =>
      Object.keys(functions).filter((name) => /^[a-z]/.test(name) && !calls.some((one) => name in one));
    expect(missing(np.linalg, linalg)).to.deep.equal([]);
    expect(missing(np.random, random)).to.deep.equal([]);
    expect(missing(np.nn, nn)).to.deep.equal([]);
    expect(missing(np.testing, testing)).to.deep.equal(["phrases", "say"]); // for translators: any words
    expect(missing(np.plot, plot)).to.deep.equal([]);
    expect(missing(np.datasets, datasets, loaders)).to.deep.equal([]);
    expect(missing(np.io, io)).to.deep.equal([]);
    const methods = Object.getOwnPropertyNames(np.Generator.prototype);
    const own = ["constructor", "drawDistinct"];
    expect(methods.filter((name) => !own.includes(name) && !(name in generator))).to.deep.equal([]);
  });
});
