import { expect } from "chai";
import { describe, it } from "mocha";

export interface Box {
  label: string;
  value(): number;
  self(): Box;
}

export interface Exercises {
  Box: new (n: number, label: string) => Box;
  applied(f: (x: number) => number, n: number): number;
  eachOf(items: number[], onItem: (item: number) => void): Promise<number>;
  opened(box: Box): { box: Box; value: number };
}

export default function visible(learner: Exercises): void {
  describe("applied", () => {
    it("is 3 for a doubled 1", () => {
      expect(learner.applied((x) => 2 * x, 1)).to.equal(3);
    });
  });
}
