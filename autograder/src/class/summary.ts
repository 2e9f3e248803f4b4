// A class in numbers, from its records alone: per assignment the mean, what each exercise gave, and which mistakes many
// learners share.
import type { ExerciseResult, Result } from "../result.js";
import { round } from "../score.js";
import type { LearnerRecord } from "./record.js";

export interface ExerciseSummary {
  readonly name: string;
  readonly mean: number;
  readonly maxPoints: number;
  /** Share of learners without full points, in [0, 1]. */
  readonly failureRate: number;
}

/** Learners whose tests broke the same rung of the same exercise in the same words. */
export interface Cluster {
  readonly exercise: string;
  readonly rung: string | null;
  readonly message: string;
  readonly count: number;
}

export interface AssignmentSummary {
  readonly id: string;
  readonly title: string;
  readonly learners: number;
  readonly mean: number;
  readonly maxPoints: number;
  readonly exercises: readonly ExerciseSummary[];
  /** The most frequent first. */
  readonly clusters: readonly Cluster[];
}

export function summarise(records: readonly LearnerRecord[]): AssignmentSummary[] {
  const byId = new Map<string, Result[]>();
  for (const { result } of records)
    if (result) byId.set(result.assignment.id, [...(byId.get(result.assignment.id) ?? []), result]);
  return [...byId.values()].map(ofAssignment);
}

function ofAssignment(results: readonly Result[]): AssignmentSummary {
  const { assignment, maxPoints, exercises } = results[0]!;
  return {
    id: assignment.id,
    title: assignment.title,
    learners: results.length,
    mean: mean(results.map((r) => r.points)),
    maxPoints,
    exercises: exercises.map(({ name }) => ofExercise(results.map((r) => named(r, name)))),
    clusters: clustersOf(results),
  };
}

function ofExercise(exercises: readonly ExerciseResult[]): ExerciseSummary {
  const { name, maxPoints } = exercises[0]!;
  const failed = exercises.filter((e) => e.status !== "full").length;
  return {
    name,
    maxPoints,
    mean: mean(exercises.map((e) => e.points)),
    failureRate: failed / exercises.length,
  };
}

function clustersOf(results: readonly Result[]): Cluster[] {
  const counts = new Map<string, number>();
  for (const mistakes of results.map((r) => new Set(r.exercises.flatMap(mistakesOf))))
    for (const mistake of mistakes) counts.set(mistake, (counts.get(mistake) ?? 0) + 1);
  const clusters = [...counts].map(([mistake, count]) => ({ ...(JSON.parse(mistake) as Cluster), count }));
  return clusters.sort((a, b) => b.count - a.count);
}

/** As texts, so that a learner who makes a mistake in three tests counts once. */
function mistakesOf({ name, status, reason, tests }: ExerciseResult): string[] {
  const of = (rung: string | null, message: string): string =>
    JSON.stringify({ exercise: name, rung, message });
  if (status === "full") return [];
  if (reason !== null || status !== "wrong") return [of(null, reason ?? status.replace("_", " "))];
  return tests.flatMap((t) => (t.status === "fail" ? [of(t.rung, t.message ?? "")] : []));
}

function named({ exercises }: Result, name: string): ExerciseResult {
  return exercises.find((e) => e.name === name)!;
}

function mean(numbers: readonly number[]): number {
  return round(numbers.reduce((sum, n) => sum + n, 0) / numbers.length);
}
