/** The marks of a scatter plot: six shapes of about equal area. */
import { short, tag } from "./svg.js";
import { type MarkSymbol, theme } from "./theme.js";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** One mark with its centre at `at`; `radius` is that of the circle, `edge` the width of its white line. */
export function markTag(symbol: MarkSymbol, at: Point, radius: number, color: string, edge = 1): string {
  const style = { fill: color, stroke: theme.card, "stroke-width": edge };
  if (symbol === "circle") return tag("circle", { cx: at.x, cy: at.y, r: radius, ...style });
  const corners = outline[symbol].map(
    ([dx, dy]) => `${short(at.x + dx * radius)} ${short(at.y + dy * radius)}`,
  );
  return tag("path", { d: `M${corners.join("L")}Z`, ...style });
}

const outline: Record<Exclude<MarkSymbol, "circle">, [number, number][]> = {
  square: corners(0.9, [45, 135, 225, 315], Math.SQRT2),
  diamond: corners(1.3, [0, 90, 180, 270], 1),
  "triangle-up": corners(1.35, [-90, 30, 150], 1),
  "triangle-down": corners(1.35, [90, 210, 330], 1),
  cross: plus(1.2, 0.4),
};

function corners(radius: number, degrees: readonly number[], stretch: number): [number, number][] {
  return degrees.map((degree) => {
    const angle = (degree * Math.PI) / 180;
    return [Math.cos(angle) * radius * stretch, Math.sin(angle) * radius * stretch];
  });
}

function plus(long: number, half: number): [number, number][] {
  const quarter: [number, number][] = [
    [half, -long],
    [half, -half],
    [long, -half],
  ];
  const turn = ([x, y]: [number, number]): [number, number] => [-y, x];
  const second = quarter.map(turn);
  const third = second.map(turn);
  return [...quarter, ...second, ...third, ...third.map(turn)];
}
