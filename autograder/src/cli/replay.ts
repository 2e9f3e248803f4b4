// autograder replay: grades a result's notebook again and compares, byte for byte.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readEntries } from "../export/entries.js";
import type { Result } from "../result.js";
import { Trouble } from "../trouble.js";
import { readArguments, UsageError } from "./arguments.js";
import type { Command } from "./commands.js";

export const replay: Command = {
  name: "replay",
  summary: "grade a result's notebook again: it must give the same bytes",
  help: `Usage: autograder replay RESULT.json [--notebook FILE.ipynb] [--assignment ID]

A result names the hash of its notebook and of its tests, the seed, the versions and the layers of the sandbox. With all of
them equal the same notebook gives the same result, byte for byte. Where one differs, replay says which, and what came of it.

Examples:
  npx autograder grade anna.ipynb --json anna.json
  npx autograder replay anna.json
  npx autograder replay results/learners/anna.json --notebook submissions/anna.ipynb

Options:
  --notebook FILE    the notebook; beside the result if not given
  --assignment ID    the assignment's id or folder, when the notebook does not say
  --help             this text

Exit code: 0 the same bytes, 1 another result or nothing to compare, 2 wrong usage.
`,
  run,
};

async function run(args: readonly string[]): Promise<number> {
  const given = readArguments(args, { flags: [], values: ["notebook", "assignment"] });
  const [path, ...more] = given.files;
  if (path === undefined || more.length > 0) throw new UsageError("replay: give one result");
  const [entry, ...others] = await readEntries(path);
  if (!entry?.result || others.length > 0)
    throw new Trouble(`${path}: holds no result, or several`, "give the result of one notebook");
  const before = entry.result;
  const notebook = given.value("notebook") ?? join(dirname(path), before.notebook.file);
  if (!existsSync(notebook)) throw new Trouble(`${notebook}: not found`, "say where it is with --notebook");
  const now = await gradeAgain(notebook, before, given.value("assignment"));
  return report(before, now, path);
}

async function gradeAgain(
  notebook: string,
  { mode, notebook: { file } }: Result,
  assignment: string | null,
): Promise<Result> {
  const { Grader } = await import("../grader.js");
  const grader = await Grader.open({ mode, assignment });
  try {
    return await grader.gradeText(readFileSync(notebook, "utf8"), file);
  } finally {
    await grader.close();
  }
}

function report(before: Result, now: Result, path: string): number {
  if (JSON.stringify(before) === JSON.stringify(now)) {
    process.stdout.write(`${path}: the same, byte for byte: ${now.points}/${now.maxPoints} points\n`);
    return 0;
  }
  const causes = differences(causesOf(before), causesOf(now), "");
  const effects = differences(effectsOf(before), effectsOf(now), "");
  const lines = [...causes.map((line) => `differs: ${line}`), ...effects.map((line) => `result: ${line}`)];
  process.stdout.write(
    `${path}: ${effects.length > 0 ? "another result" : "the same marks, made otherwise"}\n${lines.join("\n")}\n`,
  );
  return 1;
}

const causesOf = ({ assignment, suite, notebook, seed, versions, layers, mode }: Result): object => ({
  ...{ assignment, suite, notebook: notebook.sha256, seed, versions, layers, mode },
});

const effectsOf = ({ points, maxPoints, exercises, warnings }: Result): object => ({
  ...{ points, maxPoints, exercises, warnings },
});

const mostLines = 12;

/** Places where two JSON values differ, with both values; the first dozen. */
function differences(a: unknown, b: unknown, place: string): string[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  const isInner = (v: unknown): v is Record<string, unknown> => typeof v === "object" && v !== null;
  if (!isInner(a) || !isInner(b)) return [`${place} was ${JSON.stringify(a)}, is ${JSON.stringify(b)}`];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys]
    .flatMap((key) => differences(a[key], b[key], place ? `${place}.${key}` : key))
    .slice(0, mostLines);
}
