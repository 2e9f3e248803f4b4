// The solved assignment with everything beside it that a learner has, in a folder of a test's own.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { releasedFiles, solvedNotebook } from "../../../autograder/src/release/index.js";
import { root } from "../../launch/common.mjs";

const assignments = join(root, "autograder", "assignments");
const id = "02-logistic-regression";

/** Where the notebook stands below the folder. */
export const solvedPath = `${id}.ipynb`;

export async function writeSolved(folder: string): Promise<void> {
  const files = await releasedFiles(assignments);
  files.set(solvedPath, await solvedNotebook(join(assignments, id)));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
