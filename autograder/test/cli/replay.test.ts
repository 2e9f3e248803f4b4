// autograder replay: the same bytes, or what has changed.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { notebookWith } from "../../src/release/index.js";
import type { Result } from "../../src/result.js";
import { buildChild } from "../../src/sandbox/build-child.mjs";
import { vectors } from "../helpers.js";
import { run } from "./run.js";

describe("autograder replay", () => {
  let folder: string;
  let json: string;
  const here = ["--assignment", vectors];

  before(async () => {
    await buildChild();
    folder = mkdtempSync(join(tmpdir(), "nabla-replay-"));
    json = join(folder, "anna.json");
    const notebook = join(folder, "anna.ipynb");
    writeFileSync(
      notebook,
      await notebookWith(vectors, "const double = (v) => v.multiply(2 + Math.random());"),
    );
    expect((await run("grade", notebook, "--json", json, ...here)).code).to.equal(0);
  });
  after(() => rmSync(folder, { recursive: true }));

  const changed = (name: string, change: (result: Result) => object): string => {
    const path = join(folder, name);
    const result = JSON.parse(readFileSync(json, "utf8")) as Result;
    writeFileSync(path, JSON.stringify({ ...result, ...change(result) }));
    return path;
  };

  it("gives the same bytes", async () => {
    expect(await run("replay", json, ...here)).to.deep.equal({
      code: 0,
      out: `${json}: the same, byte for byte: ${points()}/30 points\n`,
      err: "",
    });
  });

  const points = (): string => String((JSON.parse(readFileSync(json, "utf8")) as Result).points);

  it("names a forged mark", async () => {
    const path = changed("forged.json", () => ({ points: 30 }));
    const { code, out } = await run("replay", path, ...here);
    expect([code, out]).to.deep.equal([
      1,
      `${path}: another result\nresult: points was 30, is ${points()}\n`,
    ]);
  });

  it("names another version", async () => {
    const path = changed("older.json", ({ versions }) => ({ versions: { ...versions, node: "20.0.0" } }));
    const { code, out } = await run("replay", path, ...here);
    expect(code).to.equal(1);
    expect(out).to.equal(
      `${path}: the same marks, made otherwise\ndiffers: versions.node was "20.0.0", is "${process.versions.node}"\n`,
    );
  });

  it("says when the notebook is not there", async () => {
    const path = changed("lost.json", ({ notebook }) => ({ notebook: { ...notebook, file: "lost.ipynb" } }));
    const { code, err } = await run("replay", path, ...here);
    expect([code, err]).to.deep.equal([
      1,
      `${join(folder, "lost.ipynb")}: not found; say where it is with --notebook\n`,
    ]);
  });
});
