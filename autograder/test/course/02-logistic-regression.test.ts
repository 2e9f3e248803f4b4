// Assignment 02's numbers on the drawings and on the course's photographs, and what the wrong way to make columns costs:
// a right shape, most of the training pictures, and worse than a coin on new ones.
import { expect } from "chai";
import type * as np from "kernel-lib";
import type { Exercises } from "../../assignments/02-logistic-regression/visible.test.js";
import { type Cats, loadColumns, percent, photographs, unlessMissing } from "./cats.js";
import { solutionOf } from "./solution.js";

const { model } = solutionOf<Exercises>("02-logistic-regression");

/** Percent right in training and test after 2,000 steps with rate 0.005. */
async function accuracies({ X, Y, XTest, YTest }: Cats): Promise<string[]> {
  const trained = await model(X, Y, XTest, YTest, { numIterations: 2000, learningRate: 0.005 });
  return [percent(trained.YPredictionTrain, Y), percent(trained.YPredictionTest, YTest)];
}

/** The right shape (12288, m) and the wrong content: each column is a slice through many pictures. */
const porridge = (t: np.Tensor): np.Tensor => t.reshape([-1, t.shape[0]]).divide(255);

describe("the numbers of 02-logistic-regression", function () {
  this.timeout(300_000);

  it("98.56 % and 70 % on the embedded drawings", async () => {
    expect(await accuracies(await loadColumns(null))).to.deep.equal(["98.56", "70.00"]);
  });

  it("68.42 % and 66 % there when the columns are made without a transpose", async () => {
    expect(await accuracies(await loadColumns(null, porridge))).to.deep.equal(["68.42", "66.00"]);
  });

  it(`99.04 % and 70 % on the course's photographs${unlessMissing}`, async function () {
    if (photographs === undefined) return this.skip();
    expect(await accuracies(await loadColumns(photographs))).to.deep.equal(["99.04", "70.00"]);
  });

  it(`91.39 % and 34 % there when the columns are made without a transpose${unlessMissing}`, async function () {
    if (photographs === undefined) return this.skip();
    expect(await accuracies(await loadColumns(photographs, porridge))).to.deep.equal(["91.39", "34.00"]);
  });
});
