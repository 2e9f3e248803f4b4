// Hidden tests of assignment 01. Expected values come from plain loops over numbers, from laws and from finite differences,
// never from a tensor program like the learner's; inputs are drawn from the submission's seed, in shapes the visible checks
// do not use.
// What is wanted is computed before the learner's code runs.
import { expect } from "chai";
import * as np from "kernel-lib";
import { describe, it } from "mocha";
import type { Exercises } from "./visible.test.js";

const { assertClose } = np.testing;

type Matrix = number[][];

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const rows = (x: np.Tensor): Matrix => x.toArray() as Matrix;
const tensor = (values: Matrix): np.Tensor => np.array(values, { dtype: "float64" });
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const whole = (values: number[]): np.Tensor => np.array(values, { dtype: "int32" });

/** `f` of every entry, whatever the shape. */
const each = (x: np.Tensor, f: (value: number) => number): np.Tensor =>
  np.array((x.ravel().toArray() as number[]).map(f), { dtype: "float64" }).reshape(x.shape);

const softmaxByHand = (x: np.Tensor): np.Tensor =>
  tensor(
    rows(x).map((row) => {
      const powers = row.map((score) => Math.exp(score - Math.max(...row)));
      return powers.map((power) => power / total(powers));
    }),
  );

const normalizeByHand = (x: np.Tensor): np.Tensor =>
  tensor(
    rows(x).map((row) => {
      const length = Math.sqrt(total(row.map((value) => value * value)));
      return row.map((value) => value / length);
    }),
  );

const unchanged = (now: np.Tensor, before: np.Tensor, name: string): void => {
  expect(np.arrayEqual(now, before), `${name} must not be changed`).to.equal(true);
};

