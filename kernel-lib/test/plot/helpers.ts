/** What the tests of figures share. */
import { expect } from "chai";
import type { Figure } from "../../src/plot/index.js";

/** Words of titles and names that try to become markup. */
export const hostile = `<img src=x onerror="alert(1)"> & </svg> "quoted" \u0000\ud800`;

/** Fails unless the SVG is well formed: tags nest, attributes are quoted, no bare & or <, no control characters. */
function expectWellFormed(svg: string): void {
  const open: string[] = [];
  let rest = svg;
  const token = /^(?:<(\/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<]*")*)(\/?)>|((?:[^<>&]|&(?:amp|lt|gt|quot);)+))/;
  while (rest !== "") {
    const match = token.exec(rest);
    if (!match) throw new Error(`not well formed: ${rest.slice(0, 80)}`);
    const [all, closing, name, attributes, empty] = match;
    if (closing) expect(open.pop(), rest.slice(0, 80)).to.equal(name);
    else if (name && !empty) open.push(name);
    expect(attributes ?? "").to.not.match(/&(?!amp;|lt;|gt;|quot;)/);
    rest = rest.slice(all.length);
  }
  expect(open).to.deep.equal([]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(svg).to.not.match(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|NaN|undefined|Infinity/);
}

/** A figure whose forms are all sound: SVG well formed, plotly JSON free of NaN, text on one line. */
export function expectSound(figure: Figure): void {
  expectWellFormed(figure.svg);
  const json = JSON.stringify([figure.data, figure.layout]);
  expect(JSON.parse(json)).to.deep.equal([figure.data, figure.layout]);
  expect(figure.text).to.not.include("\n");
  expect(figure.layout.width).to.equal(Number(/^<svg [^>]*?width="(\d+)"/.exec(figure.svg)?.[1]));
  expect(figure.layout.height).to.equal(Number(/^<svg [^>]*?height="(\d+)"/.exec(figure.svg)?.[1]));
}

/** All texts of an SVG, in order. */
export function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words);
}

/** The `d` of every path drawn with this colour. */
export function pathsOf(svg: string, color: string): string[] {
  return [...svg.matchAll(/<path d="([^"]*)"[^>]*stroke="([^"]*)"/g)]
    .filter(([, , c]) => c === color)
    .map(([, d]) => d);
}
