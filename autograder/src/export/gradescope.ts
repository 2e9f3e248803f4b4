// Gradescope's results.json: https://gradescope-autograders.readthedocs.io/en/latest/specs/#output-format
// The score stands at the top, since shares of points, rounded per test, may add up to a hundredth more or less.
import { english, type Words } from "../messages/say.js";
import type { ExerciseResult, Result, TestResult, Visibility } from "../result.js";
import { provenance } from "./provenance.js";

const visibility: Record<Visibility, string> = {
  now: "visible",
  after_due_date: "after_due_date",
  after_release: "after_published",
  never: "hidden",
};

export function gradescope(result: Result, words: Words = english): object {
  const tests = result.exercises.flatMap((exercise) => {
    const listed = exercise.tests.filter((t) => t.status !== "skip");
    return listed.map((test, i) => testOf(test, `${i + 1}`, exercise, words));
  });
  const notes = result.warnings.map(({ severity, said }) =>
    words(severity === "note" ? "report.also" : "report.note", { text: words.all(said) }),
  );
  return {
    score: result.points,
    output: notes.join("\n"),
    output_format: "text",
    test_output_format: "text",
    test_name_format: "text",
    stdout_visibility: "hidden",
    extra_data: provenance(result),
    tests,
  };
}

function testOf(
  test: TestResult,
  number: string,
  { name: exercise, reasonSaid }: ExerciseResult,
  words: Words,
): object {
  const said = test.said ? words.all(test.said) : (test.message ?? (reasonSaid ? words.all(reasonSaid) : ""));
  const hint = test.hint === null ? "" : `\n${words("report.hint", { text: test.hint })}`;
  return {
    name: `${exercise}: ${test.title}`,
    number,
    score: test.points,
    max_score: test.maxPoints,
    status: test.status === "ok" ? "passed" : "failed",
    output: said + hint,
    visibility: visibility[test.visibility],
    tags: [exercise],
  };
}
