// The one result of grading a notebook. Everything else (reports, exports) is a pure function of it. Apart from `timing`
// it is the same for the same notebook, assignment and layers.
import type { Warning } from "./extract/types.js";
import type { Rung } from "./ladder.js";
import type { Layers } from "./sandbox/launch.js";

export type TestStatus = "ok" | "fail" | "skip" | "not_run";

export interface TestResult {
  readonly title: string;
  readonly status: TestStatus;
  /** The rung that broke, of a failed test. */
  readonly rung: Rung | null;
  /** What broke, in words a learner may read. */
  readonly message: string | null;
}

export type ExerciseStatus = "not_started" | "missing" | "wrong" | "full";

export interface ExerciseResult {
  readonly name: string;
  readonly status: ExerciseStatus;
  readonly points: number;
  readonly maxPoints: number;
  /** The cell that is graded, counted from 1. */
  readonly cell: number | null;
  /** Why nothing was run, if nothing was. */
  readonly reason: string | null;
  readonly tests: readonly TestResult[];
}

export type Mode = "grade" | "check";

export interface Result {
  readonly schema: 1;
  readonly mode: Mode;
  readonly assignment: { readonly id: string; readonly title: string; readonly version: string };
  /** SHA-256 of the assignment's source and tests. */
  readonly suite: string;
  readonly notebook: { readonly file: string; readonly sha256: string; readonly release: string | null };
  readonly layers: Layers & { readonly deno: string };
  readonly points: number;
  readonly maxPoints: number;
  readonly exercises: readonly ExerciseResult[];
  readonly warnings: readonly Warning[];
  readonly timing: { readonly seconds: number };
}
