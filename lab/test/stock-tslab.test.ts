// The notebooks keep running on stock tslab: the same solved assignment as in the browser, through nbclient.

import { readFileSync, rmSync } from "node:fs";
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
  evalue?: string;
}

interface Notebook {
  cells: { cell_type: string; outputs?: Output[] }[];
}

describe("stock tslab", function () {
  this.timeout(400_000);
  let folder: string;

  before(() => {
    folder = makeFolder();
  });
  after(() => rmSync(folder, { recursive: true }));

  it("runs the solved assignment: figures shown, checks passed, no error and nothing on stderr", async () => {
    await writeSolved(folder);
    const outputs = await runNotebook(join(folder, solvedPath), "tslab", folder);
    expect(outputs.filter((o) => o.output_type === "error" || o.name === "stderr")).to.deep.equal([]);
    const text = outputs.map((o) => [o.text].flat().join("")).join("");
    expect(text).to.match(/sigmoid: (\d+) of \1 checks passed/);
    expect(text).to.match(/model: (\d+) of \1 checks passed/);
    const figures = outputs.filter((o) => o.data?.["application/vnd.plotly.v1+json"] !== undefined);
    expect(figures).to.have.lengthOf.at.least(4);
  });
});

async function runNotebook(path: string, kernel: string, state: string): Promise<Output[]> {
  const python = pythonOf(join(root, ".venv"));
  const script = join(root, "lab", "test", "run-notebook.py");
  const env = kernelEnvironment(python, join(state, "runtime"));
  const { code, output } = await run(python, ["-W", "ignore", script, path, kernel], { env });
  if (code !== 0) throw new Error(output);
  const notebook = JSON.parse(readFileSync(path, "utf8")) as Notebook;
  return notebook.cells.flatMap((cell) => cell.outputs ?? []);
}
