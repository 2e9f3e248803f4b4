// The command line killed with SIGKILL in the middle of a class: the next run keeps what had landed and ends with what an
// undisturbed run ends with.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { type ClassOptions, type ClassOutcome, gradeClass } from "../../src/class/grade-class.js";
import { solvedNotebook } from "../../src/release/index.js";
import { buildChild } from "../../src/sandbox/build-child.mjs";
import { fixtures, vectors } from "../helpers.js";

/** The sources' own: records of the built command line have another grader's key. */
const script = `import { gradeClass } from ${JSON.stringify(new URL("../../src/class/grade-class.ts", import.meta.url).href)};
await gradeClass(JSON.parse(process.argv[1]));`;

const learners = ["anna", "ben", "carl", "dora", "emil", "fred", "gina", "hugo"];

describe("a class whose run is killed", function () {
  this.timeout(120_000);
  let base: string;

  before(() => buildChild());
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), "nabla-killed-"));
  });
  afterEach(() => rmSync(base, { recursive: true, force: true }));

  it("goes on where it was, to the same records", async () => {
    const [folder, out, whole] = ["in", "out", "whole"].map((name) => join(base, name)) as [
      string,
      string,
      string,
    ];
    mkdirSync(folder);
    const solved = await solvedNotebook(vectors);
    for (const [i, name] of learners.entries())
      writeFileSync(join(folder, `${name}.ipynb`), solved.replace('"cells": [', `"cells": [${comment(i)},`));
    const landed = await killAfter(2, { folder, out, root: fixtures, workers: 1 });
    expect(landed).to.be.within(2, learners.length - 1);
    const grade = (to: string): Promise<ClassOutcome> => gradeClass({ folder, out: to, root: fixtures });
    const rest = await grade(out);
    expect(rest).to.include({ kept: landed, graded: learners.length - landed });
    expect(files(join(out, "learners"))).to.deep.equal(learners.map((name) => `${name}.json`));
    const undisturbed = await grade(whole);
    expect(rest.records).to.deep.equal(undisturbed.records);
    for (const name of ["summary.csv", ...learners.map((learner) => join("learners", `${learner}.json`))])
      expect(readFileSync(join(out, name), "utf8")).to.equal(readFileSync(join(whole, name), "utf8"));
  });
});

/** A cell that makes a notebook somebody's own. */
function comment(i: number): string {
  return JSON.stringify({ cell_type: "code", metadata: {}, outputs: [], source: `// learner ${i}` });
}

/** Runs a class in a process of its own and kills it when so many records are there. @returns how many there are */
async function killAfter(count: number, options: ClassOptions): Promise<number> {
  const run = spawn(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", script, JSON.stringify(options)],
    {
      stdio: ["ignore", "ignore", "inherit"],
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
    },
  );
  const ended = new Promise((resolve) => void run.on("exit", (_, signal) => resolve(signal)));
  const look = setInterval(() => {
    if (files(join(options.out, "learners")).length >= count) run.kill("SIGKILL");
  }, 5);
  expect(await ended).to.equal("SIGKILL");
  clearInterval(look);
  return files(join(options.out, "learners")).length;
}

/** Whole records: the beginnings of others have names that begin with a dot. */
function files(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith("."))
      .sort();
  } catch {
    return [];
  }
}
