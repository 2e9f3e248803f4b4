// A result with everything in it, made by hand: what reports and exports are tested with.
import type { Warning } from "../../src/extract/types.js";
import { said } from "../../src/messages/say.js";
import type { ExerciseResult, Result, TestResult, Visibility } from "../../src/result.js";

export function passed(title: string, points: number, visibility: Visibility = "now"): TestResult {
  const none = { rung: null, message: null, said: null, mistake: null, hint: null };
  return { title, status: "ok", points, maxPoints: points, visibility, ...none };
}

export function failed(
  title: string,
  maxPoints: number,
  text: string,
  more: Partial<TestResult> = {},
): TestResult {
  const words = [said("text", { text })];
  const all = { rung: "values", message: text, said: words, mistake: null, hint: null } as const;
  return { title, status: "fail", points: 0, maxPoints, visibility: "now", ...all, ...more };
}

export function exercise(
  name: string,
  tests: TestResult[],
  more: Partial<ExerciseResult> = {},
): ExerciseResult {
  const points = tests.reduce((sum, t) => sum + t.points, 0);
  const maxPoints = tests.reduce((sum, t) => sum + t.maxPoints, 0);
  const status = tests.every((t) => t.status === "ok") ? "full" : "wrong";
  const reasonSaid = more.reason == null ? null : [said("text", { text: more.reason })];
  return { name, status, points, maxPoints, cell: 3, reason: null, reasonSaid, tests, ...more };
}

/** A remark about the notebook in these words. */
export function noted(text: string, severity: Warning["severity"] = "warning"): Warning {
  const about = { kind: "duplicate", severity, cell: 1, exercise: null } as const;
  return { ...about, message: text, said: [said("text", { text })] };
}

export function resultOf(exercises: ExerciseResult[], more: Partial<Result> = {}): Result {
  return {
    schema: 1,
    mode: "grade",
    assignment: { id: "90-x", title: "Vectors", version: "1.0.0" },
    suite: "ab".repeat(32),
    notebook: { file: "anna.ipynb", sha256: "cd".repeat(32), release: null },
    seed: 7,
    versions: { autograder: "0.1.0", kernelLib: "0.1.0", node: "20.19.0" },
    layers: { deno: "2.9.5", bubblewrap: true, rlimits: true, seccomp: false },
    points: exercises.reduce((sum, e) => sum + e.points, 0),
    maxPoints: exercises.reduce((sum, e) => sum + e.maxPoints, 0),
    exercises,
    warnings: [],
    ...more,
  };
}
