// The notebooks keep running on stock tslab: the solved assignment through nbclient, on the drawings that come with the
// course and, where they are there, on the original course's photographs with their published numbers.

import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { root } from "../launch/common.mjs";
import { type Cell, complaints, expectations, figuresIn, printed, runSolved } from "./support/run-solved.js";

const id = "02-logistic-regression";
const withCourseFiles = join(root, ".nabla", `test-data-${process.pid}`);
const course = join(root, "..", "shared", "data", "course");

describe("stock tslab runs the solved assignment 02", function () {
  this.timeout(400_000);
  let cells: Cell[];

  describe("on the drawings in data/", () => {
    before(async () => {
      cells = await runSolved(id, "tslab");
    });

    it("with figures shown, checks passed, no error and nothing on stderr", () => {
      expect(complaints(cells)).to.deep.equal([]);
      for (const name of ["sigmoid", "initializeWithZeros", "propagate", "optimize", "predict", "model"])
        expect(printed(cells)).to.match(new RegExp(`${name}: (\\d+) of \\1 checks passed`));
      expect(figuresIn(cells)).to.have.lengthOf(7);
    });

    it("and prints what its text says is expected", () => {
      const blocks = expectations(cells);
      expect(blocks).to.have.lengthOf(6);
      for (const { expected, got } of blocks) expect(got).to.include(expected);
    });

    it("with costs 0.6931, 0.3236, 0.2072, 0.1643, train 98.56 %, test 70 %", () => {
      const text = printed(cells);
      for (const [step, cost] of [[0, "0.6931"], [500, "0.3236"], [1000, "0.2072"], [1500, "0.1643"]]) // biome-ignore format: a table
        expect(text).to.include(`cost after ${step} steps: ${cost}`);
      expect(text).to.include("train accuracy: 98.56 %\ntest accuracy: 70.00 %");
    });
  });

  describe(
    existsSync(course) ? "on the course's photographs" : "on the course's photographs (absent)",
    () => {
      before(async function () {
        if (!existsSync(course)) this.skip();
        cells = await runSolved(id, "tslab", dataWithCourseFiles());
      });
      after(() => rmSync(withCourseFiles, { recursive: true, force: true }));

      it("with no error and nothing on stderr", () => expect(complaints(cells)).to.deep.equal([]));

      it("with the published cost at every hundred of 2,000 steps", () => {
        const costs = [...printed(cells).matchAll(/cost after \d+ steps: (\S+)/g)].map((match) => match[1]);
        expect(costs.join(" ")).to.equal(
          "0.693147 0.584508 0.466949 0.376007 0.331463 0.303273 0.279880 0.260042 0.242941 0.228004 " +
            "0.214820 0.203078 0.192544 0.183033 0.174399 0.166521 0.159305 0.152667 0.146542 0.140872",
        );
      });

      it("with the published accuracies, also for the other learning rates", () => {
        const text = printed(cells);
        expect(text).to.include("train accuracy: 99.04 %\ntest accuracy: 70.00 %");
        expect(text).to.include("rate 0.01: train 99.52 %, test 68.00 %");
        expect(text).to.include("rate 0.001: train 89.00 %, test 64.00 %");
        expect(text).to.include("rate 0.0001: train 68.42 %, test 36.00 %");
      });
    },
  );
});

/** A data folder as a user has it who added the course's two files. */
function dataWithCourseFiles(): string {
  mkdirSync(withCourseFiles, { recursive: true });
  for (const [from, name] of [
    [course, "train_catvnoncat.h5"],
    [course, "test_catvnoncat.h5"],
    [join(root, "data"), "images"],
    [join(root, "data"), "cats"],
  ] as const)
    cpSync(join(from, name), join(withCourseFiles, name), { recursive: true });
  return withCourseFiles;
}
