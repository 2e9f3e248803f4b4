/** A table of numbers as colours: weights, a confusion matrix, a correlation. */
import { DataError } from "../core/errors.js";
import { checkOptions, describeValue } from "../core/words.js";
import { diverging, plotlyScale, sequential } from "./colormap.js";
import { Figure } from "./figure.js";
import { type HeatmapSpec, heatmapBox, heatmapSvg, indexTicks } from "./heatmap-svg.js";
import { basePlotly } from "./plotly.js";
import { escapeText } from "./svg.js";
import { theme } from "./theme.js";
import { extent, numberLabel, type Range } from "./ticks.js";
import { checkTexts, readWords, type TableLike, toTable } from "./values.js";
import { missingNote } from "./xy-spec.js";

type Json = Record<string, unknown>;

/** Words and colours for `heatmap`. */
export interface HeatmapOptions {
  /** Words above the plot. */
  title?: string;
  /** Words below the x axis; "column" by default. */
  xLabel?: string;
  /** Words beside the y axis; "row" by default. */
  yLabel?: string;
  /** Names of the columns, one each. */
  xNames?: readonly string[];
  /** Names of the rows, one each. */
  yNames?: readonly string[];
  /** Blue below zero, white at zero, red above. Without it: viridis from the smallest to the largest value. */
  diverging?: boolean;
  /** Values of the first and the last colour. */
  range?: readonly [number, number];
  /** Whether the numbers stand in the cells; by default when they fit. */
  values?: boolean;
}

const known = ["title", "xLabel", "yLabel", "xNames", "yNames", "diverging", "range", "values"] as const;
const mostCells = 250_000;

/**
 * A table as a picture, row 0 on top, with a colour bar. Cells that are not finite are grey and counted.
 *
 * @param Z - numbers, shape (rows, columns)
 * @throws ShapeError when Z has not two axes; DataError when it is empty or has more than 250,000 cells
 *
 * @example
 * ```ts
 * const picture = w.reshape([64, 64, 3]).sum({ axis: 2 }); // (64, 64)
 * np.plot.heatmap(picture, { title: "Weights", diverging: true }).show();
 * ```
 */
export function heatmap(Z: TableLike, options: HeatmapOptions = {}): Figure {
  checkOptions("heatmap", options, known);
  const { title = "", xLabel = "column", yLabel = "row" } = options;
  checkTexts("heatmap", { title, xLabel, yLabel });
  const { nRows, nCols, z } = toTable("heatmap", "Z", Z);
  checkCells(nRows, nCols);
  const xNames = readNames("xNames", "column", options.xNames, nCols);
  const yNames = readNames("yNames", "row", options.yNames, nRows);
  const map = options.diverging ? diverging : sequential;
  const flat = z.flat();
  const range = colorRange(flat, options);
  const note = missingNote(flat.map(Number.isFinite));
  const about = { title, xLabel, yLabel, xNames: xNames ?? null, yNames: yNames ?? null, map, range, note };
  const spec: HeatmapSpec = { ...about, z, nRows, nCols, showValues: options.values ?? null };
  const [low, high] = extent(flat).map(numberLabel);
  const summary = `${nRows} x ${nCols} values from ${low} to ${high}`;
  const text = [title, summary, note].filter((part) => part !== "").join("; ");
  return new Figure({ ...heatmapPlotly(spec), svg: heatmapSvg(spec, text), text });
}

function colorRange(values: readonly number[], { diverging: twoSided, range }: HeatmapOptions): Range {
  if (range !== undefined) {
    const isRange = Array.isArray(range) && range.length === 2 && range.every((end) => Number.isFinite(end));
    if (isRange && range[0] < range[1]) return range;
    const got = isRange ? `[${range.join(", ")}]` : describeValue(range);
    throw new DataError(`heatmap: range must go from a smaller to a larger number, got ${got}`);
  }
  const [low, high] = extent(values);
  const largest = Math.max(Math.abs(low), Math.abs(high)) || 1;
  if (twoSided) return [-largest, largest];
  return low < high ? [low, high] : [low - largest / 2, high + largest / 2];
}

function heatmapPlotly(spec: HeatmapSpec): { data: Json[]; layout: Json } {
  const box = heatmapBox(spec);
  const z = spec.z.map((row) => row.map((value) => (Number.isFinite(value) ? value : null)));
  const cells = box.showValues
    ? {
        text: spec.z.map((row) => row.map(numberLabel)),
        texttemplate: "%{text}",
        textfont: { size: theme.tickSize },
      }
    : {};
  const bar = {
    thickness: 14,
    len: 1,
    lenmode: "fraction",
    outlinewidth: 0,
    ticks: "outside",
    ticklen: 4,
    xpad: 16,
    ypad: 0,
  };
  const trace = {
    type: "heatmap",
    z,
    zmin: spec.range[0],
    zmax: spec.range[1],
    colorscale: plotlyScale(spec.map),
    colorbar: { ...bar, nticks: 6, separatethousands: true, exponentformat: "power", minexponent: 6 },
    hovertemplate: `${escapeText(spec.yLabel)} %{y}, ${escapeText(spec.xLabel)} %{x}: %{z:.4g}<extra></extra>`,
    ...cells,
  };
  const layout = {
    ...basePlotly({ ...spec, ...box.size }, box.margins),
    plot_bgcolor: theme.missing,
    xaxis: indexAxis(spec.xLabel, spec.xNames, spec.nCols, false),
    yaxis: indexAxis(spec.yLabel, spec.yNames, spec.nRows, true),
  };
  return { data: [trace], layout };
}

function indexAxis(label: string, names: readonly string[] | null, n: number, downwards: boolean): Json {
  const { ticks, words } = indexTicks(names, n);
  return {
    title: { text: escapeText(label), font: { size: theme.labelSize }, standoff: 8 },
    range: downwards ? [n - 0.5, -0.5] : [-0.5, n - 0.5],
    ...{ tickmode: "array", tickvals: ticks, ticktext: words.map(escapeText) },
    ...{
      showgrid: false,
      zeroline: false,
      ticks: "outside",
      ticklen: 4,
      tickcolor: theme.axis,
      tickangle: 0,
    },
  };
}

function checkCells(nRows: number, nCols: number): void {
  if (nRows * nCols <= mostCells) return;
  const got = `(${nRows}, ${nCols}): ${nRows * nCols} cells`;
  throw new DataError(
    `heatmap: at most ${mostCells} cells can be drawn, got ${got}. Draw a slice or a mean over blocks.`,
  );
}

function readNames(option: string, what: string, list: unknown, n: number): string[] | undefined {
  const names = readWords("heatmap", option, list);
  if (names === undefined || names.length === n) return names;
  throw new DataError(`heatmap: ${option} must be one name per ${what}, got ${names.length} for ${n}`);
}
