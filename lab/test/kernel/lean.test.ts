// The compiler as the kernel loads it: what it made for a cell can go when the next cell comes.

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { expect } from "chai";

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

  it("keeps no cell's program until the next full collection", async () => {
    const flags = ["--import", "tsx", "--expose-gc", "--no-allocation-site-pretenuring"]; // the last as language/worker.ts
    const program = [
      "--input-type=module",
      "--eval",
      growth,
      new URL("../../kernel/language/", import.meta.url).href,
    ];
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, ...program]);
    expect(Number(stdout), "bytes per cell").to.be.within(-100_000, 100_000);
  });
});

/** Prints how many bytes of each cell a collection of young objects leaves. */
const growth = `
  const folder = process.argv[1];
  const { checkCell } = await import(folder + "check.ts");
  const { Service } = await import(folder + "service.ts");
  const service = new Service(process.cwd());
  const check = (cell) => checkCell(service, cell + " + 1", cell, "cell.ts");
  for (let cell = 1; cell <= 10; cell++) check(cell);
  gc();
  const before = process.memoryUsage().heapUsed;
  for (let cell = 11; cell <= 110; cell++) check(cell);
  for (let times = 0; times < 3; times++) gc({ type: "minor" });
  console.log((process.memoryUsage().heapUsed - before) / 100);
`;
