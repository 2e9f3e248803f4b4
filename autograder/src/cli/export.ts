// autograder export: results in the formats of others, and feedback for learners.
import { join } from "node:path";
import { writeWhole } from "../class/record.js";
import { type Entry, readEntries } from "../export/entries.js";
import { type Format, formats } from "../export/formats.js";
import { makeFolder } from "../folder.js";
import { type Phase, phases } from "../report/learner-view.js";
import { printableName } from "../report/printable.js";
import { readArguments, UsageError } from "./arguments.js";
import type { Command } from "./commands.js";

const width = Math.max(...Object.keys(formats).map((name) => name.length));

export const exportResults: Command = {
  name: "export",
  summary: "feedback for learners, and results for other systems",
  help: `Usage: autograder export RESULTS --format FORMAT [--out PATH] [--for WHEN]

RESULTS is what autograder grade wrote: a file of --json, or the folder of --out.

Formats:
${Object.entries(formats)
  .map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  .join("\n")}

Tests that assignment.json keeps back are left out, with their points, until WHEN they may be seen.

Examples:
  npx autograder export results --format html --out feedback
  npx autograder export result.json --format gradescope --out results.json
  npx autograder export results --format nbgrader --for after_release > grades.csv

Options:
  --format FORMAT  one of the list above
  --out PATH       a file; for a learner's format and more than one result, a folder. Otherwise to the terminal
  --for WHEN       ${phases.join(", ")}; ${phases[0]} if not given
  --help           this text

Exit code: 0 written, 1 the results cannot be read or nothing can be written, 2 wrong usage.
`,
  run,
};

async function run(args: readonly string[]): Promise<number> {
  const given = readArguments(args, { flags: [], values: ["format", "out", "for"] });
  const [path, ...more] = given.files;
  if (path === undefined || more.length > 0)
    throw new UsageError("export: give one file of results, or one folder");
  const format = formatOf(given.value("format"));
  const phase = phaseOf(given.value("for"));
  const out = given.value("out");
  const entries = await readEntries(path);
  if ("all" in format) await put(format.all(entries, phase), out);
  else await putEach(entries, format, phase, out);
  return 0;
}

function formatOf(name: string | null): Format {
  const list = Object.keys(formats).join(", ");
  if (name === null) throw new UsageError(`export: --format is missing: ${list}`);
  if (!Object.hasOwn(formats, name)) throw new UsageError(`export: unknown format ${name}: ${list}`);
  return formats[name]!;
}

function phaseOf(name: string | null): Phase {
  const phase = phases.find((p) => p === (name ?? "now"));
  if (!phase) throw new UsageError(`export: --for is one of ${phases.join(", ")}, got ${name}`);
  return phase;
}

async function put(text: string, out: string | null): Promise<void> {
  if (out === null) process.stdout.write(text);
  else await writeWhole(out, text);
}

/** Who could not be graded gets no feedback; a line says so. */
async function putEach(
  entries: readonly Entry[],
  format: Extract<Format, { one: unknown }>,
  phase: Phase,
  out: string | null,
): Promise<void> {
  const graded = entries.flatMap(({ learner, result }) => (result ? [{ learner, result }] : []));
  for (const { learner, reason } of entries.filter((e) => !e.result))
    process.stderr.write(`${printableName(`${learner}: not graded: ${reason ?? ""}`)}\n`);
  if (entries.length === 1 && graded.length === 1) return put(format.one(graded[0]!.result, phase), out);
  if (out === null) throw new UsageError(`export: ${graded.length} results need --out FOLDER`);
  await makeFolder(out);
  for (const { learner, result } of graded)
    await writeWhole(join(out, `${learner}.${format.extension}`), format.one(result, phase));
}
