// All definitions of a notebook under their names: which one counts, and what was said twice.
import { type Definition, definitionsOf } from "./definitions.js";
import { parseCell } from "./parse-cell.js";
import type { CodeCell, Warning } from "./types.js";

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
    const message = `cell ${cell.number} is too deeply nested; it is left out`;
    warn({ kind: "too-deep", message, cell: cell.number, exercise: null });
    return [];
  }
}

/** Says which of several definitions of an exercise is graded. */
export function warnOfDuplicates(table: Table, names: Iterable<string>, warn: Warn): void {
  for (const name of names) {
    const found = table.all.filter((d) => d.names.includes(name));
    if (found.length < 2) continue;
    const graded = table.byName.get(name)!;
    const cells = found.map((d) => d.cell);
    const places = new Set(cells).size > 1 ? `cells ${list(cells)}` : `cell ${cells[0]}`;
    const which =
      graded === found.at(-1)
        ? "the last is graded"
        : `the one in cell ${graded.cell} is graded, since the last is untouched`;
    const message = `${count(found.length)} definitions of ${name}, ${places}; ${which}`;
    warn({ kind: "duplicate", message, cell: graded.cell, exercise: name });
  }
}

const count = (n: number): string => ["two", "three", "four", "five"][n - 2] ?? String(n);

function list(items: readonly number[]): string {
  const words = [...new Set(items)].map(String);
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
