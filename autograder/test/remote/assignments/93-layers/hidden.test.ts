import { expect } from "chai";
import * as np from "kernel-lib";
import { describe, it } from "mocha";
import type { Exercises } from "./visible.test.js";

const same = (got: unknown, want: unknown, name: string): void => np.testing.assertClose(got, want, { name });
const identity = (Z: np.Tensor): np.Tensor => Z;

export default function hidden(learner: Exercises): void {
  const W = (): np.Tensor =>
    np.array([
      [1, 2, 3],
      [4, 5, -6],
    ]); // (2, 3)
  const A = (): np.Tensor =>
    np.array([
      [1, 0],
      [2, -1],
      [0.5, 3],
    ]); // (3, 2)

  describe("Layer", () => {
    it("is given zeros by its static method", () => {
      const layer = learner.Layer.zeros(2, 3);
      expect(layer).to.be.instanceOf(learner.Layer);
      same(layer.W, np.zeros([2, 3]), "W");
      same(layer.forward(A()), np.zeros([2, 2]), "the output");
    });
    it("multiplies, then asks the activation it was given", () => {
      const seen: np.Tensor[] = [];
      const square = (Z: np.Tensor): np.Tensor => {
        seen.push(Z);
        return np.square(Z);
      };
      const layer = new learner.Layer(W(), square);
      const Z = np.matmul(W(), A());
      same(layer.forward(A()), np.square(Z), "the output");
      expect(seen).to.have.length(1);
      same(seen[0], Z, "what the activation gets");
      expect(layer.activation).to.equal(square);
    });
    it("goes backward by what went forward", () => {
      const layer = new learner.Layer(W(), identity);
      expect(() => layer.backward(np.ones([2, 2]))).to.throw("Layer.backward threw Error");
      layer.forward(A());
      const dZ = np.array([
        [1, -1],
        [0.5, 2],
      ]);
      same(layer.backward(dZ), np.matmul(W().T, dZ), "dA");
      same(layer.dW, np.matmul(dZ, A().T), "dW");
    });
    it("takes a step, and is still itself", () => {
      const layer = new learner.Layer(W(), identity);
      layer.forward(A());
      layer.backward(np.ones([2, 2]));
      expect(layer.step(0.5)).to.equal(layer);
      same(layer.W, np.subtract(W(), np.multiply(0.5, np.matmul(np.ones([2, 2]), A().T))), "W");
    });
    it("works with weights that are put in from outside", () => {
      const layer = learner.Layer.zeros(2, 3);
      layer.W = W();
      const a = A();
      same(layer.forward(a), np.matmul(W(), a), "the output");
      expect(["W" in layer, "colour" in layer]).to.deep.equal([true, false]);
    });
  });

  describe("chain", () => {
    it("takes layers that others made, and gives the same ones back", () => {
      const layers = [new learner.Layer(W(), identity), learner.Layer.zeros(1, 2)];
      const { A: out, last } = learner.chain(layers, A());
      same(out, np.zeros([1, 2]), "A");
      expect(last).to.equal(layers[1]);
      layers[0]!.backward(np.ones([2, 2])); // forward has been called
    });
  });

  describe("slope", () => {
    it("is the derivative of what it is given", () => {
      for (const x of [0.5, -2]) expect(learner.slope((t) => t ** 3, x)).to.be.closeTo(3 * x * x, 1e-5);
    });
    it("may be asked while it asks", () => {
      const second = learner.slope((x) => learner.slope((t) => t ** 3, x), 2);
      expect(second).to.be.closeTo(12, 0.01);
    });
    it("lets errors of the function through", () => {
      const call = (): unknown =>
        learner.slope(() => {
          throw new RangeError("not here");
        }, 1);
      expect(call).to.throw("slope threw RangeError").with.nested.property("thrown.message", "not here");
    });
  });

  describe("train", () => {
    it("tells each step as it is taken", async () => {
      const told: number[] = [];
      const x = await learner.train((t) => (t - 3) ** 2, 0, {
        steps: 20,
        onStep: (step, at) => {
          expect(step).to.equal(told.length + 1);
          told.push(at);
        },
      });
      expect(told).to.have.length(20);
      expect(told.at(-1)).to.equal(x);
      expect(x).to.be.closeTo(3, 0.05);
    });
  });
}
