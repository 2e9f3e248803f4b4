/**
 * How every figure looks: a white card with dark text, so that it reads the same on JupyterLab's light and dark
 * theme, on GitHub and on paper. The series colours are those of Okabe and Ito, told apart by colour-blind readers.
 */

export const font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

export const theme = {
  card: "#ffffff",
  border: "#d8dee4",
  ink: "#1f2328",
  quiet: "#59636e",
  grid: "#e8ebef",
  axis: "#9aa4af",
  warning: "#9a4a00",
  missing: "#d0d7de",
  titleSize: 16,
  labelSize: 13,
  tickSize: 12,
} as const;

const colors = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#4d4d4d"];

/** Plotly's names for the marks of a scatter plot, in the order they are given out. */
export const symbols = ["circle", "square", "diamond", "triangle-up", "cross", "triangle-down"] as const;
export type MarkSymbol = (typeof symbols)[number];

const dashes = ["solid", "dash", "dot"] as const;
export type Dash = (typeof dashes)[number];

/** Colour of series number `index`; after seven they begin again. */
export function seriesColor(index: number): string {
  return colors[index % colors.length];
}

/** Dash of series number `index`: changes when the colours begin again. */
export function seriesDash(index: number): Dash {
  return dashes[Math.floor(index / colors.length) % dashes.length];
}

/** Mark of class number `index`, so that classes differ in grey print too. */
export function seriesSymbol(index: number): MarkSymbol {
  return symbols[index % symbols.length];
}
