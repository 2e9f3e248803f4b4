/**
 * Drawings made of circles, boxes, lines, arrows and words, in pixels from the upper left corner. A maker lists the
 * shapes once; both writers (SVG, plotly) draw the same list. Circles say more when the mouse is over them.
 */
import { Figure } from "./figure.js";
import { basePlotly } from "./plotly.js";
import { card, escapeText, short, tag, textTag, titleTag } from "./svg.js";
import { theme } from "./theme.js";

type Json = Record<string, unknown>;

export type Shape =
  | { kind: "circle"; x: number; y: number; radius: number; color: string; hover: string }
  | { kind: "box"; x: number; y: number; width: number; height: number; color: string }
  | { kind: "line"; from: Place; to: Place; color: string }
  | { kind: "arrow"; from: Place; to: Place; color: string }
  | { kind: "words"; x: number; y: number; text: string; color?: string; bold?: boolean };

type Place = readonly [number, number];

interface Diagram {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** One line that says what is drawn. */
  readonly text: string;
}

/** The figure of a drawing; words are centred on their place. */
export function diagramFigure(diagram: Diagram): Figure {
  return new Figure({ ...diagramPlotly(diagram), svg: diagramSvg(diagram), text: diagram.text });
}

function diagramSvg({ title, width, height, shapes, text }: Diagram): string {
  return card(width, height, text, [titleTag(title, width), ...shapes.map(svgShape)]);
}

function svgShape(shape: Shape): string {
  if (shape.kind === "circle") {
    const { x, y, radius, color } = shape;
    return tag("circle", { cx: x, cy: y, r: radius, fill: color, stroke: theme.card, "stroke-width": 1.5 });
  }
  if (shape.kind === "box") {
    const { x, y, width, height, color } = shape;
    return tag("rect", { x, y, width, height, rx: 5, fill: theme.card, stroke: color, "stroke-width": 2 });
  }
  if (shape.kind === "words") {
    const style = { "text-anchor": "middle", "font-weight": shape.bold ? 600 : undefined };
    return textTag(shape.x, shape.y + 4, shape.text, { ...style, fill: shape.color ?? theme.ink });
  }
  const { from, to, color } = shape;
  const line = `M${from.map(short).join(" ")}L${to.map(short).join(" ")}`;
  if (shape.kind === "line") return tag("path", { d: line, stroke: color, fill: "none" });
  return [
    tag("path", { d: line, stroke: color, "stroke-width": 2, fill: "none" }),
    tag("path", { d: arrowHead(from, to), fill: color }),
  ].join("\n");
}

/** A triangle 9 pixels long that ends at `to`. */
function arrowHead([x0, y0]: Place, [x1, y1]: Place): string {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const [dx, dy] = [(x1 - x0) / length, (y1 - y0) / length];
  const foot = (side: number): string =>
    `${short(x1 - 9 * dx - side * 5 * dy)} ${short(y1 - 9 * dy + side * 5 * dx)}`;
  return `M${short(x1)} ${short(y1)}L${foot(1)}L${foot(-1)}Z`;
}

/** Axes in pixels that nobody sees. When a cell is wider, lengths stretch; circles and words keep their shape. */
function diagramPlotly(diagram: Diagram): { data: Json[]; layout: Json } {
  const { width, height, shapes } = diagram;
  const axis = { visible: false, fixedrange: true };
  const layout = {
    ...basePlotly({ ...diagram, note: "" }, { left: 0, right: 0, top: 0, bottom: 0 }),
    xaxis: { ...axis, range: [0, width] },
    yaxis: { ...axis, range: [height, 0] },
    hovermode: "closest",
    showlegend: false,
    shapes: shapes.flatMap(plotlyShape),
    annotations: shapes.flatMap(plotlyAnnotation),
  };
  return { data: [plotlyCircles(shapes)], layout };
}

function plotlyShape(shape: Shape): Json[] {
  if (shape.kind === "box") {
    const { x, y, width, height, color } = shape;
    const style = { line: { color, width: 2 }, fillcolor: theme.card, layer: "below" };
    return [{ type: "rect", x0: x, y0: y, x1: x + width, y1: y + height, ...style }];
  }
  if (shape.kind !== "line") return [];
  const [[x0, y0], [x1, y1]] = [shape.from, shape.to];
  return [{ type: "line", x0, y0, x1, y1, line: { color: shape.color, width: 1 }, layer: "below" }];
}

function plotlyAnnotation(shape: Shape): Json[] {
  const onAxes = { xref: "x", yref: "y" };
  if (shape.kind === "words") {
    const { x, y, color = theme.ink } = shape;
    const text = shape.bold ? `<b>${escapeText(shape.text)}</b>` : escapeText(shape.text);
    return [{ ...onAxes, x, y, text, showarrow: false, borderpad: 0, font: { size: theme.tickSize, color } }];
  }
  if (shape.kind !== "arrow") return [];
  const [[ax, ay], [x, y]] = [shape.from, shape.to];
  const arrow = { showarrow: true, arrowhead: 2, arrowwidth: 2, arrowsize: 1, arrowcolor: shape.color };
  return [{ ...onAxes, axref: "x", ayref: "y", x, y, ax, ay, text: "", ...arrow }];
}

function plotlyCircles(shapes: readonly Shape[]): Json {
  const circles = shapes.filter((shape) => shape.kind === "circle");
  return {
    type: "scatter",
    mode: "markers",
    x: circles.map(({ x }) => x),
    y: circles.map(({ y }) => y),
    text: circles.map(({ hover }) => escapeText(hover)),
    hoverinfo: "text",
    cliponaxis: false,
    marker: {
      color: circles.map(({ color }) => color),
      size: circles.map(({ radius }) => 2 * radius),
      opacity: 1,
      line: { color: theme.card, width: 1.5 },
    },
  };
}
