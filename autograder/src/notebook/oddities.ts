// What is odd about a file that is read all the same. It is noted, since other programs may read it otherwise, or not at all.
import type { Warning } from "../extract/types.js";
import { warning } from "../extract/warning.js";
import { said } from "../messages/say.js";
import { repeatedKeys } from "./repeated-keys.js";

type Params = Parameters<typeof said>[1];

const newest = 5;
const largeOutputs = 2 ** 20;
/** Longer lists and names help nobody. */
const longestList = 20;
const longestKey = 40;

/** @param text - the file; @param json - what it says, a notebook of nbformat 4 */
export function odditiesOf(text: string, json: Readonly<Record<string, unknown>>): Warning[] {
  const notes: Warning[] = [];
  const note = (id: Parameters<typeof said>[0], params: Params = {}, cell: number | null = null): void =>
    void notes.push(warning({ kind: "file", cell, exercise: null }, said(id, params)));
  if (text.startsWith("\uFEFF")) note("file.bom");
  if (text.includes("\r\n")) note("file.windows"); // within JSON's strings a line end is written as \n
  const minor = Number(json.nbformat_minor ?? 0);
  if (Number.isInteger(minor) && minor >= 0 && minor < newest) note("file.minor", { minor });
  for (const { key, cell } of repeatedKeys(text)) {
    const params = { key: key.slice(0, longestKey) };
    if (cell === null) note("file.key", params);
    else note("file.key.cell", { ...params, cell }, cell);
  }
  const cells = json.cells as readonly unknown[];
  const windows = numbersOf(cells, (cell) => [cell.source].flat().some((s) => String(s).includes("\r\n")));
  if (windows.length > 0)
    note("file.carriage", { cells: windows.slice(0, longestList).join(", ") }, windows[0]);
  for (const number of numbersOf(cells, (cell) => lettersIn(cell.outputs) > largeOutputs)) {
    const size = Math.round(lettersIn((cells[number - 1] as Cell).outputs) / 2 ** 20);
    note("file.outputs", { cell: number, size }, number);
  }
  return notes;
}

type Cell = Readonly<Record<string, unknown>>;

/** Of the cells, counted from 1. */
function numbersOf(cells: readonly unknown[], isMeant: (cell: Cell) => boolean): number[] {
  return cells.flatMap((cell, i) =>
    typeof cell === "object" && cell !== null && isMeant(cell as Cell) ? [i + 1] : [],
  );
}

/** Of all texts in a value, as deep as outputs go. */
function lettersIn(value: unknown, depth = 5): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null || depth === 0) return 0;
  let sum = 0;
  for (const key in value) sum += lettersIn((value as Cell)[key], depth - 1);
  return sum;
}
