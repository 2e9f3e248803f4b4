// The last line of `npm test`, for test files that end well, badly, and not at all.

import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { root } from "../../launch/common.mjs";
import { node } from "../support/command.js";
import { makeFolder } from "../support/lab.js";

describe("npm test", function () {
  this.timeout(60_000);
  let folder: string;

  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function lastLine(source: string): Promise<{ code: number; line: string }> {
    const file = join(folder, "sample.test.ts");
    writeFileSync(file, source);
    const { code, output } = await node([join(root, "lab", "launch", "test.mjs"), file], { CI: "" });
    return { code, line: output.trimEnd().split("\n").at(-1)! };
  }

  it("counts passed, failed and skipped tests", async () => {
    const source = `
      it("holds", () => {});
      it("does not hold", () => { throw new Error("no"); });
      it.skip("waits", () => {});`;
    expect(await lastLine(source)).to.deep.equal({ code: 1, line: "1 passed, 1 failed, 1 skipped" });
  });

  it("is green when all pass", async () => {
    expect(await lastLine(`it("holds", () => {});`)).to.deep.equal({ code: 0, line: "1 passed, 0 failed" });
  });

  it("is not green when a test file cannot be loaded", async () => {
    expect(await lastLine(`import "./missing.js";`)).to.deep.equal({ code: 1, line: "0 passed, 1 failed" });
  });

  it("is not green when a test ends the process", async () => {
    const source = `it("holds", () => {}); it("leaves", () => process.exit(0));`;
    expect(await lastLine(source)).to.deep.equal({ code: 1, line: "0 passed, 1 failed" });
  });
});
