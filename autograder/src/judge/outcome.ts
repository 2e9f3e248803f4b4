// A failed test as rung and words. Hidden tests keep their expected values, inputs and source: their words come from the
// ladder, from shapes and types, and from our own sentences; a visible test's message is shown as it is.
import type { Difference } from "kernel-lib";
import { isRung, type Rung } from "../ladder.js";
import { LearnerError, type LearnerFailure } from "../sandbox/learner-error.js";
import { describeDifference } from "./difference.js";

export interface Outcome {
  readonly rung: Rung;
  readonly message: string;
}

/** Thrown by the judge itself when the values are right but inputs were changed on the way. */
export class InputsChanged extends Error {
  override name = "InputsChanged";
}

const rungOf: Record<LearnerFailure, Rung> = {
  missing: "exists",
  callable: "callable",
  load: "callable",
  promise: "type",
  refused: "type",
  threw: "returns",
  timeout: "returns",
  memory: "returns",
  unsettled: "returns",
  died: "returns",
  protocol: "returns",
};

/** @param reveal - the test is public: expected values and the learner's own messages may be shown */
export function outcomeOf(error: unknown, exercise: string, reveal: boolean): Outcome {
  if (error instanceof LearnerError) return fromLearner(error, reveal);
  if (error instanceof InputsChanged) return { rung: "inputs", message: error.message };
  const { difference } = (error ?? {}) as { difference?: Difference };
  if (difference) return fromDifference(difference, reveal);
  const { name, message } = error instanceof Error ? error : new Error("");
  if (name === "AssertionError")
    return { rung: "values", message: reveal ? message : `what ${exercise} gives is not what it should be` };
  return fromBrokenUse(message, exercise);
}

function fromLearner(error: LearnerError, reveal: boolean): Outcome {
  const said = reveal && error.thrown?.message ? `: ${error.thrown.message}` : "";
  return { rung: rungOf[error.kind], message: error.message + said };
}

function fromDifference(difference: Difference, reveal: boolean): Outcome {
  const { rung, message } = describeDifference(difference, reveal);
  return { rung: isRung(rung) ? rung : "values", message };
}

/** The test itself stumbled over the returned value: a part is missing or of another type. */
function fromBrokenUse(message: string, exercise: string): Outcome {
  const part = /\(reading '(\w+)'\)/.exec(message)?.[1];
  const which = part ? `: .${part} cannot be read` : "";
  return { rung: "type", message: `${exercise} returns a value without the parts it must have${which}` };
}
