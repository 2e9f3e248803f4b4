// The one result of grading a notebook. Everything else (reports, exports) is a pure function of it. It is the same, byte
// for byte, for the same notebook, assignment, versions and layers: `autograder replay` shows it.
import type { Said } from "kernel-lib";
import type { Warning } from "./extract/types.js";
import type { Rung } from "./ladder.js";
import type { Layers } from "./sandbox/launch.js";

export type TestStatus = "ok" | "fail" | "skip" | "not_run";

/** From when on a learner sees a test in what is handed out. */
export const visibilities = ["now", "after_due_date", "after_release", "never"] as const;
export type Visibility = (typeof visibilities)[number];

export interface TestResult {
  readonly title: string;
  readonly status: TestStatus;
  readonly points: number;
  readonly maxPoints: number;
  readonly visibility: Visibility;
  /** The rung that broke, of a failed test. */
  readonly rung: Rung | null;
  /** What broke, in words a learner may read. */
  readonly message: string | null;
  /** The message as phrases, for other languages. */
  readonly said: readonly Said[] | null;
  /** The mistake, when it is a known one: equal for everybody who makes it. */
  readonly mistake: string | null;
  /** The instructor's hint for whoever fails the test. */
  readonly hint: string | null;
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
  /** The reason as phrases, for other languages. */
  readonly reasonSaid: readonly Said[] | null;
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
  /** Of the inputs that hidden tests draw: another one for every submission. */
  readonly seed: number;
  readonly versions: { readonly autograder: string; readonly kernelLib: string; readonly node: string };
  readonly layers: Layers & { readonly deno: string };
  readonly points: number;
  readonly maxPoints: number;
  readonly exercises: readonly ExerciseResult[];
  readonly warnings: readonly Warning[];
}
