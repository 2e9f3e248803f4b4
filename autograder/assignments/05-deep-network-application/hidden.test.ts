// Hidden tests of assignment 05. Expected values come from plain loops over numbers, from laws and from finite differences,
// never from np.nn, which the learner's code is made of; networks are tiny, drawn from the submission's seed, in shapes the visible
// checks do not use. What is wanted is computed before the learner's code runs.
import { expect } from "chai";
import * as np from "kernel-lib";
import { describe, it } from "mocha";
import type { Exercises, Training } from "./visible.test.js";

const { assertClose } = np.testing;

type Matrix = number[][];
type Lists = Record<string, Matrix>;

/** A network, given by its sizes, and m examples for it. */
interface Problem {
  dims: number[];
  start: Lists;
  X: Matrix;
  Y: Matrix;
}

type Random = InstanceType<typeof np.random.RandomState>;
type Draw = (k: number, dims: number[], m: number) => Problem;

const table = (rows: number, columns: number, entry: (i: number, j: number) => number): Matrix =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => entry(i, j)));
const tensor = (values: Matrix): np.Tensor => np.array(values, { dtype: "float64" });
const tensors = (lists: Lists): np.nn.Parameters =>
  Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, tensor(values)]));
const sum = (n: number, term: (k: number) => number): number => {
  let total = 0;
  for (let k = 0; k < n; k++) total += term(k);
  return total;
};

/** Weights and biases of every size are drawn, so that a forgotten bias shows; labels are mixed zeros and ones. */
function problemOf(random: Random, dims: number[], m: number): Problem {
  const start: Lists = {};
  for (let l = 1; l < dims.length; l++) {
    start[`W${l}`] = table(dims[l]!, dims[l - 1]!, () => random.randn() / Math.sqrt(dims[l - 1]!));
    start[`b${l}`] = table(dims[l]!, 1, () => 0.3 + 0.3 * random.randn()); // most relus are awake
  }
  const X = table(dims[0]!, m, () => random.randn());
  const Y = table(1, m, (_, j) => (j + random.randint(2)) % 2);
  return { dims, start, X, Y };
}

/** Answers of every layer, one number at a time; A[0] is X. */
function forwardByHand({ dims, X }: Problem, parameters: Lists): { A: Matrix[]; Z: Matrix[] } {
  const [A, Z]: [Matrix[], Matrix[]] = [[X], [[]]];
  const L = dims.length - 1;
  const bend = (z: number, l: number): number => (l === L ? 1 / (1 + Math.exp(-z)) : Math.max(0, z));
  for (let l = 1; l <= L; l++) {
    const [W, b, before] = [parameters[`W${l}`]!, parameters[`b${l}`]!, A[l - 1]!];
    const weigh = (i: number, j: number): number =>
      b[i]![0]! + sum(dims[l - 1]!, (k) => W[i]![k]! * before[k]![j]!);
    Z.push(table(dims[l]!, X[0]!.length, weigh));
    A.push(Z[l]!.map((row) => row.map((z) => bend(z, l))));
  }
  return { A, Z };
}

function costByHand(problem: Problem, parameters: Lists): number {
  const answers = forwardByHand(problem, parameters).A.at(-1)![0]!;
  const loss = (a: number, y: number): number => -Math.log(y === 1 ? a : 1 - a);
  return sum(answers.length, (j) => loss(answers[j]!, problem.Y[0]![j]!)) / answers.length;
}

