// Coursera's feedback.json: a share from 0 to 1 and a text that the learner reads
// (https://github.com/coursera/programming-assignments-demo, custom-graders/v2).
import { english, type Words } from "../messages/say.js";
import type { LearnerResult } from "../report/learner-view.js";
import { terminalReport } from "../report/terminal.js";

export function coursera(result: LearnerResult, words: Words = english): object {
  const share = result.maxPoints > 0 ? result.points / result.maxPoints : 0;
  return {
    fractionalScore: Math.min(1, Math.max(0, Math.round(share * 1e6) / 1e6)),
    feedback: terminalReport(result, { color: false, verbose: false, words }).trim(),
    feedbackType: "TXT",
  };
}
