// The last lines of `npm test`, for test files that end well, badly, and not at all.

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

  async function lastLines(source: string, count: number): Promise<{ code: number; lines: string[] }> {
    const file = join(folder, "sample.test.ts");
    writeFileSync(file, source);
    const { code, output } = await node([join(root, "lab", "launch", "test.mjs"), file], { CI: "" });
    return { code, lines: output.trimEnd().split("\n").slice(-count) };
  }

  async function lastLine(source: string): Promise<{ code: number; line: string }> {
    const { code, lines } = await lastLines(source, 1);
    return { code, line: lines[0]! };
  }

  it("says at the end what failed, where nobody has to search", async () => {
    const source = `describe("a sum", () => {
      it("holds", () => { throw new Error("3 is not 4\\nand so on"); });
    });`;
    const { lines } = await lastLines(source, 3);
    expect(lines).to.deep.equal(["nabla: failed: a sum holds", "    3 is not 4", "0 passed, 1 failed"]);
  });

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
