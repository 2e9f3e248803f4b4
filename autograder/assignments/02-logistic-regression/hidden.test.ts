// Hidden tests of assignment 02. Expected values come from plain loops over numbers, from laws and from finite differences,
// never from a tensor program like the learner's; inputs are drawn from the submission's seed, in shapes the visible checks
// do not use.
import { expect } from "chai";
import * as np from "kernel-lib";
import { describe, it } from "mocha";
import type { Exercises } from "./visible.test.js";

const { assertClose } = np.testing;

/** A problem with nX inputs and m examples; `spread` scales the weights, labels are 0 and 1 in turn, shuffled. */
function problemOf(random: Random, nX: number, m: number, spread = 1): Problem {
  const w = np.multiply(spread, random.randn(nX, 1));
  const b = spread * random.normal();
  const X = random.randn(nX, m);
  const Y = np.array([Array.from({ length: m }, (_, i) => (i + random.randint(2)) % 2)], {
    dtype: "float64",
  });
  return { w, b, X, Y };
}

type Random = InstanceType<typeof np.random.RandomState>;

interface Problem {
  w: np.Tensor;
  b: number;
  X: np.Tensor;
  Y: np.Tensor;
}

const logistic = (z: number): number => 1 / (1 + Math.exp(-z));

/** Answers, cost and slopes, one example and one number at a time. */
function byHand({ w, b, X, Y }: Problem): { A: number[]; cost: number; dw: number[]; db: number } {
  const [nX, m] = X.shape as [number, number];
  const dw = new Array<number>(nX).fill(0);
  const A: number[] = [];
  let cost = 0;
  let db = 0;
  for (let j = 0; j < m; j++) {
    let z = b;
    for (let i = 0; i < nX; i++) z += w.get(i, 0) * X.get(i, j);
    const a = logistic(z);
    const y = Y.get(0, j);
    cost -= (y * Math.log(a) + (1 - y) * Math.log(1 - a)) / m;
    for (let i = 0; i < nX; i++) dw[i]! += ((a - y) * X.get(i, j)) / m;
    db += (a - y) / m;
    A.push(a);
  }
  return { A, cost, dw, db };
}

/** Gradient descent on `byHand`. */
function descend(
  problem: Problem,
  numIterations: number,
  learningRate: number,
): Problem & { costs: number[] } {
  let { w, b } = problem;
  const costs: number[] = [];
  for (let k = 0; k < numIterations; k++) {
    const { cost, dw, db } = byHand({ ...problem, w, b });
    if (k % 100 === 0) costs.push(cost);
    w = column(dw.map((slope, i) => w.get(i, 0) - learningRate * slope));
    b -= learningRate * db;
  }
  return { ...problem, w, b, costs };
}

/** The problem with inputs and labels of whole numbers, as files have them. */
const wholeNumbers = (problem: Problem): Problem => ({
  ...problem,
  X: np.round(np.multiply(3, problem.X)).astype("int32"),
  Y: problem.Y.astype("int32"),
});

const column = (values: number[]): np.Tensor => np.array(values.map((v) => [v]));
const row = (values: number[]): np.Tensor => np.array([values]);
const unchanged = (now: np.Tensor, before: np.Tensor, name: string): void => {
  expect(np.arrayEqual(now, before), `${name} must not be changed`).to.equal(true);
};

