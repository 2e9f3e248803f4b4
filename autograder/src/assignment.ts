// An assignment as the grader needs it, and which one a notebook belongs to.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type AssignmentJson, readAssignmentJson } from "./assignment-json.js";
import { type ExerciseNeed, longestCell } from "./extract/types.js";
import { english } from "./messages/say.js";
import type { Notebook } from "./notebook/read.js";
import type { Visibility } from "./result.js";
import type { Limits } from "./sandbox/launch.js";
import { BrokenAssignment, Trouble } from "./trouble.js";

/** What assignment.json may say about a hidden test. */
export interface TestRule {
  /** The title below the exercise's `describe`; with `*` at its end for all titles that begin so. */
  readonly title: string;
  readonly points?: number;
  /** For whoever fails it. */
  readonly hint?: string;
  readonly visibility?: Visibility;
}

export interface Exercise extends ExerciseNeed {
  readonly points: number;
  readonly tests?: readonly TestRule[];
  /** Changing its arguments in place is what the exercise asks for. */
  readonly mutates?: boolean;
}

/** What `verify --calibrate` leaves in assignment.json. */
export interface Measured {
  readonly slowestCall: Measurement;
  readonly slowestExercise: Measurement;
}

export interface Measurement {
  readonly name: string;
  readonly seconds: number;
}

export interface Assignment {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly exercises: readonly Exercise[];
  readonly limits: Limits & { readonly measured?: Measured };
  /** Lines of the solution that the lesson shows on purpose. */
  readonly shown?: readonly string[];
  /** Mutants of the solution that make no difference, as "exercise: name", and why. */
  readonly survivors?: Readonly<Record<string, string>>;
  /** Exercises whose tests expect NaN or an infinity on purpose, and why. */
  readonly notFinite?: Readonly<Record<string, string>>;
  /** Parts of kernel-lib that learners write themselves, like "nn". */
  readonly withhold?: readonly string[];
  readonly dir: string;
  /** SHA-256 over the solution, both test files, assignment.json and variants.ts. */
  readonly suite: string;
  /** The solution, in percent format: one TypeScript module. */
  readonly solution: string;
}

/** autograder/assignments, seen from src/ and from dist/. */
export const assignmentsFolder: string = fileURLToPath(new URL("../assignments", import.meta.url));

const fileNames = ["assignment.json", "notebook.ts", "visible.test.ts", "hidden.test.ts"] as const;

/** @throws Trouble when a file is missing or assignment.json is incomplete */
export async function loadAssignment(folder: string): Promise<Assignment> {
  const dir = resolve(folder); // the canary tries a file in it by its whole path
  const texts = await Promise.all(fileNames.map((name) => readPart(dir, name)));
  const json = readAssignmentJson(texts[0]!, join(dir, "assignment.json"), basename(dir));
  const variants = await readFile(join(dir, "variants.ts"), "utf8").catch(() => "");
  const suite = createHash("sha256")
    .update([...texts, variants].join("\0"))
    .digest("hex");
  return { ...json, dir, suite, solution: texts[1]! };
}

async function readJson(dir: string): Promise<AssignmentJson> {
  const text = await readPart(dir, "assignment.json");
  return readAssignmentJson(text, join(dir, "assignment.json"), basename(dir));
}

async function readPart(dir: string, name: string): Promise<string> {
  return readFile(join(dir, name), "utf8").catch((cause: unknown) => {
    throw new BrokenAssignment(
      `assignment ${basename(dir)}: ${name} not found in ${dirname(dir)}`,
      undefined,
      {
        cause,
      },
    );
  });
}

/**
 * The folder of the assignment that a notebook answers: the given one, else the one in its metadata, else the one whose
 * exercises it defines.
 *
 * @param given - an id or a folder
 * @throws Trouble when there is none
 */
