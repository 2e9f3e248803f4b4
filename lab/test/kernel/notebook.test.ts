// The solved assignment runs on our kernel from top to bottom, driven by nbclient as `jupyter execute` would.

import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { root, run } from "../../launch/common.mjs";
import { pythonOf } from "../../launch/python.mjs";
import { kernelEnvironment } from "../../launch/server.mjs";
import { makeFolder } from "../support/lab.js";
import { solvedPath, writeSolved } from "../support/solved.js";

interface Output {
  output_type: string;
  name?: string;
  text?: string | string[];
  data?: Record<string, unknown>;
}

describe("the solved assignment on the TypeScript kernel", function () {
  this.timeout(300_000);
  let folder: string;

  before(() => {
    folder = makeFolder();
  });
  after(() => rmSync(folder, { recursive: true }));

  it("has no type error, passes its checks, and shows its figures as whole bundles", async () => {
    await writeSolved(folder);
    const outputs = await execute(join(folder, solvedPath));
    expect(outputs.filter((o) => o.output_type === "error" || o.name === "stderr")).to.deep.equal([]);
    const text = outputs.map((o) => [o.text].flat().join("")).join("");
    expect(text).to.match(/sigmoid: (\d+) of \1 checks passed/);
    expect(text).to.match(/model: (\d+) of \1 checks passed/);
    const figures = outputs.filter((o) => o.data?.["application/vnd.plotly.v1+json"] !== undefined);
    expect(figures).to.have.lengthOf.at.least(4);
    for (const figure of figures) expect(figure.data).to.include.keys("text/html", "text/plain");
  });

  async function execute(path: string): Promise<Output[]> {
    const python = pythonOf(join(root, ".venv"));
    const script = join(root, "lab", "test", "run-notebook.py");
    const env = kernelEnvironment(python, join(folder, "runtime"));
    const { code, output } = await run(python, ["-W", "ignore", script, path, "typescript"], { env });
    if (code !== 0) throw new Error(output);
    const notebook = JSON.parse(readFileSync(path, "utf8")) as { cells: { outputs?: Output[] }[] };
    return notebook.cells.flatMap((cell) => cell.outputs ?? []);
  }
});
