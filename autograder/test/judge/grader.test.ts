// The whole way from a notebook's text to a result, on the small assignment 90-vectors.
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { Grader } from "../../src/grader.js";
import { notebookWith, releaseNotebook, solvedNotebook } from "../../src/release/index.js";
import { terminalReport } from "../../src/report/terminal.js";
import type { ExerciseResult, Result } from "../../src/result.js";
import { buildChild } from "../../src/sandbox/build-child.mjs";
import { Trouble } from "../../src/trouble.js";
import { fixtures, notebookOf, vectors } from "../helpers.js";

describe("grader", () => {
  let hidden: Grader;
  let visible: Grader;

  before(async () => {
    await buildChild();
    hidden = await Grader.open({ mode: "grade", root: fixtures });
    visible = await Grader.open({ mode: "check", root: fixtures });
  });
  after(() => Promise.all([hidden.close(), visible.close()]));

  const grade = async (code: string): Promise<Result> =>
    hidden.gradeText(await notebookWith(vectors, code), "a.ipynb");
  const check = async (code: string): Promise<Result> =>
    visible.gradeText(await notebookWith(vectors, code), "a.ipynb");
  const one = ({ exercises }: Result, name: string): ExerciseResult =>
    exercises.find((e) => e.name === name)!;
  const messages = (e: ExerciseResult): (string | null)[] => e.tests.map((t) => t.message);

  it("gives full points for the solution", async () => {
    const result = await hidden.gradeText(await solvedNotebook(vectors), "solved.ipynb");
    expect(result).to.include({ schema: 1, points: 30, maxPoints: 30, mode: "grade" });
    expect(result.exercises.map((e) => e.status)).to.deep.equal(Array(5).fill("full"));
    expect(result.warnings).to.deep.equal([]);
  });

  it("gives nothing for the untouched notebook and runs none of it", async () => {
    const result = await hidden.gradeText(await releaseNotebook(vectors), "stub.ipynb");
    expect(result.points).to.equal(0);
    expect(result.exercises.map((e) => e.status)).to.deep.equal(Array(5).fill("not_started"));
    const statuses = new Set(result.exercises.flatMap((e) => e.tests.map((t) => t.status)));
    expect([...statuses].sort()).to.deep.equal(["not_run", "skip"]);
  });

  it("is the same for the same notebook, also where the code draws random numbers", async () => {
    const code = `const errors = [TypeError, RangeError, EvalError, SyntaxError];
function double(v) { throw new errors[Math.floor(4 * Math.random())]() }
function total(v) { throw new errors[Math.floor(4 * np.random.rand(1).get(0))]() }`;
    const results = [await grade(code), await grade(code), await grade(code), await grade(code)];
    expect(new Set(results.map((result) => JSON.stringify(result)))).to.have.property("size", 1);
  });

  it("draws hidden inputs from another seed for another notebook", async () => {
    const first = await grade("function double(v: np.Tensor) { return np.multiply(2, v) }");
    const answer = `v.size === 1 && v.get(0) === ${1e300 + first.seed * 1e290} ? v : np.multiply(2, v)`;
    const second = await grade(`function double(v: np.Tensor) { return ${answer} }`);
    expect(second.seed).to.not.equal(first.seed);
    for (const { seed, points } of [first, second]) {
      expect(seed).to.satisfy(Number.isInteger).and.to.be.within(0, 3_999_999);
      expect(points).to.equal(30);
    }
  });

  it("shares an exercise's points among its tests, without the skipped ones", async () => {
    const result = await grade("function total(v: np.Tensor) { return v.size && 778.875 + 1 }");
    expect(one(result, "total")).to.include({ points: 3, status: "wrong" });
    expect(one(result, "total").tests.map((t) => t.status)).to.deep.equal(["fail", "ok", "skip"]);
    expect(result.points).to.equal(27);
  });

  it("does not let one mistake cost the functions that build on it", async () => {
    const result = await grade("function double(v) { return v }");
    expect(one(result, "double").status).to.equal("wrong");
    expect(one(result, "doubledTotal").status).to.equal("full");
    expect(one(result, "steps").status).to.equal("full");
  });

  it("fails the test that looks for it when an input is changed, and only that", async () => {
    const double = one(
      await grade(
        "function double(v) { const w = v.copy(); w.assign(v); for (let i = 0; i < v.size; i++) { w.set(2 * v.get(i), i); v.set(0, i); } return w; }",
      ),
      "double",
    );
    expect(double.tests.map((t) => [t.status, t.rung])).to.deep.equal([
      ["fail", "inputs"], // its expected value is made of v after the call
      ["ok", null],
      ["fail", "inputs"],
      ["ok", null],
    ]);
    expect(double.tests[2]!.message).to.equal("the input v of double is changed: work on a copy");
  });

  it("does not let a function make the test easier by changing its inputs", async () => {
    const result = await grade(
      "function double(v) { for (let i = 0; i < v.size; i++) v.set(0, i); return v; }",
    );
    expect(one(result, "double").tests.map((t) => t.status)).to.deep.equal(["fail", "ok", "fail", "fail"]);
  });

  it("plays changes back where changing the input is the task", async () => {
    expect(one(await grade("function halve(v) { v.set(v.get(0) / 2, 0); }"), "halve").status).to.equal(
      "wrong",
    );
    expect(one(await grade("const halve = (v) => { v.assign(v.divide(2)); };"), "halve").status).to.equal(
      "full",
    );
  });

  it("recognises another assignment's notebook also by a folder of one's own", async () => {
    const grader = await Grader.open({ mode: "grade", assignment: vectors });
    const text = notebookOf(["const one = 1;"], { nabla: { assignment: "02-other" } });
    const known = notebookOf(["sigmoid, initializeWithZeros, propagate, optimize, predict, model"]);
    const said = async (of: string): Promise<string> =>
      grader.gradeText(of, "a.ipynb").then(String, (error: Error) => error.message);
    try {
      expect(await said(text)).to.match(/^a\.ipynb: this is 02-other, not 90-vectors; /);
      expect(await said(known)).to.match(/^a\.ipynb: this is 02-logistic-regression, not 90-vectors; /);
    } finally {
      await grader.close();
    }
  });

  it("waits for a function that is written as async, and warns: whoever calls it gets a Promise", async () => {
    const result = await grade("async function double(v) { await null; return v.multiply(2); }");
    expect(one(result, "double").status).to.equal("full");
    const warning = result.warnings.find((w) => w.kind === "async")!;
    expect(warning.cell).to.equal(4);
    expect(warning.message).to.equal(
      "double (cell 4) is async: who calls it gets a Promise, not a value; " +
        "write it without async and await. It is graded all the same",
    );
  });

  it("says that a Promise came where a value is due", async () => {
    const total = one(await grade("const total = (v) => Promise.resolve(0);"), "total");
    expect(messages(total)[0]).to.equal(
      "total returns a Promise, not a value: write it without async and await",
    );
    expect(total.tests[0]!.rung).to.equal("type");
  });

  it("takes a plain value where a Promise may come", async () => {
    const code =
      "function steps(v, { count }) { const sizes = []; for (let i = 0; i < count; i++) { v = double(v); sizes.push(v.get(0)); } return { last: v, sizes }; }";
    expect(one(await grade(code), "steps").status).to.equal("full");
  });

  const outcomes: [string, string, string, string][] = [
    [
      "a record that could be awaited for ever",
      "const steps = () => ({ then() {}, last: 1 });",
      "type",
      "steps returns a value without the parts it must have: it gives no sizes, where { last, sizes } is meant",
    ],
    [
      "a missing part",
      "const steps = () => ({});",
      "type",
      "steps returns a value without the parts it must have: it gives no last, where { last, sizes } is meant",
    ],
    [
      "a wrong value",
      "const steps = (v) => ({ last: v, sizes: [] });",
      "values",
      "what steps gives is not what it should be",
    ],
    [
      "an exception",
      "const steps = () => { throw new TypeError('3.25 -1.5') };",
      "returns",
      "steps threw TypeError",
    ],
    [
      "a loop without end",
      "const steps = () => { for (;;); };",
      "returns",
      "steps did not return within 0.3 s: is there a loop without end?",
    ],
    ["process.exit", "const steps = () => process.exit(0);", "returns", "steps threw ReferenceError"],
    ["a value that is no function", "const steps = 3;", "callable", "steps is not a function"],
    ["undefined where a function was", "const steps = undefined;", "callable", "steps is not a function"],
    [
      "code that cannot load",
      "class A { static a = nope.x; }\nconst steps = () => A;",
      "callable",
      "steps cannot be loaded: the code around it throws ReferenceError",
    ],
  ];
  for (const [what, code, rung, message] of outcomes)
    it(`names ${what}`, async () => {
      const { status, points, tests } = one(await grade(code), "steps");
      expect([status, points]).to.deep.equal(["wrong", 0]);
      expect(tests[0]).to.deep.include({ status: "fail", rung, message });
    });

  it("does not mind plots and prints inside a function", async () => {
    const code =
      "function total(v) { console.log(v); np.plot.lines([{ x: v }]).show(); let s = 0; for (const x of v.toArray()) s += x; return s; }";
    expect(one(await grade(code), "total").status).to.equal("full");
  });

  it("lets no control character of the learner's reach the terminal", async () => {
    const result = await check("function double(v) { throw new Error('\\u001b[2J\\u0007') }");
    expect(messages(one(result, "double"))[0]).to.include("\u001b[2J");
    expect(terminalReport(result, { color: false, verbose: true })).to.not.match(/(?!\n)\p{Cc}/u);
  });

  it("refuses import() with a reason and runs nothing", async () => {
    const steps = one(await grade("const steps = () => import('node:fs');"), "steps");
    expect(steps.reason).to.match(/^steps uses import\(\) in cell \d+: only kernel-lib may be imported$/);
    expect(steps).to.include({ status: "wrong", points: 0 });
    expect(steps.tests[0]!.status).to.equal("not_run");
  });

  it("keeps hidden inputs, expected values and the learner's own messages out of the result", async () => {
    const leak = "throw Object.assign(new Error(v.toArray().join()), { name: v.toArray().join() });";
    const spill = "return { [v.toArray().join()]: v, then: undefined };";
    for (const body of [
      leak,
      spill,
      "return String(v.toArray())",
      "return v",
      "return [v.toArray().join()]",
    ]) {
      const text = JSON.stringify(
        await grade(`function double(v) { ${body} }\nfunction total(v) { ${body} }`),
      );
      for (const secret of ["3.25", "-1.5", "777", "778", "1557"]) expect(text).to.not.include(secret);
    }
  });

  it("shows messages in full for the visible tests, which use the learner's own functions", async () => {
    const result = await check("function double(v) { throw new Error('half done') }");
    expect(messages(one(result, "double"))).to.deep.equal(["double threw Error: half done"]);
    expect(messages(one(result, "doubledTotal"))).to.deep.equal(["doubledTotal threw Error: half done"]);
    expect(messages(one(await check("const double = (v) => v;"), "double"))[0]).to.include(
      "deeply equal [ 2, 4 ]",
    );
  });

  it("knows the assignment by its functions when the metadata is gone", async () => {
    const { cells } = JSON.parse(await solvedNotebook(vectors)) as {
      cells: { cell_type: string; source: string[] }[];
    };
    const code = cells.filter((c) => c.cell_type === "code").map((c) => c.source.join(""));
    expect((await hidden.gradeText(notebookOf(code), "a.ipynb")).points).to.equal(30);
  });

  const unknown: [string, string, RegExp][] = [
    [
      "an unknown assignment",
      notebookOf([], { nabla: { assignment: "77-x" } }),
      /^a\.ipynb: unknown assignment "77-x"; choose with --assignment a folder, or one of 90-vectors$/,
    ],
    [
      "another notebook",
      notebookOf(["let a = 1;"]),
      /^a\.ipynb: cannot tell which assignment this is; choose with/,
    ],
  ];
  for (const [what, text, message] of unknown)
    it(`does not grade ${what}`, async () => {
      const error = await hidden.gradeText(text, "a.ipynb").catch((e: unknown) => e);
      expect(error).to.be.instanceOf(Trouble);
      expect((error as Trouble).message).to.match(message);
    });

  it("takes assignments by a relative path", async () => {
    const grader = await Grader.open({ mode: "grade", root: relative(process.cwd(), fixtures) });
    try {
      const { points } = await grader.gradeText(await solvedNotebook(vectors), "solved.ipynb");
      expect(points).to.equal(30);
    } finally {
      await grader.close();
    }
  });

  it("comes to an end whatever a hidden test throws", async () => {
    const root = fileURLToPath(new URL("./assignments", import.meta.url));
    const grader = await Grader.open({ mode: "grade", root });
    try {
      const result = await grader.gradeText(await solvedNotebook(join(root, "94-odd")), "a.ipynb");
      const found = one(result, "one");
      expect(found.tests.map((t) => t.status)).to.deep.equal(Array(6).fill("fail"));
      expect(messages(found)[0]).to.equal("what one gives is not what it should be");
    } finally {
      await grader.close();
    }
  });
});
