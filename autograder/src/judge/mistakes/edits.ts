// Wrong versions of the reference, made from its own text: every place where a rule knows a usual mistake gives one edit,
// and all edits of one mistake together give one more. The text is the program that extraction makes of the solution.
import type ts from "typescript";
import { bySuspicion, callOf, type Place, rules } from "./rules.js";

/** A mistake and where it is made. */
export interface Edit extends Place {
  /** Of a message `mistake.ID`. */
  readonly id: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface Wrong {
  readonly id: string;
  readonly params: Readonly<Record<string, string>>;
  readonly program: string;
}

/** @param own - the part of the program that is the learner's to write. The most suspicious come first */
export function wrongPrograms(tsc: typeof ts, file: ts.SourceFile, own: ts.Node): Wrong[] {
  const edits = editsOf(tsc, own);
  const single = edits.map((edit) => ({ ...edit, program: apply(file.text, [edit]) }));
  return [...single, ...together(edits, file.text)].sort(bySuspicion);
}

function editsOf(tsc: typeof ts, own: ts.Node): Edit[] {
  const names = new Set<string>();
  const found: Edit[] = [];
  const collect = (node: ts.Node): void => {
    if (tsc.isIdentifier(node)) names.add(node.text);
    node.forEachChild(collect);
  };
  const visit = (node: ts.Node): void => {
    found.push(...rules(tsc, node, callOf(tsc, node), names));
    node.forEachChild(visit);
  };
  collect(own);
  visit(own);
  return found;
}

/** Who forgets something once often forgets it everywhere. */
function together(edits: readonly Edit[], text: string): Wrong[] {
  const groups = new Map<string, Edit[]>();
  for (const edit of edits) {
    const key = JSON.stringify([edit.id, edit.params]);
    groups.set(key, [...(groups.get(key) ?? []), edit]);
  }
  return [...groups.values()]
    .map(withoutOverlaps)
    .filter((group) => group.length > 1)
    .map((group) => ({ id: group[0]!.id, params: group[0]!.params, program: apply(text, group) }));
}

function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  let end = 0;
  const kept: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < end) continue;
    kept.push(edit);
    end = edit.end;
  }
  return kept;
}

function apply(text: string, edits: readonly Edit[]): string {
  const backwards = [...edits].sort((a, b) => b.start - a.start);
  return backwards.reduce((out, { start, end, text: by }) => out.slice(0, start) + by + out.slice(end), text);
}
