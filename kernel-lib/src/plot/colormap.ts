/**
 * Colours for numbers: viridis for amounts, blue - white - red for values on both sides of zero. Both keep their
 * order for colour-blind readers. A map is a list of evenly spaced colours, mixed linearly between neighbours.
 */
import { theme } from "./theme.js";

type Rgb = readonly [number, number, number];

export interface ColorMap {
  readonly name: string;
  readonly colors: readonly string[];
}

export const sequential: ColorMap = {
  name: "viridis",
  colors: [
    "#440154",
    "#482475",
    "#414487",
    "#355f8d",
    "#2a788e",
    "#21918c",
    "#22a884",
    "#44bf70",
    "#7ad151",
  ].concat(["#bddf26", "#fde725"]),
};

export const diverging: ColorMap = {
  name: "blue-white-red",
  colors: [
    "#053061",
    "#2166ac",
    "#4393c3",
    "#92c5de",
    "#d1e5f0",
    "#f7f7f7",
    "#fddbc7",
    "#f4a582",
    "#d6604d",
  ].concat(["#b2182b", "#67001f"]),
};

/** Red, green, blue in 0..255 for a position in [0, 1]; NaN gives the grey of missing values. */
export function colorAt(map: ColorMap, position: number): Rgb {
  if (Number.isNaN(position)) return parse(theme.missing);
  const scaled = Math.min(1, Math.max(0, position)) * (map.colors.length - 1);
  const left = Math.min(map.colors.length - 2, Math.floor(scaled));
  const [a, b, share] = [parse(map.colors[left]), parse(map.colors[left + 1]), scaled - left];
  return [mix(a[0], b[0], share), mix(a[1], b[1], share), mix(a[2], b[2], share)];
}

/** Black or white, whichever reads better on the colour. */
export function inkOn([red, green, blue]: Rgb): string {
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140 ? theme.ink : "#ffffff";
}

/** The same map as plotly wants it: pairs of position and colour. */
export function plotlyScale(map: ColorMap): [number, string][] {
  return map.colors.map((color, index) => [index / (map.colors.length - 1), color]);
}

function mix(a: number, b: number, share: number): number {
  return Math.round(a + (b - a) * share);
}

function parse(color: string): Rgb {
  const [red, green, blue] = [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
  return [red, green, blue];
}
