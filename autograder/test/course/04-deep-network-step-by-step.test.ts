// The published numbers of the step-by-step assignment, from the same seeds; and sentences of the usual mistakes.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the edits are of source text that holds templates
import { expect } from "chai";
import * as np from "kernel-lib";
import type { Exercises, Parameters } from "../../assignments/04-deep-network-step-by-step/visible.test.js";
import { type Functions, firstFailure, hiddenTestsOf } from "./in-process.js";
import { solutionOf } from "./solution.js";

const id = "04-deep-network-step-by-step";
const { randn } = np.random;

/** Equal in the eight digits that were printed. */
const expectPrinted = (got: np.Tensor, want: number[][]): void => {
  expect(
    np.allclose(got, np.array(want), { rtol: 0, atol: 6e-9 }),
    `${got} is not ${np.array(want)}`,
  ).to.equal(true);
};

describe(`the numbers of ${id}`, () => {
  const solution = solutionOf<Exercises>(id);

  it("initializeParameters(3, 2, 1) with seed 1", () => {
    const { W1, W2 } = solution.initializeParameters(3, 2, 1) as { W1: np.Tensor; W2: np.Tensor };
    expectPrinted(W1, [[0.01624345, -0.00611756, -0.00528172], [-0.01072969, 0.00865408, -0.02301539]]); // biome-ignore format: a matrix
    expectPrinted(W2, [[0.01744812, -0.00761207]]);
  });

  it("initializeParametersDeep([5, 4, 3]) with seed 3", () => {
    const { W1, W2 } = solution.initializeParametersDeep([5, 4, 3]) as { W1: np.Tensor; W2: np.Tensor };
    expectPrinted(W1.slice("0:2"), [
      [0.01788628, 0.0043651, 0.00096497, -0.01863493, -0.00277388],
      [-0.00354759, -0.00082741, -0.00627001, -0.00043818, -0.00477218],
    ]);
    expectPrinted(W2.slice("0:1"), [[-0.01185047, -0.0020565, 0.01486148, 0.00236716]]);
  });

  it("linearForward with seed 1", () => {
    np.random.seed(1);
    const { Z } = solution.linearForward(randn(3, 2), randn(1, 3), randn(1, 1));
    expectPrinted(Z, [[3.26295337, -1.23429987]]);
  });

  it("linearActivationForward with seed 2, both bends", () => {
    np.random.seed(2);
    const [A, W, b] = [randn(3, 2), randn(1, 3), randn(1, 1)] as const;
    expectPrinted(solution.linearActivationForward(A, W, b, "sigmoid").A, [[0.96890023, 0.11013289]]);
    expectPrinted(solution.linearActivationForward(A, W, b, "relu").A, [[3.43896131, 0]]);
  });

  it("lModelForward with seed 6, two hidden layers", () => {
    np.random.seed(6);
    const X = randn(5, 4);
    const parameters: Parameters = {};
    for (const [l, n, nPrev] of [[1, 4, 5], [2, 3, 4], [3, 1, 3]] as const) {
      parameters[`W${l}`] = randn(n, nPrev);
      parameters[`b${l}`] = randn(n, 1);
    } // biome-ignore format: a table
    const { AL, caches } = solution.lModelForward(X, parameters);
    expectPrinted(AL, [[0.03921668, 0.70498921, 0.19734387, 0.04728177]]);
    expect(caches).to.have.length(3);
  });

  it("computeCost of 0.8, 0.9, 0.4, for both published sets of labels", () => {
    const AL = np.array([[0.8, 0.9, 0.4]]);
    expect(solution.computeCost(AL, np.array([[1, 1, 1]]))).to.be.closeTo(0.414931599615397, 1e-15);
    expect(solution.computeCost(AL, np.array([[1, 1, 0]]))).to.be.closeTo(0.2797765635793422, 1e-15);
  });

  it("linearBackward with seed 1", () => {
    np.random.seed(1);
    const [dZ, A, W, b] = [randn(1, 2), randn(3, 2), randn(1, 3), randn(1, 1)] as const;
    const { dAPrev, dW, db } = solution.linearBackward(dZ, { A, W, b });
    expectPrinted(dAPrev, [[0.51822968, -0.19517421], [-0.40506361, 0.15255393], [2.37496825, -0.89445391]]); // biome-ignore format: a matrix
    expectPrinted(dW, [[-0.10076895, 1.40685096, 1.64992505]]);
    expectPrinted(db, [[0.50629448]]);
  });

  it("linearActivationBackward with seed 2, both bends", () => {
    np.random.seed(2);
    const dA = randn(1, 2);
    const [A, W, b] = [randn(3, 2), randn(1, 3), randn(1, 1)] as const;
    const cache = { linear: { A, W, b }, activation: { Z: randn(1, 2) } };
    const bySigmoid = solution.linearActivationBackward(dA, cache, "sigmoid");
    expectPrinted(bySigmoid.dAPrev, [[0.11017994, 0.01105339], [0.09466817, 0.00949723], [-0.05743092, -0.00576154]]); // biome-ignore format: a matrix
    expectPrinted(bySigmoid.dW, [[0.10266786, 0.09778551, -0.01968084]]);
    expectPrinted(bySigmoid.db, [[-0.05729622]]);
    const byRelu = solution.linearActivationBackward(dA, cache, "relu");
    expectPrinted(byRelu.dAPrev, [[0.44090989, 0], [0.37883606, 0], [-0.2298228, 0]]); // biome-ignore format: a matrix
    expectPrinted(byRelu.dW, [[0.44513824, 0.37371418, -0.10478989]]);
    expectPrinted(byRelu.db, [[-0.20837892]]);
  });

  it("lModelBackward with seed 3, one hidden layer", () => {
    np.random.seed(3);
    const AL = randn(1, 2);
    const layer = (n: number, nPrev: number) => {
      const [A, W, b] = [randn(nPrev, 2), randn(n, nPrev), randn(n, 1)] as const;
      return { linear: { A, W, b }, activation: { Z: randn(n, 2) } };
    };
    const { dW1, db1, dA1 } = solution.lModelBackward(AL, np.array([[1, 0]]), [
      layer(3, 4),
      layer(1, 3),
    ]) as Record<"dW1" | "db1" | "dA1", np.Tensor>;
    expectPrinted(dW1, [
      [0.41010002, 0.07807203, 0.13798444, 0.10502167],
      [0, 0, 0, 0],
      [0.05283652, 0.01005865, 0.01777766, 0.0135308],
    ]);
    expectPrinted(db1, [[-0.22007063], [0], [-0.02835349]]);
    expectPrinted(dA1, [[0.12913162, -0.44014127], [-0.14175655, 0.48317296], [0.01663708, -0.05670698]]); // biome-ignore format: a matrix
  });

  it("updateParameters with seeds 2 and 3", () => {
    const four = (): [np.Tensor, np.Tensor, np.Tensor, np.Tensor] => [
      randn(3, 4),
      randn(3, 1),
      randn(1, 3),
      randn(1, 1),
    ];
    np.random.seed(2);
    const [W1, b1, W2, b2] = four();
    np.random.seed(3);
    const [dW1, db1, dW2, db2] = four();
    const moved = solution.updateParameters({ W1, b1, W2, b2 }, { dW1, db1, dW2, db2 }, 0.1) as Record<
      "W1" | "b1" | "W2" | "b2",
      np.Tensor
    >;
    expectPrinted(moved.W1, [
      [-0.59562069, -0.09991781, -2.14584584, 1.82662008],
      [-1.76569676, -0.80627147, 0.51115557, -1.18258802],
      [-1.0535704, -0.86128581, 0.68284052, 2.20374577],
    ]);
    expectPrinted(moved.b1, [[-0.04659241], [-1.28888275], [0.53405496]]);
    expectPrinted(moved.W2, [[-0.55569196, 0.0354055, 1.32964895]]);
    expectPrinted(moved.b2, [[-0.84610769]]);
  });
});

