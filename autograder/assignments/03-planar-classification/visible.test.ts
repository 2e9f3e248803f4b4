// Visible checks of assignment 03: small examples you can verify with a pencil. The notebook runs them in its CHECK cells.
import { expect } from "chai";
import * as np from "kernel-lib";
import { describe, it } from "mocha";

export interface Parameters {
  W1: np.Tensor;
  b1: np.Tensor;
  W2: np.Tensor;
  b2: np.Tensor;
}

export interface Cache {
  Z1: np.Tensor;
  A1: np.Tensor;
  Z2: np.Tensor;
  A2: np.Tensor;
}

export interface Gradients {
  dW1: np.Tensor;
  db1: np.Tensor;
  dW2: np.Tensor;
  db2: np.Tensor;
}

export interface TrainingOptions {
  numIterations?: number;
  learningRate?: number;
  printCost?: boolean;
}

/** The functions of this assignment, as the tests call them. */
export interface Exercises {
  layerSizes(X: np.Tensor, Y: np.Tensor): { nX: number; nH: number; nY: number };
  initializeParameters(nX: number, nH: number, nY: number): Parameters;
  forwardPropagation(X: np.Tensor, parameters: Parameters): { A2: np.Tensor; cache: Cache };
  computeCost(A2: np.Tensor, Y: np.Tensor): number;
  backwardPropagation(parameters: Parameters, cache: Cache, X: np.Tensor, Y: np.Tensor): Gradients;
  updateParameters(parameters: Parameters, grads: Gradients, options?: { learningRate?: number }): Parameters;
  nnModel(X: np.Tensor, Y: np.Tensor, nH: number, options?: TrainingOptions): Promise<Parameters>;
  predict(parameters: Parameters, X: np.Tensor): np.Tensor;
}

const { assertClose } = np.testing;

/** Fails at the first tensor that is missing or has another shape; values do not matter here. */
function expectShapes(tensors: object, shapes: Record<string, [number, number]>): void {
  for (const [name, shape] of Object.entries(shapes)) {
    const t = (tensors as Record<string, np.Tensor | undefined>)[name];
    assertClose(t && np.multiply(0, t), np.zeros(shape), { name });
  }
}

/** One input, two hidden neurons, one output, with weights that make the sums easy. */
const easy: Parameters = {
  W1: np.array([[1], [-1]]),
  b1: np.array([[0], [0]]),
  W2: np.array([[2, 1]]),
  b2: np.array([[0]]),
};