export default function hidden(learner: Exercises, seed = 0): void {
  const randomOf = (k: number): Random => new np.random.RandomState(1000 * seed + k);
  const draw = (k: number, nX: number, m: number, spread?: number): Problem =>
    problemOf(randomOf(k), nX, m, spread);

  describe("sigmoid", () => {
    it("is right on a column of seven numbers", () => {
      const z = randomOf(3).randn(7, 1);
      const want = column((z.toArray() as number[][]).map(([v]) => logistic(v!)));
      assertClose(learner.sigmoid(z), want, { name: "sigmoid(z)" });
    });

    it("keeps three dimensions", () => {
      const z = np.linspace(-3, 4, 8);
      const want = np.array((z.toArray() as number[]).map(logistic)).reshape([2, 1, 4]);
      assertClose(learner.sigmoid(z.reshape([2, 1, 4])), want, { name: "sigmoid(z)" });
    });

    it("takes whole numbers", () => {
      const z = np.array([[-2, 0, 3]], { dtype: "int32" });
      assertClose(learner.sigmoid(z), row([-2, 0, 3].map(logistic)), { name: "sigmoid(z)" });
    });

    it("rises, and obeys sigmoid(-z) = 1 - sigmoid(z)", () => {
      const z = np.linspace(-6, 6, 25);
      const s = learner.sigmoid(z);
      assertClose(s, np.subtract(1, learner.sigmoid(np.negative(z))), { name: "sigmoid(z)" });
      expect(np.all(np.less(s.slice(":-1"), s.slice("1:"))), "rises").to.equal(true);
    });

    it("stays finite and between 0 and 1 for large numbers", () => {
      const s = learner.sigmoid(np.array([-700, -40, 40, 700]));
      assertClose(s, np.array([0, 0, 1, 1]), { name: "sigmoid(large z)" });
    });

    it("leaves its input as it was", () => {
      const z = np.array([1, -2, 3]);
      const want = np.array([1, -2, 3].map(logistic));
      assertClose(learner.sigmoid(z), want, { name: "sigmoid(z)" });
      unchanged(z, np.array([1, -2, 3]), "z");
    });
  });

  describe("initializeWithZeros", () => {
    for (const dim of [1, 5, 12288]) {
      it(`gives a column of ${dim} zeros`, () => {
        assertClose(learner.initializeWithZeros(dim).w, np.zeros([dim, 1]), { name: "w" });
      });
    }

    it("gives the number 0 for b", () => {
      expect(learner.initializeWithZeros(3).b, "b").to.equal(0);
    });
  });

  describe("propagate", () => {
    for (const [nX, m] of [
      [3, 7],
      [6, 2],
      [1, 1],
    ] as const) {
      it(`computes the cost for X of shape (${nX}, ${m})`, () => {
        const problem = draw(10 * nX + m, nX, m);
        const { w, b, X, Y } = problem;
        assertClose(learner.propagate(w, b, X, Y).cost, byHand(problem).cost, { name: "cost", m });
      });

      it(`computes dw and db for X of shape (${nX}, ${m})`, () => {
        const problem = draw(10 * nX + m + 1, nX, m);
        const { grads } = learner.propagate(problem.w, problem.b, problem.X, problem.Y);
        const want = byHand(problem);
        assertClose(grads.dw, column(want.dw), { name: "dw", m });
        assertClose(grads.db, want.db, { name: "db", m });
      });
    }

    it("takes pictures and labels of whole numbers", () => {
      const problem = wholeNumbers(draw(6, 3, 5, 0.1));
      const want = byHand(problem);
      const { grads, cost } = learner.propagate(problem.w, problem.b, problem.X, problem.Y);
      assertClose(cost, want.cost, { name: "cost", m: 5 });
      assertClose(grads.dw, column(want.dw), { name: "dw", m: 5 });
      assertClose(grads.db, want.db, { name: "db", m: 5 });
    });

    it("stays finite where the neuron is nearly sure, right or wrong", () => {
      const drawn = draw(7, 4, 8);
      const largest = Math.max(...byHand(drawn).A.map((a) => Math.abs(Math.log(a / (1 - a)))));
      const [w, b] = [np.multiply(12 / largest, drawn.w), (12 / largest) * drawn.b]; // within 6e-6 of 0 and 1
      const problem = { ...drawn, w, b };
      const want = byHand(problem);
      const { grads, cost } = learner.propagate(w, b, problem.X, problem.Y);
      assertClose(cost, want.cost, { name: "cost", m: 8 });
      assertClose(grads.dw, column(want.dw), { name: "dw", m: 8 });
      assertClose(grads.db, want.db, { name: "db", m: 8 });
    });

    it("agrees with the slope measured by a small step", () => {
      const { w, b, X, Y } = draw(5, 4, 6, 0.5);
      const step = 1e-5;
      const { grads } = learner.propagate(w, b, X, Y);
      for (let i = 0; i < 4; i++) {
        const shift = column([0, 1, 2, 3].map((k) => (k === i ? step : 0)));
        const up = learner.propagate(np.add(w, shift), b, X, Y).cost;
        const down = learner.propagate(np.subtract(w, shift), b, X, Y).cost;
        assertClose(grads.dw.get(i, 0), (up - down) / (2 * step), { name: "dw", rtol: 1e-5, atol: 1e-7 });
      }
    });

    it("leaves its inputs as they were", () => {
      const problem = draw(8, 3, 4);
      const { w, b, X, Y } = problem;
      const before = [w.copy(), X.copy(), Y.copy()];
      assertClose(learner.propagate(w, b, X, Y).cost, byHand(problem).cost, { name: "cost", m: 4 });
      unchanged(w, before[0]!, "w");
      unchanged(X, before[1]!, "X");
      unchanged(Y, before[2]!, "Y");
    });
  });

  describe("optimize", () => {
    it("takes seven steps of gradient descent", async () => {
      const problem = draw(21, 4, 9, 0.1);
      const { w, b, X, Y } = problem;
      const want = descend(problem, 7, 0.3);
      const { params } = await learner.optimize(w, b, X, Y, { numIterations: 7, learningRate: 0.3 });
      assertClose(params.w, want.w, { name: "params.w" });
      assertClose(params.b, want.b, { name: "params.b" });
    });

    it("writes down the cost of every hundredth step, before the step", async () => {
      const problem = draw(22, 2, 5, 0.1);
      const { w, b, X, Y } = problem;
      const want = descend(problem, 101, 0.05).costs;
      const { costs } = await learner.optimize(w, b, X, Y, { numIterations: 101, learningRate: 0.05 });
      assertClose(costs, want, { name: "costs" });
    });

    it("learns from one example, and from whole numbers", async () => {
      const problem = wholeNumbers(draw(25, 3, 1, 0.1));
      const { w, b, X, Y } = problem;
      const want = descend(problem, 4, 0.2);
      const { params } = await learner.optimize(w, b, X, Y, { numIterations: 4, learningRate: 0.2 });
      assertClose(params.w, want.w, { name: "params.w" });
      assertClose(params.b, want.b, { name: "params.b" });
    });

    it("returns the slopes of its last step", async () => {
      const problem = draw(23, 3, 4, 0.1);
      const { w, b, X, Y } = problem;
      const want = byHand(descend(problem, 2, 0.2));
      const { grads } = await learner.optimize(w, b, X, Y, { numIterations: 3, learningRate: 0.2 });
      assertClose(grads.dw, column(want.dw), { name: "grads.dw" });
      assertClose(grads.db, want.db, { name: "grads.db" });
    });

    it("leaves its inputs as they were", async () => {
      const problem = draw(24, 3, 4);
      const { w, b, X, Y } = problem;
      const before = [w.copy(), X.copy(), Y.copy()];
      const want = descend(problem, 2, 0.5);
      const { params } = await learner.optimize(w, b, X, Y, { numIterations: 2, learningRate: 0.5 });
      assertClose(params.w, want.w, { name: "params.w" });
      unchanged(w, before[0]!, "w");
      unchanged(X, before[1]!, "X");
      unchanged(Y, before[2]!, "Y");
    });
  });

  describe("predict", () => {
    for (const [nX, m] of [
      [3, 11],
      [8, 1],
    ] as const) {
      it(`decides for X of shape (${nX}, ${m})`, () => {
        const problem = draw(30 + m, nX, m);
        const want = byHand(problem).A.map((a) => (a > 0.5 ? 1 : 0));
        assertClose(learner.predict(problem.w, problem.b, problem.X), row(want), { name: "prediction" });
      });
    }

    it("decides for whole numbers, however sure it is", () => {
      const problem = wholeNumbers(draw(37, 5, 9, 200));
      const want = byHand(problem).A.map((a) => (a > 0.5 ? 1 : 0));
      assertClose(learner.predict(problem.w, problem.b, problem.X), row(want), { name: "prediction" });
    });

    it("uses the bias", () => {
      const X = row([-3, 0, 3]);
      assertClose(learner.predict(np.ones([1, 1]), 2, X), row([0, 1, 1]), { name: "prediction" });
      assertClose(learner.predict(np.ones([1, 1]), -2, X), row([0, 0, 1]), { name: "prediction" });
    });

    it("says 0 when it is exactly undecided", () => {
      const X = np.ones([2, 3]);
      assertClose(learner.predict(np.zeros([2, 1]), 0, X), np.zeros([1, 3]), { name: "prediction" });
      assertClose(learner.predict(np.zeros([2, 1]), 1e-9, X), np.ones([1, 3]), { name: "prediction" });
    });

    it("leaves its inputs as they were", () => {
      const problem = draw(36, 4, 7);
      const want = byHand(problem).A.map((a) => (a > 0.5 ? 1 : 0));
      const before = [problem.w.copy(), problem.X.copy()];
      assertClose(learner.predict(problem.w, problem.b, problem.X), row(want), { name: "prediction" });
      unchanged(problem.w, before[0]!, "w");
      unchanged(problem.X, before[1]!, "X");
    });
  });

  describe("model", () => {
    const options = { numIterations: 12, learningRate: 0.2 }; // few steps: every submission pays for them
    const train = draw(41, 3, 12);
    const test = draw(42, 3, 5);
    const start = { ...train, w: np.zeros([3, 1]), b: 0 };

    it("trains from zero on the training set", async () => {
      const got = await learner.model(train.X, train.Y, test.X, test.Y, options);
      const want = descend(start, options.numIterations, options.learningRate);
      assertClose(got.w, want.w, { name: "w" });
      assertClose(got.b, want.b, { name: "b" });
      assertClose(got.costs, want.costs, { name: "costs" });
    });

    it("predicts the training set and the test set, each in its place", async () => {
      const got = await learner.model(train.X, train.Y, test.X, test.Y, options);
      const { w, b } = descend(start, options.numIterations, options.learningRate);
      const labels = (X: np.Tensor): np.Tensor =>
        row(byHand({ w, b, X, Y: np.zeros([1, X.shape[1]!]) }).A.map((a) => (a > 0.5 ? 1 : 0)));
      assertClose(got.YPredictionTrain, labels(train.X), { name: "YPredictionTrain" });
      assertClose(got.YPredictionTest, labels(test.X), { name: "YPredictionTest" });
    });

    it("learns from one example of whole numbers", async () => {
      const one = wholeNumbers(draw(43, 3, 1));
      const got = await learner.model(one.X, one.Y, test.X, test.Y, { numIterations: 5, learningRate: 0.1 });
      const want = descend({ ...one, w: np.zeros([3, 1]), b: 0 }, 5, 0.1);
      assertClose(got.w, want.w, { name: "w" });
      assertClose(got.b, want.b, { name: "b" });
    });

    it("learns nothing from the test set", async () => {
      const flipped = np.subtract(1, test.Y);
      const one = await learner.model(train.X, train.Y, test.X, test.Y, options);
      const two = await learner.model(train.X, train.Y, np.negative(test.X), flipped, options);
      assertClose(one.w, descend(start, options.numIterations, options.learningRate).w, { name: "w" });
      assertClose(two.w, one.w, { name: "w" });
    });

    it("passes the options on and returns them", async () => {
      const got = await learner.model(train.X, train.Y, test.X, test.Y, {
        numIterations: 1,
        learningRate: 0.7,
      });
      assertClose(got.w, descend(start, 1, 0.7).w, { name: "w" });
      expect([got.numIterations, got.learningRate]).to.deep.equal([1, 0.7]);
    });
  });
}
