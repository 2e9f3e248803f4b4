// The judge's process: one grader, one notebook at a time, until the parent goes away.
import { Grader } from "../grader.js";
import { BrokenAssignment, Trouble } from "../trouble.js";
import type { Answer, JudgeOptions, JudgeRequest } from "./judge-process.js";

const { assignment, root, layers } = JSON.parse(process.argv[2]!) as JudgeOptions;
const opened = Grader.open({ mode: "grade", assignment, root, layers: [layers] });
opened.catch(() => {}); // the first request tells

process.on("disconnect", () => process.exit());
process.on("message", (request: JudgeRequest) => {
  void answer(request).then((said) => process.send!(said));
});

async function answer({ text, name }: JudgeRequest): Promise<Answer> {
  try {
    const grader = await opened;
    const result = await grader.gradeText(text, name);
    return { result, slowestKill: grader.slowestKill };
  } catch (error) {
    if (error instanceof BrokenAssignment) return { broken: error.message };
    // A grader in doubt about itself is not used again.
    if (!(error instanceof Trouble)) return { crashed: error instanceof Error ? error.message : "unknown" };
    return { refused: error.message, lasting: error.message.startsWith(`${name}: `) };
  }
}
