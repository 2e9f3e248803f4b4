// autograder verify: is an assignment ready for learners?
import { loadAssignment } from "../assignment.js";
import { calibrate, type Pace, quickest, timeCall } from "../authoring/pace.js";
import type { Check } from "../authoring/verify.js";
import { painter, red } from "../report/terminal.js";
import { readArguments, UsageError } from "./arguments.js";
import { assignmentFolders } from "./assignment-folders.js";
import type { Command } from "./commands.js";
import { useColor } from "./terminal.js";

const green = 32;

export const verifyAssignment: Command = {
  name: "verify",
  summary: "check that an assignment is ready for learners",
  help: `Usage: autograder verify ASSIGNMENT [more] [--calibrate]

ASSIGNMENT is an id or a folder. Checks that the solution gets full marks and the untouched notebook none, that the time
limit follows from what was measured and leaves room for slower solutions, that nothing hidden is in the release, that two
releases are equal byte for byte, and that the hidden tests notice every mutant of the solution: the solution with one small
mistake. A mutant that makes no difference is listed in assignment.json with the reason:

  "survivors": { "centre: m -> m + 0": "adding 0 is no mistake" }

Examples:
  npx autograder verify 02-logistic-regression
  npx autograder verify 01-averages --calibrate

Options:
  --calibrate  measure the solution, the quickest of three runs, and write limits into assignment.json first
  --help       this text

Exit code: 0 ready, 1 not ready, 2 wrong usage.
`,
  run,
};

async function run(args: readonly string[]): Promise<number> {
  const given = readArguments(args, { flags: ["calibrate"], values: [] });
  if (given.files.length === 0) throw new UsageError("verify: which assignment? Give an id or a folder");
  const { verify } = await import("../authoring/verify.js");
  let isReady = true;
  for (const dir of assignmentFolders(given.files)) {
    if (given.has("calibrate")) await measure(dir);
    const assignment = await loadAssignment(dir);
    process.stdout.write(`${assignment.id}\n`);
    for await (const check of verify({ assignment, step: progress })) isReady = tell(check) && isReady;
  }
  return isReady ? 0 : 1;
}

function progress(done: number, total: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(done < total ? `\r\u001b[Kmutants: round ${done} of ${total}` : "\r\u001b[K");
}

function tell({ name, problems, note }: Check): boolean {
  const paint = painter(useColor(process.stdout));
  const isFine = problems.length === 0;
  const mark = isFine ? paint(green, "ok  ") : paint(red, "fail");
  const lines = [
    `  ${mark}  ${name}${note ? ` (${note})` : ""}`,
    ...problems.map((problem) => `        ${problem}`),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  return isFine;
}

const runs = 3;

async function measure(dir: string): Promise<void> {
  const [{ Grader }, { solvedNotebook }] = await Promise.all([
    import("../grader.js"),
    import("../release/index.js"),
  ]);
  const paces: Pace[] = [];
  const timed = (name: string, seconds: number): void => timeCall(paces.at(-1)!, name, seconds);
  const grader = await Grader.open({ mode: "grade", assignment: dir, timed });
  try {
    const solved = await solvedNotebook(dir);
    for (let run = 0; run < runs; run++) {
      paces.push(new Map());
      await grader.gradeText(solved, "solution.ipynb");
    }
  } finally {
    await grader.close();
  }
  process.stdout.write(`limits.cpuSeconds is now ${await calibrate(dir, quickest(paces))}\n`);
}
