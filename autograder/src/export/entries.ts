// The results to export: of one notebook, of several, or of a class.
import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { LearnerRecord } from "../class/record.js";
import type { Result } from "../result.js";
import { Trouble } from "../trouble.js";

export interface Entry {
  /** The learner's name in a class, else the notebook's without .ipynb. */
  readonly learner: string;
  /** null when the submission could not be graded. */
  readonly result: Result | null;
  readonly reason: string | null;
}

/** @param path - what `--json` or `--out` of `autograder grade` wrote. @throws Trouble when it is something else */
export async function readEntries(path: string): Promise<Entry[]> {
  const kind = await stat(path).catch(() => null);
  if (!kind) throw new Trouble(`${path}: not found`, "give what autograder grade wrote with --json or --out");
  if (!kind.isDirectory()) return entriesOf(await readJson(path), path);
  const folder = existsSync(join(path, "learners")) ? join(path, "learners") : path;
  const names = (await readdir(folder))
    .filter((name) => name.endsWith(".json") && !name.startsWith("."))
    .sort();
  if (names.length === 0) throw new Trouble(`${path}: holds no results`, "give the folder that --out named");
  const parts = names.map(async (name) => entriesOf(await readJson(join(folder, name)), join(folder, name)));
  return (await Promise.all(parts)).flat();
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw new Trouble(`${path}: is not JSON`, "give what autograder grade wrote with --json or --out", {
      cause,
    });
  }
}

function entriesOf(json: unknown, path: string): Entry[] {
  if (Array.isArray(json)) return json.flatMap((one) => entriesOf(one, path));
  if (isResult(json))
    return [{ learner: json.notebook.file.replace(/\.ipynb$/, ""), result: json, reason: null }];
  const { learner, result, reason } = (json ?? {}) as Partial<LearnerRecord>;
  if (typeof learner !== "string" || (result !== null && !isResult(result)))
    throw new Trouble(`${path}: is not a result of this version of autograder`, "grade again");
  if (/[/\\]|^\.*$/.test(learner))
    throw new Trouble(`${path}: ${JSON.stringify(learner)} cannot be a file's name`);
  return [{ learner, result, reason: reason ?? null }];
}

function isResult(json: unknown): json is Result {
  const { schema, exercises, versions, seed, warnings } = (json ?? {}) as Partial<Result>;
  const isWhole =
    Array.isArray(exercises) &&
    exercises.every((e) => "reasonSaid" in e) &&
    Array.isArray(warnings) &&
    warnings.every((w) => "severity" in w);
  return schema === 1 && isWhole && typeof versions === "object" && typeof seed === "number";
}
