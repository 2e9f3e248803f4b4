/** A grid of pictures with a title over each. */
import { DataError } from "../core/errors.js";
import { checkOptions, describeValue } from "../core/words.js";
import { pngDataUri } from "../io/png.js";
import { Figure } from "./figure.js";
import { enlarge, type Picture, type PictureStack, toPictures } from "./pictures.js";
import { basePlotly } from "./plotly.js";
import { card, escapeText, tag, textTag, titleTag, wrapText } from "./svg.js";
import { theme } from "./theme.js";
import { checkTexts, readWords } from "./values.js";

type Json = Record<string, unknown>;

/** Words for `images`, and how many are drawn. */
export interface ImagesOptions {
  /** Words above the grid. */
  title?: string;
  /** Words above each picture. */
  titles?: readonly (string | number)[];
  /** Pictures per row; by default what fits, 6 at most. */
  columns?: number;
  /** Most pictures drawn; 60 by default. */
  limit?: number;
}

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
  readonly source: string;
}

interface Grid {
  readonly title: string;
  readonly note: string;
  readonly width: number;
  readonly height: number;
  /** Of each picture, in pixels. */
  readonly picture: { readonly width: number; readonly height: number };
  readonly cells: readonly Cell[];
}

const edge = 16;
const gap = 12;
const lineHeight = 15;

/**
 * Pictures side by side. Values are 0..255, or 0..1 in a float tensor.
 *
 * @param X - pictures, shape (m, h, w, 3), (m, h, w, 1) or (m, h, w); or one of shape (h, w, 3) or (h, w)
 * @throws ShapeError for other shapes; DataError for values outside the range or not finite
 *
 * @example
 * ```ts
 * np.plot.images(trainX.slice("0:6"), { titles: ["cat", "dog", "cat", "cat", "fox", "cat"], columns: 6 }).show();
 * ```
 */
export function images(X: PictureStack, options: ImagesOptions = {}): Figure {
  checkOptions("images", options, ["title", "titles", "columns", "limit"]);
  const { title = "", limit = 60 } = options;
  const titles = readWords("images", "titles", options.titles);
  checkTexts("images", { title });
  checkCount("limit", limit);
  checkCount("columns", options.columns ?? 1);
  const { m, pictures } = toPictures("images", X, limit);
  if (titles !== undefined && titles.length !== m) {
    throw new DataError(`images: titles must be one per picture, got ${titles.length} for ${m}`);
  }
  const columns = Math.min(options.columns ?? Math.min(6, m), pictures.length);
  const note = m > pictures.length ? `the first ${pictures.length} of ${m} pictures` : "";
  const grid = layOut(title, note, pictures, columns, titles ?? []);
  const summary = m === 1 ? "1 picture" : `${m} pictures`;
  const names = titles === undefined ? "" : `: ${titles.slice(0, pictures.length).join(", ")}`;
  const text = [title, `${summary}${names}`, note].filter((part) => part !== "").join("; ");
  return new Figure({ ...gridPlotly(grid), svg: gridSvg(grid, text), text });
}

/** Pictures as large as fit beside each other in 640 pixels: 64 to 224 wide. */
function layOut(
  title: string,
  note: string,
  pictures: readonly Picture[],
  columns: number,
  titles: readonly string[],
): Grid {
  const { width: w, height: h } = pictures[0];
  const room = (640 - 2 * edge - (columns - 1) * gap) / columns;
  const width = Math.round(Math.max(24, Math.min(room, 224, (280 * w) / h)));
  const height = Math.max(1, Math.round((width * h) / w));
  const wrapped = titles.map((text) => wrapText(text, width + gap - 4, theme.tickSize, 3));
  const head = Math.max(0, ...wrapped.map((lines) => lines.length)) * lineHeight;
  const top = title === "" ? edge : 46;
  const rows = Math.ceil(pictures.length / columns);
  const cells = pictures.map((picture, i) => ({
    x: edge + (i % columns) * (width + gap),
    y: top + Math.floor(i / columns) * (head + height + gap) + head,
    lines: wrapped[i] ?? [],
    source: pngDataUri(Math.min(w, h) >= 32 ? picture : enlarge(picture, Math.ceil(width / w))),
  }));
  const needed = 2 * edge + columns * width + (columns - 1) * gap;
  const size = {
    width: Math.max(needed, title === "" ? 0 : Math.min(640, 24 + title.length * 9), note === "" ? 0 : 260),
    height: top + rows * (head + height + gap) + (note === "" ? 4 : 24),
  };
  return { title, note, ...size, picture: { width, height }, cells };
}

function gridSvg(grid: Grid, label: string): string {
  const drawn = grid.cells.flatMap(({ x, y, lines, source }) => [
    ...lines.map((line, k) => textTag(x, y - 6 - (lines.length - 1 - k) * lineHeight, line)),
    tag("image", { x, y, ...grid.picture, href: source, preserveAspectRatio: "none" }),
  ]);
  return card(grid.width, grid.height, label, [
    titleTag(grid.title, grid.width),
    ...drawn,
    textTag(edge, grid.height - 12, grid.note, { fill: theme.quiet }),
  ]);
}

/** The same grid in plotly: axes in pixels that nobody sees, pictures and texts laid on them. */
function gridPlotly(grid: Grid): { data: Json[]; layout: Json } {
  const { picture, width, height } = grid;
  const axis = { visible: false, fixedrange: true, constrain: "domain" };
  const onAxes = { xref: "x", yref: "y", xanchor: "left" };
  const base = basePlotly({ ...grid, note: "" }, { left: 0, right: 0, top: 0, bottom: 0 });
  const sized = {
    sizex: picture.width,
    sizey: picture.height,
    sizing: "stretch",
    yanchor: "top",
    layer: "above",
  };
  const words = (text: string, x: number, y: number, color: string): Json => {
    const style = {
      showarrow: false,
      align: "left",
      yanchor: "bottom",
      borderpad: 0,
      font: { size: theme.tickSize, color },
    };
    return { ...onAxes, ...style, x: x - 1, y, text };
  };
  const layout = {
    ...base,
    xaxis: { ...axis, range: [0, width] },
    yaxis: { ...axis, range: [height, 0], scaleanchor: "x" }, // squares stay square in a narrow cell
    images: grid.cells.map(({ x, y, source }) => ({ ...onAxes, ...sized, x, y, source })),
    annotations: [
      ...grid.cells
        .filter(({ lines }) => lines.length > 0)
        .map(({ x, y, lines }) => words(lines.map(escapeText).join("<br>"), x, y - 1, theme.ink)),
      ...(grid.note === "" ? [] : [words(escapeText(grid.note), edge, height - 8, theme.quiet)]),
    ],
  };
  return { data: [{ type: "scatter", x: [], y: [], hoverinfo: "skip", showlegend: false }], layout };
}

function checkCount(option: string, value: number): void {
  if (Number.isInteger(value) && value >= 1) return;
  throw new DataError(`images: ${option} must be a whole number from 1, got ${describeValue(value)}`);
}
