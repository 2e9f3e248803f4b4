/** The parts of plotly's layout that all figures share. */
import { escapeText, shorten } from "./svg.js";
import { font, theme } from "./theme.js";
import type { Range } from "./ticks.js";

type Json = Record<string, unknown>;

/** Pixels between the edge of the card and the plot. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room for the numbers and the words of the x axis, and for a note below them. */
export function bottomMargin(note: string): number {
  return note === "" ? 60 : 78;
}

interface Base {
  readonly title: string;
  readonly note: string;
  readonly width: number;
  readonly height: number;
}

/** Card, title, fonts, margins, and the note below the plot. */
export function basePlotly({ title, note, width, height }: Base, margins: Margins): Json {
  const plotHeight = height - margins.top - margins.bottom;
  const words = {
    text: escapeText(note),
    showarrow: false,
    font: { color: theme.warning, size: theme.tickSize },
  };
  const place = { xref: "paper", yref: "paper", x: 1, xanchor: "right", yanchor: "bottom" };
  return {
    width,
    height,
    margin: { l: margins.left, r: margins.right, t: margins.top, b: margins.bottom, autoexpand: false },
    paper_bgcolor: theme.card,
    plot_bgcolor: theme.card,
    font: { family: font, size: theme.tickSize, color: theme.ink },
    ...(title === "" ? {} : { title: titleOf(title, width, height) }),
    annotations: note === "" ? [] : [{ ...words, ...place, y: -(margins.bottom - 8) / plotHeight }],
  };
}

/** A number axis with the same ticks as the SVG. */
export function plotlyAxis(label: string, range: Range, ticks: number): Json {
  return {
    title: { text: escapeText(label), font: { size: theme.labelSize }, standoff: 10 },
    range: [...range],
    nticks: ticks,
    gridcolor: theme.grid,
    zeroline: false,
    linecolor: theme.axis,
    showline: true,
    ticks: "outside",
    tickcolor: theme.axis,
    ticklen: 4,
    separatethousands: true,
    exponentformat: "power",
    minexponent: 6,
  };
}

function titleOf(title: string, width: number, height: number): Json {
  const text = `<b>${escapeText(shorten(title, width - 32, theme.titleSize))}</b>`;
  const place = { x: 16 / width, xref: "container", xanchor: "left", y: 1 - 26 / height, yref: "container" };
  return { text, font: { size: theme.titleSize }, ...place, yanchor: "bottom" };
}
