// What lies in a folder of submissions: NAME.ipynb or NAME/ANY.ipynb is learner NAME's. Links and devices are never
// followed or opened: a link could show another learner's work, or a file of the grader's own.
import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Trouble } from "../trouble.js";

export interface Submission {
  /** The file's name without .ipynb, or the folder's. */
  readonly learner: string;
  /** Path below the folder of submissions, with "/". */
  readonly file: string;
  /** Why it is not even opened, if so. */
  readonly refusal: string | null;
}

export interface Scan {
  readonly submissions: readonly Submission[];
  /** Lines about entries that are nobody's submission. */
  readonly notes: readonly string[];
}

/** File systems take 255 bytes; a record's name needs an ending. */
const longestName = 200;

/** @param out - the folder of results, skipped if it lies among the submissions. @throws Trouble for no folder */
export async function findSubmissions(folder: string, out: string): Promise<Scan> {
  const entries = await list(folder).catch((cause: unknown) => {
    throw new Trouble(`${folder}: cannot be listed (${(cause as NodeJS.ErrnoException).code})`, undefined, {
      cause,
    });
  });
  const submissions: Submission[] = [];
  const notes: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith(".") || resolve(folder, entry.name) === resolve(out)) continue;
    const found = await submissionOf(folder, entry);
    if (typeof found === "string") notes.push(`${entry.name}: ${found}`);
    else submissions.push(found);
  }
  return { submissions: withoutDoubles(submissions, notes), notes };
}

async function list(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A submission, or why the entry is none. */
async function submissionOf(folder: string, entry: Dirent): Promise<Submission | string> {
  const isNotebook = isNamedNotebook(entry.name);
  const learner = isNotebook && !entry.isDirectory() ? entry.name.slice(0, -".ipynb".length) : entry.name;
  if (Buffer.byteLength(entry.name) > longestName)
    return `ignored: its name is longer than ${longestName} bytes`;
  if (entry.isDirectory()) return fromFolder(join(folder, entry.name), learner);
  const refusal = oddity(entry);
  if (!refusal && !isNotebook)
    return isArchive(entry.name)
      ? "ignored: an archive; unpack it into a folder with the learner's name"
      : "ignored: not an .ipynb file";
  return { learner, file: entry.name, refusal };
}

/** Windows and some mail programs write .IPYNB. */
const isNamedNotebook = (name: string): boolean => /\.ipynb$/i.test(name);
const isArchive = (name: string): boolean => /\.(zip|7z|rar|tar|tgz|tar\.\w+)$/i.test(name);

async function fromFolder(path: string, learner: string): Promise<Submission> {
  const entries = await list(path).catch(() => null);
  if (!entries)
    return {
      learner,
      file: learner,
      refusal: "the folder cannot be listed: give yourself the right to read it",
    };
  const notebooks = entries.filter((e) => isNamedNotebook(e.name) && !e.name.startsWith("."));
  const [first] = notebooks;
  if (notebooks.length === 1) return { learner, file: `${learner}/${first!.name}`, refusal: oddity(first!) };
  const refusal = first
    ? `${notebooks.length} notebooks in the folder: keep one`
    : "no notebook in the folder: put the .ipynb right into it";
  return { learner, file: learner, refusal };
}

function oddity(entry: Dirent): string | null {
  if (entry.isSymbolicLink()) return "a symbolic link: not followed; put the file itself there";
  return entry.isFile() ? null : "not a regular file; put the notebook itself there";
}

/** Two submissions of one name, also where file systems do not tell a from A, would share a record. */
function withoutDoubles(submissions: readonly Submission[], notes: string[]): Submission[] {
  const seen = new Map<string, number>();
  const kept: Submission[] = [];
  for (const submission of submissions) {
    const id = submission.learner.normalize("NFC").toLowerCase();
    const index = seen.get(id);
    if (index === undefined) seen.set(id, kept.push(submission) - 1);
    else {
      const first = kept[index]!;
      const refusal = `two submissions of one name: ${first.file} and ${submission.file}; keep one`;
      kept[index] = { ...first, refusal: first.refusal ?? refusal };
      notes.push(`${submission.file}: refused: ${refusal}`);
    }
  }
  return kept;
}
