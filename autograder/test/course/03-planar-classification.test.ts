// The published numbers of the planar assignment, from the same seeds. From step 8,000 on the training bounces in a narrow
// valley, where the last bit of a sum decides: NumPy itself is at 0.218548 to 0.218652 at step 9,000 and ends with 90.5 or
// 90.75 %, depending on its BLAS and on whether slopes are divided by m or multiplied by 1 / m. So late costs are compared
// to 1e-4, and accuracies to two of the 400 points; the first eight costs are compared digit for digit.
import { expect } from "chai";
import * as np from "kernel-lib";
import type { Exercises } from "../../assignments/03-planar-classification/visible.test.js";
import { sampleOf, solutionOf } from "./solution.js";

const id = "03-planar-classification";
const lateCost = 1e-4;
const twoPoints = 0.5;

/** Lines that `run` prints. */
async function printed(run: () => Promise<unknown>): Promise<string[]> {
  const lines: string[] = [];
  const log = console.log;
  console.log = (line: string) => lines.push(line);
  try {
    await run();
  } finally {
    console.log = log;
  }
  return lines;
}

describe("the numbers of 03-planar-classification", function () {
  this.timeout(240_000);
  const { X, Y } = np.datasets.makeFlower();

  const accuracy = ({ predict }: Exercises, parameters: Parameters<Exercises["predict"]>[0]): number =>
    100 * np.mean(np.equal(predict(parameters, X), Y));

  for (const sample of [undefined, "pass-divides-by-m"])
    it(`${sample ?? "solution"}: 0.693048 at the start, 0.217504 at step 7,000, 0.2186 at step 9,000, 90.75 %`, async () => {
      const solution = solutionOf<Exercises>(id, sample && sampleOf(id, sample));
      let trained = solution.initializeParameters(2, 4, 1);
      const lines = await printed(async () => {
        trained = await solution.nnModel(X, Y, 4, { numIterations: 10000, printCost: true });
      });
      expect(lines.slice(0, 8)).to.deep.equal([
        "cost after 0 steps: 0.693048",
        "cost after 1000 steps: 0.288083",
        "cost after 2000 steps: 0.254385",
        "cost after 3000 steps: 0.233864",
        "cost after 4000 steps: 0.226792",
        "cost after 5000 steps: 0.222644",
        "cost after 6000 steps: 0.219731",
        "cost after 7000 steps: 0.217504",
      ]);
      expect(lines).to.have.length(10);
      expect(Number(lines[9]!.split(": ")[1])).to.be.closeTo(0.218607, lateCost);
      expect(accuracy(solution, trained)).to.be.closeTo(90.75, twoPoints);
    });

  const published = { 1: 67.5, 2: 67.25, 3: 90.75, 4: 90.5, 5: 91.25, 20: 90, 50: 90.25 };
  for (const [nH, percent] of Object.entries(published))
    it(`${nH} hidden units reach ${percent} % after 5,000 steps`, async () => {
      const solution = solutionOf<Exercises>(id);
      const trained = await solution.nnModel(X, Y, Number(nH), { numIterations: 5000 });
      expect(accuracy(solution, trained)).to.be.closeTo(percent, twoPoints);
    });
});
