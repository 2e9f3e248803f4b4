// The solved notebooks on both kernels, through nbclient: no error, nothing on stderr, every check passed, every figure
// shown, and each "Expected" block of the text is what its check cell prints. Assignment 02 has a test of its own for
// stock tslab, where its numbers are.

import { expect } from "chai";
import { type Cell, complaints, expectations, figuresIn, printed, runSolved } from "./support/run-solved.js";

const course = {
  "01-tensors-and-vectorization": { checks: 8, figures: 4 },
  "03-planar-classification": { checks: 8, figures: 11 },
  "04-deep-network-step-by-step": { checks: 10, figures: 9 },
  "05-deep-network-application": { checks: 3, figures: 6 },
};

/** What trainings on the embedded drawings end with; other numbers stand in "Expected" blocks. */
const trained: Partial<Record<string, string[]>> = {
  "05-deep-network-application": [
    "two layers: train 99.52 %, test 74.00 %",
    "four layers: train 100.00 %, test 80.00 %",
  ],
};

for (const kernel of ["typescript", "tslab"])
  for (const [id, { checks, figures }] of Object.entries(course))
    describe(`the kernel ${kernel} runs the solved assignment ${id}`, function () {
      this.timeout(400_000);
      let cells: Cell[];

      before(async () => {
        cells = await runSolved(id, kernel);
      });

      it("without an error and with nothing on stderr", () => {
        expect(complaints(cells)).to.deep.equal([]);
      });

      it("with every check passed and every figure shown", () => {
        const ofChecks = cells.filter((cell) => cell.metadata.nabla?.role === "check");
        expect(ofChecks).to.have.lengthOf(checks);
        for (const cell of ofChecks)
          expect(printed([cell])).to.match(
            new RegExp(`^${cell.metadata.nabla!.exercise}: (\\d+) of \\1 checks passed`, "m"),
          );
        const shown = figuresIn(cells);
        expect(shown).to.have.lengthOf(figures);
        for (const bundle of shown) expect(bundle).to.include.keys("text/html", "text/plain");
      });

      it("and prints what its text says is expected, a block for every check", () => {
        const blocks = expectations(cells);
        expect(blocks).to.have.lengthOf(checks);
        for (const { expected, got } of blocks) expect(got).to.include(expected);
        for (const line of trained[id] ?? []) expect(printed(cells)).to.include(line);
      });
    });
