// What notebooks go through: an exercise in a cell that is no longer code, under a name that differs by a slip of the hand,
// out of order, two in one cell, or made for another release. It is graded all the same, and said which cell it is.
import { said } from "../messages/say.js";
import { type Definition, definitionsOf } from "./definitions.js";
import type { Model } from "./model.js";
import { parseCell } from "./parse-cell.js";
import { similarName } from "./similar-names.js";
import type { Table } from "./table.js";
import type { CodeCell, ExtractRequest, Warning } from "./types.js";
import { warning } from "./warning.js";

type Warn = (warning: Warning) => void;

/** The code cells, and with them the cells of other types that alone define an exercise. */
export function withRetyped(request: ExtractRequest, model: Model, warn: Warn): readonly CodeCell[] {
  const { cells, exercises, otherCells = [] } = request;
  const missing = exercises.map((e) => e.name).filter((name) => !cells.some((c) => mentions(c, name)));
  const found = otherCells.filter((cell) => !model.prose.has(cell.source)).map(withoutFence);
  const extra: CodeCell[] = [];
  for (const name of missing) {
    const cell = found.find((c) => mentions(c, name) && definesIt(c, name));
    if (!cell) continue;
    if (!extra.includes(cell)) extra.push(cell);
    const about = { kind: "retyped", cell: cell.number, exercise: name } as const;
    warn(warning(about, said("extract.retyped", { name, cell: cell.number })));
  }
  return [...cells, ...extra].sort((a, b) => a.number - b.number);
}

/** Cheap, before anything is parsed. */
function mentions({ source }: CodeCell, name: string): boolean {
  return new RegExp(`\\b(function\\*?|const|let|var|class)\\s+${name}\\b|\\b${name}\\s*=`).test(source);
}

function definesIt(cell: CodeCell, name: string): boolean {
  const parsed = parseCell(cell, () => {});
  return parsed !== null && definitionsOf(parsed).some((d) => d.names.includes(name));
}

/** Markdown shows code between lines of backquotes. */
function withoutFence({ number, source }: CodeCell): CodeCell {
  return { number, source: /^\s*```\w*\n([\s\S]*)\n```\s*$/.exec(source)?.[1] ?? source };
}

/** Functions whose names were most likely meant to be those of exercises that nobody defines get these names, too. */
export function withMisspelt(table: Table, names: readonly string[], model: Model, warn: Warn): Table {
  let { byName, all } = table;
  for (const name of names) {
    if (byName.has(name)) continue;
    const meant = adopt(name, byName, names, model, warn);
    if (!meant) continue;
    all = all.map((d) => (d === meant.from ? meant.definition : d));
    byName = new Map(byName);
    for (const each of meant.definition.names)
      (byName as Map<string, Definition>).set(each, meant.definition);
  }
  return { byName, all };
}

function adopt(
  name: string,
  byName: Table["byName"],
  names: readonly string[],
  model: Model,
  warn: Warn,
): { from: Definition; definition: Definition } | null {
  const isFree = ([other, d]: [string, Definition]): boolean =>
    d.fn !== null &&
    !names.includes(other) &&
    !model.stubs.byName.has(other) &&
    !model.reference.byName.has(other);
  const similar = similarName(
    name,
    [...byName].filter(isFree).map(([other]) => other),
  );
  if (!similar) return null;
  const from = byName.get(similar.name)!;
  const { cell } = from;
  const why = similar.why ? [said("colon"), similar.why] : [];
  const about = { kind: "misspelt", cell, exercise: name } as const;
  warn(warning(about, said("extract.adopted", { similar: similar.name, cell, name }), ...why));
  const text = `${from.text}\nconst ${name} = ${similar.name};`;
  return { from, definition: { ...from, names: [...from.names, name], text } };
}

/** Exercises that changed places, or share a cell, since the release. */
export function warnOfLayout(table: Table, names: readonly string[], model: Model, warn: Warn): void {
  const place = (of: Table, name: string): number => of.byName.get(name)?.cell ?? 0;
  const here = names.filter((name) => place(table, name) > 0 && place(model.stubs, name) > 0);
  const inOrder = here.sort((a, b) => place(model.stubs, a) - place(model.stubs, b));
  for (const [i, name] of inOrder.entries()) {
    const before = inOrder[i - 1];
    if (before === undefined) continue;
    const [cell, last] = [place(table, name), place(table, before)];
    const wereApart = place(model.stubs, name) !== place(model.stubs, before);
    const about = { kind: "layout", cell, exercise: name } as const;
    const params = { name, before, cell, last };
    if (cell < last) warn(warning(about, said("extract.before", params)));
    else if (cell === last && wereApart) warn(warning(about, said("extract.one-cell", params)));
  }
}

/** A notebook of an older release, or one that does not say. */
export function warnOfRelease({ release }: ExtractRequest, model: Model, warn: Warn): void {
  if (release === undefined || model.release === null || release === model.release) return;
  const id = release === null ? "extract.no-release" : "extract.other-release";
  warn(warning({ kind: "release", cell: null, exercise: null }, said(id)));
}
