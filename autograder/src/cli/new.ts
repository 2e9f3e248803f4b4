// autograder new: the folder of a first assignment, which verifies as it is.
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { template } from "../authoring/template.js";
import { writeWhole } from "../class/record.js";
import { makeFolder } from "../folder.js";
import { Trouble } from "../trouble.js";
import { readArguments, UsageError } from "./arguments.js";
import type { Command } from "./commands.js";

export const newAssignment: Command = {
  name: "new",
  summary: "start an assignment",
  help: `Usage: autograder new NAME [--title TITLE]

Makes the folder NAME, like 01-averages, with an assignment of one exercise that passes autograder verify. Change it bit by bit:
notebook.ts is the lesson with the solutions, visible.test.ts what learners may run, hidden.test.ts what they are graded by.

Examples:
  npx autograder new 01-averages
  npx autograder new autograder/assignments/07-trees --title "Trees: many small questions"

Options:
  --title TITLE  the notebook's title
  --help         this text

Exit code: 0 made, 1 the folder is there already or cannot be made, 2 wrong usage.
`,
  run,
};

async function run(args: readonly string[]): Promise<number> {
  const given = readArguments(args, { flags: [], values: ["title"] });
  const [path, ...more] = given.files;
  if (path === undefined || more.length > 0) throw new UsageError("new: give one name, like 01-averages");
  const id = basename(path);
  if (!/^\d\d-[a-z0-9-]+$/.test(id))
    throw new UsageError(`new: a name is two digits and words in small letters, like 01-averages, got ${id}`);
  if (existsSync(path)) throw new Trouble(`${path}: is there already`, "choose another name");
  await makeFolder(path);
  const files = template(id, given.value("title") ?? "Averages: taking the mean out");
  for (const [name, text] of files) await writeWhole(join(path, name), text);
  for (const name of files.keys()) process.stdout.write(`written  ${join(path, name)}\n`);
  process.stdout.write(`next: autograder verify ${path}\n`);
  return 0;
}
