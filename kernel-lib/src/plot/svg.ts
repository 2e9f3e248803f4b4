/**
 * SVG as text. Titles and names come from learners, so every text and every attribute is escaped here and nowhere else.
 */
import { font, theme } from "./theme.js";

type Attributes = Record<string, string | number | undefined>;

/** Text that is safe in SVG, HTML and in plotly's small HTML: no tag, no entity, no control character. */
export function escapeText(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return printable(text).replace(/[&<>"]/g, (letter) => entities[letter]);
}

/** `<name a="1">inside</name>`; attributes that are undefined are left out, numbers get two decimals. */
export function tag(name: string, attributes: Attributes, inside = ""): string {
  let head = name;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined)
      head += ` ${key}="${typeof value === "number" ? short(value) : escapeText(value)}"`;
  }
  return inside === "" ? `<${head}/>` : `<${head}>${inside}</${name}>`;
}

/** A line of text; `inside` is escaped. */
export function textTag(x: number, y: number, inside: string, attributes: Attributes = {}): string {
  const { size, ...rest } = attributes;
  const base = { x, y, "font-size": size ?? theme.tickSize, fill: theme.ink };
  return inside === "" ? "" : tag("text", { ...base, ...rest }, escapeText(inside));
}

/** The title line of a card; `width` is that of the card. */
export function titleTag(title: string, width: number): string {
  const style = { size: theme.titleSize, "font-weight": 600 };
  return textTag(16, 28, shorten(title, width - 32, theme.titleSize), style);
}

/** The whole drawing on its card. `label` is what a screen reader says. */
export function card(width: number, height: number, label: string, parts: readonly string[]): string {
  const background = { x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 6 };
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const head = {
    xmlns: "http://www.w3.org/2000/svg",
    ...size,
    "font-family": font,
    role: "img",
    "aria-label": label,
  };
  const sheet = tag("rect", { ...background, fill: theme.card, stroke: theme.border });
  return tag("svg", head, [sheet, ...parts].filter((part) => part !== "").join("\n"));
}

/** A coordinate with at most two decimals. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Width of a text in pixels, near enough to lay out a legend: letters of East Asia count double. */
export function textWidth(text: string, size: number): number {
  let units = 0;
  for (const letter of text) units += letter > "\u2e7f" ? 1 : /[ilj.,:;'|!()[\] ]/.test(letter) ? 0.34 : 0.58;
  return units * size;
}

/** At most `maxLines` lines that are no wider than `width`; what does not fit ends in an ellipsis. */
export function wrapText(text: string, width: number, size: number, maxLines: number): string[] {
  const lines: string[] = [];
  for (const word of printable(text).split(/\s+/).filter(Boolean)) {
    const longer = lines.length === 0 ? word : `${lines[lines.length - 1]} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.slice(0, maxLines);
  if (lines.length > maxLines) kept[maxLines - 1] += " …";
  return kept.map((line) => shorten(line, width, size));
}

/** The text, cut to `width` pixels with an ellipsis. */
export function shorten(text: string, width: number, size: number): string {
  const letters = [...printable(text)];
  while (letters.length > 1 && textWidth(letters.join(""), size) > width) letters.splice(-2, 2, "…");
  return letters.join("");
}

// XML allows no control characters but tab and line ends, no lone surrogates, no U+FFFE and U+FFFF.
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, " ");
}
