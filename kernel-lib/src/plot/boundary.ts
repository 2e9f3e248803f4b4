/** What a model says about every place in the plane, as filled regions, with the points it was asked to learn. */
import { DataError, ShapeError } from "../core/errors.js";
import { formatShape } from "../core/shape.js";
import { Tensor } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { pngDataUri } from "../io/png.js";
import { fromBuffer } from "../ops/creation.js";
import { boundaryPlotly } from "./boundary-plotly.js";
import type { BoundarySpec, PointClass } from "./boundary-spec.js";
import { boundarySvg } from "./boundary-svg.js";
import { Figure } from "./figure.js";
import { seriesColor, seriesSymbol } from "./theme.js";
import { paddedRange, type Range } from "./ticks.js";
import { asList, checkTexts, readWords, toNumbers, type VectorLike } from "./values.js";
import { isPoint, missingNote } from "./xy-spec.js";

/** A model: labels (1, n) for points (2, n). */
export type PlanePredict = (points: Tensor) => VectorLike;

/** Words for `decisionBoundary`, and how finely it is drawn. */
export interface DecisionBoundaryOptions {
  /** Words above the plot. */
  title?: string;
  /** Words below the x axis; "x₁" by default. */
  xLabel?: string;
  /** Words beside the y axis; "x₂" by default. */
  yLabel?: string;
  /** Names of the classes 0, 1, 2, … */
  classes?: readonly string[];
  /** Panels per row when there are several models; 4 at most by default. */
  columns?: number;
  /** The model is asked at resolution x resolution places; 200 by default, 100 for several models. */
  resolution?: number;
}

const known = ["title", "xLabel", "yLabel", "classes", "columns", "resolution"] as const;

/**
 * Regions in which a model predicts each class, and the labelled points; several models side by side.
 * Predictions are classes 0, 1, 2, …; numbers between 0 and 1 count as class 1 above one half.
 *
 * @param predict - labels for points of shape (2, n); or an object of such functions, by name
 * @param X - the points, shape (2, m)
 * @param Y - their classes, shape (1, m)
 * @throws ShapeError when X has not two rows, or predictions and points differ in number
 *
 * @example
 * ```ts
 * np.plot.decisionBoundary((points) => predict(parameters, points), X, Y, { title: "4 hidden units" }).show();
 * np.plot.decisionBoundary({ "2 units": two, "5 units": five }, X, Y).show();
 * ```
 */
export function decisionBoundary(
  predict: PlanePredict | Readonly<Record<string, PlanePredict>>,
  X: Tensor,
  Y: VectorLike,
  options: DecisionBoundaryOptions = {},
): Figure {
  checkOptions("decisionBoundary", options, known);
  const models = typeof predict === "function" ? { "": predict } : predict;
  const names = typeof models === "object" && models !== null && !asList(models) ? Object.keys(models) : [];
  if (names.length === 0)
    throw new DataError(
      `decisionBoundary: predict must be a function or some by name, got ${describeValue(predict)}`,
    );
  const { title = "", xLabel = "x₁", yLabel = "x₂", resolution = names.length === 1 ? 200 : 100 } = options;
  checkTexts("decisionBoundary", { title, xLabel, yLabel });
  const classNames = readWords("decisionBoundary", "classes", options.classes);
  checkCount("resolution", resolution, 2, 1000);
  const columns = Math.min(
    checkCount("columns", options.columns ?? columnsFor(names.length), 1, 6),
    names.length,
  );
  const { xs, ys, labels } = toPoints(X, Y);
  const [xRange, yRange] = [xs, ys].map((values) => paddedRange(values));
  const classes = toClasses(xs, ys, labels, classNames);
  const grid = gridOf(xRange, yRange, resolution); // (2, resolution * resolution)
  const panels = names.map((name) => ({ name, regions: regions(name, models[name], grid, resolution) }));
  const note = missingNote(xs.map((x, i) => isPoint(x, ys[i])));
  const spec: BoundarySpec = { title, xLabel, yLabel, columns, panels, classes, xRange, yRange, note };
  const counts = classes.map(({ name, x }) => `${x.length} ${name}`).join(", ");
  const of =
    names.length === 1 ? "decision boundary" : `${names.length} decision boundaries: ${names.join(", ")}`;
  const text = [title, `${of}; ${xs.length} points: ${counts}`, note]
    .filter((part) => part !== "")
    .join("; ");
  return new Figure({ ...boundaryPlotly(spec), svg: boundarySvg(spec, text), text });
}

