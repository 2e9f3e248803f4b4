// autograder release: writes notebooks/ from the assignments' sources, or says what is stale.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { assignmentsFolder } from "../assignment.js";
import { readArguments, UsageError } from "./arguments.js";
import { assignmentFolders } from "./assignment-folders.js";
import type { Command } from "./commands.js";

const notebooks = fileURLToPath(new URL("../../../notebooks", import.meta.url));

export const release: Command = {
  name: "release",
  summary: "write the learners' notebooks from the assignments' sources",
  help: `Usage: autograder release [ASSIGNMENT …] [options]

Writes the learners' notebooks: solutions become stubs, hidden tests stay behind, outputs are empty. Without ASSIGNMENT, an id or a
folder, all of autograder/assignments/ goes to notebooks/. Equal sources give equal notebooks, byte for byte. A notebook that
somebody worked in is first copied to NAME.work-HASH.ipynb.

Examples:
  npx autograder release
  npx autograder release --check
  npx autograder release 01-averages --out notebooks

Options:
  --check      write nothing; exit code 1 when a notebook is stale
  --out DIR    another folder than notebooks/
  --solved     the instructor's notebooks, with solutions; needs --out
  --help       this text

Exit code: 0 up to date, 1 stale or not written, 2 wrong usage.
`,
  run,
};

async function run(args: readonly string[]): Promise<number> {
  const given = readArguments(args, { flags: ["check", "solved"], values: ["out"] });
  const out = given.value("out");
  if (out === null && given.has("solved"))
    throw new UsageError("release: --solved needs --out, away from the learners' notebooks");
  if (out === null && given.files.length > 0)
    throw new UsageError("release: chosen assignments need --out DIR");
  const files = await filesFor(given.files, given.has("solved"));
  const folder = out ?? notebooks;
  const { staleFiles, writeRelease } = await import("../release/index.js");
  const stale = given.has("check") ? await staleFiles(files, folder) : await writeRelease(files, folder);
  const word = given.has("check") ? "stale  " : "written";
  for (const path of stale) process.stdout.write(`${word}  ${join(folder, path)}\n`);
  if (stale.length === 0) process.stdout.write(`all ${files.size} files are up to date\n`);
  return given.has("check") && stale.length > 0 ? 1 : 0;
}

async function filesFor(names: readonly string[], isSolved: boolean): Promise<Map<string, string>> {
  const { assignmentIds, filesOf, releasedFiles, releaseNotebook, solvedNotebook } = await import(
    "../release/index.js"
  );
  if (names.length === 0 && !isSolved) return releasedFiles(assignmentsFolder);
  const dirs = assignmentFolders(names.length > 0 ? names : await assignmentIds(assignmentsFolder));
  return filesOf(
    dirs,
    join(assignmentsFolder, "lib", "check.ts"),
    isSolved ? solvedNotebook : releaseNotebook,
  );
}