/** Slopes of all parameters, one example after the other. */
function slopesByHand(problem: Problem, parameters: Lists): Lists {
  const { dims, Y } = problem;
  const { A, Z } = forwardByHand(problem, parameters);
  const [L, m] = [dims.length - 1, Y[0]!.length];
  const slopes: Lists = {};
  let dZ = table(1, m, (_, j) => A[L]![0]![j]! - Y[0]![j]!);
  for (let l = L; l >= 1; l--) {
    const [now, before] = [dZ, A[l - 1]!];
    slopes[`W${l}`] = table(
      dims[l]!,
      dims[l - 1]!,
      (i, k) => sum(m, (j) => now[i]![j]! * before[k]![j]!) / m,
    );
    slopes[`b${l}`] = table(dims[l]!, 1, (i) => sum(m, (j) => now[i]![j]!) / m);
    const W = parameters[`W${l}`]!;
    const blame = (k: number, j: number): number => sum(dims[l]!, (i) => W[i]![k]! * now[i]![j]!);
    if (l > 1) dZ = table(dims[l - 1]!, m, (k, j) => (Z[l - 1]![k]![j]! > 0 ? blame(k, j) : 0));
  }
  return slopes;
}

/** Whether a relu is so near its bend that a small step would cross it: no slope can be measured there. */
function isNearBend(problem: Problem): boolean {
  const { Z } = forwardByHand(problem, problem.start);
  return Z.flat(2).some((z) => Math.abs(z) < 1e-3);
}

/** Gradient descent, number by number. */
function trainByHand(
  problem: Problem,
  start: Lists,
  steps: number,
  rate: number,
): { end: Lists; costs: number[] } {
  let end = start;
  const costs: number[] = [];
  for (let step = 0; step < steps; step++) {
    if (step % 100 === 0) costs.push(costByHand(problem, end));
    const slopes = slopesByHand(problem, end);
    const move = (name: string): Matrix =>
      end[name]!.map((row, i) => row.map((value, j) => value - rate * slopes[name]![i]![j]!));
    end = Object.fromEntries(Object.keys(end).map((name) => [name, move(name)]));
  }
  return { end, costs };
}

/** The problem with a last layer so large that the surest answer is within 6e-6 of 0 or 1. */
function nearlySure(problem: Problem): Problem {
  const L = problem.dims.length - 1;
  const largest = Math.max(...forwardByHand(problem, problem.start).Z[L]!.flat().map(Math.abs));
  const stretch = (values: Matrix): Matrix => values.map((row) => row.map((v) => (12 / largest) * v));
  const last = { [`W${L}`]: stretch(problem.start[`W${L}`]!), [`b${L}`]: stretch(problem.start[`b${L}`]!) };
  return { ...problem, start: { ...problem.start, ...last } };
}

/** What the seeded initialisers must give: weights row by row, layer by layer, and zeros. */
function startByHand(dims: number[], scale: (nPrev: number) => number): Lists {
  const random = new np.random.RandomState(1);
  const start: Lists = {};
  for (let l = 1; l < dims.length; l++) {
    start[`W${l}`] = table(dims[l]!, dims[l - 1]!, () => random.randn() * scale(dims[l - 1]!));
    start[`b${l}`] = table(dims[l]!, 1, () => 0);
  }
  return start;
}
const small = (): number => 0.01;
const byRoot = (nPrev: number): number => 1 / Math.sqrt(nPrev);

function expectParameters(got: Training, want: Lists, rtol = 1e-7): void {
  for (const [name, values] of Object.entries(want))
    assertClose(got.parameters?.[name], tensor(values), { name: `parameters.${name}`, rtol });
}

