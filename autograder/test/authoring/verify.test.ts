// What verify finds, on the fixture assignment: its parts, and an assignment that is not ready.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { assignmentIds, assignmentsFolder, loadAssignment, type Measured } from "../../src/assignment.js";
import {
  calibrate,
  isMeasured,
  limitFor,
  measuredOf,
  type Pace,
  quickest,
  timeCall,
  tooTight,
} from "../../src/authoring/pace.js";
import { hiddenLines } from "../../src/authoring/secrets.js";
import { template } from "../../src/authoring/template.js";
import { buildChild } from "../../src/sandbox/build-child.mjs";
import { run } from "../cli/run.js";
import { vectors } from "../helpers.js";

describe("hiddenLines", () => {
  const solution = "const means = np.mean(X, { axis: 1, keepdims: true });";
  const notebook = `const X = 1;\n// BEGIN SOLUTION (about 1 line)\n  ${solution}\nreturn 1;\n// END SOLUTION\nshown(1, 2, 3, 4, 5, 6, 7, 8);`;
  const hidden = `import x from "chai";\nassertClose(learner.f(12345), 678, {});\nshown(1, 2, 3, 4, 5, 6, 7, 8);`;

  it("are the solution's and the hidden tests' own", () => {
    expect(hiddenLines(notebook, hidden, "")).to.deep.equal([
      solution,
      "assertClose(learner.f(12345), 678, {});",
    ]);
    expect(hiddenLines(notebook, hidden, solution)).to.deep.equal([
      "assertClose(learner.f(12345), 678, {});",
    ]);
  });
});

