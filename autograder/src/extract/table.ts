// All definitions of a notebook under their names: which one counts, and what was said twice.

import type { Said } from "kernel-lib";
import { said } from "../messages/say.js";
import { type Definition, definitionsOf } from "./definitions.js";
import { parseCell } from "./parse-cell.js";
import type { CodeCell, Warning } from "./types.js";
import { warning } from "./warning.js";

export interface Table {
  /** The definition that counts for each name. */
  readonly byName: ReadonlyMap<string, Definition>;
  /** All definitions in the order of the notebook. */
  readonly all: readonly Definition[];
}

type Warn = (warning: Warning) => void;

/** What is known of a cell by its text: most cells of a notebook are as released. */
export type Given = ReadonlyMap<string, readonly Definition[]>;

export function givenOf(cells: readonly CodeCell[], { all }: Table): Given {
  return new Map(cells.map(({ number, source }) => [source, all.filter((d) => d.cell === number)]));
}

/** @param prefers - whether a definition may win over an earlier one (an untouched stub may not) */
export function makeTable(
  cells: readonly CodeCell[],
  warn: Warn,
  prefers: (definition: Definition) => boolean = () => true,
  given: Given = new Map(),
): Table {
  const all = cells.flatMap(
    (cell) => given.get(cell.source)?.map((d) => ({ ...d, cell: cell.number })) ?? readCell(cell, warn),
  );
  const byName = new Map<string, Definition>();
  for (const definition of all)
    for (const name of definition.names)
      if (!byName.has(name) || prefers(definition)) byName.set(name, definition);
  return { byName, all };
}

function readCell(cell: CodeCell, warn: Warn): Definition[] {
  const parsed = parseCell(cell, warn);
  if (!parsed) return [];
  try {
    return definitionsOf(parsed);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const about = { kind: "too-deep", cell: cell.number, exercise: null } as const;
    warn(warning(about, said("extract.too-deep", { cell: cell.number }), said("extract.left-out")));
    return [];
  }
}

/** Says which of several definitions of an exercise is graded. */
export function warnOfDuplicates(table: Table, names: Iterable<string>, warn: Warn): void {
  for (const name of names) {
    const found = table.all.filter((d) => d.names.includes(name));
    if (found.length < 2) continue;
    const graded = table.byName.get(name)!;
    const { cell } = graded;
    const which = graded === found.at(-1) ? "last" : "earlier";
    const about = { kind: "duplicate", cell, exercise: name } as const;
    warn(warning(about, places(name, found), said(`extract.duplicate.${which}`, { cell })));
  }
}

function places(name: string, found: readonly Definition[]): Said {
  const cells = [...new Set(found.map((d) => d.cell))];
  const params = { name, count: found.length, cells: cells.slice(0, -1).join(", "), last: cells.at(-1)! };
  if (cells.length === 1) return said("extract.duplicate.cell", params);
  return said(found.length === 2 ? "extract.duplicate.two" : "extract.duplicate", params);
}
