/**
 * How a figure with two number axes is described, between the makers and the two writers (SVG, plotly).
 */
import type { Dash, MarkSymbol } from "./theme.js";
import type { Range } from "./ticks.js";

/** One curve (marks optional) or one class of points. x and y have the same length; NaN makes a gap. */
export interface Series {
  readonly name: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly color: string;
  readonly line: boolean;
  readonly dash: Dash;
  readonly marks: boolean;
  readonly symbol: MarkSymbol;
}

export interface XYSpec {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly series: readonly Series[];
  /** Heights are compared with zero: let the y axis start there when the data come near. */
  readonly fromZero: boolean;
  /** x counts something: no ticks between whole numbers. */
  readonly wholeX: boolean;
  /** Whether the legend is drawn; a single unnamed curve needs none. */
  readonly legend: boolean;
  /** A line on the data for readers of the text, without the note. */
  readonly summary: string;
}

/** The description with everything the two writers have to agree on. */
export interface XYLayout extends XYSpec {
  readonly width: number;
  readonly height: number;
  readonly xRange: Range;
  readonly yRange: Range;
  /** What could not be drawn, or an empty string. */
  readonly note: string;
}

/** A point with two finite coordinates. */
export function isPoint(x: number, y: number): boolean {
  return Number.isFinite(x) && Number.isFinite(y);
}

/** "3 of 20 values are not finite", or an empty string. */
export function missingNote(finite: readonly boolean[]): string {
  const missing = finite.filter((one) => !one).length;
  if (missing === 0) return "";
  return `${missing} of ${finite.length} values ${missing === 1 ? "is" : "are"} not finite`;
}