export default function hidden(learner: Exercises, seed = 0): void {
  const draw = (k: number, ...shape: [number, ...number[]]): np.Tensor =>
    np.multiply(3, new np.random.RandomState(1000 * seed + k).randn(...shape));

  describe("basicSigmoid", () => {
    it("is right for seven numbers", () => {
      for (const x of draw(1, 7).toArray() as number[])
        assertClose(learner.basicSigmoid(x), logistic(x), { name: "basicSigmoid(x)" });
    });

    it("adds up to 1 with the sigmoid of the opposite number", () => {
      for (const x of [0.3, 2.5, 9]) {
        const opposite = learner.basicSigmoid(-x);
        assertClose(learner.basicSigmoid(x), logistic(x), { name: "basicSigmoid(x)" });
        assertClose(opposite, 1 - logistic(x), { name: "basicSigmoid(-x)" });
      }
    });

    it("stays between 0 and 1 for large numbers", () => {
      assertClose(learner.basicSigmoid(800), 1, { name: "basicSigmoid(800)" });
      assertClose(learner.basicSigmoid(-800), 0, { name: "basicSigmoid(-800)" });
    });
  });

  describe("sigmoid", () => {
    for (const shape of [[9], [4, 1], [2, 3, 5]] as [number, ...number[]][]) {
      it(`is right in shape (${shape.join(", ")})`, () => {
        const x = draw(10 + shape.length, ...shape);
        assertClose(learner.sigmoid(x), each(x, logistic), { name: "sigmoid(x)" });
      });
    }

    it("takes whole numbers", () => {
      const x = np.array(
        [
          [-3, 0],
          [2, 5],
        ],
        { dtype: "int32" },
      );
      assertClose(learner.sigmoid(x), each(x, logistic), { name: "sigmoid(x)" });
    });

    it("stays finite for large numbers", () => {
      const s = learner.sigmoid(np.array([-800, -40, 40, 800]));
      assertClose(s, np.array([0, 0, 1, 1]), { name: "sigmoid(large x)" });
    });

    it("leaves its input as it was", () => {
      const x = draw(14, 3, 2);
      const [before, want] = [x.copy(), each(x, logistic)];
      assertClose(learner.sigmoid(x), want, { name: "sigmoid(x)" });
      unchanged(x, before, "x");
    });
  });

  describe("sigmoidDerivative", () => {
    const slope = (x: number): number => logistic(x) * logistic(-x);

    for (const shape of [[6], [1, 1], [3, 2, 2]] as [number, ...number[]][]) {
      it(`is right in shape (${shape.join(", ")})`, () => {
        const x = draw(20 + shape.length, ...shape);
        assertClose(learner.sigmoidDerivative(x), each(x, slope), { name: "sigmoidDerivative(x)" });
      });
    }

    it("agrees with the slope measured by a small step", () => {
      const x = draw(24, 4, 3);
      const step = 1e-5;
      const measured = each(x, (v) => (logistic(v + step) - logistic(v - step)) / (2 * step));
      assertClose(learner.sigmoidDerivative(x), measured, { name: "slope", rtol: 1e-6, atol: 1e-8 });
    });

    it("takes whole numbers", () => {
      const x = whole([-4, 0, 1, 3]);
      assertClose(learner.sigmoidDerivative(x), each(x, slope), { name: "sigmoidDerivative(x)" });
    });

    it("vanishes far out on both sides", () => {
      const slopes = learner.sigmoidDerivative(np.array([-800, -50, 50, 800]));
      assertClose(slopes, np.zeros([4]), { name: "sigmoidDerivative(large x)" });
      const middle = learner.sigmoidDerivative(np.array([-1, 1]));
      assertClose(middle, np.array([slope(1), slope(1)]), { name: "sigmoidDerivative([-1, 1])" });
    });

    it("leaves its input as it was", () => {
      const x = draw(25, 5);
      const [before, want] = [x.copy(), each(x, slope)];
      assertClose(learner.sigmoidDerivative(x), want, { name: "sigmoidDerivative(x)" });
      unchanged(x, before, "x");
    });
  });

  describe("image2vector", () => {
    for (const [h, w, c] of [
      [3, 5, 3],
      [4, 2, 1],
      [1, 1, 4],
    ] as const) {
      it(`unrolls a picture (${h}, ${w}, ${c}) in reading order`, () => {
        const image = draw(30 + h, h, w, c);
        const want: Matrix = [];
        for (let i = 0; i < h; i++)
          for (let j = 0; j < w; j++) for (let k = 0; k < c; k++) want.push([image.get(i, j, k)]);
        assertClose(learner.image2vector(image), tensor(want), { name: "column" });
      });
    }

    it("takes a picture of whole numbers, as files have them", () => {
      const image = np.arange(24).reshape([2, 4, 3]).astype("uint8");
      const want = Array.from({ length: 24 }, (_, i) => [i]);
      assertClose(learner.image2vector(image), np.array(want, { dtype: "uint8" }), { name: "column" });
    });

    it("leaves the picture as it was", () => {
      const image = draw(35, 2, 3, 3);
      const before = image.copy();
      const want = tensor((image.toArray() as number[][][]).flat(2).map((v) => [v]));
      assertClose(learner.image2vector(image), want, { name: "column" });
      unchanged(image, before, "image");
    });
  });

  describe("normalizeRows", () => {
    for (const [n, m] of [
      [4, 3],
      [3, 3],
      [1, 6],
      [5, 1],
    ] as const) {
      it(`gives every row of a (${n}, ${m}) table the length 1`, () => {
        const x = draw(40 + n * m, n, m);
        assertClose(learner.normalizeRows(x), normalizeByHand(x), { name: "normalizeRows(x)" });
      });
    }

    it("does not care how long the rows were", () => {
      const x = draw(61, 3, 4);
      const want = normalizeByHand(x);
      const stretched = np.multiply(x, np.array([[0.001], [7], [1e6]]));
      assertClose(learner.normalizeRows(stretched), want, { name: "normalizeRows(x)" });
    });

    it("takes whole numbers", () => {
      const x = np.array(
        [
          [6, 8],
          [-5, 12],
        ],
        { dtype: "int32" },
      );
      assertClose(learner.normalizeRows(x), normalizeByHand(x), { name: "normalizeRows(x)" });
    });

    it("leaves its input as it was", () => {
      const x = draw(62, 2, 5);
      const [before, want] = [x.copy(), normalizeByHand(x)];
      assertClose(learner.normalizeRows(x), want, { name: "normalizeRows(x)" });
      unchanged(x, before, "x");
    });
  });

  describe("softmax", () => {
    for (const [n, m] of [
      [4, 3],
      [3, 3],
      [1, 7],
    ] as const) {
      it(`turns (${n}, ${m}) scores into shares of each row`, () => {
        const x = draw(70 + n, n, m);
        assertClose(learner.softmax(x), softmaxByHand(x), { name: "softmax(x)" });
      });
    }

    it("gives rows that add up to 1, with the largest share for the largest score", () => {
      const x = draw(75, 6, 4);
      const want = softmaxByHand(x);
      const shares = learner.softmax(x);
      assertClose(shares, want, { name: "softmax(x)" });
      assertClose(np.sum(shares, { axis: 1 }), np.ones([6]), { name: "sums of the rows" });
    });

    it("does not change when a number is added to all scores of a row", () => {
      const x = draw(76, 3, 5);
      const want = softmaxByHand(x);
      const shifted = np.add(x, np.array([[5], [-900], [800]]));
      assertClose(learner.softmax(shifted), want, { name: "softmax(x + c)" });
    });

    it("stays finite for very large and very small scores", () => {
      const x = np.array([
        [1000, 1001, 999],
        [-2000, -2001, -1999],
        [5000, 0, -5000],
      ]);
      assertClose(learner.softmax(x), softmaxByHand(x), { name: "softmax(large x)" });
    });

    it("gives the whole share to a single score, and takes whole numbers", () => {
      const x = np.array([[3], [-8]], { dtype: "int32" });
      assertClose(learner.softmax(x), np.ones([2, 1]), { name: "softmax(x)" });
      const pairs = np.array(
        [
          [1, 4],
          [2, 0],
        ],
        { dtype: "int32" },
      );
      assertClose(learner.softmax(pairs), softmaxByHand(pairs), { name: "softmax(x)" });
    });

    it("leaves its input as it was", () => {
      const x = draw(77, 2, 6);
      const [before, want] = [x.copy(), softmaxByHand(x)];
      assertClose(learner.softmax(x), want, { name: "softmax(x)" });
      unchanged(x, before, "x");
    });
  });

  const losses = {
    l1Loss: (difference: number): number => Math.abs(difference),
    l2Loss: (difference: number): number => difference * difference,
  };
  for (const [name, cost] of Object.entries(losses) as [keyof typeof losses, (d: number) => number][])
    describe(name, () => {
      const byHand = (yHat: np.Tensor, y: np.Tensor): number => {
        const [a, b] = [yHat.toArray() as number[], y.toArray() as number[]];
        return total(a.map((value, i) => cost(value - b[i]!)));
      };

      for (const m of [1, 4, 23]) {
        it(`adds up the losses of m = ${m} predictions`, () => {
          const [yHat, y] = [draw(80 + m, m), draw(90 + m, m)];
          const want = byHand(yHat, y);
          assertClose(learner[name](yHat, y), want, { name, m });
        });
      }

      it("does not let errors above and below cancel, and does not care which is which", () => {
        const [yHat, y] = [np.array([1, 2, 3, 4.5]), np.array([2, 1, 4, 3.5])];
        assertClose(learner[name](yHat, y), 4, { name });
        assertClose(learner[name](y, yHat), 4, { name });
        assertClose(learner[name](np.multiply(3, yHat), np.multiply(3, y)), 4 * cost(3), { name });
      });

      it("takes whole numbers", () => {
        const [yHat, y] = [whole([1, 0, 0, 4]), whole([0, 0, 3, 1])];
        assertClose(learner[name](yHat, y), cost(1) + 2 * cost(3), { name });
      });

      it("is 0 for perfect predictions only", () => {
        const y = draw(101, 8);
        const off = np.add(y, np.array([0, 0, 0, 0, 0, 0, 0, 0.5]));
        assertClose(learner[name](y, y), 0, { name });
        assertClose(learner[name](off, y), cost(0.5), { name });
      });

      it("leaves its inputs as they were", () => {
        const [yHat, y] = [draw(102, 6), draw(103, 6)];
        const [beforeHat, before, want] = [yHat.copy(), y.copy(), byHand(yHat, y)];
        assertClose(learner[name](yHat, y), want, { name, m: 6 });
        unchanged(yHat, beforeHat, "yHat");
        unchanged(y, before, "y");
      });
    });
}
