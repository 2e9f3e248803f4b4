// The solved exercises of an assignment as functions, with other code in place of some when asked.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as np from "kernel-lib";
import ts from "typescript";
import { assignmentsFolder } from "../../src/assignment.js";
import { keepSolutions, parsePercent } from "../../src/release/index.js";

/**
 * Functions by name.
 *
 * @param replacement - code that declares some of them anew
 * @param library - the copy of kernel-lib whose tensors they get, where there are two in one process
 */
export function solutionOf<T>(id: string, replacement = "", library: object = np): T {
  return functionsOf<T>(`${solvedSource(id)}\n${replacement}`, id, library);
}

/** The code of one of the assignment's samples. */
export function sampleOf(id: string, name: string): string {
  return readFileSync(join(assignmentsFolder, id, "samples", `${name}.ts`), "utf8");
}

const sources = new Map<string, string>();

/** The functions of the given cells and the solved exercises. */
function solvedSource(id: string): string {
  const known = sources.get(id);
  if (known !== undefined) return known;
  const cells = cellsOf(id);
  const given = cells.filter((cell) => cell.role === "given").map((cell) => declaredFunctions(cell.source));
  const solved = cells
    .filter((cell) => cell.role === "exercise")
    .map((cell) => keepSolutions(cell.source, cell.exercise!));
  const source = [...given, ...solved].join("\n");
  sources.set(id, source);
  return source;
}

function cellsOf(id: string): ReturnType<typeof parsePercent> {
  return parsePercent(readFileSync(join(assignmentsFolder, id, "notebook.ts"), "utf8"));
}

/** A later declaration of a function wins, so a replacement does. */
function functionsOf<T>(source: string, id: string, library: object): T {
  const names = cellsOf(id).flatMap((cell) => (cell.role === "exercise" ? [cell.exercise!] : []));
  const text = `${source}\nreturn { ${names.join(", ")} };`;
  const { outputText } = ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  return new Function("np", outputText)(library) as T;
}

/** The function declarations of a cell, without what the cell runs. */
function declaredFunctions(source: string): string {
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.Latest, true);
  return file.statements
    .filter(ts.isFunctionDeclaration)
    .map((node) => node.getText())
    .join("\n");
}