describe("the time limit", () => {
  const assignment = (cpuSeconds: number, measured?: Measured): never =>
    ({ limits: { cpuSeconds, memoryMb: 512, measured } }) as never;
  const paceOf = (...calls: [string, number][]): Pace => {
    const pace: Pace = new Map();
    for (const [name, seconds] of calls) timeCall(pace, name, seconds);
    return pace;
  };

  it("is twenty times what the solution takes: the slowest call, four to the limit, or the slowest exercise", () => {
    const limit = (...calls: [string, number][]): number => limitFor(measuredOf(paceOf(...calls)));
    expect(limit(["f", 0.5], ["g", 0.1])).to.equal(40);
    expect(limit(...Array.from({ length: 10 }, (): [string, number] => ["f", 0.1]))).to.equal(20);
    expect(limit(["f", 0.001])).to.equal(4);
  });

  it("goes by the quickest of several runs", () => {
    const runs = [paceOf(["f", 0.3], ["f", 0.1]), paceOf(["f", 0.2], ["f", 0.2])];
    expect(quickest(runs).get("f")).to.deep.equal({ call: 0.2, all: 0.4 });
  });

  it("is too tight below a factor of four", () => {
    const pace = paceOf(["f", 1]);
    expect(tooTight(pace, assignment(16)).problems).to.deep.equal([]);
    expect(tooTight(pace, assignment(15))).to.deep.include({
      problems: ["the solution itself takes more than a quarter of it; run: autograder verify --calibrate"],
      note: "the slowest call, of f, takes 1.000 s of 3.75 s, all of f 1.000 s of 15 s: factor 4",
    });
    const long = paceOf(...Array.from({ length: 50 }, (): [string, number] => ["f", 0.1]));
    expect(tooTight(long, assignment(16)).problems).to.have.length(1);
  });

  it("is a guess unless it follows from a measurement", () => {
    const measured = measuredOf(paceOf(["f", 1]));
    expect(isMeasured(assignment(80, measured))).to.deep.include({
      problems: [],
      note: "80 s, from 1 s of a call of f and 1 s of f",
    });
    expect(isMeasured(assignment(10, measured)).problems).to.deep.equal([
      "limits.cpuSeconds is 10, from limits.measured follows 80; run: autograder verify --calibrate",
    ]);
    expect(isMeasured(assignment(10)).problems).to.deep.equal([
      "limits.measured is missing; run: autograder verify --calibrate",
    ]);
  });

  it("of every assignment of the course is measured", async () => {
    for (const id of await assignmentIds(assignmentsFolder)) {
      const { problems } = isMeasured(await loadAssignment(join(assignmentsFolder, id)));
      expect([id, ...problems]).to.deep.equal([id]);
    }
  });

  it("is written into assignment.json, which stays what it is elsewhere", async () => {
    const folder = mkdtempSync(join(tmpdir(), "nabla-pace-"));
    const before = template("01-x", "X").get("assignment.json")!;
    writeFileSync(join(folder, "assignment.json"), before);
    expect(await calibrate(folder, paceOf(["f", 1]))).to.equal(80);
    const after = readFileSync(join(folder, "assignment.json"), "utf8");
    const changes: [string | RegExp, string][] = [
      ['"cpuSeconds": 4', '"cpuSeconds": 80'],
      [/(slowestCall": \{) "name": "centre", "seconds": [\d.]+/, '$1 "name": "f", "seconds": 1'],
      [/(slowestExercise": \{) "name": "centre", "seconds": [\d.]+/, '$1 "name": "f", "seconds": 1'],
    ];
    expect(after).to.equal(changes.reduce((text, [from, to]) => text.replace(from, to), oneLine(before)));
    rmSync(folder, { recursive: true });
  });

  /** As calibrate sets measurements. */
  function oneLine(text: string): string {
    return text.replace(/\{\s*("name": "centre"),\s*("seconds": [\d.]+)\s*\}/g, "{ $1, $2 }");
  }
});

describe("autograder verify", () => {
  let folder: string;

  before(async () => {
    await buildChild();
    folder = mkdtempSync(join(tmpdir(), "nabla-verify-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  /** The template with a file changed. */
  const changed = (id: string, file: string, change: (text: string) => string): string => {
    const dir = join(folder, id);
    mkdirSync(dir);
    for (const [name, text] of template(id, "T"))
      writeFileSync(join(dir, name), name === file ? change(text) : text);
    return dir;
  };

  it("fails when a hidden test is missing, shows a secret, or a survivor does not survive", async function () {
    this.timeout(120_000);
    const dir = changed("01-weak", "hidden.test.ts", (text) =>
      text.replace(
        'assertClose(learner.centre(X), centreByHand(X), { name: "centre(X)", m });',
        "learner.centre(X); expect([[m, Number.NaN]]).to.deep.equal([[m, Number.NaN]]);",
      ),
    );
    const json = JSON.parse(readFileSync(join(dir, "assignment.json"), "utf8")) as object;
    writeFileSync(
      join(dir, "assignment.json"),
      JSON.stringify({ ...json, survivors: { "centre: nothing": "why" } }),
    );
    const lesson = readFileSync(join(dir, "notebook.ts"), "utf8");
    const leak = "return np.subtract(X, means); // (n, m) - (n, 1) -> (n, m)";
    writeFileSync(join(dir, "notebook.ts"), lesson.replace("// Take from", `// \`${leak}\`. Take from`));
    const { code, out } = await run("verify", dir);
    expect(code).to.equal(1);
    expect(out).to.include("  ok    the solution gets full marks, without warnings\n");
    expect(out).to.include(
      `  fail  nothing of the solution or the hidden tests is in the release\n        learners get to see: ${leak}\n`,
    );
    expect(out).to.include(
      "  fail  the hidden tests expect finite values\n        the tests of centre expect NaN; if it is meant, list it in notFinite\n",
    );
    expect(out).to.include("survivors of assignment.json: centre: nothing does not survive, or is none");
  });

  it("fails when the solution does not pass", async () => {
    const dir = changed("02-wrong", "notebook.ts", (text) => text.replace("axis: 1", "axis: 0"));
    const { out, err } = await run("verify", dir);
    expect(out, err).to.include(
      "  fail  the solution gets full marks, without warnings\n        centre: takes the means out of a (3, 4) table",
    );
  });

  it("loads the assignment", async () => {
    expect((await loadAssignment(changed("03-fine", "", (text) => text))).title).to.equal("T");
  });

  it("explains what is no assignment", async () => {
    expect(await run("verify", "nope")).to.deep.equal({
      code: 1,
      out: "",
      err: "nope: no assignment: it has no assignment.json; start one with autograder new NAME\n",
    });
    expect((await run("verify")).err).to.equal(
      "autograder: verify: which assignment? Give an id or a folder; see autograder --help\n",
    );
  });
});

describe("autograder new", () => {
  it("refuses names that are none, and folders that are there", async () => {
    expect((await run("new", "averages")).err).to.match(
      /new: a name is two digits and words in small letters/,
    );
    expect(await run("new", vectors)).to.deep.include({
      code: 1,
      err: `${vectors}: is there already; choose another name\n`,
    });
  });
});
