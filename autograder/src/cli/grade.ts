// autograder grade and autograder check: one engine, hidden tests or visible ones.
import { existsSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { Grader } from "../grader.js";
import { terminalReport } from "../report/terminal.js";
import type { Mode, Result } from "../result.js";
import { Trouble } from "../trouble.js";
import { readArguments, UsageError } from "./arguments.js";
import type { Command } from "./commands.js";
import { useColor } from "./terminal.js";

const options = `
  --json FILE        write the result, or a list of results, as JSON
  --assignment ID    the assignment, when the notebook does not say
  --verbose          list the tests that hold, too, and the sandbox's layers
  --help             this text

Exit code: 0 graded, 1 something could not be graded, 2 wrong usage.
`;

export const grade: Command = {
  name: "grade",
  summary: "grade notebooks with the hidden tests",
  help: `Usage: autograder grade FILE.ipynb [more files] [options]

Takes the exercises' functions out of the notebook, runs them in a sandbox and judges them with the hidden tests.

Examples:
  npx autograder grade notebooks/02-logistic-regression.ipynb
  npx autograder grade submissions/*.ipynb --json results.json

Options:${options}`,
  run: (args) => run("grade", args),
};

export const check: Command = {
  name: "check",
  summary: "run the visible tests on a notebook",
  help: `Usage: autograder check FILE.ipynb [more files] [options]

Runs the tests that the notebook's CHECK cells run, and shows their messages in full.

Example:
  npx autograder check notebooks/02-logistic-regression.ipynb

Options:${options}`,
  run: (args) => run("check", args),
};

async function run(mode: Mode, args: readonly string[]): Promise<number> {
  const given = readArguments(args, { flags: ["verbose"], values: ["json", "assignment"] });
  if (given.files.length === 0)
    throw new UsageError(`${mode}: which notebook? Give the path of an .ipynb file`);
  const json = given.value("json");
  if (json && existsSync(json) && given.files.some((file) => resolve(file) === resolve(json)))
    throw new UsageError("--json FILE would overwrite the notebook");
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
      process.stdout.write(`${terminalReport(result, { color: useColor(process.stdout), verbose })}\n`);
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
