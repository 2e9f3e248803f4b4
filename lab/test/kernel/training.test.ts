// The training of notebook 05 as its learner runs it, with the notebook's own cells on small data: stopped half-way and run
// again, it ends with the same numbers as one that nobody stopped.

import { join } from "node:path";
import { expect } from "chai";
import { solvedNotebook } from "../../../autograder/src/release/index.js";
import { root } from "../../launch/common.mjs";
import { type Outcome, TestKernel } from "./client.js";

const plotly = "application/vnd.plotly.v1+json";

/** Goes on for ever in the fourth portion. */
const halting = `
const halting: typeof twoLayerModel = async (X, Y, layerDims, options) => {
  if (two.costs.length === 3) {
    console.log("half-way");
    for (;;) await np.tick();
  }
  return twoLayerModel(X, Y, layerDims, options);
};
await goOn(two, halting, dims, 8);`;

describe("the training of notebook 05", function () {
  this.timeout(60_000);
  let kernel: TestKernel;

  before(async () => {
    kernel = await TestKernel.startWithLibrary({ CI: undefined });
    const notebook = join(root, "autograder", "assignments", "05-deep-network-application");
    const cells: { id: string; source: string[] }[] = JSON.parse(await solvedNotebook(notebook)).cells;
    const codeOf = (id: string): string => cells.find((cell) => cell.id === id)!.source.join("");
    await done('import * as np from "kernel-lib";\nnp.random.seed(1);\nconst dims = [6, 3, 1];');
    await done("const XTrain = np.random.randn(6, 20);\nconst trainY = np.greater(XTrain.slice('0:1'), 0);");
    for (const id of ["options-type", "twoLayerModel", "goOn"]) await done(codeOf(id));
    await done("const whole: Run = { costs: [] };\nawait goOn(whole, twoLayerModel, dims, 8);");
  });
  after(() => kernel.stop());

  async function done(code: string): Promise<Outcome> {
    const outcome = await kernel.run(code, { allow_stdin: true });
    expect(outcome.reply.status, String(outcome.reply.evalue)).to.equal("ok");
    return outcome;
  }

  /** How many costs the curve has that was drawn last. */
  function lastCurve({ outputs }: Outcome): number {
    const figures = outputs.flatMap(({ content }) => {
      const data = content.data as Record<string, { data: { y: number[] }[] }> | undefined;
      return data?.[plotly] ? [data[plotly]] : [];
    });
    return figures.at(-1)!.data[0].y.length;
  }

  it("can be stopped: what it has reached is kept and drawn", async () => {
    const id = await kernel.send(halting, { allow_stdin: true });
    await kernel.printed(id, "half-way");
    await kernel.interrupt();
    const stopped = await kernel.outcome(id);
    expect(stopped.reply.ename).to.equal("Interrupted");
    expect(lastCurve(stopped)).to.equal(3);
    expect((await done("two.costs.length")).result).to.equal("3");
  });

  it("goes on where it was, and ends with the same numbers, digit for digit", async () => {
    expect(lastCurve(await done("await goOn(two, twoLayerModel, dims, 8);"))).to.equal(8);
    const same =
      "two.costs.join() === whole.costs.join() && np.arrayEqual(two.parameters!.W1, whole.parameters!.W1)";
    expect((await done(`[two.costs.length, ${same}]`)).result).to.equal("[ 8, true ]");
  });
});
