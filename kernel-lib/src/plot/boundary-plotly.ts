/** Regions in the plane as plotly JSON: the same pictures and points as in the SVG, zoomed together. */
import { type BoundaryLayout, type BoundarySpec, boundaryLayout, isLowest } from "./boundary-spec.js";
import { basePlotly, plotlyAxis } from "./plotly.js";
import { escapeText, shorten } from "./svg.js";
import { theme } from "./theme.js";

type Json = Record<string, unknown>;

/** Traces and layout; every panel has axes of its own that follow the first panel's. */
export function boundaryPlotly(spec: BoundarySpec): { data: Json[]; layout: Json } {
  const place = boundaryLayout(spec);
  const base = basePlotly({ ...spec, ...place }, place.margins);
  const layout: Json = {
    ...base,
    annotations: [...(base.annotations as Json[]), ...panelNames(spec, place), ...sharedLabels(spec, place)],
    images: spec.panels.map(({ regions }, k) => regionImage(spec, regions, k)),
    hovermode: "closest",
    showlegend: true,
    legend: { orientation: "h", x: 0, xanchor: "left", y: 1 + 4 / plotHeight(place), yanchor: "bottom" },
  };
  spec.panels.forEach((_, k) => {
    Object.assign(layout, axes(spec, place, k));
  });
  return { data: spec.panels.flatMap((_, k) => traces(spec, place, k)), layout };
}

const number = (k: number): string => (k === 0 ? "" : String(k + 1));

function traces(spec: BoundarySpec, { radius, edge }: BoundaryLayout, k: number): Json[] {
  return spec.classes.map(({ name, color, symbol, x, y }) => ({
    type: "scatter",
    mode: "markers",
    name: escapeText(name),
    legendgroup: escapeText(name),
    showlegend: k === 0,
    x,
    y,
    xaxis: `x${number(k)}`,
    yaxis: `y${number(k)}`,
    marker: { color, symbol, size: 2 * radius, line: { color: theme.card, width: edge } },
  }));
}

function regionImage({ xRange, yRange }: BoundarySpec, source: string, k: number): Json {
  const corner = { x: xRange[0], y: yRange[1], xanchor: "left", yanchor: "top" };
  const size = { sizex: xRange[1] - xRange[0], sizey: yRange[1] - yRange[0], sizing: "stretch" };
  return { source, xref: `x${number(k)}`, yref: `y${number(k)}`, ...corner, ...size, layer: "below" };
}

function axes(spec: BoundarySpec, place: BoundaryLayout, k: number): Json {
  const box = place.boxes[k];
  const { left, right, top } = place.margins;
  const [width, height] = [place.width - left - right, plotHeight(place)];
  const follow = (axis: string): Json => (k === 0 ? {} : { matches: axis });
  const plain = { showgrid: false };
  const lower = 1 - (box.top - top + box.height) / height;
  return {
    [`xaxis${number(k)}`]: {
      ...plotlyAxis("", spec.xRange, place.xTicks),
      ...plain,
      ...follow("x"),
      domain: [(box.left - left) / width, Math.min(1, (box.left - left + box.width) / width)],
      anchor: `y${number(k)}`,
      showticklabels: isLowest(spec, k),
    },
    [`yaxis${number(k)}`]: {
      ...plotlyAxis("", spec.yRange, place.yTicks),
      ...plain,
      ...follow("y"),
      domain: [Math.max(0, lower), Math.min(1, lower + box.height / height)],
      anchor: `x${number(k)}`,
      showticklabels: k % spec.columns === 0,
    },
  };
}

function panelNames({ panels }: BoundarySpec, place: BoundaryLayout): Json[] {
  const { left, right, top } = place.margins;
  const paper = { xref: "paper", yref: "paper", xanchor: "left", yanchor: "bottom", showarrow: false };
  return panels.flatMap(({ name }, k) => {
    const box = place.boxes[k];
    const x = (box.left - left) / (place.width - left - right);
    const y = 1 - (box.top - top) / plotHeight(place);
    const text = `<b>${escapeText(shorten(name, box.width, theme.tickSize))}</b>`;
    return name === "" ? [] : [{ ...paper, x, y, text, borderpad: 0, font: { size: theme.tickSize } }];
  });
}

/** One label for all x axes and one for all y axes. */
function sharedLabels({ xLabel, yLabel }: BoundarySpec, place: BoundaryLayout): Json[] {
  const shared = { xref: "paper", yref: "paper", showarrow: false, font: { size: theme.labelSize } };
  const below = { x: 0.5, y: 0, yshift: -28, yanchor: "top", text: escapeText(xLabel) };
  const beside = { x: 0, y: 0.5, xshift: 8 - place.margins.left, xanchor: "left", textangle: -90 };
  return [
    { ...shared, ...below },
    { ...shared, ...beside, text: escapeText(yLabel) },
  ];
}

function plotHeight({ height, margins }: BoundaryLayout): number {
  return height - margins.top - margins.bottom;
}
