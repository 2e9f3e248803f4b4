/** A heat map as SVG. The cells are one PNG, enlarged here so that no viewer smooths their edges. */
import { pngDataUri } from "../io/png.js";
import { type ColorMap, colorAt, inkOn } from "./colormap.js";
import { bottomMargin, type Margins } from "./plotly.js";
import { card, short, shorten, tag, textTag, textWidth, titleTag } from "./svg.js";
import { theme } from "./theme.js";
import { niceTicks, numberLabel, type Range, tickLabels } from "./ticks.js";

export interface HeatmapSpec {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly xNames: readonly string[] | null;
  readonly yNames: readonly string[] | null;
  readonly map: ColorMap;
  readonly range: Range;
  readonly note: string;
  readonly z: readonly (readonly number[])[];
  readonly nRows: number;
  readonly nCols: number;
  /** null: where they fit. */
  readonly showValues: boolean | null;
}

export interface HeatmapBox {
  readonly margins: Margins;
  /** Of the cells, in pixels. */
  readonly plot: { readonly width: number; readonly height: number };
  /** Of the card. */
  readonly size: { readonly width: number; readonly height: number };
  readonly showValues: boolean;
}

/** Where things are: square cells, unless the table is more than four times as long as it is wide. */
export function heatmapBox(spec: HeatmapSpec): HeatmapBox {
  const { nRows, nCols } = spec;
  const ratio = nCols / nRows;
  const cell = Math.min(440 / nCols, 400 / nRows, 72);
  const square = ratio >= 0.25 && ratio <= 4;
  const plot = square
    ? { width: Math.round(cell * nCols), height: Math.round(cell * nRows) }
    : { width: ratio > 1 ? 440 : 220, height: ratio > 1 ? Math.max(60, Math.min(200, nRows * 30)) : 400 };
  const left = widest(indexTicks(spec.yNames, nRows).words) + (spec.yLabel === "" ? 26 : 50);
  const margins = {
    left,
    right: 58 + widest(tickLabels(niceTicks(spec.range, 6))),
    top: spec.title === "" ? 20 : 52,
    bottom: bottomMargin(spec.note),
  };
  const width = Math.max(
    left + plot.width + margins.right,
    Math.min(640, textWidth(spec.title, theme.titleSize) + 40),
  );
  const size = { width: Math.ceil(width), height: margins.top + plot.height + margins.bottom };
  const fits = plot.width / nCols >= 44 && plot.height / nRows >= 22;
  return {
    margins: { ...margins, right: size.width - left - plot.width },
    plot,
    size,
    showValues: spec.showValues ?? fits,
  };
}

/** The whole figure; `label` is what a screen reader says. */
export function heatmapSvg(spec: HeatmapSpec, label: string): string {
  const box = heatmapBox(spec);
  const { margins, plot, size } = box;
  const noteAt = { "text-anchor": "end", fill: theme.warning };
  return card(size.width, size.height, label, [
    titleTag(spec.title, size.width),
    tag("image", { x: margins.left, y: margins.top, ...plot, href: cellsPng(spec, plot), ...stretch }),
    ...(box.showValues ? cellValues(spec, box) : []),
    ...axes(spec, box),
    ...colorBar(spec, box),
    textTag(size.width - 16, size.height - 10, spec.note, noteAt),
  ]);
}

const stretch = { preserveAspectRatio: "none", "image-rendering": "pixelated" } as const;
const middle = { "text-anchor": "middle" } as const;

/** Ticks of an axis that counts: every name, or round indices. */
export function indexTicks(names: readonly string[] | null, n: number): { ticks: number[]; words: string[] } {
  if (names === null) {
    const ticks = n === 1 ? [0] : niceTicks([0, n - 1], Math.min(8, n - 1)).filter(Number.isInteger);
    return { ticks, words: tickLabels(ticks) };
  }
  const step = Math.ceil(n / 30);
  const ticks = Array.from({ length: Math.ceil(n / step) }, (_, i) => i * step);
  return { ticks, words: ticks.map((i) => shorten(String(names[i]), 120, theme.tickSize)) };
}

