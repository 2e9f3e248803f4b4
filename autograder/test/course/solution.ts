// The solved exercises of an assignment as functions, with a sample's code in place of some when asked.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as np from "kernel-lib";
import ts from "typescript";
import { assignmentsFolder } from "../../src/assignment.js";
import { keepSolutions, parsePercent } from "../../src/release/index.js";

/** Functions by name. @param helpers - ids of given cells that the exercises use */
export function solutionOf<T>(id: string, helpers: readonly string[], sample?: string): T {
  const dir = join(assignmentsFolder, id);
  const cells = parsePercent(readFileSync(join(dir, "notebook.ts"), "utf8"));
  const exercises = cells.filter((cell) => cell.role === "exercise");
  const given = cells.filter((cell) => helpers.includes(cell.id)).map((cell) => functionsOf(cell.source));
  const solved = exercises.map((cell) => keepSolutions(cell.source, cell.exercise!));
  const replaced = sample === undefined ? "" : readFileSync(join(dir, "samples", `${sample}.ts`), "utf8");
  const names = exercises.map((cell) => cell.exercise!);
  const source = [...given, ...solved, replaced, `return { ${names.join(", ")} };`].join("\n");
  const { outputText } = ts.transpileModule(source, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  return new Function("np", outputText)(np) as T; // a later declaration of a function wins, so the sample does
}

/** The function declarations of a cell, without what the cell runs. */
function functionsOf(source: string): string {
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.Latest, true);
  return file.statements
    .filter(ts.isFunctionDeclaration)
    .map((node) => node.getText())
    .join("\n");
}
