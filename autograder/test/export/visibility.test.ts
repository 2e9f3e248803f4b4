// Tests that are kept back leave no trace in what a learner gets: the same bytes, whether they passed or failed.
import { expect } from "chai";
import { formats } from "../../src/export/formats.js";
import { type Phase, phases } from "../../src/report/learner-view.js";
import { type Result, type TestResult, type Visibility, visibilities } from "../../src/result.js";
import { type Judged, scoreExercise } from "../../src/score.js";
import { exercise, failed, passed, resultOf } from "../report/sample.js";

const canary = (visibility: Visibility): string => `CANARY-${visibility}`;

/** A visible test, and one for every other visibility. */
function resultWith(outcome: (visibility: Visibility) => boolean): Result {
  const test = (visibility: Visibility): TestResult => {
    const text = canary(visibility);
    const more = { visibility, hint: text, mistake: text };
    return outcome(visibility) ? passed(text, 2, visibility) : failed(text, 2, text, more);
  };
  return resultOf([exercise("f", visibilities.map(test)), exercise("g", [passed("all is well", 1)])]);
}

const exported = (name: string, result: Result, phase: Phase): string => {
  const format = formats[name]!;
  return "one" in format
    ? format.one(result, phase)
    : format.all([{ learner: "anna", result, reason: null }], phase);
};

const shown = (visibility: Visibility, phase: Phase): boolean =>
  visibilities.indexOf(visibility) <= phases.indexOf(phase);

/** Gradescope hides by itself; nbgrader's table is the instructor's. */
const forLearners = Object.keys(formats).filter((name) => name !== "gradescope" && name !== "nbgrader");

describe("visibility", () => {
  for (const name of forLearners)
    for (const phase of phases)
      it(`is kept in ${name}, ${phase}`, () => {
        const text = exported(
          name,
          resultWith((v) => v === "now"),
          phase,
        );
        const plain = name === "classroom" ? Buffer.from(text, "base64").toString() : text;
        for (const visibility of visibilities.filter((v) => !shown(v, phase)))
          expect(plain).to.not.include(canary(visibility));
        if (phase === "after_release") return; // totals are whole then
        const other = exported(
          name,
          resultWith((v) => v === "now" || !shown(v, phase)),
          phase,
        );
        expect(other).to.equal(text);
      });

  it("shows more and more, and whole totals in the end", () => {
    const result = resultWith((v) => v !== "never");
    const totals = phases.map((phase) => JSON.parse(exported("json", result, phase)) as Result);
    expect(totals.map((r) => [r.points, r.maxPoints])).to.deep.equal([
      [3, 3],
      [5, 5],
      [7, 9],
    ]);
    expect(exported("text", result, "now")).to.include("3 more tests count; they are not shown yet");
    expect(exported("text", result, "after_release")).to.include("1 test is not shown");
  });

  it("is said in Gradescope's words", () => {
    const { tests } = JSON.parse(
      exported(
        "gradescope",
        resultWith(() => true),
        "now",
      ),
    ) as {
      tests: { visibility: string }[];
    };
    expect(tests.map((t) => t.visibility)).to.deep.equal([
      "visible",
      "after_due_date",
      "after_published",
      "hidden",
      "visible",
    ]);
  });
});

describe("points of tests", () => {
  const found = {
    name: "f",
    status: "found",
    cell: 1,
    program: "",
    references: [],
    params: [],
    reason: null,
    reasonSaid: null,
    isAsync: false,
  } as const;
  const judged = (title: string, status: Judged["status"]): Judged => ({
    title,
    status,
    rung: null,
    message: null,
    said: null,
    mistake: null,
  });
  const three = [judged("a 1", "ok"), judged("a 2", "fail"), judged("b", "ok")];
  const score = (points: number, tests: object[]): ReturnType<typeof scoreExercise> =>
    scoreExercise({ name: "f", points, calls: [], tests: tests as never }, found, three);

  it("are shared equally when nothing is said", () => {
    const { points, tests } = score(10, []);
    expect(points).to.equal(6.67);
    expect(tests.map((t) => [t.points, t.maxPoints])).to.deep.equal([
      [3.33, 3.33],
      [0, 3.33],
      [3.33, 3.33],
    ]);
  });

  it("are a test's own when it has some; the others share what is left", () => {
    expect(score(10, [{ title: "b", points: 4 }]).tests.map((t) => t.maxPoints)).to.deep.equal([3, 3, 4]);
    expect(
      score(10, [
        { title: "a*", points: 5 },
        { title: "b", points: 0 },
      ]).points,
    ).to.equal(5);
  });

  it("come with a hint for who fails, and a time to be seen", () => {
    const rules = [{ title: "a*", hint: "look at m", visibility: "never" }];
    expect(score(3, rules).tests.map((t) => [t.hint, t.visibility])).to.deep.equal([
      [null, "never"],
      ["look at m", "never"],
      [null, "now"],
    ]);
  });

  it("must add up, and belong to tests that exist", () => {
    expect(() => score(10, [{ title: "c" }])).to.throw(
      'assignment.json: f has no test "c"; write its title as in',
    );
    expect(() => score(10, [{ title: "a*", points: 6 }])).to.throw(
      "the tests of f have 12 points, f itself 10",
    );
    expect(() => score(10, [{ title: "*", points: 3 }])).to.throw(
      "the tests of f have 9 points, f itself 10",
    );
  });
});
