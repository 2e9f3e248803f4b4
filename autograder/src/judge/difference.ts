// kernel-lib's words for a difference. For a hidden test the masked ones are taken: a hidden input must not come back as
// "dw is the number 3.25, expected …".
import type { Difference } from "kernel-lib";
import { isRung } from "../ladder.js";
import { said as sayId } from "../messages/say.js";
import type { Outcome } from "./outcome.js";

/** @param reveal - the test is public: expected and received numbers may be shown */
export function describeDifference(found: Difference, exercise: string, reveal: boolean): Outcome {
  const { rung, said, maskedSaid, clue } = found;
  const words = reveal ? said : maskedSaid;
  return {
    rung: isRung(rung) ? rung : "values",
    // A test may throw a difference of its own making, with no phrases in it.
    said: Array.isArray(words) ? words : [sayId("judge.values", { name: exercise })],
    mistake: clue ?? null,
  };
}
