// Hidden tests of assignment 03. Expected values come from plain loops over numbers, from laws and from finite differences,
// never from a tensor program like the learner's; inputs are drawn from the submission's seed, in shapes the visible checks
// do not use.
// What is wanted is computed before the learner's code runs, and caches fit the inputs, so that any correct formula passes.
import { expect } from "chai";
import * as np from "kernel-lib";
import { describe, it } from "mocha";
import type { Cache, Exercises, Gradients, Parameters } from "./visible.test.js";

const { assertClose } = np.testing;

type Matrix = number[][];

/** A network and m examples for it. */
interface Problem {
  parameters: Parameters;
  X: np.Tensor;
  Y: np.Tensor;
}

/** Weights and biases of every size are drawn, so that a forgotten bias shows; labels are mixed zeros and ones. */
function problemOf(random: Random, [nX, nH, nY, m]: readonly number[], spread = 1): Problem {
  const weights = (rows: number, columns: number): np.Tensor =>
    np.multiply(spread, random.randn(rows, columns));
  const parameters = {
    W1: weights(nH!, nX!),
    b1: weights(nH!, 1),
    W2: weights(nY!, nH!),
    b2: weights(nY!, 1),
  };
  const X = random.randn(nX!, m!);
  const Y = tensor(table(nY!, m!, (i, j) => (i + j + random.randint(2)) % 2));
  return { parameters, X, Y };
}

type Random = InstanceType<typeof np.random.RandomState>;

const table = (rows: number, columns: number, entry: (i: number, j: number) => number): Matrix =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => entry(i, j)));
const tensor = (values: Matrix): np.Tensor => np.array(values, { dtype: "float64" });
const numbers = (t: np.Tensor): Matrix => t.toArray() as Matrix;
const sum = (n: number, term: (k: number) => number): number => {
  let total = 0;
  for (let k = 0; k < n; k++) total += term(k);
  return total;
};
const logistic = (z: number): number => 1 / (1 + Math.exp(-z));

/** A layer one number at a time: weights times inputs plus bias. */
function weigh(W: np.Tensor, input: Matrix, b: np.Tensor): Matrix {
  const [rows, inner] = W.shape as [number, number];
  return table(
    rows,
    input[0]!.length,
    (i, j) => b.get(i, 0) + sum(inner, (k) => W.get(i, k) * input[k]![j]!),
  );
}

function forwardByHand({ parameters, X }: Problem): { Z1: Matrix; A1: Matrix; Z2: Matrix; A2: Matrix } {
  const Z1 = weigh(parameters.W1, numbers(X), parameters.b1);
  const A1 = Z1.map((row) => row.map(Math.tanh));
  const Z2 = weigh(parameters.W2, A1, parameters.b2);
  const A2 = Z2.map((row) => row.map(logistic));
  return { Z1, A1, Z2, A2 };
}

const cacheOf = (problem: Problem): Cache => {
  const { Z1, A1, Z2, A2 } = forwardByHand(problem);
  return { Z1: tensor(Z1), A1: tensor(A1), Z2: tensor(Z2), A2: tensor(A2) };
};

function costByHand(A2: Matrix, Y: np.Tensor): number {
  const m = A2[0]!.length;
  const loss = (a: number, y: number): number => -(y * Math.log(a) + (1 - y) * Math.log(1 - a));
  return sum(A2.length, (i) => sum(m, (j) => loss(A2[i]![j]!, Y.get(i, j)))) / m;
}