function columnsFor(panels: number): number {
  return panels === 4 ? 2 : panels < 7 ? Math.min(3, panels) : 4;
}

function toPoints(X: Tensor, Y: VectorLike): { xs: number[]; ys: number[]; labels: number[] } {
  if (!(X instanceof Tensor) || X.shape.length !== 2 || X.shape[0] !== 2 || X.shape[1] === 0) {
    const got = X instanceof Tensor ? formatShape(X.shape) : describeValue(X);
    const cure = X instanceof Tensor && X.shape.length === 2 && X.shape[1] === 2 ? " Did you mean X.T?" : "";
    throw new ShapeError(`decisionBoundary: X holds points in its columns, shape (2, m), got ${got}.${cure}`);
  }
  const labels = toNumbers("decisionBoundary", "Y", Y);
  const m = X.shape[1];
  if (labels.length !== m)
    throw new ShapeError(`decisionBoundary: X and Y must be equally many, got ${m} and ${labels.length}`);
  const wrong = labels.find((label) => !(Number.isInteger(label) && label >= 0 && label < 20));
  if (wrong !== undefined)
    throw new DataError(`decisionBoundary: Y holds classes 0, 1, 2, … below 20, got ${wrong}`);
  const values = Array.from(X.toTypedArray());
  return { xs: values.slice(0, m), ys: values.slice(m), labels };
}

/** The points by class, without those that cannot be drawn. */
function toClasses(
  xs: readonly number[],
  ys: readonly number[],
  labels: readonly number[],
  names: readonly string[] | undefined,
): PointClass[] {
  const present = [...new Set(labels)].sort((a, b) => a - b);
  return present.map((label) => {
    const members = labels.flatMap((one, i) => (one === label && isPoint(xs[i], ys[i]) ? [i] : []));
    const look = { color: seriesColor(label), symbol: seriesSymbol(label) };
    return {
      name: names?.[label] ?? String(label),
      ...look,
      x: members.map((i) => xs[i]),
      y: members.map((i) => ys[i]),
    };
  });
}

/** The centres of the pixels, row by row from the upper left, as columns: (2, n * n). */
function gridOf([x0, x1]: Range, [y0, y1]: Range, n: number): Tensor {
  const grid = new Float64Array(2 * n * n);
  for (let i = 0, k = 0; i < n; i++) {
    for (let j = 0; j < n; j++, k++) {
      grid[k] = x0 + ((j + 0.5) / n) * (x1 - x0);
      grid[n * n + k] = y1 - ((i + 0.5) / n) * (y1 - y0);
    }
  }
  return fromBuffer(grid, [2, n * n]);
}

/** The model's answer at every pixel as a PNG in the classes' light colours; grey where it is no class. */
function regions(name: string, predict: PlanePredict, grid: Tensor, n: number): string {
  const what = name === "" ? "predictions" : `predictions of ${name}`;
  if (typeof predict !== "function") {
    throw new DataError(`decisionBoundary: a model is a function, got ${describeValue(predict)} as ${name}`);
  }
  const answers = predict(grid) as unknown;
  if (answers instanceof Promise)
    throw new TypeError(
      "decisionBoundary: predict must answer at once, got a Promise: await the training first",
    );
  const labels = toNumbers("decisionBoundary", what, answers as VectorLike);
  if (labels.length !== n * n) {
    throw new ShapeError(
      `decisionBoundary: ${what} must be one per point, got ${labels.length} for ${n * n}`,
    );
  }
  const colors = Array.from({ length: 20 }, (_, label) => light(seriesColor(label)));
  const data = new Uint8Array(n * n * 3);
  labels.forEach((label, k) => {
    data.set(colors[label > 0 && label < 1 ? Number(label > 0.5) : label] ?? [208, 215, 222], 3 * k);
  });
  return pngDataUri({ width: n, height: n, channels: 3, data });
}

/** A colour mixed with three parts of white. */
function light(color: string): number[] {
  return [1, 3, 5].map((start) =>
    Math.round(255 - (255 - Number.parseInt(color.slice(start, start + 2), 16)) * 0.28),
  );
}

function checkCount(option: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  const got = describeValue(value);
  throw new DataError(
    `decisionBoundary: ${option} must be a whole number from ${least} to ${most}, got ${got}`,
  );
}
