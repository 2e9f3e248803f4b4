// autograder export from outside: files, words, exit codes.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { exercise, failed, passed, resultOf } from "../report/sample.js";
import { run } from "./run.js";

describe("autograder export", () => {
  let folder: string;
  const result = resultOf([exercise("f", [passed("holds", 1), failed("fails", 1, "why")])]);
  const write = (name: string, value: unknown): string => {
    writeFileSync(join(folder, name), JSON.stringify(value));
    return join(folder, name);
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "nabla-export-"));
    mkdirSync(join(folder, "class", "learners"), { recursive: true });
    const record = { schema: 1, file: "x.ipynb", status: "graded", reason: null, key: null, result };
    write("class/learners/anna.json", { ...record, learner: "anna" });
    write("class/learners/ben.json", { ...record, learner: "ben" });
    write("class/learners/cleo.json", { ...record, learner: "cleo", result: null, reason: "no notebook" });
  });
  after(() => rmSync(folder, { recursive: true }));

  it("prints one result", async () => {
    const { code, out, err } = await run("export", write("one.json", result), "--format", "text");
    expect([code, err]).to.deep.equal([0, ""]);
    expect(out).to.match(/^90-x {2}Vectors\nanna\.ipynb\n[\s\S]*total {2}1\/2 points\n/);
  });

  it("writes a file per learner of a class, and says who has none", async () => {
    const out = join(folder, "feedback");
    const said = await run("export", join(folder, "class"), "--format", "html", "--out", out);
    expect(said).to.deep.equal({ code: 0, out: "", err: "cleo: not graded: no notebook\n" });
    expect(readdirSync(out).sort()).to.deep.equal(["anna.html", "ben.html"]);
    expect(readFileSync(join(out, "ben.html"), "utf8")).to.match(/^<!DOCTYPE html>/);
  });

  it("writes one table for a class", async () => {
    const { out } = await run("export", join(folder, "class"), "--format", "nbgrader");
    expect(out.split("\n").map((line) => line.split(",")[3])).to.deep.equal([
      "student_id",
      ...["anna", "ben", "cleo"],
      undefined,
    ]);
  });

  it("keeps tests back until they may be seen", async () => {
    const late = resultOf([exercise("f", [failed("CANARY", 1, "CANARY", { visibility: "after_due_date" })])]);
    const path = write("late.json", late);
    expect((await run("export", path, "--format", "json")).out).to.not.include("CANARY");
    expect((await run("export", path, "--format", "json", "--for", "after_due_date")).out).to.include(
      "CANARY",
    );
  });

  const failures: [string, () => string[], number, RegExp][] = [
    ["no results", () => ["--format", "html"], 2, /export: give one file of results, or one folder/],
    [
      "no format",
      () => [join(folder, "class")],
      2,
      /export: --format is missing: html, markdown, text, json/,
    ],
    [
      "another format",
      () => [join(folder, "class"), "--format", "pdf"],
      2,
      /export: unknown format pdf: html/,
    ],
    [
      "another time",
      () => [join(folder, "class"), "--format", "html", "--for", "ever"],
      2,
      /export: --for is one of now, after_due_date, after_release, got ever/,
    ],
    [
      "many without a folder",
      () => [join(folder, "class"), "--format", "html"],
      2,
      /export: 2 results need --out FOLDER/,
    ],
    [
      "a missing file",
      () => [join(folder, "nope"), "--format", "html"],
      1,
      /nope: not found; give what autograder grade wrote/,
    ],
    [
      "something else",
      () => [write("else.json", { a: 1 }), "--format", "html"],
      1,
      /else.json: is not a result of this version/,
    ],
    [
      "a name that leaves the folder",
      () => [write("evil.json", [{ learner: "../evil", result, reason: null }]), "--format", "html"],
      1,
      /"\.\.\/evil" cannot be a file's name/,
    ],
  ];
  for (const [what, args, exit, words] of failures)
    it(`explains ${what}`, async () => {
      const { code, err } = await run("export", ...args());
      expect(code).to.equal(exit);
      expect(err).to.match(words);
    });
});
