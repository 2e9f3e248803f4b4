// GitHub Classroom: what its autograding-grading-reporter action reads from RUNNER_RESULTS, base64 of JSON
// (https://github.com/classroom-resources/autograding-grading-reporter). One test per exercise: the reporter adds up scores.
import { english, type Words } from "../messages/say.js";
import type { LearnerExercise, LearnerResult } from "../report/learner-view.js";

export function classroom(result: LearnerResult, words: Words = english): string {
  const tests = result.exercises.map((e) => testOf(e, words));
  const status = tests.every((t) => t.status === "pass") ? "pass" : "fail";
  const runner = { version: 1, status, max_score: result.maxPoints, tests };
  return Buffer.from(JSON.stringify(runner)).toString("base64");
}

function testOf(e: LearnerExercise, words: Words): { status: string } {
  const failed = e.tests.filter((t) => t.status === "fail");
  const lines = failed.map((t) => `${t.title}: ${t.said ? words.all(t.said) : t.message}`);
  const empty =
    e.status === "not_started" || e.status === "missing" ? [words(`report.status.${e.status}`)] : [];
  const test = {
    name: e.name,
    status: e.status === "full" ? "pass" : "fail",
    score: e.points,
    message: [...(e.reasonSaid ? [words.all(e.reasonSaid)] : empty), ...lines].join("\n"),
    test_code: "",
    filename: "",
    line_no: 0,
    duration: 0,
  };
  return test;
}
