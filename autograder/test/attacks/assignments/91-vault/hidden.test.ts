// Canaries stand in inputs, expected values and in the source itself.
import { expect } from "chai";
import * as np from "kernel-lib";
import { describe, it } from "mocha";
import { canaryLabel, canaryNumber } from "../../canaries.js";
import type { Exercises } from "./visible.test.js";

const same = (got: unknown, want: unknown, name: string): void => np.testing.assertClose(got, want, { name });

export default function hidden(learner: Exercises): void {
  const check = (numbers: number[] | number[][], label: string): void => {
    const x = np.array(numbers);
    const { t, tag } = learner.secret(x, label);
    same(t, np.multiply(x, 2).add(1), "t");
    expect(tag).to.equal([...label].reverse().join(""));
  };

  describe("secret", () => {
    it("is right on three numbers", () => check([canaryNumber, -1.5, 0.25], canaryLabel));
    it("is right on a matrix", () =>
      check(
        [
          [1, 2],
          [canaryNumber, 4],
        ],
        "ab",
      ));
    it("remembers nothing", () => {
      check([canaryNumber, 2, 3], "first");
      check([5], canaryLabel);
      check([canaryNumber, 2, 3], "third");
    });
    it("refuses an empty label", () => {
      expect(() => learner.secret(np.array([canaryNumber]), ""))
        .to.throw()
        .with.nested.property("thrown")
        .that.deep.include({ name: "RangeError", message: "label must not be empty" });
    });
  });

  describe("scalar", () => {
    it("is 0 for 0", () => same(learner.scalar(0), 0, "the square"));
    it("is right for a large number", () =>
      same(learner.scalar(canaryNumber), canaryNumber ** 2, "the square"));
    it("is right for 3, and again", () => {
      for (const n of [3, -4, 3]) same(learner.scalar(n), n * n, "the square");
    });
  });

  describe("uses", () => {
    it("is one more than the square", () =>
      same(learner.uses(canaryNumber), canaryNumber ** 2 + 1, "the value"));
    it("is 1 for 0", () => same(learner.uses(0), 1, "the value"));
  });

  describe("after", () => {
    it("comes after 6", () => same(learner.after(6), 7, "the value"));
    it("comes after -1", () => same(learner.after(-1), 0, "the value"));
  });
}