/** Slopes, one example after the other. */
function slopesByHand(problem: Problem): Record<keyof Gradients, Matrix> {
  const { A1, A2 } = forwardByHand(problem);
  const { parameters, X, Y } = problem;
  const [nH, nX] = parameters.W1.shape as [number, number];
  const [nY, m] = Y.shape as [number, number];
  const error = table(nY, m, (i, j) => A2[i]![j]! - Y.get(i, j));
  const hidden = table(nH, m, (i, j) => {
    const blame = sum(nY, (k) => parameters.W2.get(k, i) * error[k]![j]!);
    return blame * (1 - A1[i]![j]! ** 2);
  });
  return {
    dW1: table(nH, nX, (i, k) => sum(m, (j) => hidden[i]![j]! * X.get(k, j)) / m),
    db1: table(nH, 1, (i) => sum(m, (j) => hidden[i]![j]!) / m),
    dW2: table(nY, nH, (i, k) => sum(m, (j) => error[i]![j]! * A1[k]![j]!) / m),
    db2: table(nY, 1, (i) => sum(m, (j) => error[i]![j]!) / m),
  };
}

/** The problem with points and labels of whole numbers. */
const wholeNumbers = (problem: Problem): Problem => ({
  ...problem,
  X: np.round(np.multiply(2, problem.X)).astype("int32"),
  Y: problem.Y.astype("int32"),
});

/** One step of gradient descent, number by number. */
function stepByHand(
  parameters: Parameters,
  slopes: Record<keyof Gradients, Matrix>,
  rate: number,
): Parameters {
  const move = (t: np.Tensor, d: Matrix): np.Tensor =>
    tensor(numbers(t).map((row, i) => row.map((value, j) => value - rate * d[i]![j]!)));
  const { W1, b1, W2, b2 } = parameters;
  return {
    W1: move(W1, slopes.dW1),
    b1: move(b1, slopes.db1),
    W2: move(W2, slopes.dW2),
    b2: move(b2, slopes.db2),
  };
}

/** What the seeded initialiser must give: W1 row by row, then W2, times 0.01. */
function startByHand(nX: number, nH: number, nY: number): Parameters {
  const random = new np.random.RandomState(2);
  const small = (rows: number, columns: number): np.Tensor =>
    tensor(table(rows, columns, () => random.randn() * 0.01));
  const W1 = small(nH, nX);
  return { W1, b1: np.zeros([nH, 1]), W2: small(nY, nH), b2: np.zeros([nY, 1]) };
}

function trainByHand(
  problem: Omit<Problem, "parameters">,
  nH: number,
  steps: number,
  rate: number,
): Parameters {
  let parameters = startByHand(problem.X.shape[0]!, nH, problem.Y.shape[0]!);
  for (let k = 0; k < steps; k++)
    parameters = stepByHand(parameters, slopesByHand({ ...problem, parameters }), rate);
  return parameters;
}

function expectParameters(got: Parameters, want: Parameters, rtol = 1e-7): void {
  for (const name of ["W1", "b1", "W2", "b2"] as const) assertClose(got[name], want[name], { name, rtol });
}

function expectGradients(got: Gradients, want: Record<keyof Gradients, Matrix>, m: number): void {
  for (const name of ["dW2", "db2", "dW1", "db1"] as const)
    assertClose(got[name], tensor(want[name]), { name, m });
}

/** Copies of tensors, to see later that nobody wrote into them. */
const copies = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).map(([name, t]) => [name, (t as np.Tensor).copy()])) as T;

function unchanged(now: object, before: object): void {
  for (const [name, t] of Object.entries(now))
    expect(
      np.arrayEqual(t as np.Tensor, (before as Record<string, np.Tensor>)[name]!),
      `${name} must not be changed`,
    ).to.equal(true);
}

