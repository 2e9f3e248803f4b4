// Points. Totals come from the assignment's list and from the tests the judge registered, never from anything the learner's
// code says. A test may have points of its own in assignment.json; the other tests share what is left equally.
import type { Exercise, TestRule } from "./assignment.js";
import type { Extracted } from "./extract/types.js";
import type { ExerciseResult, ExerciseStatus, TestResult } from "./result.js";
import { BrokenAssignment } from "./trouble.js";

/** A test as the judge leaves it, before points. */
export type Judged = Pick<TestResult, "title" | "status" | "rung" | "message" | "said" | "mistake">;

/** @throws BrokenAssignment when the rules of assignment.json do not fit the tests */
export function scoreExercise(
  exercise: Exercise,
  extracted: Extracted,
  judged: readonly Judged[],
): ExerciseResult {
  const rules = judged.map(({ title }) => ruleOf(exercise, title));
  checkRules(exercise, judged);
  const counts = judged.map((t) => t.status !== "skip");
  const shares = sharesOf(exercise, rules, counts);
  const tests = judged.map((test, i) => {
    const { hint = null, visibility = "now" } = rules[i] ?? {};
    const points = test.status === "ok" ? round(shares[i]!) : 0;
    const told = test.status === "fail" ? hint : null;
    return { ...test, points, maxPoints: round(shares[i]!), visibility, hint: told };
  });
  const points = round(shares.reduce((sum, share, i) => sum + (judged[i]!.status === "ok" ? share : 0), 0));
  const isFull = judged.every((t) => t.status === "ok" || t.status === "skip");
  const status = statusOf(extracted, isFull && counts.includes(true));
  const { name, points: maxPoints } = exercise;
  const { cell, reason, reasonSaid } = extracted;
  return { name, status, points, maxPoints, cell, reason, reasonSaid, tests };
}

/** The rule whose title is the test's; `computes dw*` is for all titles that begin so. */
function ruleOf({ tests = [] }: Exercise, title: string): TestRule | undefined {
  return tests.find((rule) => isFor(rule, title));
}

function isFor({ title: pattern }: TestRule, title: string): boolean {
  return pattern.endsWith("*") ? title.startsWith(pattern.slice(0, -1)) : title === pattern;
}

/** Visible tests have titles of their own, and no points; the rules are for the hidden ones. */
function checkRules({ name, tests = [] }: Exercise, judged: readonly Judged[]): void {
  for (const rule of tests)
    if (!judged.some(({ title }) => isFor(rule, title)))
      throw new BrokenAssignment(
        `assignment.json: ${name} has no test "${rule.title}"`,
        "write its title as in hidden.test.ts",
      );
}

/** What each test is worth, unrounded. */
function sharesOf(
  { name, points }: Exercise,
  rules: readonly (TestRule | undefined)[],
  counts: readonly boolean[],
): number[] {
  const own = rules.map((rule, i) => (counts[i] ? rule?.points : 0));
  const given = own.reduce<number>((sum, p) => sum + (p ?? 0), 0);
  const others = own.filter((p) => p === undefined).length;
  if (given > points + 1e-9 || (others === 0 && given > 0 && Math.abs(given - points) > 1e-9))
    throw new BrokenAssignment(
      `assignment.json: the tests of ${name} have ${round(given)} points, ${name} itself ${points}`,
      "make the sums equal, or give some tests no points",
    );
  return own.map((p) => p ?? (points - given) / others);
}

function statusOf({ status }: Extracted, isFull: boolean): ExerciseStatus {
  if (status === "not_started" || status === "missing") return status;
  return status === "found" && isFull ? "full" : "wrong";
}

/** To two decimals, so that sums of shares print as people add them. */
export function round(points: number): number {
  return Math.round(points * 100) / 100;
}