export async function findAssignment(
  notebook: Notebook,
  name: string,
  given: string | null,
  root: string,
): Promise<string> {
  const ids = await assignmentIds(root);
  const say = (id: "notebook.unknown" | "notebook.which", params: Record<string, string> = {}): Trouble =>
    new Trouble(english(id, { file: name, ids: ids.join(", ") || "-", ...params }));
  const folder = given && existsSync(join(given, "assignment.json")) ? resolve(given) : null;
  await refuseAnother(notebook, name, folder ?? join(root, given ?? notebook.assignment ?? ""), ids, root);
  if (folder) return folder;
  const wanted = given ?? notebook.assignment;
  if (wanted && ids.includes(wanted)) return join(root, wanted);
  if (wanted) throw say("notebook.unknown", { id: JSON.stringify(wanted.slice(0, longestId)) });
  const id = await mostLike(notebook, ids, root);
  if (!id) throw say("notebook.which");
  return join(root, id);
}

/** Somebody handed in the wrong file: by what it says, or by what it holds. @throws Trouble saying which it is */
async function refuseAnother(
  { codeCells, assignment }: Notebook,
  name: string,
  dir: string,
  ids: readonly string[],
  root: string,
): Promise<void> {
  if (!existsSync(join(dir, "assignment.json"))) return;
  await readJson(dir); // names what is wrong with it
  const wanted = basename(dir);
  const others = ids.filter((id) => id !== wanted).map((id) => join(root, id));
  const shares = await sharesOf(codeCells, [dir, ...others]);
  const best = shares[0]!;
  const own = shares.find((s) => s.id === wanted)!;
  const saysOther = own.share < 0.5 && assignment !== null && assignment !== wanted ? assignment : null;
  const is = best.share - own.share >= 0.5 ? best.id : saysOther?.slice(0, longestId);
  if (is !== undefined) throw new Trouble(english("notebook.another", { file: name, is, wanted }));
}

/** Of what a notebook says of itself, in messages. */
const longestId = 80;

/** @throws Trouble unless it is an assignment's id or folder */
export async function checkAssignment(given: string, root: string): Promise<void> {
  const ids = await assignmentIds(root);
  if (ids.includes(given) || existsSync(join(given, "assignment.json"))) return;
  throw new Trouble(
    `--assignment ${given}: no assignment`,
    `give a folder, or one of ${ids.join(", ") || "-"}`,
  );
}

export async function assignmentIds(root: string): Promise<string[]> {
  const names = await readdir(root).catch(() => []);
  return names.filter((id) => existsSync(join(root, id, "assignment.json"))).sort();
}

/** The assignment with the largest share of exercise names in the code: at least half, and more than any other. */
async function mostLike(
  { codeCells }: Notebook,
  ids: readonly string[],
  root: string,
): Promise<string | null> {
  const [best, second] = await sharesOf(
    codeCells,
    ids.map((id) => join(root, id)),
  );
  return best && best.share >= 0.5 && best.share > (second?.share ?? 0) ? best.id : null;
}

/** For each assignment the share of its exercises that the code names, the largest first. */
async function sharesOf(
  cells: Notebook["codeCells"],
  dirs: readonly string[],
): Promise<{ id: string; share: number }[]> {
  const short = cells.filter((c) => c.source.length <= longestCell); // a regular expression has its limits, too
  const words = new Set(short.flatMap((c) => c.source.match(/[\p{L}_$][\p{L}\d_$]*/gu) ?? []));
  const shares = await Promise.all(
    dirs.map(async (dir) => {
      const names = await exerciseNames(dir);
      return { id: basename(dir), share: names.filter((name) => words.has(name)).length / names.length || 0 };
    }),
  );
  return shares.sort((a, b) => b.share - a.share);
}

/** None where somebody is still writing: that stops nobody who is graded by another assignment. */
async function exerciseNames(dir: string): Promise<string[]> {
  const json = await readJson(dir).catch(() => null);
  return json?.exercises.map((e) => e.name) ?? [];
}
