/** Curves over a number axis: `lines` in general, `costCurve` for what gradient descent reports. */
import { DataError, ShapeError } from "../core/errors.js";
import { Tensor } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import type { Figure } from "./figure.js";
import { seriesColor, seriesDash } from "./theme.js";
import { numberLabel } from "./ticks.js";
import { asList, checkTexts, readWords, toNumbers, type VectorLike } from "./values.js";
import { xyFigure } from "./xy.js";
import type { Series } from "./xy-spec.js";

/** One curve, a list of curves (names in the option `labels`), or curves by name. */
export type CurvesLike = VectorLike | readonly VectorLike[] | Readonly<Record<string, VectorLike>>;

/** Words for curves. */
export interface CurveOptions {
  /** Words above the plot. */
  title?: string;
  /** Words below the x axis. */
  xLabel?: string;
  /** Words beside the y axis. */
  yLabel?: string;
  /** One name per curve, when the curves are a list. */
  labels?: readonly string[];
}

/** What `costCurve` takes besides words. */
export interface CostCurveOptions extends CurveOptions {
  /** Iterations between two costs; 1 by default. */
  every?: number;
}

/** What `lines` takes besides words. */
export interface LinesOptions extends CurveOptions {
  /** Positions on the x axis, one per value; 0, 1, 2, … by default. */
  x?: VectorLike;
}

const curveOptions = ["labels", "title", "xLabel", "yLabel"] as const;

/**
 * The cost while learning: one curve, or several to compare, over the number of iterations.
 * Costs that are not finite leave a gap and are counted below the plot.
 *
 * @param costs - one list of costs; or an object of them, by name
 * @throws DataError when there is no cost at all
 *
 * @example
 * ```ts
 * np.plot.costCurve(costs, { every: 100, title: "Cost while learning" }).show();
 * np.plot.costCurve({ "rate 0.01": fast, "rate 0.001": slow }, { every: 100 }).show();
 * ```
 */
export function costCurve(costs: CurvesLike, options: CostCurveOptions = {}): Figure {
  checkOptions("costCurve", options, ["every", ...curveOptions]);
  const { every = 1, title = "Cost", xLabel = "iterations", yLabel = "cost", labels } = options;
  checkTexts("costCurve", { title, xLabel, yLabel });
  if (!(Number.isFinite(every) && every > 0)) {
    throw new DataError(
      `costCurve: every is the number of iterations between two costs, got ${describeValue(every)}`,
    );
  }
  const curves = toCurves("costCurve", "costs", costs, labels);
  const series = curves.map(([name, y], i) => curve(i, name, indices(y, every), y));
  const summary = series.map((one) => `${one.name === "" ? "cost" : one.name}: ${fromTo(one)}`).join(", ");
  return xyFigure({
    title,
    xLabel,
    yLabel,
    series,
    fromZero: true,
    wholeX: true,
    legend: isNamed(series),
    summary,
  });
}

/**
 * Curves y(x), joined by straight lines.
 *
 * @param y - one list of values; or an object of them, by name
 * @throws ShapeError when `x` has another length than a curve
 *
 * @example
 * ```ts
 * const z = np.linspace(-6, 6, 101); // (101,)
 * np.plot.lines({ sigmoid: sigmoid(z) }, { x: z, xLabel: "z" }).show();
 * ```
 */
export function lines(y: CurvesLike, options: LinesOptions = {}): Figure {
  checkOptions("lines", options, ["x", ...curveOptions]);
  const { title = "", xLabel = "", yLabel = "", labels } = options;
  checkTexts("lines", { title, xLabel, yLabel });
  const x = options.x === undefined ? null : toNumbers("lines", "x", options.x);
  const series = toCurves("lines", "y", y, labels).map(([name, values], i) => {
    checkLength(name, x, values);
    return curve(i, name, x ?? indices(values), values);
  });
  const names = series.map(({ name }) => name).filter((name) => name !== "");
  const summary = `${series.length} ${series.length === 1 ? "curve" : "curves"}`;
  const words = names.length === 0 ? summary : `${summary}: ${names.join(", ")}`;
  return xyFigure({
    title,
    xLabel,
    yLabel,
    series,
    fromZero: false,
    wholeX: x === null,
    legend: isNamed(series),
    summary: words,
  });
}

function curve(index: number, name: string, x: readonly number[], y: readonly number[]): Series {
  const marks = y.length <= 40 && index < 7;
  const look = { color: seriesColor(index), dash: seriesDash(index), symbol: "circle" } as const;
  return { name, x, y, line: true, marks, ...look };
}

function toCurves(
  name: string,
  what: string,
  value: CurvesLike,
  given?: readonly string[],
): [string, number[]][] {
  const labels = readWords(name, "labels", given);
  const found = findCurves(name, what, value, labels);
  if (labels !== undefined && labels.length !== found.length) {
    const clash = `${labels.length} for ${found.length} curve${found.length === 1 ? "" : "s"}`;
    throw new DataError(`${name}: labels must be one name per curve, got ${clash}`);
  }
  const curves = found.map(([label, list]): [string, number[]] => [
    label,
    toNumbers(name, label || what, list),
  ]);
  if (curves.some(([, numbers]) => numbers.length > 0)) return curves;
  throw new DataError(`${name}: ${what} must hold numbers, got none. Did the training loop collect any?`);
}

function findCurves(
  name: string,
  what: string,
  value: CurvesLike,
  labels?: readonly string[],
): [string, VectorLike][] {
  const label = (i: number): string => String(labels?.[i] ?? "");
  if (value instanceof Tensor) return [[label(0), value]];
  const list = asList(value);
  if (list !== null) {
    const nested = list.length > 0 && list.every((one) => asList(one) !== null || one instanceof Tensor);
    return nested ? list.map((one, i) => [label(i), one as VectorLike]) : [[label(0), value as VectorLike]];
  }
  if (typeof value === "object" && value !== null) return Object.entries(value);
  throw new DataError(
    `${name}: ${what} must be a list of numbers or lists by name, got ${describeValue(value)}`,
  );
}

function checkLength(curveName: string, x: readonly number[] | null, y: readonly number[]): void {
  if (x === null || x.length === y.length) return;
  const which = curveName === "" ? "y" : curveName;
  throw new ShapeError(`lines: x and ${which} must have as many values, got ${x.length} and ${y.length}`);
}

function indices(values: readonly number[], step = 1): number[] {
  return values.map((_, k) => k * step);
}

function isNamed(series: readonly Series[]): boolean {
  return series.some(({ name }) => name !== "");
}

/** "0.6931 at 0 to 0.1409 at 1,900" */
function fromTo({ x, y }: Series): string {
  const first = y.findIndex(Number.isFinite);
  const last = y.findLastIndex(Number.isFinite);
  if (first === -1) return "no finite value";
  const at = (i: number): string => `${numberLabel(y[i])} at ${numberLabel(x[i])}`;
  return first === last ? at(first) : `${at(first)} to ${at(last)}`;
}
