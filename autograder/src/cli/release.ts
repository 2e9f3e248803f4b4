// autograder release: writes notebooks/ from the assignments' sources, or says what is stale.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { assignmentsFolder } from "../assignment.js";
import { releasedFiles, staleFiles, writeRelease } from "../release/index.js";
import { readArguments, UsageError } from "./arguments.js";
import type { Command } from "./commands.js";

const notebooks = fileURLToPath(new URL("../../../notebooks", import.meta.url));

export const release: Command = {
  name: "release",
  summary: "write the learners' notebooks from the assignments' sources",
  help: `Usage: autograder release [options]

Writes notebooks/ from autograder/assignments/: solutions become stubs, hidden tests stay behind, outputs are empty.
Equal sources give equal notebooks, byte for byte. A notebook that somebody worked in is first copied to NAME.work-HASH.ipynb.

Options:
  --check      write nothing; exit code 1 when a notebook is stale
  --out DIR    another folder than notebooks/
  --help       this text
`,
  run,
};

async function run(args: readonly string[]): Promise<number> {
  const given = readArguments(args, { flags: ["check"], values: ["out"] });
  if (given.files.length > 0) throw new UsageError(`release: takes no files, got ${given.files.join(" ")}`);
  const out = given.value("out") ?? notebooks;
  const files = await releasedFiles(assignmentsFolder);
  const stale = given.has("check") ? await staleFiles(files, out) : await writeRelease(files, out);
  const word = given.has("check") ? "stale  " : "written";
  for (const path of stale) process.stdout.write(`${word}  ${join(out, path)}\n`);
  if (stale.length === 0) process.stdout.write(`all ${files.size} files are up to date\n`);
  return given.has("check") && stale.length > 0 ? 1 : 0;
}
