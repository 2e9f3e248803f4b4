// What extraction takes and gives: plain data, since it crosses a thread.
import type { Said } from "kernel-lib";

export interface CodeCell {
  /** Place among all cells of the notebook, from 1, as a person counts them. */
  readonly number: number;
  readonly source: string;
  /** Of nbformat 4.5. */
  readonly id?: string | undefined;
}

/** Letters; longer cells are not parsed. */
export const longestCell = 200_000;

export interface ExerciseNeed {
  readonly name: string;
  /** Graded functions that are the reference's while this one is graded. */
  readonly calls: readonly string[];
}

export interface ExtractRequest {
  readonly cells: readonly CodeCell[];
  readonly exercises: readonly ExerciseNeed[];
  /** Cells that are not code: looked at for exercises that no code cell defines. */
  readonly otherCells?: readonly CodeCell[];
  /** The release that the notebook says it was made from; null when it says nothing. */
  readonly release?: string | null;
  /** Parts of kernel-lib that the assignment is about, like "nn": not there while it is graded. */
  readonly withhold?: readonly string[];
}

export interface Warning {
  readonly kind:
    | "syntax"
    | "too-deep"
    | "too-long"
    | "duplicate"
    | "misspelt"
    | "retyped"
    | "layout"
    | "release"
    | "unknown-name"
    | "notebook-value"
    | "refused"
    | "leftover"
    | "async"
    | "form"
    | "along"
    | "gone"
    | "file";
  /** A note is about what makes no difference to the points. */
  readonly severity: "warning" | "note";
  readonly message: string;
  /** The message as phrases, for other languages. */
  readonly said: readonly Said[];
  readonly cell: number | null;
  readonly exercise: string | null;
}

export type ExtractedStatus = "found" | "missing" | "not_started" | "refused";

/** A method of a class that is an exercise. */
export interface Method {
  readonly name: string;
  readonly params: readonly string[];
  /** The reference's is async, or the learner's is written so. */
  readonly isAsync: boolean;
}

export interface Extracted {
  readonly name: string;
  readonly status: ExtractedStatus;
  readonly cell: number | null;
  /** JavaScript whose last statement returns the function; null unless found. */
  readonly program: string | null;
  /** Names of all reference functions in the program: where it runs, none of these may be graded. */
  readonly references: readonly string[];
  readonly params: readonly string[];
  /** Why it is refused, or what may be meant when it is missing. */
  readonly reason: string | null;
  /** The reason as phrases. */
  readonly reasonSaid: readonly Said[] | null;
  /** The reference is an async function, or the learner's is written so: what it promises is waited for. */
  readonly isAsync: boolean;
  /** The reference is a class, with these methods. */
  readonly methods?: readonly Method[];
  /** Other exercises' classes that the program takes from where they are loaded. */
  readonly classes?: readonly string[];
}

export interface Extraction {
  readonly functions: readonly Extracted[];
  readonly warnings: readonly Warning[];
}