/** A mistake as edits of the solution's text, and the words it must get. */
const mistakes: [exercise: string, from: string, to: string, words: string][] = [
  ["initializeParameters", "randn(nH, nX), 0.01", "randn(nH, nX), 1", "W1: the weights are not made small"],
  ["initializeParametersDeep", "`W${l}`", "`W${l - 1}`", "W0: the input is no layer"],
  ["initializeParametersDeep", "l < layerDims.length", "l < layerDims.length - 1", "the last one too"],
  ["initializeParametersDeep", ", 0.01)", ", 1 / Math.sqrt(layerDims[l - 1]))", "divided by the root of nPrev"],
  ["linearForward", "np.add(np.dot(W, A), b)", "np.dot(W, A)", "Z: the bias b is not added"],
  ["linearForward", "np.add(", "np.subtract(", "Z: the bias b is subtracted"],
  ["linearActivationForward", '=== "relu"', '!== "relu"', "A: the two bends are mixed up"],
  ["linearActivationForward", "A: bent.A", "A: weighed.Z", "A: it is Z: the bend is missing"],
  ["linearActivationForward", "activation: bent.cache", "activation: { Z: bent.A }", "it holds A; the way back needs Z"],
  ["lModelForward", '"sigmoid"', '"relu"', "AL: the last layer has relu"],
  ["lModelForward", '"relu"', '"sigmoid"', "AL: the hidden layers have the sigmoid"],
  ["lModelForward", "caches.push(last.cache);", "", "caches: one is missing: every layer has a cache, the last one too"],
  ["lModelForward", "caches.push(last.cache);", "caches.push(last.cache); caches.reverse();", "caches: the last layer's comes first"],
  ["computeCost", "np.add(ones, zeros)", "ones", "examples with label 0 cost nothing"],
  ["computeCost", "np.add(ones, zeros)", "zeros", "examples with label 1 cost nothing"],
  ["computeCost", "-np.sum", "np.sum", "the sign is wrong"],
  ["computeCost", " / m;", ";", "it looks like the sum where the mean is meant"],
  ["linearBackward", "np.sum(dZ, { axis: 1, keepdims: true })", "np.sum(dZ)", "db: it is one number for all units"],
  ["linearBackward", "np.sum(dZ, { axis: 1, keepdims: true })", "np.full([W.shape[0], 1], np.sum(dZ))", "db: it is one number for all units"],
  ["linearBackward", "axis: 1", "axis: 0", "db: it is added up over the units"],
  ["linearBackward", "keepdims: true", "keepdims: false", "keepdims: true keeps it"],
  ["linearBackward", "np.divide(np.dot(dZ, A.T), m)", "np.dot(dZ, A.T)", "it looks like the sum where the mean is meant"],
  ["linearBackward", "np.dot(W.T, dZ)", "np.divide(np.dot(W.T, dZ), m)", "dAPrev: it is divided by m; only dW and db are averages"],
  ["linearActivationBackward", 'activation === "relu"', 'activation !== "relu"', "dW: the slopes of the two bends are mixed up"],
  ["linearActivationBackward", "linearBackward(dZ,", "linearBackward(dA,", "dW: the way back through the bend is missing"],
  ["lModelBackward", '? "sigmoid" : "relu"', '? "relu" : "relu"', "the last layer goes back through relu"],
  ["lModelBackward", '? "sigmoid" : "relu"', '? "sigmoid" : "sigmoid"', "the hidden layers go back through the sigmoid"],
  ["lModelBackward", "grads[`dA${l - 1}`]", "grads[`dA${l}`]", "it belongs to another layer"],
  ["lModelBackward", "grads[`dA${l - 1}`] = dAPrev", "grads[`dA${l - 1}`] = dA", "it belongs to another layer"],
  ["lModelBackward", "np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, AL)), np.divide(Y, AL))", "np.subtract(np.divide(Y, AL), np.divide(np.subtract(1, Y), np.subtract(1, AL)))", "the sign is wrong"],
  ["updateParameters", "l <= L", "l < L", "the last layer stays where it was"],
  ["updateParameters", "np.subtract(", "np.add(", "the step goes uphill"],
  ["updateParameters", "np.multiply(learningRate, grads[`dW${l}`])", "grads[`dW${l}`]", "does not depend on the learning rate"],
  ["updateParameters", "np.subtract(parameters[`b${l}`], np.multiply(learningRate, grads[`db${l}`]))", "parameters[`b${l}`]", "the biases stay where they were"],
]; // biome-ignore format: a table

describe(`hidden tests of ${id}`, () => {
  for (const [exercise, from, to, words] of mistakes)
    it(`${exercise} with ${to === "" ? `no ${from}` : to}: says "${words}"`, async () => {
      const { tests, library } = await hiddenTestsOf(id);
      const source = solutionOf<Functions>(id, "", library)[exercise]!.toString();
      expect(source).to.include(from);
      const failure = await firstFailure(
        tests,
        exercise,
        solutionOf(id, source.replaceAll(from, to), library),
      );
      expect(failure?.error.message).to.include(words);
    });
});
