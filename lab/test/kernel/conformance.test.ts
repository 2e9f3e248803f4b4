// Jupyter's own test suite for kernels; and nbconvert, which must fare with our kernel as with ipykernel.

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { root } from "../../launch/common.mjs";
import { makeFolder } from "../support/lab.js";
import { runPython } from "../support/python.js";

let folder: string;
before(() => {
  folder = makeFolder();
});
after(() => rmSync(folder, { recursive: true }));

describe("jupyter_kernel_test", function () {
  this.timeout(120_000);

  it("passes with our kernel, no feature left out", async () => {
    const { code, output } = await runPython([join(root, "lab/test/kernel/kernel_test.py")], folder);
    expect(code, output).to.equal(0);
    expect(output).to.match(/Ran 13 tests in .*\n\nOK\n$/);
  });
});

interface Cell {
  execution_count: number | null;
  outputs: { output_type: string; name?: string; ename?: string; text?: string | string[] }[];
}

describe("nbconvert --execute", function () {
  this.timeout(120_000);
  const codes = {
    typescript: ['console.log("before");\n1', 'throw new RangeError("oh")', 'console.log("after")'],
    python3: ['print("before")\n1', 'raise IndexError("oh")', 'print("after")'],
  };
  type Kernel = keyof typeof codes;

  function write(kernel: Kernel): string {
    const cells = codes[kernel].map((source, i) => ({
      ...{ cell_type: "code", id: `c${i}`, metadata: {}, execution_count: null, outputs: [], source },
    }));
    const metadata = { kernelspec: { name: kernel, display_name: kernel } };
    writeFileSync(
      join(folder, `${kernel}.ipynb`),
      JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }),
    );
    return `${kernel}.ipynb`;
  }

  function convert(kernel: Kernel, ...options: string[]): Promise<{ code: number; output: string }> {
    const name = write(kernel);
    const args = ["-m", "nbconvert", "--to", "notebook", "--execute", "--inplace", ...options, name];
    return runPython(args, folder);
  }

  /** What stands below each cell, in words that no language colours. */
  function outputs(kernel: Kernel): string[][] {
    const { cells } = JSON.parse(readFileSync(join(folder, `${kernel}.ipynb`), "utf8")) as { cells: Cell[] };
    return cells.map((cell) => [
      String(cell.execution_count),
      ...cell.outputs.map((o) => [o.output_type, o.name, [o.text].flat().join("")].join(" ")),
    ]);
  }

  it("stops at an error and says which, as with ipykernel", async () => {
    const ours = await convert("typescript");
    const theirs = await convert("python3");
    expect([ours.code, theirs.code]).to.deep.equal([1, 1]);
    expect(theirs.output).to.match(/CellExecutionError[\s\S]*IndexError\S*: oh/);
    expect(ours.output).to.match(/CellExecutionError[\s\S]*RangeError: oh/);
    expect(outputs("typescript")).to.deep.equal([["null"], ["null"], ["null"]]);
    expect(outputs("typescript")).to.deep.equal(outputs("python3"));
  });

  it("goes on behind an error when told to, as with ipykernel", async () => {
    const ours = await convert("typescript", "--allow-errors");
    const theirs = await convert("python3", "--allow-errors");
    expect([ours.code, theirs.code], ours.output).to.deep.equal([0, 0]);
    expect(outputs("typescript")).to.deep.equal([
      ["1", "stream stdout before\n", "execute_result  "],
      ["2", "error  "],
      ["3", "stream stdout after\n"],
    ]);
    expect(outputs("typescript")).to.deep.equal(outputs("python3"));
  });
});