/** The tests that both models share. */
function modelTests(
  model: () => Exercises["lLayerModel"],
  draw: Draw,
  shapes: readonly (readonly [k: number, dims: number[], m: number])[],
  scale: (nPrev: number) => number,
): void {
  const run = (p: Problem, options: Parameters<Exercises["lLayerModel"]>[3]): Promise<Training> =>
    model()(tensor(p.X), tensor(p.Y), p.dims, options);

  for (const [k, dims, m] of shapes)
    it(`takes nine steps of gradient descent in a ${dims.join("-")} network with m = ${m}`, async () => {
      const problem = draw(k, dims, m);
      const { end } = trainByHand(problem, problem.start, 9, 0.2);
      const options = { numIterations: 9, learningRate: 0.2, parameters: tensors(problem.start) };
      expectParameters(await run(problem, options), end, 1e-6);
    });

  it("moves along the slope that small steps measure", async () => {
    let k = 900;
    while (isNearBend(draw(k, shapes[0]![1], 7))) k++;
    const problem = draw(k, shapes[0]![1], 7);
    const [step, rate] = [1e-5, 0.01];
    const measured = (name: string, i: number, j: number): number => {
      const at = (by: number): number => {
        const moved = structuredClone(problem.start);
        moved[name]![i]![j]! += by;
        return costByHand(problem, moved);
      };
      return (at(step) - at(-step)) / (2 * step);
    };
    const want = Object.fromEntries(
      Object.entries(problem.start).map(([name, values]) => [
        name,
        values.map((row, i) => row.map((_, j) => measured(name, i, j))),
      ]),
    );
    const options = { numIterations: 1, learningRate: rate, parameters: tensors(problem.start) };
    const { parameters } = await run(problem, options);
    for (const [name, slopes] of Object.entries(want)) {
      const moved = np.divide(np.subtract(tensor(problem.start[name]!), parameters[name]!), rate);
      assertClose(moved, tensor(slopes), { name: `step of ${name}`, m: 7, rtol: 1e-5, atol: 1e-7 });
    }
  });

  it("begins with the initialiser's numbers of seed 1 when no parameters are given", async () => {
    const problem = draw(12, [5, ...shapes[0]![1].slice(1)], 3);
    const got = await run(problem, { numIterations: 0 });
    expectParameters(got, startByHand(problem.dims, scale));
    expect(got.costs, "costs without a step").to.deep.equal([]);
  });

  it("goes on from the parameters it is given: 6 steps and 5 more are 11", async () => {
    const problem = draw(13, shapes[1]![1], 4);
    const { end } = trainByHand(problem, problem.start, 11, 0.15);
    const first = { numIterations: 6, learningRate: 0.15, parameters: tensors(problem.start) };
    const { parameters } = await run(problem, first);
    expectParameters(await run(problem, { ...first, numIterations: 5, parameters }), end, 1e-6);
  });

  it("writes down the costs of steps 0, 100 and 200, each before its step", async () => {
    const problem = draw(14, shapes[1]![1], 6);
    const { costs } = trainByHand(problem, problem.start, 205, 0.05);
    const options = { numIterations: 205, learningRate: 0.05, parameters: tensors(problem.start) };
    const short = await run(problem, { ...options, numIterations: 3 });
    assertClose(short.costs, costs.slice(0, 1), { name: "costs", rtol: 1e-5 });
    assertClose((await run(problem, options)).costs, costs, { name: "costs", rtol: 1e-5 });
  });

  it("has learning rate 0.0075 when none is given", async () => {
    const problem = draw(15, shapes[0]![1], 5);
    const { end } = trainByHand(problem, problem.start, 4, 0.0075);
    const options = { numIterations: 4, parameters: tensors(problem.start) };
    expectParameters(await run(problem, options), end);
  });

  it("learns from one example, and from whole numbers", async () => {
    const problem = { ...draw(16, shapes[0]![1], 1), Y: [[1]] };
    problem.X = problem.X.map(() => [2]);
    const { end } = trainByHand(problem, problem.start, 3, 0.1);
    const options = { numIterations: 3, learningRate: 0.1, parameters: tensors(problem.start) };
    const X = np.array(problem.X, { dtype: "int32" });
    expectParameters(await model()(X, np.array([[1]], { dtype: "int32" }), problem.dims, options), end);
  });

  it("stays finite where the network is nearly sure, right or wrong", async () => {
    const problem = nearlySure(draw(18, shapes[0]![1], 8));
    const { end } = trainByHand(problem, problem.start, 2, 0.01);
    const options = { numIterations: 2, learningRate: 0.01, parameters: tensors(problem.start) };
    expectParameters(await run(problem, options), end);
  });

  it("leaves data, sizes and parameters as they were", async () => {
    const problem = draw(17, shapes[0]![1], 4);
    const { end } = trainByHand(problem, problem.start, 2, 0.3);
    const [X, Y, dims] = [tensor(problem.X), tensor(problem.Y), [...problem.dims]];
    const options = { numIterations: 2, learningRate: 0.3, parameters: tensors(problem.start) };
    const got = await model()(X, Y, dims, options);
    expectParameters(got, end);
    expect(dims, "layerDims must not be changed").to.deep.equal(problem.dims);
    for (const [now, before] of [[X, problem.X] as const, [Y, problem.Y] as const])
      expect(np.arrayEqual(now, tensor(before)), "X and Y must not be changed").to.equal(true);
    for (const [name, before] of Object.entries(problem.start))
      expect(np.arrayEqual(options.parameters[name]!, tensor(before)), `${name} changed`).to.equal(true);
  });
}

