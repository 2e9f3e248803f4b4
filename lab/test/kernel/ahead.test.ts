// What the kernel reads before a cell asks for it.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { packagesNear } from "../../kernel/language/ahead.js";

describe("packagesNear", () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "nabla-ahead-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  function write(name: string, ...lines: string[]): void {
    const source = lines.map((line) => `${line}\n`);
    const cells = [{ cell_type: "code", metadata: {}, outputs: [], execution_count: null, source }];
    writeFileSync(join(folder, name), JSON.stringify({ cells, nbformat: 4, nbformat_minor: 5 }, null, 1));
  }

  it("finds the packages that notebooks import, each once, and no files", () => {
    write("a.ipynb", 'import * as np from "kernel-lib";', 'import { check } from "./lib/check";', "1 + 1");
    write("b.ipynb", "import {", "  deep,", '} from "@scope/fish/fin";', 'import "kernel-lib";');
    write("c.ipynb", 'import fs from "node:fs";', 'console.log("import nothing");');
    writeFileSync(join(folder, "notes.txt"), '"import \\"other\\""');
    expect(packagesNear(folder)).to.have.members(["kernel-lib", "@scope/fish/fin", "node:fs"]);
  });

  it("finds nothing where there is nothing to read", () => {
    expect(packagesNear(join(folder, "nowhere"))).to.deep.equal([]);
  });
});
