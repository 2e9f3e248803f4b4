/** Points in the plane, coloured and shaped by their class. */
import { DataError, ShapeError } from "../core/errors.js";
import { checkOptions } from "../core/words.js";
import type { Figure } from "./figure.js";
import { seriesColor, seriesSymbol } from "./theme.js";
import { asList, checkTexts, readWords, toNumbers, type VectorLike } from "./values.js";
import { xyFigure } from "./xy.js";
import type { Series } from "./xy-spec.js";

/** Words and classes for `scatter`. */
export interface ScatterOptions {
  /** Words above the plot. */
  title?: string;
  /** Words below the x axis. */
  xLabel?: string;
  /** Words beside the y axis. */
  yLabel?: string;
  /** The class of each point: numbers (a tensor (1, m) will do) or words. */
  labels?: VectorLike | readonly string[];
  /** Names of the classes 0, 1, 2, … when `labels` are numbers. */
  classes?: readonly string[];
}

/**
 * A cloud of points. Classes differ in colour and shape.
 *
 * @param x - first coordinates, m numbers
 * @param y - second coordinates, m numbers
 * @throws ShapeError when x, y and labels differ in length
 *
 * @example
 * ```ts
 * np.plot.scatter(X.at(0), X.at(1), { labels: Y, classes: ["red", "blue"] }).show(); // X (2, m), Y (1, m)
 * ```
 */
export function scatter(x: VectorLike, y: VectorLike, options: ScatterOptions = {}): Figure {
  checkOptions("scatter", options, ["labels", "title", "xLabel", "yLabel", "classes"]);
  const { title = "", xLabel = "x", yLabel = "y" } = options;
  checkTexts("scatter", { title, xLabel, yLabel });
  const classes = readWords("scatter", "classes", options.classes);
  const xs = toNumbers("scatter", "x", x);
  const ys = toNumbers("scatter", "y", y);
  checkLengths("x and y", xs.length, ys.length);
  if (xs.length === 0) throw new DataError("scatter: x and y must hold numbers, got none");
  const groups = group(toLabels(options.labels, xs.length), classes);
  const series = groups.map(([name, members], i) => points(i, name, pick(xs, members), pick(ys, members)));
  const counts = groups.map(([name, members]) => `${members.length} ${name}`).join(", ");
  const named = options.labels !== undefined;
  const summary = `${xs.length} points${named ? `: ${counts}` : ""}`;
  return xyFigure({ title, xLabel, yLabel, series, fromZero: false, wholeX: false, legend: named, summary });
}

function toLabels(labels: ScatterOptions["labels"], m: number): readonly (string | number)[] {
  if (labels === undefined) return Array.from({ length: m }, () => "");
  const words = asList(labels);
  const named = words?.every((label) => typeof label === "string");
  const found = named ? (words as string[]) : toNumbers("scatter", "labels", labels as VectorLike);
  checkLengths("points and labels", m, found.length);
  return found;
}

/** Indices of the points of each class: numbers in order of size, words as they come. */
function group(labels: readonly (string | number)[], classes?: readonly string[]): [string, number[]][] {
  const groups = new Map<string | number, number[]>();
  labels.forEach((label, i) => {
    const members = groups.get(label);
    if (members) members.push(i);
    else groups.set(label, [i]);
  });
  const sorted = [...groups].sort(([a], [b]) => (typeof a === "number" && typeof b === "number" ? a - b : 0));
  if (sorted.length > 20) {
    throw new DataError(
      `scatter: labels are the classes of the points, got ${sorted.length} different ones; 20 can be told apart`,
    );
  }
  return sorted.map(([label, members]) => [classes?.[label as number] ?? String(label), members]);
}

function points(index: number, name: string, x: readonly number[], y: readonly number[]): Series {
  const look = { color: seriesColor(index), dash: "solid", symbol: seriesSymbol(index) } as const;
  return { name, x, y, line: false, marks: true, ...look };
}

function pick(values: readonly number[], members: readonly number[]): number[] {
  return members.map((i) => values[i]);
}

function checkLengths(what: string, a: number, b: number): void {
  if (a !== b) throw new ShapeError(`scatter: ${what} must be equally many, got ${a} and ${b}`);
}
