// Assignments with a mistake of their author's: a line says which file it is in and what it is, and no learner pays for it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { loadAssignment } from "../../src/assignment.js";
import { template } from "../../src/authoring/template.js";
import { solvedNotebook } from "../../src/release/index.js";
import { buildChild } from "../../src/sandbox/build-child.mjs";
import { run } from "../cli/run.js";

describe("an assignment with a mistake in it", function () {
  this.timeout(120_000);
  let folder: string;

  before(async () => {
    await buildChild();
    folder = mkdtempSync(join(tmpdir(), "nabla-broken-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  /** The template with a file changed. */
  const changed = (id: string, file: string, change: (text: string) => string): string => {
    const dir = join(folder, id);
    mkdirSync(dir, { recursive: true });
    for (const [name, text] of template(id, "T"))
      writeFileSync(join(dir, name), name === file ? change(text) : text);
    return dir;
  };

  // biome-ignore lint/suspicious/noExplicitAny: a mistake may be anything
  type Json = any;
  const mistakes: [string, (json: Json) => unknown, string][] = [
    [
      "no points",
      (a) => delete a.exercises[0].points,
      "exercise 1, centre: points are a number, 0 or more, got nothing",
    ],
    ["points in quotes", (a) => (a.exercises[0].points = "10"), 'points are a number, 0 or more, got "10"'],
    [
      "no calls",
      (a) => delete a.exercises[0].calls,
      "calls is the list of exercises that it uses, got nothing; [] if none",
    ],
    [
      "calls of nobody",
      (a) => (a.exercises[0].calls = ["x"]),
      'centre calls "x", which is no exercise; there are centre',
    ],
    [
      "an exercise twice",
      (a) => a.exercises.push(a.exercises[0]),
      "the exercise centre is listed twice; keep one",
    ],
    ["an exercise that is null", (a) => a.exercises.push(null), "exercise 2: needs the name of its function"],
    ["no exercise", (a) => (a.exercises = []), "exercises is empty; list what notebook.ts asks for"],
    [
      "tests that are no list",
      (a) => (a.exercises[0].tests = {}),
      "exercise 1, centre: tests is a list, got {}",
    ],
    [
      "a misspelt key",
      (a) => (a.exercises[0].tests[0].visibilty = "never"),
      'unknown key "visibilty"; known are title, points, hint, visibility',
    ],
    ["no time limit", (a) => (a.limits = {}), "limits.cpuSeconds is a number above 0, got nothing"],
    ["no title", (a) => delete a.title, "title and version are texts"],
    ["another id", (a) => (a.id = "02-y"), 'needs id (the folder\'s name, "01-json"), exercises and limits'],
  ];
  for (const [what, spoil, words] of mistakes)
    it(`says that assignment.json has ${what}`, async () => {
      const dir = changed("01-json", "assignment.json", (text) => {
        const json: Json = JSON.parse(text);
        spoil(json);
        return JSON.stringify(json);
      });
      const error = await loadAssignment(dir).catch((e: Error) => e);
      expect(error).to.have.property("name", "BrokenAssignment");
      expect((error as Error).message)
        .to.include(join(dir, "assignment.json: "))
        .and.include(words);
    });

  const files: [string, string, string | RegExp, string, RegExp][] = [
    [
      "02-json",
      "assignment.json",
      "{",
      "",
      /assignment\.json: not JSON \(.+\); look for a missing quote or a comma$/,
    ],
    [
      "02-syntax",
      "hidden.test.ts",
      "describe(",
      "describe((",
      /hidden\.test\.ts: cannot be loaded \(.+:\d+:\d+: ERROR: .+\)$/,
    ],
    [
      "02-import",
      "hidden.test.ts",
      "import {",
      'import "./nope.js";\nimport {',
      /hidden\.test\.ts: cannot be loaded \(Cannot find module/,
    ],
    [
      "02-throws",
      "hidden.test.ts",
      'describe("',
      'nope("',
      /hidden\.test\.ts: its suites cannot be set up \(nope is not defined\)$/,
    ],
    [
      "02-name",
      "hidden.test.ts",
      "draw(5, ",
      "drw(5, ",
      /^02-name: the test "leaves its input as it was" of centre: drw is not defined$/,
    ],
    [
      "02-end",
      "notebook.ts",
      "// BEGIN SOLUTION",
      "//",
      /notebook\.ts: centre: END SOLUTION without BEGIN SOLUTION$/,
    ],
    [
      "02-role",
      "notebook.ts",
      '"exercise"}',
      '"exercis"}',
      /notebook\.ts: line 19: unknown role exercis; use /,
    ],
    [
      "02-list",
      "notebook.ts",
      "EXERCISE: centre",
      "EXERCISE: center",
      /notebook\.ts: its exercises are center, assignment\.json lists centre; give both/,
    ],
  ];
  for (const [id, file, from, to, words] of files)
    it(`is told in a line by verify: ${id}`, async () => {
      const { err } = await run(
        "verify",
        changed(id, file, (text) => text.replace(from, to)),
      );
      expect(err.trimEnd()).to.match(words).and.not.include("\n");
    });

  it("shows its author what a hidden test expected, and how it stumbled", async () => {
    const dir = changed("03-author", "hidden.test.ts", (text) =>
      text
        .replace("value - mean(row)", "value - 2 * mean(row)")
        .replace("learner.centre(X), want", "learner.center(X), want"),
    );
    const { out } = await run("verify", dir);
    expect(out).to.match(
      /centre: takes the means out of a \(3, 4\) table: centre\(X\)\[\d, \d\] is \S+, expected /,
    );
    expect(out).to.include("without the parts it must have: learner.center is not a function\n");
  });

  it("takes nobody's record away when a class is graded by it", async () => {
    const dir = changed("04-class", "", (text) => text);
    const [submissions, out] = [join(folder, "submissions"), join(folder, "results")];
    mkdirSync(submissions);
    writeFileSync(join(submissions, "anna.ipynb"), await solvedNotebook(dir));
    const grade = ["grade", submissions, "--out", out, "--assignment", dir, "--workers", "1"];
    expect((await run(...grade)).code).to.equal(0);
    const record = (): string => readFileSync(join(out, "learners", "anna.json"), "utf8");
    const before = record();
    changed("04-class", "hidden.test.ts", (text) => text.replace("draw(5, ", "drw(5, "));
    const { code, err } = await run(...grade);
    expect(code).to.equal(1);
    expect(err).to.include(
      '04-class: the test "leaves its input as it was" of centre: drw is not defined; earlier results are kept; ',
    );
    expect(record()).to.equal(before);
  });

  it("stops nobody who is graded by another one", async () => {
    const dir = changed("05-fine", "", (text) => text);
    const notebook = join(folder, "fine.ipynb");
    writeFileSync(notebook, await solvedNotebook(dir));
    const { Grader } = await import("../../src/grader.js");
    changed("06-unfinished", "assignment.json", () => "{");
    const grader = await Grader.open({ mode: "grade", root: folder });
    try {
      expect(await grader.gradeFile(notebook)).to.include({ points: 10 });
    } finally {
      await grader.close();
    }
  });
});
