// Writes what learners receive into notebooks/: a notebook per assignment, its visible tests and the check helper.

import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { writeWhole } from "../class/record.js";
import { makeFolders } from "../folder.js";
import { releaseNotebook } from "./notebook.js";

/** Released files of all assignments: path below notebooks/ and text. @param assignments - the folder of all of them */
export async function releasedFiles(assignments: string): Promise<Map<string, string>> {
  const ids = await assignmentIds(assignments);
  return filesOf(
    ids.map((id) => join(assignments, id)),
    join(assignments, "lib", "check.ts"),
    releaseNotebook,
  );
}

/**
 * Files of some assignments, wherever they lie.
 *
 * @param check - the check helper that goes with them
 * @param make - the learner's notebook of an assignment's folder, or another one
 */
export async function filesOf(
  dirs: readonly string[],
  check: string,
  make: (dir: string) => Promise<string>,
): Promise<Map<string, string>> {
  const files = new Map([["lib/check.ts", await readFile(check, "utf8")]]);
  for (const dir of dirs) {
    const id = basename(resolve(dir));
    files.set(`${id}.ipynb`, await make(dir));
    files.set(`lib/${id}.ts`, await readFile(join(dir, "visible.test.ts"), "utf8"));
  }
  return files;
}

/** Folder names of the assignments: those that begin with two digits, in order. */
export async function assignmentIds(assignments: string): Promise<string[]> {
  const names = await readdir(assignments);
  return names.filter((name) => /^\d\d-/.test(name)).sort();
}

/** Released files that differ from what stands in `notebooks`, or are missing there. */
export async function staleFiles(files: Map<string, string>, notebooks: string): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, text] of files) {
    const there = await readFile(join(notebooks, path), "utf8").catch(() => null);
    if (there !== text) stale.push(path);
  }
  return stale;
}

/** Writes the stale ones and returns their paths. A notebook that somebody worked in is kept beside the new one. */
export async function writeRelease(files: Map<string, string>, notebooks: string): Promise<string[]> {
  const stale = await staleFiles(files, notebooks);
  for (const path of stale) {
    await makeFolders(dirname(join(notebooks, path)));
    if (path.endsWith(".ipynb")) await keepWork(join(notebooks, path));
    await writeWhole(join(notebooks, path), files.get(path)!);
  }
  return stale;
}

/** Copies a notebook with outputs or a filled-in exercise to NAME.work-HASH.ipynb. */
async function keepWork(path: string): Promise<void> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null || isUntouched(text)) return;
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
  await writeWhole(path.replace(/\.ipynb$/, `.work-${hash}.ipynb`), text);
}

function isUntouched(text: string): boolean {
  try {
    return (JSON.parse(text).cells as ReleasedCell[]).every(
      (cell) =>
        !cell.outputs?.length &&
        (cell.metadata.nabla?.role !== "exercise" || cell.source.join("").includes("is still to be written")),
    );
  } catch {
    return false; // not what a release wrote: keep it
  }
}

interface ReleasedCell {
  readonly source: string[];
  readonly outputs?: unknown[];
  readonly metadata: { readonly nabla?: { readonly role: string } };
}
