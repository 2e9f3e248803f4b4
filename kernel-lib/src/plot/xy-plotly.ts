/** An XY figure as plotly JSON. Learner text is escaped: plotly reads titles and names as small HTML. */
import { basePlotly, plotlyAxis } from "./plotly.js";
import { escapeText } from "./svg.js";
import { theme } from "./theme.js";
import { isPoint, type Series, type XYLayout } from "./xy-spec.js";
import { xyMargins } from "./xy-svg.js";

type Json = Record<string, unknown>;

/** Curves of up to so many points are drawn point by point. */
const smooth = 2000;

/** Traces and layout; ranges, ticks and margins are those of the SVG. */
export function xyPlotly(spec: XYLayout): { data: Json[]; layout: Json } {
  const margins = xyMargins(spec);
  const plot = { top: margins.top, height: spec.height - margins.top - margins.bottom };
  const layout = {
    ...basePlotly(spec, margins),
    xaxis: plotlyAxis(spec.xLabel, spec.xRange, margins.xTicks),
    yaxis: plotlyAxis(spec.yLabel, spec.yRange, margins.yTicks),
    hovermode: spec.series.some((series) => series.line) ? "x unified" : "closest",
    showlegend: spec.legend,
    legend: { orientation: "h", x: 0, xanchor: "left", y: 1 + 8 / plot.height, yanchor: "bottom" },
  };
  return { data: spec.series.map((series) => trace(series)), layout };
}

function trace(series: Series): Json {
  const gap = (values: readonly number[]): (number | null)[] =>
    values.map((value, i) => (isPoint(series.x[i], series.y[i]) ? value : null));
  const mode = [series.line ? "lines" : "", series.marks ? "markers" : ""]
    .filter((part) => part !== "")
    .join("+");
  return {
    type: "scatter",
    mode,
    name: escapeText(series.name),
    x: gap(series.x),
    y: gap(series.y),
    connectgaps: false,
    cliponaxis: false,
    // plotly thins lines out by default, and a smooth curve of 161 points becomes a polygon of ten
    line: { color: series.color, width: 2.5, dash: series.dash, simplify: series.x.length > smooth },
    marker: {
      color: series.color,
      size: series.line ? 7 : 9,
      symbol: series.symbol,
      line: { color: theme.card, width: 1 },
    },
  };
}
