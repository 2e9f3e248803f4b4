// Visible checks of assignment 01: small examples you can verify with a pencil. The notebook runs them in its CHECK cells.
import { expect } from "chai";
import * as np from "kernel-lib";
import { describe, it } from "mocha";

/** The functions of this assignment, as the tests call them. */
export interface Exercises {
  basicSigmoid(x: number): number;
  sigmoid(x: np.Tensor): np.Tensor;
  sigmoidDerivative(x: np.Tensor): np.Tensor;
  image2vector(image: np.Tensor): np.Tensor;
  normalizeRows(x: np.Tensor): np.Tensor;
  softmax(x: np.Tensor): np.Tensor;
  l1Loss(yHat: np.Tensor, y: np.Tensor): number;
  l2Loss(yHat: np.Tensor, y: np.Tensor): number;
}

const { assertClose } = np.testing;

export default function visible(learner: Exercises): void {
  describe("basicSigmoid", () => {
    it("maps 0 to one half", () => {
      assertClose(learner.basicSigmoid(0), 0.5, { name: "basicSigmoid(0)" });
    });

    it("gives three quarters for log 3, because e^-log 3 is one third", () => {
      assertClose(learner.basicSigmoid(Math.log(3)), 0.75, { name: "basicSigmoid(log 3)" });
    });
  });

  describe("sigmoid", () => {
    it("maps every 0 of a (2, 3) table to one half", () => {
      assertClose(learner.sigmoid(np.zeros([2, 3])), np.full([2, 3], 0.5), { name: "sigmoid(zeros)" });
    });

    it("gives 1/4 and 3/4 for -log 3 and log 3", () => {
      const x = np.array([-Math.log(3), Math.log(3)]);
      assertClose(learner.sigmoid(x), np.array([0.25, 0.75]), { name: "sigmoid(x)" });
    });
  });

  describe("sigmoidDerivative", () => {
    it("is one quarter at 0, where the sigmoid is steepest", () => {
      assertClose(learner.sigmoidDerivative(np.zeros([1, 2])), np.full([1, 2], 0.25), { name: "slope at 0" });
    });

    it("is 3/16 at log 3 and at -log 3", () => {
      const x = np.array([[-Math.log(3)], [Math.log(3)]]);
      assertClose(learner.sigmoidDerivative(x), np.full([2, 1], 3 / 16), { name: "slope" });
    });
  });

  describe("image2vector", () => {
    it("makes a column of 12 numbers from a (2, 2, 3) picture, in reading order", () => {
      const column = np.array(Array.from({ length: 12 }, (_, i) => [i])); // (12, 1)
      assertClose(learner.image2vector(column.reshape([2, 2, 3])), column, { name: "column" });
    });
  });

  describe("normalizeRows", () => {
    it("makes [3, 4] to [0.6, 0.8], and [0, 2] to [0, 1]", () => {
      const x = np.array([
        [3, 4],
        [0, 2],
      ]);
      const want = np.array([
        [0.6, 0.8],
        [0, 1],
      ]);
      assertClose(learner.normalizeRows(x), want, { name: "normalizeRows(x)" });
    });

    it("keeps the shape of a (1, 4) table", () => {
      assertClose(learner.normalizeRows(np.ones([1, 4])), np.full([1, 4], 0.5), { name: "normalizeRows(x)" });
    });
  });

  describe("softmax", () => {
    it("gives equal scores equal shares: a third each", () => {
      const shares = learner.softmax(np.full([2, 3], 7));
      assertClose(shares, np.full([2, 3], 1 / 3), { name: "softmax(x)" });
    });

    it("gives 1/4 and 3/4 for the scores 0 and log 3", () => {
      const shares = learner.softmax(np.array([[0, Math.log(3)]]));
      assertClose(shares, np.array([[0.25, 0.75]]), { name: "softmax(x)" });
    });

    it("has no NaN for scores of 1000", () => {
      const shares = learner.softmax(np.array([[1000, 0]]));
      assertClose(shares, np.array([[1, 0]]), { name: "softmax([[1000, 0]])" });
    });
  });

  describe("l1Loss", () => {
    it("adds up the distances 1, 0 and 2 to the number 3", () => {
      const loss = learner.l1Loss(np.array([1, 5, 2]), np.array([2, 5, 0]));
      expect(loss, "l1Loss").to.equal(3);
    });
  });

  describe("l2Loss", () => {
    it("adds up the squares 1, 0 and 4 to the number 5", () => {
      const loss = learner.l2Loss(np.array([1, 5, 2]), np.array([2, 5, 0]));
      expect(loss, "l2Loss").to.equal(5);
    });
  });
}
