// From an assignment's percent source to .ipynb text: the learner's notebook, the solved one, and the solved one with some
// exercises replaced. The text depends on the sources alone, so a release is the same byte for byte.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import ts from "#compiler";
import { readAssignmentJson } from "../assignment-json.js";
import { BrokenAssignment } from "../trouble.js";
import { type PercentCell, parsePercent } from "./percent.js";
import { keepSolutions, stubSolutions } from "./solution.js";

interface ReleaseList {
  readonly id: string;
  readonly version: string;
  readonly exercises: readonly { readonly name: string; readonly points: number }[];
}

interface Source {
  /** Of notebook.ts. */
  readonly path: string;
  readonly list: ReleaseList;
  readonly cells: PercentCell[];
  readonly hash: string;
}

/** How an exercise cell's source becomes what stands in the notebook; `number` counts exercises from 1. */
type View = (cell: PercentCell, number: number) => string;

/** The learner's notebook: solutions are stubs, outputs are empty. @param dir - the assignment's folder */
export async function releaseNotebook(dir: string): Promise<string> {
  return toIpynb(await readSource(dir), (cell, number) => stubSolutions(cell.source, cell.exercise!, number));
}

/** The instructor's notebook, with solutions. @param dir - the assignment's folder */
export async function solvedNotebook(dir: string): Promise<string> {
  return toIpynb(await readSource(dir), (cell) => keepSolutions(cell.source, cell.exercise!));
}

/**
 * The solved notebook with exercise cells replaced: a statement of `code` that declares an exercise goes into that
 * exercise's cell, with the statements before it that declare none. Statements after the last one stay with it.
 *
 * @param dir - the assignment's folder
 * @throws Error when `code` declares no exercise of the assignment
 */
export async function notebookWith(dir: string, code: string): Promise<string> {
  const source = await readSource(dir);
  const names = source.list.exercises.map((e) => e.name);
  const parts = splitByExercise(code, names);
  if (parts.size === 0) throw new Error(`notebookWith: the code declares none of ${names.join(", ")}`);
  return toIpynb(source, (cell) => parts.get(cell.exercise!) ?? keepSolutions(cell.source, cell.exercise!));
}

function splitByExercise(code: string, names: readonly string[]): Map<string, string> {
  const file = ts.createSourceFile("sample.ts", code, ts.ScriptTarget.Latest, true);
  const parts = new Map<string, string>();
  let start = 0;
  let last = "";
  for (const statement of file.statements) {
    const name = declaredNames(statement).find((n) => names.includes(n));
    if (!name) continue;
    parts.set(
      name,
      (parts.get(name) ?? `// EXERCISE: ${name}\n`) + code.slice(start, statement.end).trimStart(),
    );
    start = statement.end;
    last = name;
  }
  if (last) parts.set(last, (parts.get(last)! + code.slice(start)).trimEnd());
  return parts;
}

function declaredNames(node: ts.Statement): string[] {
  if ((ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) && node.name) return [node.name.text];
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.map((d) => d.name.getText());
  return [];
}

async function readSource(dir: string): Promise<Source> {
  const names = ["assignment.json", "notebook.ts", "visible.test.ts"];
  const [json, text, visible] = await Promise.all(names.map((n) => readFile(join(dir, n), "utf8")));
  const list = readAssignmentJson(json!, join(dir, "assignment.json"), basename(dir));
  const hash = createHash("sha256").update([json, text, visible].join("\0")).digest("hex").slice(0, 16);
  const path = join(dir, "notebook.ts");
  const cells = inFile(path, () => parsePercent(text!));
  checkExercises(list, cells, path);
  return { path, list, cells, hash };
}

/** What is wrong within a file, with its name. */
function inFile<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new BrokenAssignment(`${path}: ${(cause as Error).message}`, undefined, { cause });
  }
}

function checkExercises(list: ReleaseList, cells: PercentCell[], path: string): void {
  const listed = list.exercises.map((e) => e.name).join(", ");
  const found = cells.filter((c) => c.role === "exercise").map((c) => c.exercise);
  if (found.join(", ") !== listed)
    throw new BrokenAssignment(
      `${path}: its exercises are ${found.join(", ") || "none"}, assignment.json lists ${listed}`,
      "give both the same names in the same order",
    );
}

function toIpynb(source: Source, view: View): string {
  let number = 0;
  const cells = source.cells.map((cell) => {
    if (cell.role === "exercise")
      return toCell(
        cell,
        source.list,
        inFile(source.path, () => view(cell, ++number)),
      );
    return toCell(cell, source.list, cell.source);
  });
  const { id, version } = source.list;
  const metadata = {
    kernelspec: { display_name: "TypeScript", language: "typescript", name: "typescript" },
    language_info: { file_extension: ".ts", mimetype: "text/typescript", name: "typescript" },
    nabla: { assignment: id, release: source.hash, version },
  };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

function toCell(cell: PercentCell, list: ReleaseList, text: string): object {
  const source = learnerImports(text, list.id);
  const lines = source.split(/(?<=\n)/);
  const metadata = cell.role === "free" ? {} : gradingMetadata(cell, list, source);
  if (cell.kind === "markdown") return { cell_type: "markdown", id: cell.id, metadata, source: lines };
  return { cell_type: "code", execution_count: null, id: cell.id, metadata, outputs: [], source: lines };
}

/** The source imports its neighbours, the released notebook their copies in notebooks/lib. */
function learnerImports(source: string, id: string): string {
  return source.replace('"../lib/check.js"', '"./lib/check"').replace('"./visible.test.js"', `"./lib/${id}"`);
}

/** nbgrader's cell metadata, schema 3, with ours beside it. */
function gradingMetadata(cell: PercentCell, list: ReleaseList, source: string): object {
  const grade = cell.role === "check";
  const solution = cell.role === "exercise";
  const points = list.exercises.find((e) => e.name === cell.exercise)?.points ?? 0;
  const shared = { grade, grade_id: cell.id, locked: !solution };
  const checksum = nbgraderChecksum({ ...shared, source, cellType: cell.kind, solution, points });
  return {
    nabla: { exercise: cell.exercise, role: cell.role },
    nbgrader: {
      cell_type: cell.kind,
      checksum,
      ...shared,
      ...(grade ? { points } : {}),
      schema_version: 3,
      solution,
      task: false,
    },
  };
}

interface ChecksumParts {
  readonly source: string;
  readonly cellType: string;
  readonly grade: boolean;
  readonly solution: boolean;
  readonly locked: boolean;
  readonly grade_id: string;
  readonly points: number;
}

/** nbgrader's checksum (nbgrader/utils.py, compute_checksum): MD5 of the parts in this order, as Python prints them. */
function nbgraderChecksum(c: ChecksumParts): string {
  const python = (flag: boolean): string => (flag ? "True" : "False");
  const float = Number.isInteger(c.points) ? `${c.points}.0` : String(c.points);
  const parts = [c.source, c.cellType, python(c.grade), python(c.solution), python(c.locked), c.grade_id];
  return createHash("md5")
    .update(parts.join("") + (c.grade ? float : ""))
    .digest("hex");
}
