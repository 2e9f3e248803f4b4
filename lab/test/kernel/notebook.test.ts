// The solved assignment runs on our kernel from top to bottom, driven by nbclient as `jupyter execute` would.

import { expect } from "chai";
import { type Cell, complaints, figuresIn, printed, runSolved } from "../support/run-solved.js";

describe("the solved assignment on the TypeScript kernel", function () {
  this.timeout(300_000);
  let cells: Cell[];

  before(async () => {
    cells = await runSolved("02-logistic-regression", "typescript");
  });

  it("has no type error, passes its checks, and shows its figures as whole bundles", () => {
    expect(complaints(cells)).to.deep.equal([]);
    expect(printed(cells)).to.match(/sigmoid: (\d+) of \1 checks passed/);
    expect(printed(cells)).to.match(/model: (\d+) of \1 checks passed/);
    const figures = figuresIn(cells);
    expect(figures).to.have.lengthOf.at.least(4);
    for (const bundle of figures) expect(bundle).to.include.keys("text/html", "text/plain");
  });
});
