// The notebooks keep running on stock tslab: the solved assignment through nbclient, on the drawings that come with the
// course and, where they are there, on the original course's photographs with their published numbers.

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { root, run } from "../launch/common.mjs";
import { pythonOf } from "../launch/python.mjs";
import { kernelEnvironment } from "../launch/server.mjs";
import { makeFolder } from "./support/lab.js";
import { solvedPath, writeSolved } from "./support/solved.js";

interface Output {
  output_type: string;
  name?: string;
  text?: string | string[];
  data?: Record<string, unknown>;
}

interface Cell {
  id: string;
  cell_type: string;
  source: string | string[];
  outputs?: Output[];
}

const withCourseFiles = join(root, ".nabla", `test-data-${process.pid}`);
const course = join(root, "..", "shared", "data", "course");

describe("stock tslab runs the solved assignment 02", function () {
  this.timeout(400_000);
  let cells: Cell[];

  describe("on the drawings in data/", () => {
    before(async () => {
      cells = await runSolved(join(root, "data"));
    });

    it("with figures shown, checks passed, no error and nothing on stderr", () => {
      expect(complaints(cells)).to.deep.equal([]);
      for (const name of ["sigmoid", "initializeWithZeros", "propagate", "optimize", "predict", "model"])
        expect(printed(cells)).to.match(new RegExp(`${name}: (\\d+) of \\1 checks passed`));
      const figures = cells
        .flatMap((cell) => cell.outputs ?? [])
        .filter((o) => o.data?.["application/vnd.plotly.v1+json"] !== undefined);
      expect(figures).to.have.lengthOf(7);
    });

    it("and prints what its text says is expected", () => {
      const expected = cells.filter((cell) => cell.id.endsWith("-expected"));
      expect(expected).to.have.lengthOf(4);
      for (const cell of expected) {
        const text = [cell.source].flat().join("");
        const block = /```text\n([\s\S]*?)\n```/.exec(text)![1];
        const check = cells.filter((c) => c.id === cell.id.replace("-expected", "-check"));
        expect(printed(check)).to.include(block);
      }
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
        cells = await runSolved(dataWithCourseFiles());
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

const complaints = (cells: Cell[]): Output[] =>
  cells.flatMap((cell) => cell.outputs ?? []).filter((o) => o.output_type === "error" || o.name === "stderr");

const printed = (cells: Cell[]): string =>
  cells.flatMap((cell) => (cell.outputs ?? []).map((o) => [o.text ?? ""].flat().join(""))).join("");

/** Runs the solved notebook in a folder of its own, with the pictures in `data`. */
async function runSolved(data: string): Promise<Cell[]> {
  const folder = makeFolder();
  try {
    await writeSolved(folder);
    const python = pythonOf(join(root, ".venv"));
    const script = join(root, "lab", "test", "run-notebook.py");
    const env = { ...kernelEnvironment(python, join(folder, "runtime")), NABLA_DATA: data };
    const args = ["-W", "ignore", script, join(folder, solvedPath), "tslab"];
    const { code, output } = await run(python, args, { env });
    if (code !== 0) throw new Error(output);
    return JSON.parse(readFileSync(join(folder, solvedPath), "utf8")).cells;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