function widest(words: readonly string[]): number {
  return Math.ceil(Math.max(0, ...words.map((word) => textWidth(word, theme.tickSize))));
}

function position(spec: HeatmapSpec, value: number): number {
  const [low, high] = spec.range;
  return Number.isFinite(value) ? (value - low) / (high - low) : Number.NaN;
}

function cellsPng(spec: HeatmapSpec, plot: HeatmapBox["plot"]): string {
  const { nRows, nCols, z } = spec;
  const [width, height] = [nCols * Math.ceil(plot.width / nCols), nRows * Math.ceil(plot.height / nRows)];
  const colors = z.map((row) => row.map((value) => colorAt(spec.map, position(spec, value))));
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, k = 0; y < height; y++) {
    const row = colors[Math.floor((y * nRows) / height)];
    for (let x = 0; x < width; x++, k += 3) data.set(row[Math.floor((x * nCols) / width)], k);
  }
  return pngDataUri({ width, height, channels: 3, data });
}

function cellValues(spec: HeatmapSpec, { margins, plot }: HeatmapBox): string[] {
  const [w, h] = [plot.width / spec.nCols, plot.height / spec.nRows];
  return spec.z.flatMap((row, i) =>
    row.map((value, j) => {
      const fill = inkOn(colorAt(spec.map, position(spec, value)));
      return textTag(margins.left + (j + 0.5) * w, margins.top + (i + 0.5) * h + 4, numberLabel(value), {
        ...middle,
        fill,
      });
    }),
  );
}

function axes(spec: HeatmapSpec, { margins, plot }: HeatmapBox): string[] {
  const bottom = margins.top + plot.height;
  const x = (j: number): number => margins.left + ((j + 0.5) * plot.width) / spec.nCols;
  const y = (i: number): number => margins.top + ((i + 0.5) * plot.height) / spec.nRows;
  const columns = indexTicks(spec.xNames, spec.nCols);
  const rows = indexTicks(spec.yNames, spec.nRows);
  const d =
    columns.ticks.map((j) => `M${short(x(j))} ${bottom}v4`).join("") +
    rows.ticks.map((i) => `M${margins.left} ${short(y(i))}h-4`).join("");
  const centre = margins.top + plot.height / 2;
  const turned = { ...middle, size: theme.labelSize, transform: `rotate(-90 20 ${short(centre)})` };
  const room = plot.width / columns.ticks.length - 6;
  return [
    tag("path", { d, stroke: theme.axis, fill: "none" }),
    ...columns.ticks.map((j, k) =>
      textTag(x(j), bottom + 18, shorten(columns.words[k], room, theme.tickSize), middle),
    ),
    ...rows.ticks.map((i, k) => textTag(margins.left - 8, y(i) + 4, rows.words[k], { "text-anchor": "end" })),
    textTag(margins.left + plot.width / 2, bottom + 40, spec.xLabel, { ...middle, size: theme.labelSize }),
    textTag(20, centre, spec.yLabel, turned),
  ];
}

function colorBar(spec: HeatmapSpec, { margins, plot }: HeatmapBox): string[] {
  const x = margins.left + plot.width + 16;
  const steps = 128;
  const data = new Uint8Array(steps * 3);
  for (let i = 0; i < steps; i++) data.set(colorAt(spec.map, 1 - i / (steps - 1)), i * 3);
  const href = pngDataUri({ width: 1, height: steps, channels: 3, data });
  const ticks = niceTicks(spec.range, 6);
  const words = tickLabels(ticks);
  const y = (tick: number): number => margins.top + (1 - position(spec, tick)) * plot.height;
  return [
    tag("image", { x, y: margins.top, width: 14, height: plot.height, href, preserveAspectRatio: "none" }),
    tag("path", {
      d: ticks.map((t) => `M${x + 14} ${short(y(t))}h4`).join(""),
      stroke: theme.axis,
      fill: "none",
    }),
    ...ticks.map((t, i) => textTag(x + 22, y(t) + 4, words[i])),
  ];
}
