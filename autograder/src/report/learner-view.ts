// What a learner may hold of a result, at some time: tests that are not to be seen yet are taken out, with their points, so
// that no total tells how they went. Everything handed to learners is made of this, never of the result itself.
import { type ExerciseResult, type Result, type Visibility, visibilities } from "../result.js";
import { round } from "../score.js";

/** When it is handed out. */
export type Phase = Exclude<Visibility, "never">;
export const phases: readonly Phase[] = ["now", "after_due_date", "after_release"];

export interface LearnerExercise extends ExerciseResult {
  /** Tests that are left out. */
  readonly waiting: number;
}

export interface LearnerResult extends Result {
  readonly phase: Phase;
  readonly exercises: readonly LearnerExercise[];
}

export function learnerView(result: Result, phase: Phase): LearnerResult {
  const exercises = result.exercises.map((e) => learnerExercise(e, phase));
  const total = (of: (e: ExerciseResult) => number): number =>
    round(exercises.reduce((sum, e) => sum + of(e), 0));
  return {
    ...result,
    phase,
    exercises,
    points: total((e) => e.points),
    maxPoints: total((e) => e.maxPoints),
  };
}

/** After the release totals are whole, though some tests are never shown. */
function learnerExercise(exercise: ExerciseResult, phase: Phase): LearnerExercise {
  const tests = exercise.tests.filter((t) => isVisible(t.visibility, phase));
  const waiting = exercise.tests.length - tests.length;
  if (waiting === 0 || phase === "after_release") return { ...exercise, tests, waiting };
  const points = round(tests.reduce((sum, t) => sum + t.points, 0));
  const maxPoints = round(tests.reduce((sum, t) => sum + t.maxPoints, 0));
  const isFull = tests.every((t) => t.status === "ok" || t.status === "skip");
  const isJudged = exercise.status === "full" || exercise.status === "wrong";
  const status = isJudged && exercise.reason === null ? (isFull ? "full" : "wrong") : exercise.status;
  return { ...exercise, status, tests, waiting, points, maxPoints };
}

function isVisible(visibility: Visibility, phase: Phase): boolean {
  return visibilities.indexOf(visibility) <= phases.indexOf(phase);
}
