/**
 * Figures with two number axes: curves and clouds of points. A maker describes one as an `XYSpec`; `xyFigure` works
 * out ranges and counts what cannot be drawn, then has the same description written as SVG and as plotly JSON.
 */
import { Figure } from "./figure.js";
import { paddedRange } from "./ticks.js";
import { xyPlotly } from "./xy-plotly.js";
import { isPoint, missingNote, type Series, type XYLayout, type XYSpec } from "./xy-spec.js";
import { xySvg } from "./xy-svg.js";

/** Size of the figure in pixels. */
const xySize = { width: 640, height: 400 } as const;

/** The figure of a description. */
export function xyFigure(spec: XYSpec): Figure {
  const layout: XYLayout = {
    ...spec,
    ...xySize,
    xRange: paddedRange(spec.series.flatMap((series) => drawn(series, series.x))),
    yRange: paddedRange(
      spec.series.flatMap((series) => drawn(series, series.y)),
      { zero: spec.fromZero },
    ),
    note: missingNote(spec.series.flatMap((series) => series.x.map((x, i) => isPoint(x, series.y[i])))),
  };
  const text = [spec.title, spec.summary, layout.note].filter((part) => part !== "").join("; ");
  return new Figure({ ...xyPlotly(layout), svg: xySvg(layout, text), text });
}

function drawn(series: Series, values: readonly number[]): number[] {
  return values.filter((_, i) => isPoint(series.x[i], series.y[i]));
}
