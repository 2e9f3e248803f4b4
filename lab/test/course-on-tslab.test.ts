// The solved notebooks of the other assignments on stock tslab, through nbclient: no error, nothing on stderr, every
// check passed, every figure shown, and each "Expected" block of the text is what its check cell prints.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { releasedFiles, solvedNotebook } from "../../autograder/src/release/index.js";
import { root, run } from "../launch/common.mjs";
import { pythonOf } from "../launch/python.mjs";
import { kernelEnvironment } from "../launch/server.mjs";
import { makeFolder } from "./support/lab.js";

interface Output {
  output_type: string;
  name?: string;
  text?: string | string[];
  data?: Record<string, unknown>;
}

interface Cell {
  id: string;
  source: string | string[];
  outputs?: Output[];
  metadata: { nabla?: { role: string; exercise: string } };
}

const assignments = join(root, "autograder", "assignments");
const figuresOf = { "01-tensors-and-vectorization": 4, "03-planar-classification": 11 };

for (const [id, figures] of Object.entries(figuresOf))
  describe(`stock tslab runs the solved assignment ${id}`, function () {
    this.timeout(400_000);
    let cells: Cell[];

    before(async () => {
      cells = await runSolved(id);
    });

    it("without an error and with nothing on stderr", () => {
      const complaints = outputsOf(cells).filter((o) => o.output_type === "error" || o.name === "stderr");
      expect(complaints).to.deep.equal([]);
    });

    it("with every check passed and every figure shown", () => {
      const checks = cells.filter((cell) => cell.metadata.nabla?.role === "check");
      expect(checks).to.have.lengthOf(8);
      for (const cell of checks)
        expect(printed([cell])).to.match(
          new RegExp(`^${cell.metadata.nabla!.exercise}: (\\d+) of \\1 checks passed`, "m"),
        );
      const shown = outputsOf(cells).filter((o) => o.data?.["application/vnd.plotly.v1+json"] !== undefined);
      expect(shown).to.have.lengthOf(figures);
    });

    it("and prints what its text says is expected, a block for every check", () => {
      const expected = cells.filter((cell) => cell.id.endsWith("-expected"));
      expect(expected).to.have.lengthOf(8);
      for (const cell of expected) {
        const block = /```text\n([\s\S]*?)\n```/.exec([cell.source].flat().join(""))![1];
        const check = cells.filter((c) => c.id === cell.id.replace("-expected", "-check"));
        expect(printed(check)).to.include(`${block}\n`);
      }
    });
  });

const outputsOf = (cells: Cell[]): Output[] => cells.flatMap((cell) => cell.outputs ?? []);

const printed = (cells: Cell[]): string =>
  outputsOf(cells)
    .map((o) => [o.text ?? ""].flat().join(""))
    .join("");

/** Runs the solved notebook in a folder of its own, beside the files a learner has. */
async function runSolved(id: string): Promise<Cell[]> {
  const folder = makeFolder();
  try {
    const files = await releasedFiles(assignments);
    files.set(`${id}.ipynb`, await solvedNotebook(join(assignments, id)));
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const python = pythonOf(join(root, ".venv"));
    const script = join(root, "lab", "test", "run-notebook.py");
    const env = { ...kernelEnvironment(python, join(folder, "runtime")), NABLA_DATA: join(root, "data") };
    const args = ["-W", "ignore", script, join(folder, `${id}.ipynb`), "tslab"];
    const { code, output } = await run(python, args, { env });
    if (code !== 0) throw new Error(output);
    return JSON.parse(readFileSync(join(folder, `${id}.ipynb`), "utf8")).cells;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
