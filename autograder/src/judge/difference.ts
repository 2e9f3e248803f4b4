// kernel-lib's words for a difference. For a hidden test the masked ones are taken: a hidden input must not come back as
// "dw is the number 3.25, expected …".
import type { Difference } from "kernel-lib";
import { isRung } from "../ladder.js";
import type { Outcome } from "./outcome.js";

/** @param reveal - the test is public: expected and received numbers may be shown */
export function describeDifference(found: Difference, reveal: boolean): Outcome {
  const { rung, said, maskedSaid, clue } = found;
  return { rung: isRung(rung) ? rung : "values", said: reveal ? said : maskedSaid, mistake: clue };
}
