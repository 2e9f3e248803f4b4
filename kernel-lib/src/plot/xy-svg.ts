/** An XY figure as SVG: title, legend, grid, axes with ticks, then the series. */
import { markTag } from "./marks.js";
import { bottomMargin, type Margins } from "./plotly.js";
import { card, short, shorten, tag, textTag, textWidth, titleTag } from "./svg.js";
import { theme } from "./theme.js";
import { thin } from "./thin.js";
import { niceTicks, type Range, tickLabels } from "./ticks.js";
import { isPoint, type Series, type XYLayout } from "./xy-spec.js";

/** Position in pixels of a value on an axis. */
type Scale = (value: number) => number;

interface XYMargins extends Margins {
  readonly xTicks: number;
  readonly yTicks: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const rowHeight = 22;
const swatch = 30;

/** The whole figure; `label` is what a screen reader says. */
export function xySvg(spec: XYLayout, label: string): string {
  const margins = xyMargins(spec);
  const box = {
    left: margins.left,
    right: spec.width - margins.right,
    top: margins.top,
    bottom: spec.height - margins.bottom,
  };
  const x = scale(spec.xRange, box.left, box.right);
  const y = scale(spec.yRange, box.bottom, box.top);
  return card(spec.width, spec.height, label, [
    titleTag(spec.title, spec.width),
    ...legend(spec, box),
    ...grid(spec, margins, box, x, y),
    ...spec.series.map((series) => seriesTags(series, x, y)),
    textTag((box.left + box.right) / 2, box.bottom + 40, spec.xLabel, { ...middle, size: theme.labelSize }),
    yTitle(spec.yLabel, box),
    textTag(box.right, spec.height - 10, spec.note, { "text-anchor": "end", fill: theme.warning }),
  ]);
}

const middle = { "text-anchor": "middle" } as const;

/** Room around the plot: the y axis by its longest number, the top by the rows of the legend. */
export function xyMargins(spec: XYLayout): XYMargins {
  const yTicks = 6;
  const widest = Math.max(
    ...tickLabels(niceTicks(spec.yRange, yTicks)).map((text) => textWidth(text, theme.tickSize)),
  );
  const top = (spec.title === "" ? 20 : 48) + (spec.legend ? legendRows(spec).length * rowHeight : 0);
  return {
    left: Math.ceil(widest) + (spec.yLabel === "" ? 26 : 46),
    right: 24,
    top,
    bottom: bottomMargin(spec.note),
    xTicks: spec.wholeX ? Math.min(8, Math.ceil(spec.xRange[1] - spec.xRange[0])) : 8,
    yTicks,
  };
}

function scale([low, high]: Range, from: number, to: number): Scale {
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}

function grid(spec: XYLayout, margins: XYMargins, box: Box, x: Scale, y: Scale): string[] {
  const xs = niceTicks(spec.xRange, margins.xTicks);
  const ys = niceTicks(spec.yRange, margins.yTicks);
  const xWords = tickLabels(xs);
  const yWords = tickLabels(ys);
  const gridLines =
    xs.map((t) => `M${short(x(t))} ${box.top}V${box.bottom}`).join("") +
    ys.map((t) => `M${box.left} ${short(y(t))}H${box.right}`).join("");
  const axes =
    `M${box.left} ${box.top}V${box.bottom}H${box.right}` +
    xs.map((t) => `M${short(x(t))} ${box.bottom}v4`).join("") +
    ys.map((t) => `M${box.left} ${short(y(t))}h-4`).join("");
  return [
    tag("path", { d: gridLines, stroke: theme.grid, fill: "none" }),
    tag("path", { d: axes, stroke: theme.axis, fill: "none" }),
    ...xs.map((t, i) => textTag(x(t), box.bottom + 18, xWords[i], middle)),
    ...ys.map((t, i) => textTag(box.left - 8, y(t) + 4, yWords[i], { "text-anchor": "end" })),
  ];
}

function yTitle(label: string, box: Box): string {
  const y = (box.top + box.bottom) / 2;
  const turned = { ...middle, size: theme.labelSize, transform: `rotate(-90 20 ${short(y)})` };
  return textTag(20, y, label, turned);
}

function seriesTags(series: Series, x: Scale, y: Scale): string {
  const pen = { fill: "none", stroke: series.color, "stroke-width": 2.5, "stroke-linejoin": "round" };
  const path = tag("path", { d: series.line ? pathOf(series, x, y) : "", ...pen, ...dashOf(series) });
  const marks = series.x.flatMap((value, i) => {
    const at = { x: x(value), y: y(series.y[i]) };
    return isPoint(value, series.y[i])
      ? [markTag(series.symbol, at, series.line ? 3 : 4.5, series.color)]
      : [];
  });
  return [series.line ? path : "", ...(series.marks ? marks : lonelyMarks(series, marks))].join("\n");
}

// A point between two gaps has no line to be seen by: it gets a mark even when the curve has none.
function lonelyMarks(series: Series, marks: readonly string[]): string[] {
  const alone: string[] = [];
  let next = 0;
  series.x.forEach((_, i) => {
    if (!isPoint(series.x[i], series.y[i])) return;
    const before = i > 0 && isPoint(series.x[i - 1], series.y[i - 1]);
    const after = i + 1 < series.x.length && isPoint(series.x[i + 1], series.y[i + 1]);
    if (!before && !after) alone.push(marks[next]);
    next++;
  });
  return alone;
}

function pathOf(series: Series, x: Scale, y: Scale): string {
  let command = "M";
  let path = "";
  for (const i of thin(series.x, series.y)) {
    if (!isPoint(series.x[i], series.y[i])) {
      command = "M";
      continue;
    }
    path += `${command}${short(x(series.x[i]))} ${short(y(series.y[i]))}`;
    command = "L";
  }
  return path;
}

function dashOf({ dash }: Series): { "stroke-dasharray"?: string } {
  if (dash === "solid") return {};
  return { "stroke-dasharray": dash === "dash" ? "9 6" : "2.5 5" };
}

/** The series of each row of the legend, laid out from left to right. */
function legendRows(spec: XYLayout): { name: string; at: number; series: Series }[][] {
  const rows: { name: string; at: number; series: Series }[][] = [[]];
  const widest = spec.width - 80;
  let at = 0;
  for (const series of spec.series) {
    const name = shorten(series.name, widest - swatch, theme.tickSize);
    const needed = swatch + textWidth(name, theme.tickSize) + 20;
    if (at > 0 && at + needed > widest) {
      rows.push([]);
      at = 0;
    }
    rows[rows.length - 1].push({ name, at, series });
    at += needed;
  }
  return rows;
}

function legend(spec: XYLayout, box: Box): string[] {
  if (!spec.legend) return [];
  const rows = legendRows(spec);
  return rows.flatMap((row, index) => {
    const y = box.top - 14 - (rows.length - 1 - index) * rowHeight;
    return row.flatMap(({ name, at, series }) => {
      const x = box.left + at;
      const pen = { stroke: series.color, "stroke-width": 2.5, ...dashOf(series) };
      return [
        series.line ? tag("path", { d: `M${short(x)} ${y}h22`, fill: "none", ...pen }) : "",
        series.marks ? markTag(series.symbol, { x: x + 11, y }, series.line ? 3 : 4.5, series.color) : "",
        textTag(x + swatch, y + 4, name),
      ];
    });
  });
}
