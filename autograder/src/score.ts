// Points: an exercise's are shared equally by its tests. Totals come from the assignment's list and from the tests the
// judge registered, never from anything the learner's code says.
import type { Exercise } from "./assignment.js";
import type { Extracted } from "./extract/types.js";
import type { ExerciseResult, ExerciseStatus, TestResult } from "./result.js";

export function scoreExercise(
  exercise: Exercise,
  extracted: Extracted,
  tests: readonly TestResult[],
): ExerciseResult {
  const counted = tests.filter((t) => t.status !== "skip");
  const passed = counted.filter((t) => t.status === "ok").length;
  const { name, points: maxPoints } = exercise;
  const points = counted.length === 0 ? 0 : round((maxPoints * passed) / counted.length);
  const status = statusOf(extracted, passed, counted.length);
  return { name, status, points, maxPoints, cell: extracted.cell, reason: extracted.reason, tests };
}

function statusOf({ status }: Extracted, passed: number, total: number): ExerciseStatus {
  if (status === "not_started" || status === "missing") return status;
  return status === "found" && passed === total ? "full" : "wrong";
}

/** To two decimals, so that sums of shares print as people add them. */
export function round(points: number): number {
  return Math.round(points * 100) / 100;
}