export default function hidden(learner: Exercises, seed = 0): void {
  const randomOf = (k: number): Random => new np.random.RandomState(1000 * seed + k);
  const draw = (k: number, sizes: readonly number[], spread?: number): Problem =>
    problemOf(randomOf(k), sizes, spread);

  describe("layerSizes", () => {
    for (const [nX, nY, m] of [
      [5, 2, 9],
      [12, 3, 1],
      [1, 1, 6],
    ] as const) {
      it(`finds nX = ${nX} and nY = ${nY} among ${m} examples`, () => {
        const sizes = learner.layerSizes(np.zeros([nX, m]), np.ones([nY, m]));
        expect([sizes.nX, sizes.nH, sizes.nY], "[nX, nH, nY]").to.deep.equal([nX, 4, nY]);
      });
    }

    it("leaves its inputs as they were", () => {
      const { X, Y } = draw(11, [3, 4, 1, 5]);
      const before = copies({ X, Y });
      expect(learner.layerSizes(X, Y).nX, "nX").to.equal(3);
      unchanged({ X, Y }, before);
    });
  });

  describe("initializeParameters", () => {
    for (const sizes of [
      [3, 6, 1],
      [5, 2, 3],
      [1, 1, 1],
    ] as [number, number, number][]) {
      it(`draws the seeded weights of a ${sizes.join("-")} network`, () => {
        expectParameters(learner.initializeParameters(...sizes), startByHand(...sizes));
      });
    }

    it("begins anew each time, so the same call gives the same weights", () => {
      const want = startByHand(4, 3, 2);
      const first = learner.initializeParameters(4, 3, 2);
      learner.initializeParameters(2, 7, 1);
      const second = learner.initializeParameters(4, 3, 2);
      expectParameters(first, want);
      expectParameters(second, want);
    });
  });

  describe("forwardPropagation", () => {
    for (const [k, sizes] of [
      [31, [3, 5, 1, 7]],
      [32, [2, 4, 1, 1]],
      [33, [4, 2, 3, 6]],
    ] as const) {
      const [nX, nH, nY, m] = sizes;

      it(`answers for m = ${m} through a ${nX}-${nH}-${nY} network`, () => {
        const problem = draw(k, sizes);
        const want = tensor(forwardByHand(problem).A2);
        const { A2 } = learner.forwardPropagation(problem.X, problem.parameters);
        assertClose(A2, want, { name: "A2" });
      });

      it(`keeps the steps in the cache, m = ${m} and a ${nX}-${nH}-${nY} network`, () => {
        const problem = draw(k + 10, sizes);
        const want = cacheOf(problem);
        const { cache } = learner.forwardPropagation(problem.X, problem.parameters);
        for (const name of ["Z1", "A1", "Z2", "A2"] as const)
          assertClose(cache[name], want[name], { name: `cache.${name}` });
      });
    }

    it("stays finite for large weights", () => {
      for (const spread of [1, 60]) {
        const problem = draw(36, [2, 3, 1, 8], spread);
        const want = tensor(forwardByHand(problem).A2);
        assertClose(learner.forwardPropagation(problem.X, problem.parameters).A2, want, { name: "A2" });
      }
    });

    it("takes whole numbers as inputs too", () => {
      const { parameters } = draw(37, [2, 3, 1, 2]);
      const X = np.array(
        [
          [1, -2],
          [0, 3],
        ],
        { dtype: "int32" },
      );
      const want = tensor(forwardByHand({ parameters, X, Y: np.zeros([1, 2]) }).A2);
      assertClose(learner.forwardPropagation(X, parameters).A2, want, { name: "A2" });
    });

    it("leaves its inputs as they were", () => {
      const problem = draw(38, [3, 4, 1, 5]);
      const want = tensor(forwardByHand(problem).A2);
      const before = copies({ X: problem.X, ...problem.parameters });
      assertClose(learner.forwardPropagation(problem.X, problem.parameters).A2, want, { name: "A2" });
      unchanged({ X: problem.X, ...problem.parameters }, before);
    });
  });

  describe("computeCost", () => {
    const answers = (k: number, m: number): np.Tensor => np.clip(randomOf(k).rand(1, m), 0.01, 0.99);

    for (const m of [1, 2, 13]) {
      it(`adds up and averages the losses of m = ${m}`, () => {
        const A2 = answers(50 + m, m);
        const { Y } = draw(60 + m, [1, 1, 1, m]);
        for (const labels of [Y, np.subtract(1, Y)]) {
          const want = costByHand(numbers(A2), labels);
          assertClose(learner.computeCost(A2, labels), want, { name: "cost", m });
        }
      });
    }

    it("charges for orange points and for blue points", () => {
      const A2 = answers(71, 6);
      for (const Y of [np.ones([1, 6]), np.zeros([1, 6])]) {
        const want = costByHand(numbers(A2), Y);
        assertClose(learner.computeCost(A2, Y), want, { name: "cost", m: 6 });
      }
    });

    it("does not care which colour is called 1", () => {
      const A2 = answers(72, 9);
      const { Y } = draw(73, [1, 1, 1, 9]);
      const want = costByHand(numbers(A2), Y);
      assertClose(learner.computeCost(np.subtract(1, A2), np.subtract(1, Y)), want, { name: "cost", m: 9 });
    });

    it("charges a fair price for nearly sure answers, right or wrong", () => {
      const A2 = np.array([[1e-9, 1 - 1e-6, 1e-6, 1 - 1e-9]]);
      for (const Y of [np.array([[0, 1, 1, 0]]), np.array([[1, 0, 0, 1]])]) {
        const want = costByHand(numbers(A2), Y);
        assertClose(learner.computeCost(A2, Y), want, { name: "cost", m: 4 });
      }
    });

    it("takes labels that are whole numbers", () => {
      const A2 = answers(76, 7);
      const Y = draw(77, [1, 1, 1, 7]).Y.astype("int32");
      const want = costByHand(numbers(A2), Y);
      assertClose(learner.computeCost(A2, Y), want, { name: "cost", m: 7 });
    });

    it("leaves its inputs as they were", () => {
      const A2 = answers(74, 5);
      const { Y } = draw(75, [1, 1, 1, 5]);
      const want = costByHand(numbers(A2), Y);
      const before = copies({ A2, Y });
      assertClose(learner.computeCost(A2, Y), want, { name: "cost", m: 5 });
      unchanged({ A2, Y }, before);
    });
  });

  describe("backwardPropagation", () => {
    const run = ({ parameters, X, Y }: Problem, cache: Cache): Gradients =>
      learner.backwardPropagation(parameters, cache, X, Y);

    for (const [k, sizes] of [
      [81, [3, 5, 1, 7]],
      [82, [2, 4, 1, 1]],
      [83, [1, 1, 1, 4]],
      [84, [4, 3, 2, 6]],
    ] as const) {
      const [nX, nH, nY, m] = sizes;

      it(`computes dW2 and db2 for m = ${m} in a ${nX}-${nH}-${nY} network`, () => {
        const problem = draw(k, sizes);
        const want = slopesByHand(problem);
        const { dW2, db2 } = run(problem, cacheOf(problem));
        assertClose(dW2, tensor(want.dW2), { name: "dW2", m });
        assertClose(db2, tensor(want.db2), { name: "db2", m });
      });

      it(`computes dW1 and db1 for m = ${m} in a ${nX}-${nH}-${nY} network`, () => {
        const problem = draw(k + 10, sizes);
        const want = slopesByHand(problem);
        const { dW1, db1 } = run(problem, cacheOf(problem));
        assertClose(dW1, tensor(want.dW1), { name: "dW1", m });
        assertClose(db1, tensor(want.db1), { name: "db1", m });
      });
    }

    it("takes points and labels of whole numbers", () => {
      const problem = wholeNumbers(draw(103, [2, 3, 1, 6], 0.3));
      const want = slopesByHand(problem);
      expectGradients(run(problem, cacheOf(problem)), want, 6);
    });

    it("stays finite where the hidden neurons are sure and the answers nearly so", () => {
      const problem = draw(104, [3, 4, 1, 8], 60);
      const largest = Math.max(...forwardByHand(problem).Z2.flat().map(Math.abs));
      for (const name of ["W2", "b2"] as const)
        problem.parameters[name] = np.multiply(12 / largest, problem.parameters[name]); // answers within 6e-6 of 0 and 1
      const want = slopesByHand(problem);
      expectGradients(run(problem, cacheOf(problem)), want, 8);
    });

    it("agrees with the slopes measured by small steps", () => {
      const problem = draw(101, [2, 3, 1, 5], 0.7);
      const step = 1e-5;
      const cost = (parameters: Parameters): number =>
        costByHand(forwardByHand({ ...problem, parameters }).A2, problem.Y);
      const measured = (name: keyof Parameters): Matrix => {
        const [rows, columns] = problem.parameters[name].shape as [number, number];
        return table(rows, columns, (i, j) => {
          const moved = (by: number): number => {
            const t = problem.parameters[name].copy();
            t.set(t.get(i, j) + by, i, j);
            return cost({ ...problem.parameters, [name]: t });
          };
          return (moved(step) - moved(-step)) / (2 * step);
        });
      };
      const want = { dW1: measured("W1"), db1: measured("b1"), dW2: measured("W2"), db2: measured("b2") };
      const got = run(problem, cacheOf(problem));
      for (const name of ["dW1", "db1", "dW2", "db2"] as const)
        assertClose(got[name], tensor(want[name]), { name, rtol: 1e-5, atol: 1e-7 });
    });

    it("leaves its inputs as they were", () => {
      const problem = draw(102, [3, 2, 1, 4]);
      const cache = cacheOf(problem);
      const want = slopesByHand(problem);
      const { parameters, X, Y } = problem;
      const before = copies({ ...parameters, ...cache, X, Y });
      expectGradients(run(problem, cache), want, 4);
      unchanged({ ...parameters, ...cache, X, Y }, before);
    });
  });

  describe("updateParameters", () => {
    const setting = (k: number, sizes: readonly number[]): { parameters: Parameters; grads: Gradients } => {
      const { parameters } = draw(k, sizes);
      const { W1, b1, W2, b2 } = draw(k + 1, sizes).parameters;
      return { parameters, grads: { dW1: W1, db1: b1, dW2: W2, db2: b2 } };
    };
    const slopes = (grads: Gradients): Record<keyof Gradients, Matrix> => ({
      dW1: numbers(grads.dW1),
      db1: numbers(grads.db1),
      dW2: numbers(grads.dW2),
      db2: numbers(grads.db2),
    });

    for (const [k, sizes, learningRate] of [
      [111, [3, 5, 1, 1], 0.3],
      [113, [6, 2, 2, 1], 0.007],
    ] as const) {
      it(`steps by ${learningRate} with ${sizes[1]} hidden units`, () => {
        const { parameters, grads } = setting(k, sizes);
        const want = stepByHand(parameters, slopes(grads), learningRate);
        expectParameters(learner.updateParameters(parameters, grads, { learningRate }), want);
      });
    }

    it("steps by 1.2 without options, and with empty ones", () => {
      const { parameters, grads } = setting(115, [2, 4, 1, 1]);
      const again = setting(115, [2, 4, 1, 1]);
      const want = stepByHand(parameters, slopes(grads), 1.2);
      expectParameters(learner.updateParameters(parameters, grads), want);
      expectParameters(learner.updateParameters(again.parameters, again.grads, {}), want);
    });

    it("leaves parameters and slopes as they were", () => {
      const { parameters, grads } = setting(117, [2, 3, 1, 1]);
      const want = stepByHand(parameters, slopes(grads), 0.5);
      const before = copies({ ...parameters, ...grads });
      expectParameters(learner.updateParameters(parameters, grads, { learningRate: 0.5 }), want);
      unchanged({ ...parameters, ...grads }, before);
    });
  });

  describe("nnModel", () => {
    for (const [k, [nX, nH, m], steps, learningRate] of [
      [121, [2, 3, 15], 40, 0.9],
      [122, [3, 6, 8], 25, 0.4],
    ] as const) {
      it(`takes ${steps} steps with ${nH} hidden units on m = ${m} examples of ${nX} numbers`, async () => {
        const { X, Y } = draw(k, [nX, nH, 1, m]);
        const want = trainByHand({ X, Y }, nH, steps, learningRate);
        const got = await learner.nnModel(X, Y, nH, { numIterations: steps, learningRate });
        expectParameters(got, want, 1e-6);
      });
    }

    it("uses the rate 1.2 when none is given", async () => {
      const { X, Y } = draw(123, [2, 2, 1, 6]);
      const want = trainByHand({ X, Y }, 2, 3, 1.2);
      expectParameters(await learner.nnModel(X, Y, 2, { numIterations: 3 }), want, 1e-6);
    });

    it("takes exactly one step when asked for one", async () => {
      const { X, Y } = draw(124, [4, 3, 1, 5]);
      const want = trainByHand({ X, Y }, 3, 1, 2);
      const got = await learner.nnModel(X, Y, 3, { numIterations: 1, learningRate: 2 });
      expectParameters(got, want);
    });

    it("learns from one point, and from whole numbers", async () => {
      const { X, Y } = wholeNumbers(draw(126, [2, 3, 1, 1]));
      const want = trainByHand({ X, Y }, 3, 6, 0.5);
      const got = await learner.nnModel(X, Y, 3, { numIterations: 6, learningRate: 0.5 });
      expectParameters(got, want, 1e-6);
    });

    it("leaves the data as they were", async () => {
      const { X, Y } = draw(125, [2, 4, 1, 6]);
      const want = trainByHand({ X, Y }, 4, 5, 0.8);
      const before = copies({ X, Y });
      const got = await learner.nnModel(X, Y, 4, { numIterations: 5, learningRate: 0.8 });
      expectParameters(got, want, 1e-6);
      unchanged({ X, Y }, before);
    });
  });

  describe("predict", () => {
    for (const [k, sizes] of [
      [131, [3, 6, 1, 19]],
      [132, [5, 2, 1, 1]],
      [133, [1, 3, 1, 12]],
    ] as const) {
      const [nX, nH, , m] = sizes;

      it(`decides m = ${m} examples of ${nX} numbers with ${nH} hidden units`, () => {
        const problem = draw(k, sizes);
        const want = forwardByHand(problem).A2.map((row) => row.map((a) => (a > 0.5 ? 1 : 0)));
        assertClose(learner.predict(problem.parameters, problem.X), tensor(want), { name: "prediction" });
      });
    }

    it("decides for whole numbers, however sure it is", () => {
      const problem = wholeNumbers(draw(135, [3, 4, 1, 11], 50));
      const want = forwardByHand(problem).A2.map((row) => row.map((a) => (a > 0.5 ? 1 : 0)));
      assertClose(learner.predict(problem.parameters, problem.X), tensor(want), { name: "prediction" });
    });

    it("says 0 when it is exactly undecided, 1 just above", () => {
      const zero = { W1: np.zeros([2, 3]), b1: np.zeros([2, 1]), W2: np.zeros([1, 2]), b2: np.zeros([1, 1]) };
      const above = { ...zero, b2: np.full([1, 1], 1e-9) };
      const X = np.ones([3, 4]);
      assertClose(learner.predict(zero, X), np.zeros([1, 4]), { name: "prediction" });
      assertClose(learner.predict(above, X), np.ones([1, 4]), { name: "prediction" });
    });

    it("leaves its inputs as they were", () => {
      const { parameters, X } = draw(134, [2, 4, 1, 9]);
      const want = forwardByHand({ parameters, X, Y: X }).A2.map((row) => row.map((a) => (a > 0.5 ? 1 : 0)));
      const before = copies({ ...parameters, X });
      assertClose(learner.predict(parameters, X), tensor(want), { name: "prediction" });
      unchanged({ ...parameters, X }, before);
    });
  });
}
