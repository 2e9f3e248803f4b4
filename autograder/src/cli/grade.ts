// autograder grade and autograder check: one engine, hidden tests or visible ones.
import { existsSync, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Grader } from "../grader.js";
import { terminalReport } from "../report/terminal.js";
import type { Mode, Result } from "../result.js";
import { Trouble } from "../trouble.js";
import { type Arguments, readArguments, UsageError } from "./arguments.js";
import type { Command } from "./commands.js";
import { gradeFolder } from "./grade-class.js";
import { useColor } from "./terminal.js";

const options = `
  --json FILE        write the result, or a list of results, as JSON
  --assignment ID    the assignment's id or folder, when the notebook does not say
  --verbose          list the tests that hold, too, and the sandbox's layers
  --help             this text

Exit code: 0 graded, 1 something could not be graded, 2 wrong usage, 130 stopped with Ctrl-C.
`;

export const grade: Command = {
  name: "grade",
  summary: "grade notebooks with the hidden tests",
  help: `Usage: autograder grade FILE.ipynb [more files] [options]
       autograder grade SUBMISSIONS_DIR --out RESULTS_DIR [--workers N]

Takes the exercises' functions out of the notebook, runs them in a sandbox and judges them with the hidden tests.

A folder is a class: NAME.ipynb, or the one notebook in the folder NAME, is learner NAME's. RESULTS_DIR gets
learners/NAME.json as each one lands, then summary.csv. A second run grades what has changed; a run that was killed goes on
where it was. Links are refused.

Examples:
  npx autograder grade notebooks/02-logistic-regression.ipynb
  npx autograder grade anna.ipynb ben.ipynb --json results.json
  npx autograder grade submissions --out results

Options:
  --out DIR          for a folder: where the results go
  --workers N        for a folder: how many are graded at a time; one per core if not given${options}`,
  run: (args) => runGrade(args),
};

export const check: Command = {
  name: "check",
  summary: "run the visible tests on a notebook",
  help: `Usage: autograder check FILE.ipynb [more files] [options]

Runs the tests that the notebook's CHECK cells run, and shows their messages in full.

Example:
  npx autograder check notebooks/02-logistic-regression.ipynb

Options:${options}`,
  run: (args) => run("check", readArguments(args, known)),
};

const known = { flags: ["verbose"], values: ["json", "assignment"] };

/** One folder is a class; anything else is a list of notebooks. */
async function runGrade(args: readonly string[]): Promise<number> {
  const given = readArguments(args, { ...known, values: [...known.values, "out", "workers"] });
  const [folder, ...more] = given.files;
  const isFolder = (file: string): boolean =>
    statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
  const isOfClass = given.value("out") !== null && more.length === 0;
  if (isOfClass && folder && !folder.endsWith(".ipynb") && !existsSync(folder))
    throw new Trouble(`${folder}: not found`, "give the folder of submissions");
  if (!given.files.some(isFolder)) {
    for (const option of ["out", "workers"])
      if (given.value(option) !== null)
        throw new UsageError(`grade: --${option} is for a folder of submissions`);
    return run("grade", given);
  }
  if (more.length > 0)
    throw new UsageError("grade: one folder of submissions at a time, without other files");
  if (given.value("json") !== null)
    throw new UsageError("grade: a folder's results go to --out DIR, not --json");
  return gradeFolder(folder!, given);
}

async function run(mode: Mode, given: Arguments): Promise<number> {
  if (given.files.length === 0)
    throw new UsageError(`${mode}: which notebook? Give the path of an .ipynb file`);
  const json = given.value("json");
  if (json && existsSync(json) && given.files.some((file) => resolve(file) === resolve(json)))
    throw new UsageError("--json FILE would overwrite the notebook");
  const { Grader } = await import("../grader.js");
  const grader = await Grader.open({ mode, assignment: given.value("assignment") });
  try {
    const results = await gradeAll(grader, given.files, given.has("verbose"));
    if (json) writeJson(json, given.files.length === 1 ? (results[0] ?? null) : results);
    return results.length === given.files.length ? 0 : 1;
  } finally {
    await grader.close();
  }
}

/** One notebook that cannot be graded does not stop the others. */
async function gradeAll(grader: Grader, files: readonly string[], verbose: boolean): Promise<Result[]> {
  const results: Result[] = [];
  for (const file of files) {
    try {
      const result = await grader.gradeFile(file);
      const { isTTY, columns = 100 } = process.stdout;
      const shape = { color: useColor(process.stdout), width: isTTY ? columns : null };
      process.stdout.write(`${terminalReport(result, { ...shape, verbose })}\n`);
      results.push(result);
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      process.stderr.write(`${error.message}\n`);
    }
  }
  return results;
}

function writeJson(path: string, value: unknown): void {
  try {
    writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
  } catch (cause) {
    throw new Trouble(`${path}: cannot be written`, "choose another file for --json", { cause });
  }
}
