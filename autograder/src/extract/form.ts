// Exercises that are written otherwise than in the release: as an arrow function, with signatures, with helpers in other
// cells. They are graded just the same; it is noted with the cell, since other graders and people may stumble over it.
import ts from "#compiler";
import { said } from "../messages/say.js";
import { classOf } from "./classes.js";
import type { Closure } from "./closure.js";
import type { Definition } from "./definitions.js";
import type { Model } from "./model.js";
import type { Table } from "./table.js";
import type { CodeCell, Warning } from "./types.js";
import { warning } from "./warning.js";

type Warn = (warning: Warning) => void;

/** @param released - the stub, in the form that is asked for */
export function noteForm(
  name: string,
  definition: Definition,
  released: Definition | undefined,
  warn: Warn,
): void {
  const { cell } = definition;
  const note = (id: Parameters<typeof said>[0]): void =>
    warn(warning({ kind: "form", cell, exercise: name }, said(id, { name, cell })));
  const isArrow = (d: Definition | undefined): boolean => d?.fn != null && !ts.isFunctionDeclaration(d.fn);
  if (isArrow(definition) && !isArrow(released))
    note(ts.isArrowFunction(definition.fn!) ? "extract.arrow" : "extract.expression");
  if (definition.fn === null && !classOf(definition)) note("extract.made");
  if (ts.isBlock(definition.node.parent)) note("extract.block");
  if (hasSignatures(definition)) note("extract.overload");
}

function hasSignatures({ fn, node }: Definition): boolean {
  const { statements = [] } = node.parent as { statements?: readonly ts.Statement[] };
  const name = fn?.name?.getText();
  return statements.some((s) => s !== fn && ts.isFunctionDeclaration(s) && !s.body && s.name?.text === name);
}

/** An exercise whose line `// EXERCISE: name` stands in another cell. */
export function noteHeadings(
  table: Table,
  names: readonly string[],
  cells: readonly CodeCell[],
  warn: Warn,
): void {
  for (const name of names) {
    const { cell } = table.byName.get(name) ?? { cell: 0 };
    const marked = cells.filter(({ source }) => headingOf(name).test(source));
    const isAlone = table.all.filter((d) => d.names.includes(name)).length === 1;
    if (!isAlone || marked.length !== 1 || marked[0]!.number === cell) continue;
    const from = marked[0]!.number;
    if (table.all.some((d) => d.cell === from)) continue;
    warn(warning({ kind: "form", cell, exercise: name }, said("extract.heading", { name, cell, from })));
  }
}

const headingOf = (name: string): RegExp => new RegExp(`^// EXERCISE: ${name}\\s*$`, "m");

/** Helpers of the learner's own that stand in other cells: what comes along. */
export function noteHelpers(
  found: readonly { readonly name: string; readonly cell: number; readonly closure: Closure }[],
  model: Model,
  warn: Warn,
): void {
  const byCell = new Map<number, { helpers: Set<string>; users: Set<string> }>();
  for (const { name, cell, closure } of found)
    for (const d of closure.needed) {
      if (d.cell === cell || d.names.some((n) => model.stubs.byName.has(n))) continue;
      const both = byCell.get(d.cell) ?? { helpers: new Set(), users: new Set() };
      for (const helper of d.names) both.helpers.add(helper);
      byCell.set(d.cell, { ...both, users: both.users.add(name) });
    }
  for (const [cell, { helpers, users }] of byCell) {
    const params = { cell, helpers: [...helpers].join(", "), names: [...users].join(", ") };
    warn(warning({ kind: "along", cell, exercise: null }, said("extract.along", params)));
  }
}

/** Cells of the release, exercises aside, that are not in a notebook made from it: by their ids or texts. */
export function noteGone(cells: readonly CodeCell[], model: Model, warn: Warn): void {
  const sources = new Set(cells.map((cell) => cell.source));
  const ids = new Set(cells.map((cell) => cell.id));
  const gone = model.others.filter((c) => !sources.has(c.source) && !(c.id !== undefined && ids.has(c.id)));
  if (gone.length === 0) return;
  const params = { cells: gone.map((c) => c.number).join(", ") };
  warn(warning({ kind: "gone", cell: gone[0]!.number, exercise: null }, said("extract.gone", params)));
}
