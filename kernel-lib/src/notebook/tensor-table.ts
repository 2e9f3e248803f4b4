/**
 * How a tensor looks in a notebook: a table beside NumPy's text. Long axes show their ends, more than two axes make a stack of
 * tables. It is data and nothing else: lines and colours are the page's own, in light and dark.
 */
import { endsOf, makeFormat } from "../core/print.js";
import { formatShape } from "../core/shape.js";
import { Tensor } from "../core/tensor.js";
import type { MimeBundle } from "./host.js";

const mostRows = 20;
const mostColumns = 20;
const fewestColumns = 6;
const mostTables = 4;
const lineWidth = 120; // characters, with two between columns
const style = "font-family: var(--jp-code-font-family, monospace)";

/** What to show of a tensor: places in the leading axes, rows, columns; -1 stands for dots. */
interface View {
  readonly t: Tensor;
  readonly tables: number[];
  readonly rows: number[];
  readonly columns: number[];
}

/** The tensor as an HTML table; a vector is one row. Null without axes or elements: there is nothing to line up. */
export function tensorTable(t: Tensor): string | null {
  if (t.ndim === 0 || t.size === 0) return null;
  const wide = viewOf(t, mostColumns);
  const width = makeFormat(t.dtype, valuesOf(wide))(0).length + 2;
  const fitting = 2 * Math.floor(lineWidth / width / 2);
  const view = viewOf(t, Math.max(fewestColumns, Math.min(fitting, mostColumns)));
  const format = makeFormat(t.dtype, valuesOf(view));
  return view.tables.map((table) => (table < 0 ? "<p>…</p>" : tableHtml(view, table, format))).join("\n");
}

function viewOf(t: Tensor, most: number): View {
  const rows = t.ndim === 1 ? [0] : endsOf(t.shape.at(-2)!, mostRows);
  const count = t.shape.slice(0, -2).reduce((product, length) => product * length, 1);
  return { t, tables: endsOf(count, mostTables), rows, columns: endsOf(t.shape.at(-1)!, most) };
}

function valuesOf({ t, tables, rows, columns }: View): number[] {
  const [some, shown, places] = [tables, rows, columns].map((list) => list.filter((i) => i >= 0));
  return some.flatMap((table) =>
    shown.flatMap((row) => places.map((column) => valueAt(t, table, row, column))),
  );
}

function valueAt(t: Tensor, table: number, row: number, column: number): number {
  return Number(t.ndim === 1 ? t.get(column) : t.get(...leadingIndices(t, table), row, column));
}

/** Where table number `table` stands in the axes before the last two. */
function leadingIndices(t: Tensor, table: number): number[] {
  const indices: number[] = [];
  let rest = table;
  for (const length of t.shape.slice(0, -2).reverse()) {
    indices.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return indices;
}

function tableHtml({ t, rows, columns }: View, table: number, format: (value: number) => string): string {
  const words = (value: number): string => format(value).trimStart().replaceAll(" ", "\u00a0");
  const head = columns.map((column) => `<th>${column < 0 ? "…" : column}</th>`).join("");
  const lines = rows.map((row) => {
    const cells = columns.map((column) =>
      row < 0 || column < 0 ? "…" : words(valueAt(t, table, row, column)),
    );
    return `<tr>${corner(t, row)}${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  });
  const caption = `<caption style="text-align: left; white-space: nowrap">${captionOf(t, table)}</caption>`;
  const top = `<thead><tr>${t.ndim === 1 ? "" : "<th></th>"}${head}</tr></thead>`;
  return `<table style="${style}">${caption}${top}<tbody>${lines.join("")}</tbody></table>`;
}

/** The index of a row, in front of it; a vector has none. */
function corner(t: Tensor, row: number): string {
  if (t.ndim === 1) return "";
  return `<th>${row < 0 ? "…" : row}</th>`;
}

/** "float64 (2, 3)"; for one table of several "[0, :, :] of float64 (4, 2, 3)". */
function captionOf(t: Tensor, table: number): string {
  const all = `${t.dtype} ${formatShape(t.shape)}`;
  return t.ndim < 3 ? all : `[${leadingIndices(t, table).join(", ")}, :, :] of ${all}`;
}

/** The protocol by which notebook kernels display the value of a cell; console.log keeps to the text. */
Object.defineProperty(Tensor.prototype, Symbol.for("Jupyter.display"), {
  value(this: Tensor): MimeBundle {
    const table = tensorTable(this);
    const text = { "text/plain": this.toRepr() };
    return table === null ? text : { ...text, "text/html": table };
  },
});