export default function visible(learner: Exercises): void {
  describe("layerSizes", () => {
    it("reads nX and nY from the rows: X (3, 7) and Y (2, 7) give 3 and 2, with 4 in between", () => {
      const sizes = learner.layerSizes(np.zeros([3, 7]), np.zeros([2, 7]));
      expect([sizes.nX, sizes.nH, sizes.nY], "[nX, nH, nY]").to.deep.equal([3, 4, 2]);
    });
  });

  describe("initializeParameters", () => {
    it("gives W1 (4, 2), b1 (4, 1), W2 (1, 4), b2 (1, 1)", () => {
      const parameters = learner.initializeParameters(2, 4, 1);
      expectShapes(parameters, { W1: [4, 2], b1: [4, 1], W2: [1, 4], b2: [1, 1] });
    });

    it("draws W1 first: its first number is -0.00416758, and the biases are zero", () => {
      const { W1, b1, b2 } = learner.initializeParameters(2, 4, 1);
      assertClose(W1.get(0, 0), -0.00416758, { name: "W1[0, 0]", atol: 1e-8 });
      assertClose(b1, np.zeros([4, 1]), { name: "b1" });
      assertClose(b2, np.zeros([1, 1]), { name: "b2" });
    });
  });

  describe("forwardPropagation", () => {
    const X = np.array([[0, 1]]);

    it("answers one half where everything is zero", () => {
      const { A2 } = learner.forwardPropagation(X, easy);
      assertClose(A2.get(0, 0), 0.5, { name: "A2[0, 0]" });
    });

    it("goes through tanh first and through the sigmoid at the end", () => {
      const t = Math.tanh(1);
      const { A2, cache } = learner.forwardPropagation(X, easy);
      assertClose(
        cache.A1,
        np.array([
          [0, t],
          [0, -t],
        ]),
        { name: "cache.A1" },
      );
      assertClose(A2, np.array([[0.5, 1 / (1 + Math.exp(-t))]]), { name: "A2" }); // 2 t - t = t
    });

    it("keeps Z1, A1, Z2 and A2 in the cache", () => {
      const { A2, cache } = learner.forwardPropagation(X, easy);
      assertClose(
        cache.Z1,
        np.array([
          [0, 1],
          [0, -1],
        ]),
        { name: "cache.Z1" },
      );
      assertClose(cache.Z2, np.array([[0, Math.tanh(1)]]), { name: "cache.Z2" });
      assertClose(cache.A2, A2, { name: "cache.A2" });
    });
  });

  describe("computeCost", () => {
    it("is log 2 = 0.6931 when every answer is one half", () => {
      const cost = learner.computeCost(np.full([1, 4], 0.5), np.array([[0, 1, 1, 0]]));
      assertClose(cost, Math.log(2), { name: "cost" });
    });

    it("charges -log 0.9 for a blue point that gets 0.1", () => {
      const cost = learner.computeCost(np.array([[0.1]]), np.array([[0]]));
      assertClose(cost, -Math.log(0.9), { name: "cost" });
    });
  });

  describe("backwardPropagation", () => {
    // one example: Z1 = [0, 0], so tanh has slope 1 there, and A2 = 1/2
    const cache: Cache = {
      Z1: np.zeros([2, 1]),
      A1: np.zeros([2, 1]),
      Z2: np.zeros([1, 1]),
      A2: np.full([1, 1], 0.5),
    };
    const X = np.array([[3]]);
    const Y = np.array([[1]]);

    it("gives slopes shaped like the parameters", () => {
      const grads = learner.backwardPropagation(easy, cache, X, Y);
      expectShapes(grads, { dW1: [2, 1], db1: [2, 1], dW2: [1, 2], db2: [1, 1] });
    });

    it("sends the error -1/2 back through the weights 2 and 1", () => {
      const { dW1, db1, dW2, db2 } = learner.backwardPropagation(easy, cache, X, Y);
      assertClose(db2, np.array([[-0.5]]), { name: "db2" });
      assertClose(dW2, np.array([[0, 0]]), { name: "dW2" });
      assertClose(db1, np.array([[-1], [-0.5]]), { name: "db1" });
      assertClose(dW1, np.array([[-3], [-1.5]]), { name: "dW1" });
    });

    it("averages: the same example twice gives the same slopes", () => {
      const two = (t: np.Tensor): np.Tensor => np.concatenate([t, t], { axis: 1 });
      const twice = { Z1: two(cache.Z1), A1: two(cache.A1), Z2: two(cache.Z2), A2: two(cache.A2) };
      const { dW1, db2 } = learner.backwardPropagation(easy, twice, two(X), two(Y));
      assertClose(dW1, np.array([[-3], [-1.5]]), { name: "dW1", m: 2 });
      assertClose(db2, np.array([[-0.5]]), { name: "db2", m: 2 });
    });
  });

  describe("updateParameters", () => {
    const grads: Gradients = {
      dW1: np.array([[1], [2]]),
      db1: np.array([[0], [1]]),
      dW2: np.array([[10, 0]]),
      db2: np.array([[-1]]),
    };

    it("takes a step of 0.1 against each slope", () => {
      const { W1, b1, W2, b2 } = learner.updateParameters(easy, grads, { learningRate: 0.1 });
      assertClose(W1, np.array([[0.9], [-1.2]]), { name: "W1" });
      assertClose(b1, np.array([[0], [-0.1]]), { name: "b1" });
      assertClose(W2, np.array([[1, 1]]), { name: "W2" });
      assertClose(b2, np.array([[0.1]]), { name: "b2" });
    });

    it("takes the rate 1.2 when none is given", () => {
      assertClose(learner.updateParameters(easy, grads).b2, np.array([[1.2]]), { name: "b2" });
    });
  });

  describe("nnModel", () => {
    const X = np.array([[-1, 1, 2, 4]]);

    it("learns which numbers lie in the middle, which no straight cut can tell", async () => {
      const Y = np.array([[0, 1, 1, 0]]);
      const parameters = await learner.nnModel(X, Y, 3, { numIterations: 1500, learningRate: 1 });
      const t = X.toArray() as number[][];
      const answers = t[0]!.map((x) => answer(parameters, x));
      expect(answers.map(Math.round), "rounded answers for -1, 1, 2, 4").to.deep.equal([0, 1, 1, 0]);
    });

    it("gives back the start when it takes no step at all", async () => {
      const { W1, W2 } = await learner.nnModel(X, np.ones([1, 4]), 5, { numIterations: 0 });
      expectShapes({ W1, W2 }, { W1: [5, 1], W2: [1, 5] });
      assertClose(W1.get(0, 0), -0.00416758, { name: "W1[0, 0]", atol: 1e-8 });
    });
  });

  describe("predict", () => {
    it("says 1 above one half and 0 at or below, for every column", () => {
      const prediction = learner.predict(easy, np.array([[-1, 0, 0.5]]));
      assertClose(prediction, np.array([[0, 0, 1]]), { name: "prediction" });
    });
  });
}

/** Answer of a network with one input to one number, summed up by hand. */
function answer({ W1, b1, W2, b2 }: Parameters, x: number): number {
  let z = b2.get(0, 0);
  for (let j = 0; j < W1.shape[0]!; j++) z += W2.get(0, j) * Math.tanh(W1.get(j, 0) * x + b1.get(j, 0));
  return 1 / (1 + Math.exp(-z));
}
