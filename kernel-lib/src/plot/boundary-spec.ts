/** How a figure of regions in the plane is described, and where its panels are, for the two writers (SVG, plotly). */
import { bottomMargin, type Margins } from "./plotly.js";
import { textWidth } from "./svg.js";
import type { MarkSymbol } from "./theme.js";
import { theme } from "./theme.js";
import { niceTicks, type Range, tickLabels } from "./ticks.js";

/** The points of one class. */
export interface PointClass {
  readonly name: string;
  readonly color: string;
  readonly symbol: MarkSymbol;
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** One model: its name and the regions it makes, as a PNG that fills the panel. */
export interface Panel {
  readonly name: string;
  readonly regions: string;
}

export interface BoundarySpec {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly columns: number;
  readonly panels: readonly Panel[];
  readonly classes: readonly PointClass[];
  readonly xRange: Range;
  readonly yRange: Range;
  /** What could not be drawn, or an empty string. */
  readonly note: string;
}

/** Pixels of one panel on the card. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface BoundaryLayout {
  readonly width: number;
  readonly height: number;
  readonly margins: Margins;
  readonly boxes: readonly Box[];
  readonly xTicks: number;
  readonly yTicks: number;
  /** Of a point, in pixels, and of the white line around it. */
  readonly radius: number;
  readonly edge: number;
}

const width = 640;
const gap = 16;
const nameHeight = 24;

/** Panels of equal size in rows, as large as the card allows. */
export function boundaryLayout(spec: BoundarySpec): BoundaryLayout {
  const { columns, panels } = spec;
  const yTicks = columns > 2 ? 5 : 6;
  const words = tickLabels(niceTicks(spec.yRange, yTicks));
  const widest = Math.ceil(Math.max(...words.map((word) => textWidth(word, theme.tickSize))));
  const left = widest + (spec.yLabel === "" ? 26 : 46);
  const right = 20;
  const rows = Math.ceil(panels.length / columns);
  const panelWidth = Math.floor((width - left - right - (columns - 1) * gap) / columns);
  const panelHeight = Math.round(panelWidth * (columns === 1 ? 0.7 : 0.9));
  const head = panels.some(({ name }) => name !== "") ? nameHeight : 0;
  const top = (spec.title === "" ? 16 : 44) + 26;
  const bottom = bottomMargin(spec.note);
  const boxes = panels.map((_, k) => ({
    left: left + (k % columns) * (panelWidth + gap),
    top: top + head + Math.floor(k / columns) * (panelHeight + head + (head === 0 ? gap : 8)),
    width: panelWidth,
    height: panelHeight,
  }));
  const end = top + rows * (panelHeight + head) + (rows - 1) * (head === 0 ? gap : 8);
  const used = left + columns * panelWidth + (columns - 1) * gap;
  return {
    width,
    height: end + bottom,
    margins: { left, right: width - used, top, bottom },
    boxes,
    xTicks: columns > 2 ? 5 : columns > 1 ? 6 : 8,
    yTicks,
    radius: columns > 2 ? 2 : columns > 1 ? 3 : 4.5,
    edge: columns > 2 ? 0.4 : 1,
  };
}

/** Whether nothing stands below a panel in its column: there the numbers of the x axis go. */
export function isLowest({ panels, columns }: BoundarySpec, k: number): boolean {
  return k + columns >= panels.length;
}
