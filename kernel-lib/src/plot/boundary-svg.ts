/** Regions in the plane as SVG: legend, then a panel per model. The points are drawn once and used by every panel. */
import {
  type BoundaryLayout,
  type BoundarySpec,
  type Box,
  boundaryLayout,
  isLowest,
} from "./boundary-spec.js";
import { markTag } from "./marks.js";
import { card, short, shorten, tag, textTag, textWidth, titleTag } from "./svg.js";
import { theme } from "./theme.js";
import { niceTicks, type Range, tickLabels } from "./ticks.js";

const middle = { "text-anchor": "middle" } as const;

/** The whole figure; `label` is what a screen reader says. */
export function boundarySvg(spec: BoundarySpec, label: string): string {
  const layout = boundaryLayout(spec);
  const { width, height, margins } = layout;
  const centre = (margins.top + height - margins.bottom) / 2;
  const turned = { ...middle, size: theme.labelSize, transform: `rotate(-90 20 ${short(centre)})` };
  const across = (margins.left + width - margins.right) / 2;
  return card(width, height, label, [
    tag("defs", {}, tag("g", { id: "points" }, pointTags(spec, layout))),
    titleTag(spec.title, width),
    ...legend(spec, layout),
    ...spec.panels.flatMap((_, k) => panelTags(spec, layout, k)),
    textTag(across, height - margins.bottom + 40, spec.xLabel, { ...middle, size: theme.labelSize }),
    textTag(20, centre, spec.yLabel, turned),
    textTag(width - 16, height - 10, spec.note, { "text-anchor": "end", fill: theme.warning }),
  ]);
}

/** The points on a panel whose upper left corner is the origin. */
function pointTags(spec: BoundarySpec, { boxes, radius, edge }: BoundaryLayout): string {
  const origin = { ...boxes[0], left: 0, top: 0 };
  return spec.classes
    .flatMap(({ x, y, symbol, color }) =>
      x.map((value, i) => {
        const at = { x: xPixel(spec.xRange, origin, value), y: yPixel(spec.yRange, origin, y[i]) };
        return markTag(symbol, at, radius, color, edge);
      }),
    )
    .join("");
}

function panelTags(spec: BoundarySpec, layout: BoundaryLayout, k: number): string[] {
  const box = layout.boxes[k];
  const { name, regions } = spec.panels[k];
  const place = { x: box.left, y: box.top, width: box.width, height: box.height };
  return [
    textTag(box.left, box.top - 7, shorten(name, box.width, theme.tickSize), { "font-weight": 600 }),
    tag("image", { ...place, href: regions, preserveAspectRatio: "none" }),
    tag("use", { href: "#points", x: box.left, y: box.top }),
    ...axes(spec, layout, k),
  ];
}

/** Frame and ticks; numbers only at the left and at the lower edge of the whole. */
function axes(spec: BoundarySpec, layout: BoundaryLayout, k: number): string[] {
  const box = layout.boxes[k];
  const bottom = box.top + box.height;
  const xs = niceTicks(spec.xRange, layout.xTicks);
  const ys = niceTicks(spec.yRange, layout.yTicks);
  const x = (t: number): number => xPixel(spec.xRange, box, t);
  const y = (t: number): number => yPixel(spec.yRange, box, t);
  const frame = `M${box.left} ${box.top}V${bottom}H${box.left + box.width}`;
  const d =
    frame +
    xs.map((t) => `M${short(x(t))} ${bottom}v4`).join("") +
    ys.map((t) => `M${box.left} ${short(y(t))}h-4`).join("");
  const xWords = isLowest(spec, k) ? tickLabels(xs) : [];
  const yWords = k % spec.columns === 0 ? tickLabels(ys) : [];
  return [
    tag("path", { d, stroke: theme.axis, fill: "none" }),
    ...xWords.map((word, i) => textTag(x(xs[i]), bottom + 18, word, middle)),
    ...yWords.map((word, i) => textTag(box.left - 8, y(ys[i]) + 4, word, { "text-anchor": "end" })),
  ];
}

function legend(spec: BoundarySpec, { margins }: BoundaryLayout): string[] {
  let x = margins.left;
  return spec.classes.flatMap(({ name, color, symbol }) => {
    const words = shorten(name, 160, theme.tickSize);
    const tags = [
      markTag(symbol, { x: x + 6, y: margins.top - 14 }, 4.5, color),
      textTag(x + 18, margins.top - 10, words),
    ];
    x += 18 + textWidth(words, theme.tickSize) + 20;
    return tags;
  });
}

function xPixel([low, high]: Range, box: Box, value: number): number {
  return box.left + ((value - low) / (high - low)) * box.width;
}

function yPixel([low, high]: Range, box: Box, value: number): number {
  return box.top + ((high - value) / (high - low)) * box.height;
}
