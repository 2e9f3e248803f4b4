// Visible checks of assignment 05: small examples you can verify with a pencil. The notebook runs them in its CHECK cells.
import { expect } from "chai";
import * as np from "kernel-lib";
import { describe, it } from "mocha";

export interface TrainingOptions {
  learningRate?: number;
  numIterations?: number;
  parameters?: np.nn.Parameters | undefined;
}

export interface Training {
  parameters: np.nn.Parameters;
  costs: number[];
}

type Model = (
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options?: TrainingOptions,
) => Promise<Training>;

/** The functions of this assignment, as the tests call them. */
export interface Exercises {
  twoLayerModel: Model;
  lLayerModel: Model;
  predict(parameters: np.nn.Parameters, X: np.Tensor): np.Tensor;
}

const { assertClose } = np.testing;

/** One input, one hidden unit, one answer: for x = 1, z1 = 1 and z2 = 0, so the answer is 1/2 and its slope dA2 is -2. */
const easy = (): np.nn.Parameters => ({
  W1: np.array([[1]], { dtype: "float64" }),
  b1: np.array([[0]], { dtype: "float64" }),
  W2: np.array([[2]], { dtype: "float64" }),
  b2: np.array([[-2]], { dtype: "float64" }),
});
const X = np.array([[1]], { dtype: "float64" });
const Y = np.array([[1]], { dtype: "float64" });

export default function visible(learner: Exercises): void {
  describe("twoLayerModel", () => {
    it("takes one step against dW2 = db2 = -1/2 and dW1 = db1 = -1", async () => {
      const options = { numIterations: 1, learningRate: 0.1, parameters: easy() };
      const { parameters } = await learner.twoLayerModel(X, Y, [1, 1, 1], options);
      assertClose(parameters.W2, np.array([[2.05]]), { name: "W2" });
      assertClose(parameters.b2, np.array([[-1.95]]), { name: "b2" });
      assertClose(parameters.W1, np.array([[1.1]]), { name: "W1" });
      assertClose(parameters.b1, np.array([[0.1]]), { name: "b1" });
    });

    it("writes down the cost of step 0, 100, 200, before the step, and it falls", async () => {
      const options = { numIterations: 201, learningRate: 0.1, parameters: easy() };
      const { costs } = await learner.twoLayerModel(X, Y, [1, 1, 1], options);
      expect(costs, "costs").to.have.length(3);
      assertClose(costs[0], Math.log(2), { name: "costs[0]" });
      expect(costs[2], "costs[2]").to.be.below(costs[1]!);
    });

    it("goes on where it was: 20 steps and 30 more are 50 steps", async () => {
      const first = await learner.twoLayerModel(X, Y, [1, 1, 1], { numIterations: 20, parameters: easy() });
      const then = { numIterations: 30, parameters: first.parameters };
      const both = await learner.twoLayerModel(X, Y, [1, 1, 1], then);
      const once = await learner.twoLayerModel(X, Y, [1, 1, 1], { numIterations: 50, parameters: easy() });
      assertClose(both.parameters.W1, once.parameters.W1, { name: "W1" });
    });
  });

  describe("lLayerModel", () => {
    it("takes the same step as a network of two layers", async () => {
      const options = { numIterations: 1, learningRate: 0.1, parameters: easy() };
      const { parameters } = await learner.lLayerModel(X, Y, [1, 1, 1], options);
      assertClose(parameters.W2, np.array([[2.05]]), { name: "W2" });
      assertClose(parameters.b1, np.array([[0.1]]), { name: "b1" });
    });

    it("begins as initializeParametersDeep with seed 1 does: no step gives the start back", async () => {
      const { parameters, costs } = await learner.lLayerModel(
        np.ones([4, 2]),
        np.ones([1, 2]),
        [4, 3, 2, 1],
        {
          numIterations: 0,
        },
      );
      expect(costs, "costs").to.deep.equal([]);
      expect(Object.keys(parameters).sort(), "names of the parameters").to.deep.equal(
        ["W1", "W2", "W3", "b1", "b2", "b3"], // one W and one b for every layer
      );
      assertClose(parameters.W1!.get(0, 0), 1.62434536 / 2, { name: "W1[0, 0]", rtol: 1e-7 });
    });

    it("learns with four layers which numbers lie in the middle", async () => {
      const numbers = np.array([[-1, 1, 2, 4]], { dtype: "float64" });
      const isMiddle = np.array([[0, 1, 1, 0]], { dtype: "float64" });
      const options = { numIterations: 600, learningRate: 0.1 };
      const { costs } = await learner.lLayerModel(numbers, isMiddle, [1, 6, 5, 3, 1], options);
      expect(costs, "costs").to.have.length(6);
      expect(costs[5], "costs[5]").to.be.below(0.1);
    });
  });

  describe("predict", () => {
    it("says 1 above one half and 0 at or below, for every column", () => {
      const prediction = learner.predict(easy(), np.array([[-3, 0.5, 1, 1.5]]));
      assertClose(prediction, np.array([[0, 0, 0, 1]], { dtype: "float64" }), { name: "prediction" });
    });

    it("goes through all layers, also when there are three", () => {
      const parameters = { ...easy(), W3: np.array([[-1]]), b3: np.array([[1]]) };
      const prediction = learner.predict(parameters, np.array([[1, 1.25, 3]])); // a2 = 0, 0.5, 4; z3 = 1, 0.5, -3
      assertClose(prediction, np.array([[1, 1, 0]], { dtype: "float64" }), { name: "prediction" });
    });
  });
}
