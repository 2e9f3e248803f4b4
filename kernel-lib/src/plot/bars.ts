/** Bars that lie beside each other: a handful of amounts, by name, compared by their lengths. */
import { DataError } from "../core/errors.js";
import { checkOptions, describeValue } from "../core/words.js";
import { Figure } from "./figure.js";
import { basePlotly, bottomMargin, type Margins, plotlyAxis } from "./plotly.js";
import { card, escapeText, short, shorten, tag, textTag, textWidth, titleTag } from "./svg.js";
import { seriesColor, theme } from "./theme.js";
import { niceTicks, numberLabel, type Range, tickLabels } from "./ticks.js";
import { checkTexts } from "./values.js";

type Json = Record<string, unknown>;

/** Words for `bars`. */
export interface BarsOptions {
  /** Words above the plot. */
  title?: string;
  /** Words below the axis of amounts, with their unit. */
  xLabel?: string;
}

interface BarsSpec {
  readonly title: string;
  readonly xLabel: string;
  readonly names: readonly string[];
  readonly values: readonly number[];
  readonly range: Range;
  readonly width: number;
  readonly height: number;
  readonly margins: Margins;
  readonly note: "";
}

const barHeight = 26;
const pitch = 38;
const ticks = 6;

/**
 * Amounts as lying bars, the first on top, each with its number.
 *
 * @param values - amounts from 0 on, by name
 * @throws DataError when there are none, more than 30, or one is negative or not finite
 *
 * @example
 * ```ts
 * np.plot.bars({ "with a loop": 41.5, vectorised: 1.2 }, { title: "Time", xLabel: "milliseconds" }).show();
 * ```
 */
export function bars(values: Readonly<Record<string, number>>, options: BarsOptions = {}): Figure {
  checkOptions("bars", options, ["title", "xLabel"]);
  const { title = "", xLabel = "" } = options;
  checkTexts("bars", { title, xLabel });
  if (typeof values !== "object" || values === null) {
    throw new DataError(`bars: values are amounts by name, like { a: 1 }, got ${describeValue(values)}`);
  }
  const entries = Array.isArray(values) && values.length > 30 ? values : Object.entries(values);
  checkEntries(entries);
  const names = entries.map(([name]) => shorten(name, 240, theme.tickSize));
  const left = 30 + Math.ceil(Math.max(...names.map((name) => textWidth(name, theme.tickSize))));
  const margins = { left, right: 24, top: title === "" ? 20 : 48, bottom: bottomMargin("") };
  const spec: BarsSpec = {
    title,
    xLabel,
    names,
    values: entries.map(([, value]) => value),
    range: [0, 1.15 * Math.max(...entries.map(([, value]) => value)) || 1], // room for the numbers
    width: 640,
    height: margins.top + entries.length * pitch + margins.bottom,
    margins,
    note: "",
  };
  const list = entries.map(([name, value]) => `${name} ${numberLabel(value)}`).join(", ");
  const text = [title, xLabel === "" ? list : `${list} (${xLabel})`].filter((part) => part !== "").join("; ");
  return new Figure({ ...barsPlotly(spec), svg: barsSvg(spec, text), text });
}

function checkEntries(entries: readonly [string, number][]): void {
  if (entries.length === 0 || entries.length > 30)
    throw new DataError(`bars: between 1 and 30 amounts can be drawn, got ${entries.length}`);
  for (const [name, value] of entries) {
    if (Number.isFinite(value) && value >= 0) continue;
    throw new DataError(`bars: amounts are finite numbers from 0, got ${describeValue(value)} for ${name}`);
  }
}

function barsSvg(spec: BarsSpec, label: string): string {
  const { margins, width, height, range, names, values } = spec;
  const bottom = height - margins.bottom;
  const x = (value: number): number =>
    margins.left + (value / range[1]) * (width - margins.left - margins.right);
  const at = niceTicks(range, ticks);
  const words = tickLabels(at);
  const grid = at.map((t) => `M${short(x(t))} ${margins.top}V${bottom}`).join("");
  const middle = { "text-anchor": "middle" };
  return card(width, height, label, [
    titleTag(spec.title, width),
    tag("path", { d: grid, stroke: theme.grid, fill: "none" }),
    ...values.flatMap((value, i) => {
      const y = margins.top + i * pitch + (pitch - barHeight) / 2;
      const bar = { x: margins.left, y, width: x(value) - margins.left, height: barHeight };
      return [
        tag("rect", { ...bar, fill: seriesColor(i) }),
        textTag(margins.left - 10, y + barHeight / 2 + 4, names[i], { "text-anchor": "end" }),
        textTag(x(value) + 6, y + barHeight / 2 + 4, numberLabel(value)),
      ];
    }),
    tag("path", { d: `M${margins.left} ${margins.top}V${bottom}`, stroke: theme.axis, fill: "none" }),
    ...at.map((t, i) => textTag(x(t), bottom + 18, words[i], middle)),
    textTag((margins.left + width - margins.right) / 2, bottom + 40, spec.xLabel, {
      ...middle,
      size: theme.labelSize,
    }),
  ]);
}

function barsPlotly(spec: BarsSpec): { data: Json[]; layout: Json } {
  const { names, values, range, xLabel } = spec;
  const places = values.map((_, i) => i);
  const trace = {
    type: "bar",
    orientation: "h",
    x: values,
    y: places,
    width: barHeight / pitch,
    text: values.map(numberLabel),
    textposition: "outside",
    cliponaxis: false,
    marker: { color: places.map((i) => seriesColor(i)) },
    hovertemplate: "%{x}<extra></extra>",
  };
  const layout = {
    ...basePlotly(spec, spec.margins),
    showlegend: false,
    xaxis: { ...plotlyAxis(xLabel, range, ticks), showline: false, ticks: "" },
    yaxis: {
      range: [names.length - 0.5, -0.5],
      ...{ tickmode: "array", tickvals: places, ticktext: names.map(escapeText) },
      ...{ showgrid: false, zeroline: false, showline: true, linecolor: theme.axis, ticks: "" },
    },
  };
  return { data: [trace], layout };
}
