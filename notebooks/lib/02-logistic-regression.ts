// Visible checks of assignment 02: small examples you can verify with a pencil. The notebook runs them in its CHECK cells.
import { expect } from "chai";
import * as np from "kernel-lib";
import { describe, it } from "mocha";

export interface Gradients {
  dw: np.Tensor;
  db: number;
}

export interface OptimizeOptions {
  numIterations: number;
  learningRate: number;
  printCost?: boolean;
}

export interface OptimizeResult {
  params: { w: np.Tensor; b: number };
  grads: Gradients;
  costs: number[];
}

export interface Model {
  costs: number[];
  YPredictionTest: np.Tensor;
  YPredictionTrain: np.Tensor;
  w: np.Tensor;
  b: number;
  learningRate: number;
  numIterations: number;
}

/** The functions of this assignment, as the tests call them. */
export interface Exercises {
  sigmoid(z: np.Tensor): np.Tensor;
  initializeWithZeros(dim: number): { w: np.Tensor; b: number };
  propagate(w: np.Tensor, b: number, X: np.Tensor, Y: np.Tensor): { grads: Gradients; cost: number };
  optimize(
    w: np.Tensor,
    b: number,
    X: np.Tensor,
    Y: np.Tensor,
    options: OptimizeOptions,
  ): Promise<OptimizeResult>;
  predict(w: np.Tensor, b: number, X: np.Tensor): np.Tensor;
  model(
    XTrain: np.Tensor,
    YTrain: np.Tensor,
    XTest: np.Tensor,
    YTest: np.Tensor,
    options: OptimizeOptions,
  ): Promise<Model>;
}

const { assertClose } = np.testing;

export default function visible(learner: Exercises): void {
  describe("sigmoid", () => {
    it("maps 0 to one half", () => {
      assertClose(learner.sigmoid(np.array([0])), np.array([0.5]), { name: "sigmoid([0])" });
    });

    it("gives 1 / (1 + e^-2) = 0.8808 for 2, and the rest up to 1 for -2", () => {
      const s = 1 / (1 + Math.exp(-2));
      assertClose(learner.sigmoid(np.array([2, -2])), np.array([s, 1 - s]), { name: "sigmoid([2, -2])" });
    });

    it("keeps the shape of a (2, 3) matrix", () => {
      assertClose(learner.sigmoid(np.zeros([2, 3])), np.full([2, 3], 0.5), { name: "sigmoid(zeros)" });
    });
  });

  describe("initializeWithZeros", () => {
    it("gives w of shape (4, 1), all zeros", () => {
      assertClose(learner.initializeWithZeros(4).w, np.zeros([4, 1]), { name: "w" });
    });

    it("gives b as the plain number 0", () => {
      expect(learner.initializeWithZeros(4).b, "b").to.equal(0);
    });
  });

  describe("propagate", () => {
    const X = np.array([
      [1, 2, -1],
      [0.5, -1.5, 3],
    ]);
    const Y = np.array([[1, 0, 1]]);

    it("starts at cost log 2 = 0.6931 when w and b are zero", () => {
      const { cost } = learner.propagate(np.zeros([2, 1]), 0, X, Y);
      assertClose(cost, Math.log(2), { name: "cost" });
    });

    it("gives dw of shape (2, 1) and db as a number", () => {
      const { grads } = learner.propagate(np.zeros([2, 1]), 0, X, Y);
      // every A is 1/2, so dZ = [-1/2, 1/2, -1/2]
      assertClose(grads.dw, np.array([[1 / 3], [-2.5 / 3]]), { name: "dw", m: 3 });
      assertClose(grads.db, -0.5 / 3, { name: "db", m: 3 });
    });

    it("gives the slope of the cost: a small step in b changes the cost by db times the step", () => {
      const w = np.array([[0.5], [-0.25]]);
      const step = 1e-5;
      const up = learner.propagate(w, 0.1 + step, X, Y).cost;
      const down = learner.propagate(w, 0.1 - step, X, Y).cost;
      const { db } = learner.propagate(w, 0.1, X, Y).grads;
      assertClose(db, (up - down) / (2 * step), { name: "db", rtol: 1e-6 });
    });
  });

  describe("optimize", () => {
    const X = np.array([[1]]);
    const Y = np.array([[1]]);

    it("takes one step downhill: from w = 0, b = 0 and slope -1/2 with rate 0.1 to w = b = 0.05", async () => {
      const options = { numIterations: 1, learningRate: 0.1 };
      const { params } = await learner.optimize(np.zeros([1, 1]), 0, X, Y, options);
      assertClose(params.w, np.array([[0.05]]), { name: "params.w" });
      assertClose(params.b, 0.05, { name: "params.b" });
    });

    it("writes down the cost of step 0, 100, 200, … and it falls", async () => {
      const options = { numIterations: 201, learningRate: 0.1 };
      const { costs } = await learner.optimize(np.zeros([1, 1]), 0, X, Y, options);
      expect(costs, "costs").to.have.length(3);
      assertClose(costs[0], Math.log(2), { name: "costs[0]" });
      expect(costs[2], "costs[2]").to.be.below(costs[1]!);
    });
  });

  describe("predict", () => {
    it("says 1 above one half and 0 at or below, for every column", () => {
      const X = np.array([[-2, -0.1, 0, 0.1, 2]]);
      const prediction = learner.predict(np.array([[1]]), 0, X);
      assertClose(prediction, np.array([[0, 0, 0, 1, 1]]), { name: "prediction" });
    });
  });

  describe("model", () => {
    const X = np.array([[-3, -2, -1, 1, 2, 3]]);
    const Y = np.array([[0, 0, 0, 1, 1, 1]]);

    it("learns to tell negative numbers from positive ones", async () => {
      const options = { numIterations: 300, learningRate: 0.1 };
      const result = await learner.model(X, Y, np.array([[-5, 5]]), np.array([[0, 1]]), options);
      assertClose(result.YPredictionTrain, Y, { name: "YPredictionTrain" });
      assertClose(result.YPredictionTest, np.array([[0, 1]]), { name: "YPredictionTest" });
      expect(result.costs, "costs").to.have.length(3);
    });
  });
}
