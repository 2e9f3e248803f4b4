// The published numbers of the two cat networks, from the same seeds, on the original photographs when they are on this
// machine. The trainings on the embedded drawings are those of the notebook: lab/test/course.test.ts.
import { expect } from "chai";
import * as np from "kernel-lib";
import type { Exercises, Training } from "../../assignments/05-deep-network-application/visible.test.js";
import { type Cats, loadColumns, percent, photographs, unlessMissing } from "./cats.js";
import { solutionOf } from "./solution.js";

const twoDims = [12288, 7, 1];
const deepDims = [12288, 20, 7, 5, 1];
const id = "05-deep-network-application";
const { twoLayerModel, lLayerModel, predict } = solutionOf<Exercises>(id);

/** Late costs depend a little on the order in which a BLAS adds: NumPy's differ from ours in the tenth digit. */
const lateCost = 1e-6;

/** 2,499 steps, the cost then, and one more: the last cost that the course prints is that before the last step. */
async function train(
  model: Exercises["lLayerModel"],
  dims: number[],
  { X, Y }: Cats,
): Promise<Training & { last: number }> {
  const most = await model(X, Y, dims, { numIterations: 2499 });
  const last = np.nn.computeCost(np.nn.lModelForward(X, most.parameters).AL, Y);
  const all = await model(X, Y, dims, { numIterations: 1, parameters: most.parameters });
  return { parameters: all.parameters, costs: most.costs, last };
}

function accuracies(parameters: np.nn.Parameters, { X, Y, XTest, YTest }: Cats): string[] {
  return [percent(predict(parameters, X), Y), percent(predict(parameters, XTest), YTest)];
}

/** The way back of older prints: one bias slope for a whole layer, the sum over its units. */
async function trainWithSummedBiases({ X, Y }: Cats, steps: number): Promise<Training & { last: number }> {
  let parameters = np.nn.initializeParametersDeep(deepDims, { seed: 1 });
  let last = Number.NaN;
  for (let i = 0; i < steps; i++) {
    const { AL, caches } = np.nn.lModelForward(X, parameters);
    if (i === steps - 1) last = np.nn.computeCost(AL, Y);
    const grads = np.nn.lModelBackward(AL, Y, caches);
    for (const name of Object.keys(grads).filter((key) => key.startsWith("db")))
      grads[name] = np.full(grads[name]!.shape, np.sum(grads[name]!));
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: 0.0075 });
  }
  return { parameters, costs: [], last };
}

describe(`the numbers of ${id} on the course's photographs${unlessMissing}`, function () {
  this.timeout(900_000);
  let cats: Cats;

  before(async function () {
    if (photographs === undefined) return this.skip();
    cats = await loadColumns(photographs);
  });

  it("two layers: 0.693049735659989 at the start, 0.044214982 at the end, 100 % and 72 %", async () => {
    const { parameters, costs, last } = await train(twoLayerModel, twoDims, cats);
    expect(costs[0]).to.be.closeTo(0.693049735659989, 1e-14);
    expect(costs[1]).to.be.closeTo(0.646432095342885, 1e-11);
    expect(costs[24]).to.be.closeTo(0.04855478562877, lateCost);
    expect(last).to.be.closeTo(0.044214982, lateCost);
    expect(accuracies(parameters, cats)).to.deep.equal(["100.00", "72.00"]);
  });

  it("four layers: 0.771749328 at the start, 0.088439943 at the end, 98.56 % and 80 %", async () => {
    const { parameters, costs, last } = await train(lLayerModel, deepDims, cats);
    expect(costs[0]).to.be.closeTo(0.771749328424, 1e-12);
    expect(costs[24]).to.be.closeTo(0.092878215, lateCost);
    expect(last).to.be.closeTo(0.088439943, lateCost);
    expect(accuracies(parameters, cats)).to.deep.equal(["98.56", "80.00"]);
  });

  it("four layers with biases' slopes summed over all units: 0.078226, 100 % and the 84 % of older prints", async () => {
    const { parameters, last } = await trainWithSummedBiases(cats, 2500);
    expect(last).to.be.closeTo(0.0782256, lateCost);
    expect(accuracies(parameters, cats)).to.deep.equal(["100.00", "84.00"]);
  });
});

describe(`the numbers of ${id} on the embedded drawings`, function () {
  this.timeout(900_000);
  let cats: Cats;

  before(async () => {
    cats = await loadColumns(null);
  });

  it("four layers with biases' slopes summed over all units: no lower than 0.652 after 500 steps, all non-cat", async () => {
    const { parameters, last } = await trainWithSummedBiases(cats, 501);
    expect(last).to.be.closeTo(0.651991, 1e-5);
    expect(np.sum(predict(parameters, cats.XTest))).to.equal(0);
  });
});
