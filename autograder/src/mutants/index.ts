// Mutants of an assignment's solution: each exercise with one small mistake built in. Hidden tests that let one pass miss
// a mistake that a learner will make.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { keepSolutions, parsePercent } from "../release/index.js";
import { answerEdits, answerHelpers } from "./answers.js";
import type { Edit, Made } from "./edit.js";
import { nodeEdits } from "./operators.js";

export interface Mutant {
  readonly exercise: string;
  /** What was changed, as "np.add(Z, b) -> Z"; unique within the exercise. */
  readonly name: string;
  /** The whole exercise cell with the mistake in it: what `notebookWith` takes. */
  readonly code: string;
}

/** Mutants of all exercises, in the order of the notebook. @param dir - the assignment's folder */
export function mutantsOf(dir: string): Mutant[] {
  const cells = parsePercent(readFileSync(join(dir, "notebook.ts"), "utf8"));
  return cells
    .filter((cell) => cell.role === "exercise")
    .flatMap((cell) => mutantsOfCell(cell.exercise!, keepSolutions(cell.source, cell.exercise!)));
}

/** Mutants of one exercise's cell. */
export function mutantsOfCell(exercise: string, source: string): Mutant[] {
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.Latest, true);
  const edits = madeIn(file, exercise).flatMap((made) => [...nodeEdits(made), ...answerEdits(made)]);
  const seen = new Set([source]);
  const names = new Map<string, number>();
  return edits.flatMap((edit) => {
    const code = apply(source, edit);
    if (seen.has(code)) return [];
    seen.add(code);
    const count = (names.get(edit.name) ?? 0) + 1;
    names.set(edit.name, count);
    return [{ exercise, name: count === 1 ? edit.name : `${edit.name} (${count})`, code }];
  });
}

/** The function, or the methods of the class. */
function madeIn(file: ts.SourceFile, exercise: string): Made[] {
  for (const node of file.statements) {
    if (ts.isFunctionDeclaration(node) && node.name?.text === exercise) return [node];
    if (ts.isClassDeclaration(node) && node.name?.text === exercise)
      return node.members.filter((m) => ts.isMethodDeclaration(m) || ts.isConstructorDeclaration(m));
  }
  throw new Error(`${exercise}: its cell declares no function or class of this name`);
}

/** The source with the edit's places replaced, and the helpers it calls in front. */
function apply(source: string, edit: Edit): string {
  let code = source;
  for (const { start, end, text } of [...edit.places].sort((a, b) => b.start - a.start))
    code = code.slice(0, start) + text + code.slice(end);
  return edit.needsHelpers ? `${answerHelpers}\n${code}` : code;
}
