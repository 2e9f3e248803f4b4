// A cell's text to a syntax tree, or to the one line that says why not. Each cell is parsed alone, so that a syntax error
// in one loses only that one.

import type { Said } from "kernel-lib";
import ts from "#compiler";
import { said } from "../messages/say.js";
import { type CodeCell, longestCell, type Warning } from "./types.js";
import { warning } from "./warning.js";

const deepest = 300;
/** Levels of the syntax tree: 40 are usual; thousands take the compiler's later passes seconds and hundreds of MB. */
const deepestTree = 500;

export type ParsedCell = { readonly file: ts.SourceFile; readonly cell: number };

/** @param warn - called when the cell is left out */
export function parseCell({ number, source }: CodeCell, warn: (warning: Warning) => void): ParsedCell | null {
  const leaveOut = (kind: "syntax" | "too-deep" | "too-long", params: Said["params"] = {}): null => {
    const why = said(`extract.${kind}`, { cell: number, ...params });
    warn(warning({ kind, cell: number, exercise: null }, why, said("extract.left-out")));
    return null;
  };
  if (source.length > longestCell) return leaveOut("too-long", { count: source.length, most: longestCell });
  if (depthOf(source) > deepest) return leaveOut("too-deep");
  try {
    const file = ts.createSourceFile(
      `cell-${number}.ts`,
      source,
      ts.ScriptTarget.ES2022,
      true,
      ts.ScriptKind.TS,
    );
    const [problem] = (file as unknown as { parseDiagnostics: ts.DiagnosticWithLocation[] }).parseDiagnostics;
    if (!problem) return isDeep(file) ? leaveOut("too-deep") : { file, cell: number };
    const line = file.getLineAndCharacterOfPosition(problem.start).line + 1;
    const words = ts.flattenDiagnosticMessageText(problem.messageText, " ").replace(/\.$/, "");
    return leaveOut("syntax", { line, words });
  } catch (error) {
    if (error instanceof RangeError) return leaveOut("too-deep");
    throw error;
  }
}

/** Level by level, since a walk that calls itself is what a deep tree breaks. */
function isDeep(file: ts.SourceFile): boolean {
  let level: ts.Node[] = [file];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepestTree) return true;
    const next: ts.Node[] = [];
    for (const node of level) ts.forEachChild(node, (child) => void next.push(child));
    level = next;
  }
  return false;
}

/** Open brackets at the deepest place; strings and comments count too, which a course's code does not mind. */
function depthOf(source: string): number {
  let depth = 0;
  let most = 0;
  for (const c of source) {
    if (c === "(" || c === "[" || c === "{") most = Math.max(most, ++depth);
    else if (c === ")" || c === "]" || c === "}") depth = Math.max(0, depth - 1);
  }
  return most;
}
