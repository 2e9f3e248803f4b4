// A failed test as rung and words. Hidden tests keep their expected values, inputs and source: their words come from the
// ladder, from shapes and types, and from our own sentences; a visible test's message is shown as it is.
import type { Difference, Said } from "kernel-lib";
import type { Rung } from "../ladder.js";
import { said } from "../messages/say.js";
import { LearnerError, type LearnerFailure } from "../sandbox/learner-error.js";
import { thrownWords } from "../sandbox/refusals.js";
import { describeDifference } from "./difference.js";

export interface Outcome {
  readonly rung: Rung;
  readonly said: readonly Said[];
  /** The mistake, when it is a known one. */
  readonly mistake: string | null;
}

/** Thrown by the judge itself when the values are right but inputs were changed on the way. */
export class InputsChanged extends Error {
  override name = "InputsChanged";
  readonly said: readonly Said[];

  /** @param changed - inputs and their functions, like ["w", "propagate"] */
  constructor(changed: readonly (readonly [string, string])[]) {
    super("inputs changed");
    this.said = changed.flatMap(([input, name], i) => [
      ...(i > 0 ? [said("and")] : []),
      said("judge.changed", { input, name }),
    ]);
  }
}

const rungOf: Record<LearnerFailure, Rung> = {
  missing: "exists",
  callable: "callable",
  class: "callable",
  load: "callable",
  gone: "returns",
  nested: "returns",
  callbacks: "returns",
  promise: "type",
  refused: "type",
  threw: "returns",
  timeout: "returns",
  slow: "returns",
  memory: "returns",
  unsettled: "returns",
  died: "returns",
  protocol: "returns",
};

/** @param reveal - the test is public: expected values and the learner's own messages may be shown */
export function outcomeOf(error: unknown, exercise: string, reveal: boolean): Outcome {
  if (error instanceof LearnerError) return fromLearner(error, reveal);
  if (error instanceof InputsChanged) return { rung: "inputs", said: error.said, mistake: "changed" };
  const { difference } = (error ?? {}) as { difference?: Difference };
  if (difference) return describeDifference(difference, exercise, reveal);
  const { name, message } = error instanceof Error ? error : new Error("");
  if (name !== "AssertionError") return fromBrokenUse(message, exercise, reveal);
  const words = reveal ? said("text", { text: message }) : said("judge.values", { name: exercise });
  return { rung: "values", said: [words], mistake: null };
}

function fromLearner(error: LearnerError, reveal: boolean): Outcome {
  const text = reveal && error.thrown?.message;
  const own = text ? [said("colon"), thrownWords(text)] : [];
  return { rung: rungOf[error.kind], said: [error.said, ...own], mistake: null };
}

/** The test itself stumbled over the returned value: a part is missing or of another type. */
function fromBrokenUse(message: string, exercise: string, reveal: boolean): Outcome {
  const part = /\(reading '(\w+)'\)/.exec(message)?.[1];
  const text = reveal && message;
  const which = part ? [said("judge.part", { part })] : text ? [said("colon"), said("text", { text })] : [];
  return { rung: "type", said: [said("judge.parts", { name: exercise }), ...which], mistake: null };
}

/** A test that uses a name which is nowhere defined: no value of a learner's makes it do so. */
export function isTestsOwn(error: unknown): error is ReferenceError {
  return error instanceof ReferenceError && /^\S+ is not defined$/.test(error.message);
}