export default function hidden(learner: Exercises, seed = 0): void {
  const draw: Draw = (k, dims, m) => problemOf(new np.random.RandomState(1000 * seed + k), dims, m);

  describe("twoLayerModel", () => {
    const shapes = [
      [1, [4, 3, 1], 6],
      [2, [2, 5, 1], 3],
      [3, [6, 1, 1], 9],
    ] as const;
    modelTests(
      () => learner.twoLayerModel,
      draw,
      shapes.map(([k, dims, m]) => [k, [...dims], m] as const),
      small,
    );
  });

  describe("lLayerModel", () => {
    const shapes = [
      [21, [4, 3, 2, 1], 6],
      [22, [3, 4, 4, 2, 1], 5],
      [23, [5, 1], 8],
      [24, [2, 6, 1], 4],
    ] as const;
    modelTests(
      () => learner.lLayerModel,
      draw,
      shapes.map(([k, dims, m]) => [k, [...dims], m] as const),
      byRoot,
    );
  });

  describe("predict", () => {
    const labels = (problem: Problem): np.Tensor =>
      tensor(
        forwardByHand(problem, problem.start)
          .A.at(-1)!
          .map((row) => row.map((a) => (a > 0.5 ? 1 : 0))),
      );

    for (const [k, dims, m] of [
      [31, [3, 4, 1], 17],
      [32, [4, 5, 3, 2, 1], 14],
      [33, [6, 1], 9],
      [34, [2, 3, 3, 1], 1],
    ] as const)
      it(`decides for m = ${m} examples in a ${dims.join("-")} network`, () => {
        const problem = draw(k, [...dims], m);
        const got = learner.predict(tensors(problem.start), tensor(problem.X));
        assertClose(got, labels(problem), { name: "prediction" });
      });

    it("decides for whole numbers, however sure it is", () => {
      const problem = nearlySure(draw(36, [3, 4, 2, 1], 9));
      problem.X = problem.X.map((row) => row.map((x) => Math.round(500 * x)));
      const X = np.array(problem.X, { dtype: "int32" });
      assertClose(learner.predict(tensors(problem.start), X), labels(problem), { name: "prediction" });
    });

    it("says 0 when it is exactly undecided, 1 just above", () => {
      const zero = { W1: np.zeros([2, 3]), b1: np.zeros([2, 1]), W2: np.zeros([1, 2]), b2: np.zeros([1, 1]) };
      const X = np.ones([3, 4]);
      assertClose(learner.predict(zero, X), np.zeros([1, 4]), { name: "prediction" });
      const above = { ...zero, b2: np.full([1, 1], 1e-9) };
      assertClose(learner.predict(above, X), np.ones([1, 4]), { name: "prediction" });
    });

    it("leaves its inputs as they were", () => {
      const problem = draw(35, [3, 2, 1], 8);
      const [parameters, X] = [tensors(problem.start), tensor(problem.X)];
      assertClose(learner.predict(parameters, X), labels(problem), { name: "prediction" });
      expect(np.arrayEqual(X, tensor(problem.X)), "X must not be changed").to.equal(true);
      for (const [name, before] of Object.entries(problem.start))
        expect(np.arrayEqual(parameters[name]!, tensor(before)), `${name} must not be changed`).to.equal(
          true,
        );
    });
  });
}
