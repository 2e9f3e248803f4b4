import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { expect } from "chai";
import { display } from "../../src/notebook/index.js";
import { temporaryFolder } from "../io/golden.js";

const bundle = { "text/plain": "a line", "text/html": "<b>a line</b>" };
const hook = Symbol.for("nabla.display");
const host = globalThis as { [hook]?: unknown };

describe("display", () => {
  const { path } = temporaryFolder();
  const print = console.log;
  let printed: unknown[][] = [];

  beforeEach(() => {
    printed = [];
    console.log = (...words: unknown[]) => printed.push(words);
  });
  afterEach(() => {
    console.log = print;
    delete host[hook];
  });

  it("prints the line of text in plain Node", () => {
    display(bundle);
    expect(printed).to.deep.equal([["a line"]]);
  });

  it("hands the whole bundle to the function a kernel left under its symbol", () => {
    const got: unknown[] = [];
    host[hook] = (one: unknown) => got.push(one);
    display(bundle);
    expect(got).to.deep.equal([bundle]);
    expect(printed).to.deep.equal([]);
  });

  it("sends one message through tslab's module, with the function of the running cell", () => {
    const file = path("node_modules/tslab/dist/jupyter.js");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, "exports.lastWriteDisplayData = null;");
    const require = createRequire(import.meta.url);
    const module = require(file);
    try {
      display(bundle); // loaded, but no cell has run
      const cells: unknown[][] = [[], []];
      for (const cell of cells) {
        module.lastWriteDisplayData = (message: unknown) => cell.push(message);
        display(bundle);
      }
      const message = { data: bundle, metadata: {}, transient: {} };
      expect(cells).to.deep.equal([[message], [message]]);
      expect(printed).to.deep.equal([["a line"]]);
    } finally {
      delete require.cache[require.resolve(file)];
    }
  });
});
