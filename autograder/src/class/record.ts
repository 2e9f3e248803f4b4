// One learner's record on disk: written beside its place and renamed, so a file that is there is whole, whatever killed
// the run. A record carries the key of all that decided it; a later run grades again only where the key differs.
import { createHash } from "node:crypto";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../folder.js";
import type { Result } from "../result.js";
import { Trouble } from "../trouble.js";
import type { Submission } from "./submissions.js";

/** All that decides a grade. */
export interface Key {
  /** SHA-256 of the file's text. */
  readonly notebook: string;
  /** The assignment's tests and solution; of all assignments when the notebook's is not known. */
  readonly suite: string;
  /** Version and SHA-256 of the grader's code. */
  readonly grader: string;
  readonly layers: string;
  /** What was given as --assignment. */
  readonly assignment: string | null;
}

export interface LearnerRecord {
  readonly schema: 1;
  readonly learner: string;
  readonly file: string;
  readonly status: "graded" | "ungradable";
  /** Why it is ungradable. */
  readonly reason: string | null;
  /** null: another run may do better, so it tries again. */
  readonly key: Key | null;
  readonly result: Result | null;
}

export function gradedRecord({ learner, file }: Submission, result: Result, key: Key): LearnerRecord {
  return { schema: 1, learner, file, status: "graded", reason: null, key, result };
}

export function ungradableRecord(
  { learner, file }: Submission,
  reason: string,
  key: Key | null,
): LearnerRecord {
  return { schema: 1, learner, file, status: "ungradable", reason, key, result: null };
}

/** The records below a folder of results. */
export class Records {
  readonly #folder: string;

  static async open(out: string): Promise<Records> {
    const folder = join(out, "learners");
    await makeFolder(folder, out);
    return new Records(folder);
  }

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** null when there is none that can be read. */
  async read({ learner, file }: Submission): Promise<LearnerRecord | null> {
    try {
      const record = JSON.parse(await readFile(this.#path(learner), "utf8")) as LearnerRecord;
      const isOurs = record.schema === 1 && record.learner === learner && record.file === file;
      return isOurs ? record : null;
    } catch {
      return null;
    }
  }

  /** Names of learners whose records are there. */
  async learners(): Promise<string[]> {
    const files = await readdir(this.#folder);
    return files.flatMap((file) => (/^[^.].*\.json$/s.test(file) ? [file.slice(0, -".json".length)] : []));
  }

  write(record: LearnerRecord): Promise<void> {
    return writeWhole(this.#path(record.learner), `${JSON.stringify(record, null, 2)}\n`);
  }

  #path(learner: string): string {
    return join(this.#folder, `${learner}.json`);
  }
}

/** Readers see the old file or the new one. @throws Trouble when the disk refuses */
export async function writeWhole(path: string, text: string): Promise<void> {
  const beside = join(path, "..", `.${sha256(path).slice(0, 16)}.tmp`);
  try {
    await writeFile(beside, text);
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => {});
    const { code } = cause as NodeJS.ErrnoException;
    const cure = code === "ENOSPC" ? "make room on the disk" : "choose another place";
    throw new Trouble(`${path}: cannot be written (${code})`, cure, { cause });
  }
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
