// A solved assignment with everything beside it that a learner has, in a folder of a test's own.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { releasedFiles, solvedNotebook } from "../../../autograder/src/release/index.js";
import { root } from "../../launch/common.mjs";

const assignments = join(root, "autograder", "assignments");

/** Writes the notebook and its neighbours; returns the notebook's path below the folder. */
export async function writeSolved(folder: string, id = "02-logistic-regression"): Promise<string> {
  const notebook = `${id}.ipynb`;
  const files = await releasedFiles(assignments);
  files.set(notebook, await solvedNotebook(join(assignments, id)));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return notebook;
}
