import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { expect } from "chai";
import { currentHost } from "../../src/notebook/host.js";
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

  it("offers spots that the kernel replaces in place, and asks it whether somebody watches", () => {
    const got: unknown[][] = [];
    const { CI } = process.env;
    delete process.env.CI;
    try {
      host[hook] = Object.assign((...all: unknown[]) => got.push(all), { isWatched: () => true });
      expect(currentHost()!.isWatched).to.equal(true);
      const [spot, other] = [currentHost()!.openSpot(), currentHost()!.openSpot()];
      for (const show of [spot, spot, other]) show(bundle, false);
      const ids = got.map(([, options]) => (options as { id: string }).id);
      expect(got.map(([, options]) => (options as { update: boolean }).update)).to.deep.equal([
        false,
        true,
        false,
      ]);
      expect([ids[0] === ids[1], ids[0] === ids[2]]).to.deep.equal([true, false]);
      host[hook] = Object.assign(() => {}, { isWatched: () => false });
      expect(currentHost()!.isWatched).to.equal(false);
      process.env.CI = "1";
      host[hook] = () => {};
      expect(currentHost()!.isWatched).to.equal(false);
    } finally {
      if (CI === undefined) delete process.env.CI;
      else process.env.CI = CI;
    }
  });

  it("prints the last content of a spot alone where nothing can be replaced", () => {
    const isTTY = Object.getOwnPropertyDescriptor(process.stdout, "isTTY");
    Object.defineProperty(process.stdout, "isTTY", { value: false, configurable: true });
    try {
      const spot = currentHost()!.openSpot();
      spot({ "text/plain": "half" }, false);
      spot({ "text/plain": "all" }, true);
      expect([currentHost()!.isWatched, printed]).to.deep.equal([false, [["all"]]]);
    } finally {
      if (isTTY) Object.defineProperty(process.stdout, "isTTY", isTTY);
      else delete (process.stdout as { isTTY?: boolean }).isTTY;
    }
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
