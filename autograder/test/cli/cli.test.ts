// The command line from outside: words, exit codes, files. Runs the sources in this process, with the streams caught.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { expect } from "chai";
import { commands } from "../../src/cli/commands.js";
import { useColor } from "../../src/cli/terminal.js";
import { notebookWith, solvedNotebook } from "../../src/release/index.js";
import type { Result } from "../../src/result.js";
import { buildChild } from "../../src/sandbox/build-child.mjs";
import { findDeno } from "../../src/sandbox/deno.js";
import { vectors } from "../helpers.js";
import { run } from "./run.js";

describe("autograder", () => {
  let folder: string;
  let solved: string;
  let half: string;

  before(async () => {
    await buildChild();
    folder = mkdtempSync(join(tmpdir(), "nabla-cli-"));
    solved = join(folder, "solved.ipynb");
    half = join(folder, "half.ipynb");
    writeFileSync(solved, await solvedNotebook(vectors));
    writeFileSync(half, await notebookWith(vectors, "const double = () => { throw new TypeError('x') };"));
  });
  after(() => rmSync(folder, { recursive: true }));

  it("grades a notebook, prints a report and writes the result", async () => {
    const json = join(folder, "result.json");
    const { code, out, err } = await run("grade", solved, "--assignment", vectors, "--json", json);
    expect([code, err]).to.deep.equal([0, ""]);
    expect(out).to.equal(`90-vectors  Vectors, for the grader's own tests
solved.ipynb

double        10/10 points
total         6/6 points
doubledTotal  4/4 points
halve         3/3 points
steps         7/7 points

total  30/30 points

`);
    const result = JSON.parse(readFileSync(json, "utf8")) as Result;
    expect(result).to.include({ schema: 1, points: 30, maxPoints: 30 });
    expect(result.layers.deno).to.match(/^\d+\.\d+\.\d+$/);
  });

  it("lists what fails, and where to look", async () => {
    const { code, out } = await run("grade", half, "--assignment", vectors);
    expect(code).to.equal(0);
    expect(out).to.include(
      "double        0/10 points\n  fail  doubles three numbers: double threw TypeError\n",
    );
    expect(out).to.include("total  20/30 points");
    expect(out).to.include(
      "hint: npx autograder check half.ipynb shows what is thrown on the public examples",
    );
  });

  it("grades by an assignment in a folder without a package.json", async () => {
    const copies = join(folder, "assignments");
    cpSync(dirname(vectors), copies, { recursive: true });
    const { code, out, err } = await run("grade", solved, "--assignment", join(copies, basename(vectors)));
    expect([code, err]).to.deep.equal([0, ""]);
    expect(out).to.include("total  30/30 points");
  });

  it("checks with the visible tests", async () => {
    const { code, out } = await run("check", half, "--assignment", vectors);
    expect(code).to.equal(0);
    expect(out).to.include("double        0/1 tests\n  fail  doubles 1, 2: double threw TypeError: x\n");
    expect(out).to.include("total  0/2 visible tests");
  });

  it("grades the others when one file cannot be graded, and says so with 1", async () => {
    const missing = join(folder, "missing.ipynb");
    const json = join(folder, "list.json");
    const { code, out, err } = await run("grade", missing, solved, "--assignment", vectors, "--json", json);
    expect(code).to.equal(1);
    expect(err).to.equal(`${missing}: not found; give the path of an .ipynb file\n`);
    expect(out).to.include("30/30");
    expect(JSON.parse(readFileSync(json, "utf8"))).to.have.length(1);
  });

  it("grades a folder and says where the results are, with 1 for the one who could not be", async () => {
    const [submissions, out] = [join(folder, "class"), join(folder, "results")];
    mkdirSync(submissions);
    writeFileSync(join(submissions, "anna.ipynb"), await solvedNotebook(vectors));
    writeFileSync(join(submissions, "ben.ipynb"), "");
    const run1 = await run("grade", submissions, "--out", out, "--assignment", vectors, "--workers", "1");
    expect([run1.code, run1.err]).to.deep.equal([1, ""]);
    expect(run1.out).to.include("1 learner graded, 1 could not be");
    expect(run1.out).to.include("2 graded now, 0 unchanged, in ");
    const run2 = await run("grade", submissions, "--out", out, "--assignment", vectors);
    expect(run2.out).to.include("0 graded now, 2 unchanged, in ");
  });

  it("says in a line what the system refuses", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    expect(await run("release", vectors, "--out", file)).to.deep.equal({
      code: 1,
      out: "",
      err: `${join(file, "lib")}: not a directory (ENOTDIR)\n`,
    });
  });

  it("says which file of a release or a new assignment cannot be written", async () => {
    const out = join(folder, "in-the-way");
    mkdirSync(join(out, "90-vectors.ipynb"), { recursive: true });
    const { code, err } = await run("release", vectors, "--out", out);
    expect([code, err]).to.deep.equal([
      1,
      `${join(out, "90-vectors.ipynb")}: cannot be written (EISDIR); choose another place\n`,
    ]);
  });

  it("says what is no assignment before it grades a class by it", async () => {
    const { code, err } = await run("grade", folder, "--out", join(folder, "r"), "--assignment", "99-x");
    expect(code).to.equal(1);
    expect(err).to.match(/^--assignment 99-x: no assignment; give a folder, or one of 01-tensors/);
  });

  it("says when the folder of submissions is not there", async () => {
    const { code, err } = await run("grade", join(folder, "nowhere"), "--out", "r");
    expect([code, err]).to.deep.equal([
      1,
      `${join(folder, "nowhere")}: not found; give the folder of submissions\n`,
    ]);
  });

  const usage: [string[], string][] = [
    [[], "autograder: a command is missing; see autograder --help\n"],
    [["grad"], "autograder: unknown command grad; see autograder --help\n"],
    [
      ["grade"],
      "autograder: grade: which notebook? Give the path of an .ipynb file; see autograder --help\n",
    ],
    [
      ["grade", "."],
      "autograder: grade: a folder of submissions needs --out RESULTS_DIR; see autograder --help\n",
    ],
    [
      ["grade", "a.ipynb", "--out", "x"],
      "autograder: grade: --out is for a folder of submissions; see autograder --help\n",
    ],
    [["grade", "a.ipynb", "--jason"], "autograder: Unknown option '--jason'; see autograder --help\n"],
  ];
  for (const [args, words] of usage)
    it(`explains the usage: ${args.join(" ") || "no arguments"}`, async () => {
      expect(await run(...args)).to.deep.equal({ code: 2, out: "", err: words });
    });

  it("has help for itself and for every command, and a version", async () => {
    expect((await run("--help")).out).to.match(
      /^Usage: autograder COMMAND[\s\S]*grade +grade notebooks[\s\S]*check/,
    );
    for (const { name } of commands) {
      const { code, out } = await run(name, "--help");
      expect([code, out.split(/\s/).slice(0, 3)]).to.deep.equal([0, ["Usage:", "autograder", name]]);
      expect(out, name).to.match(/^Examples?:\n {2}npx autograder /m);
      expect(out, name).to.match(/^Exit code: 0 .*, 1 .*, 2 wrong usage(, 130 .*)?\.$/m);
    }
    expect((await run("--version")).out).to.match(/^\d+\.\d+\.\d+\n$/);
  });

  it("paints only on a terminal, and never with NO_COLOR", () => {
    expect(useColor({ isTTY: true }, {})).to.equal(true);
    expect(useColor({}, {})).to.equal(false);
    expect(useColor({ isTTY: true }, { NO_COLOR: "1" })).to.equal(false);
    expect(useColor({ isTTY: true }, { TERM: "dumb" })).to.equal(false);
  });

  it("says when npm has no Deno for the platform", () => {
    expect(() => findDeno("freebsd", "x64")).to.throw(
      "deno: no binary is published for freebsd x64; grade on Linux, macOS or Windows",
    );
    const other =
      process.platform === "darwin" ? (["win32", "arm64"] as const) : (["darwin", "arm64"] as const);
    expect(() => findDeno(...other)).to.throw(
      `deno: the package @deno/${other.join("-")} is not installed; run: npm install`,
    );
  });
});
