import { expect } from "chai";
import type * as np from "kernel-lib";
import { describe, it } from "mocha";

export interface Exercises {
  secret(x: np.Tensor, label: string): { t: np.Tensor; tag: string };
  scalar(n: number): number;
  uses(n: number): number;
  after(n: number): number;
}

export default function visible(learner: Exercises): void {
  describe("after", () => {
    it("comes after 1", () => {
      expect(learner.after(1)).to.equal(2);
    });
  });
}
