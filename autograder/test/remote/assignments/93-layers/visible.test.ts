import { expect } from "chai";
import type * as np from "kernel-lib";
import { describe, it } from "mocha";

export interface Layer {
  W: np.Tensor;
  readonly dW: np.Tensor | null;
  readonly activation: (Z: np.Tensor) => np.Tensor;
  forward(A: np.Tensor): np.Tensor;
  backward(dZ: np.Tensor): np.Tensor;
  step(rate: number): Layer;
}

export interface Exercises {
  Layer: {
    new (W: np.Tensor, activation: (Z: np.Tensor) => np.Tensor): Layer;
    zeros(n: number, nPrev: number): Layer;
    readonly count: number;
  };
  chain(layers: Layer[], A: np.Tensor): { A: np.Tensor; last: Layer };
  slope(f: (x: number) => number, x: number): number;
  train(
    f: (x: number) => number,
    x: number,
    options: { steps: number; onStep: (step: number, x: number) => void },
  ): Promise<number>;
}

export default function visible(learner: Exercises): void {
  describe("Layer", () => {
    it("makes zeros", () => {
      expect(learner.Layer.zeros(1, 2).W.shape).to.deep.equal([1, 2]);
    });
  });

  describe("slope", () => {
    it("is 2 for a line of slope 2", () => {
      expect(learner.slope((x) => 2 * x, 1)).to.be.closeTo(2, 1e-6);
    });
  });
}
