// The compiler as the kernel loads it: what it made for a cell can go when the next cell comes.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect } from "chai";
import { checkCell } from "../../kernel/language/check.js";
import { Service } from "../../kernel/language/service.js";

const require = createRequire(import.meta.url);
const lean = require("../../kernel/lean.cjs") as (source: string) => string;

describe("the compiler", function () {
  this.timeout(60_000);

  it("is the installed one, but for two objects with getters", () => {
    const source = readFileSync(require.resolve("typescript"), "utf8");
    const changed = lean(source);
    expect(changed.match(/get onSubstituteNode\(\)/), "the second").to.equal(null);
    const [made, checker] = ["var noIterationTypes = {", "var anyIterationTypes ="].map((text) =>
      changed.indexOf(text),
    );
    const between = changed.slice(made, checker);
    expect(between.match(/^function createTypeChecker\(/gm) ?? between, "the first").to.have.length(1);
    expect(source.length - changed.length).to.be.within(0, 1000);
  });

  it("is left as it is when it reads otherwise", () => {
    const other =
      "function createTypeChecker(host) {\n}\nfunction transformNodes(resolver) {\n}\nfunction next() {}";
    expect(lean(other)).to.equal(other);
  });

  it("keeps no cell's program until the next full collection", () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as (options?: { type: "minor" }) => void;
    setFlagsFromString("--no-expose-gc");
    const service = new Service(tmpdir());
    const check = (cell: number) => checkCell(service, `${cell} + 1`, cell, `cell-${cell}.ts`);
    for (let cell = 1; cell <= 10; cell++) check(cell);
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let cell = 11; cell <= 40; cell++) check(cell);
    for (let times = 0; times < 3; times++) collect({ type: "minor" });
    expect((process.memoryUsage().heapUsed - before) / 30, "bytes per cell").to.be.below(100_000);
  });
});
