// One mistake as replaced pieces of source text.
import type ts from "typescript";

export interface Place {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Edit {
  readonly name: string;
  readonly places: readonly Place[];
  /** Whether the new text calls the functions of `answerHelpers`. */
  readonly needsHelpers?: boolean;
}

/** What mistakes are built into. */
export type Made = ts.FunctionDeclaration | ts.MethodDeclaration | ts.ConstructorDeclaration;

/** An edit that puts `text` in the place of a node. */
export function replace(node: ts.Node, text: string): Edit {
  const name = `${shortened(node.getText())} -> ${text === "" ? "nothing" : shortened(text)}`;
  return { name, places: [{ start: node.getStart(), end: node.getEnd(), text }] };
}

/** On one line, and not longer than a line. */
function shortened(code: string): string {
  const line = code.replace(/\s+/g, " ");
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}
