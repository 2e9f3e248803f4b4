// NUMPY.md names what exists, and leaves no public name out.
import { readFileSync } from "node:fs";
import { expect } from "chai";
import * as np from "../src/index.js";

const page = readFileSync(new URL("../NUMPY.md", import.meta.url), "utf8");
const rows = page
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| NumPy") && !line.startsWith("| ---"))
  .map((line) => line.slice(2, -2).split(" | "));

/** Every `np.a.b` and `t.c` of the middle column. */
const named = rows.flatMap(([, here]) =>
  [...here.matchAll(/\b(?:np|t)(?:\.[A-Za-z0-9]+)+/g)].map(([name]) => name),
);

function exists(name: string): boolean {
  const [first, ...path] = name.split(".");
  let value: unknown = first === "t" ? np.ones([1]) : np;
  for (const key of path) {
    if (value === null || value === undefined || !(key in Object(value))) return false;
    value = (value as Record<string, unknown>)[key];
  }
  return value !== undefined;
}

const membersOf = (prefix: string, module: object): string[] =>
  Object.keys(module).map((key) => `${prefix}.${key}`);

describe("NUMPY.md", () => {
  it("has three columns in every row", () => {
    expect(rows.length).to.be.above(50);
    for (const row of rows) expect(row, row.join(" | ")).to.have.lengthOf.within(2, 3);
  });

  it("names only what exists", () => {
    expect(named.filter((name) => !exists(name))).to.deep.equal([]);
  });

  it("leaves no public name of np, np.random and np.linalg out", () => {
    const ours = [
      ...membersOf("np", np),
      ...membersOf("np.random", np.random),
      ...membersOf("np.linalg", np.linalg),
    ];
    const mentioned = new Set(named.flatMap((name) => [name, name.split(".").slice(0, 2).join(".")]));
    expect(ours.filter((name) => !mentioned.has(name))).to.deep.equal([]);
  });
});
