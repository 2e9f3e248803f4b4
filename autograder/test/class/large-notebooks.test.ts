// Notebooks near what a file may hold: the class's process leaves out what nobody reads, and the judge, as it grades a class,
// stays below 300 MB with one of them.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { assignmentsFolder } from "../../src/assignment.js";
import type { Answer, JudgeProcess as Process } from "../../src/class/judge-process.js";
import { readNotebookText } from "../../src/notebook/read.js";
import { solvedNotebook } from "../../src/release/index.js";

const { JudgeProcess } = (await import(
  new URL("../../dist/class/judge-process.js", import.meta.url).href
)) as typeof import("../../src/class/judge-process.js");

const root = assignmentsFolder;
const layers = { bubblewrap: false, rlimits: false, seccomp: false };
const largestJudgeMb = 300;

interface Cell {
  cell_type: string;
  source: string | string[];
  outputs?: object[];
}

const code = (source: string): Cell => ({ cell_type: "code", source, outputs: [] });
const list = (length: number): string => `[${new Array(length).fill(1).join()}]`;

describe("a judge that gets a large notebook", function () {
  this.timeout(120_000);
  let folder: string;
  let judge: Process;

  before(function () {
    if (process.platform !== "linux") this.skip();
    folder = mkdtempSync(join(tmpdir(), "nabla-large-"));
  });
  beforeEach(() => {
    judge = new JudgeProcess({ assignment: null, root, layers });
  });
  afterEach(() => {
    const status = readFileSync(`/proc/${judge.pid}/status`, "utf8");
    judge.close();
    expect(Number(/VmHWM:\s+(\d+)/.exec(status)![1]) / 1024).to.be.below(largestJudgeMb);
  });
  after(() => folder && rmSync(folder, { recursive: true }));

  async function gradeWith(change: (cells: Cell[]) => void): Promise<Answer> {
    const notebook = JSON.parse(await solvedNotebook(join(root, "02-logistic-regression"))) as {
      cells: Cell[];
    };
    change(notebook.cells);
    const path = join(folder, "x.ipynb");
    writeFileSync(path, JSON.stringify(notebook));
    return judge.grade({ text: await readNotebookText(path, "x.ipynb"), name: "x.ipynb" });
  }

  const points = (answer: Answer): unknown => ("result" in answer ? answer.result.points : answer);

  it("grades it with 45 MB of outputs", async () => {
    const png = { output_type: "display_data", data: { "image/png": "iVBO".repeat(750_000) } };
    const answer = await gradeWith((cells) => {
      for (let i = 0; i < 15; i++) cells.push({ ...code("1"), outputs: [png] });
    });
    expect(points(answer)).to.equal(100);
  });

  for (const [alphabet, text] of [
    ["Latin", "x".repeat(11e6)],
    ["Chinese", "\u4e2d".repeat(3.6e6)],
  ] as const)
    it(`grades it with a cell of 11 MB of ${alphabet} letters, which it leaves out`, async () => {
      expect(points(await gradeWith((cells) => cells.push(code(`const a = "${text}";`))))).to.equal(100);
    });

  it("refuses it with 9 MB of code in cells that may be parsed, and says what to do", async () => {
    const answer = await gradeWith((cells) => {
      for (let i = 0; i < 75; i++) cells.push(code(`const v${i} = ${list(60_000)};`));
    });
    expect(answer)
      .to.have.property("refused")
      .that.matches(/letters of code are more than 400000; keep data in files, not in cells$/);
  });
});
