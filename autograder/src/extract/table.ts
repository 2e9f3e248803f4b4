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
  const all = readAll(cells, warn, given);
  const byName = new Map<string, Definition>();
  for (const definition of all)
    for (const name of definition.names)
      if (!byName.has(name) || prefers(definition)) byName.set(name, definition);
  return { byName, all };
}

function readAll(cells: readonly CodeCell[], warn: Warn, given: Given): Definition[] {
  const all: Definition[] = [];
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!;
    const known = given.get(cell.source)?.map((d) => ({ ...d, cell: cell.number }));
    const problems: Warning[] = [];
    const own = known ?? readCell(cell, (problem) => void problems.push(problem));
    const whole = problems.some(isSyntax) ? readHalves(cell, cells[i + 1]) : null;
    all.push(...(whole ?? own));
    if (whole) warn(halves(cells[++i]!));
    else for (const problem of problems) warn(problem);
  }
  return all;
}

const isSyntax = ({ kind }: Warning): boolean => kind === "syntax";

/** A cell split in the middle: neither half is a program, both together are. */
function readHalves(cell: CodeCell, next: CodeCell | undefined): Definition[] | null {
  if (next?.number !== cell.number + 1 || !isBroken(next)) return null;
  const whole = { number: cell.number, source: `${cell.source}\n${next.source}` };
  return isBroken(whole) ? null : readCell(whole, () => {});
}

function isBroken(cell: CodeCell): boolean {
  let broken = false;
  readCell(cell, () => {
    broken = true;
  });
  return broken;
}

function halves({ number }: CodeCell): Warning {
  const words = said("extract.halves", { cell: number - 1, next: number });
  return warning({ kind: "layout", cell: number - 1, exercise: null }, words);
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
