// Can the colours be read and told apart: on the white card that every figure brings along in light and dark themes, and
// by readers who see no red, green or blue (simulation: Machado, Oliveira and Fernandes 2009, full severity).
import { expect } from "chai";
import { colorAt, diverging, sequential } from "../../src/plot/colormap.js";
import { seriesColor, seriesDash, seriesSymbol, theme } from "../../src/plot/theme.js";

type Triple = [number, number, number];

const eyes: Record<string, readonly Triple[]> = {
  "all colours": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  "no red": [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  "no green": [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  "no blue": [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const parse = (color: string): Triple =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as Triple;
const linear = (rgb: readonly number[]): Triple =>
  rgb.map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4)) as Triple;
const times = (matrix: readonly Triple[], v: Triple): Triple =>
  matrix.map((row) => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]) as Triple;
const luminance = ([r, g, b]: Triple): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** WCAG's ratio, from 1 to 21. */
function contrast(a: string, b: string): number {
  const [low, high] = [a, b].map((color) => luminance(linear(parse(color)))).sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

/** CIELAB, in which equal distances look about equally different; 2.3 is just noticeable. */
function lab(rgb: readonly number[], eye: readonly Triple[]): Triple {
  const seen = times(eye, linear(rgb)).map((v) => Math.min(1, Math.max(0, v))) as Triple;
  const xyz = times(
    [
      [0.4124, 0.3576, 0.1805],
      [0.2126, 0.7152, 0.0722],
      [0.0193, 0.1192, 0.9505],
    ],
    seen,
  );
  const white = [0.9505, 1, 1.089];
  const [x, y, z] = xyz.map((v, i) => {
    const t = v / white[i]!;
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116;
  });
  return [116 * y! - 16, 500 * (x! - y!), 200 * (y! - z!)];
}
const distance = (a: Triple, b: Triple): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

describe("the colours of figures", () => {
  it("give every text a contrast of at least 4.5 on the card, in any theme of the page", () => {
    for (const ink of [theme.ink, theme.quiet, theme.warning])
      expect(contrast(ink, theme.card), ink).to.be.at.least(4.5);
  });

  it("give the first three series a contrast of at least 3 on the card, all of them 2", () => {
    for (let i = 0; i < 7; i++)
      expect(contrast(seriesColor(i), theme.card), seriesColor(i)).to.be.at.least(i < 3 ? 3 : 2);
  });

  for (const [name, eye] of Object.entries(eyes)) {
    it(`keep two classes far apart, and seven series apart, for eyes with ${name}`, () => {
      const seen = [0, 1, 2, 3, 4, 5, 6].map((i) => lab(parse(seriesColor(i)), eye));
      expect(distance(seen[0]!, seen[1]!)).to.be.above(40);
      for (let i = 0; i < 7; i++)
        for (let j = 0; j < i; j++) expect(distance(seen[i]!, seen[j]!), `${i} and ${j}`).to.be.above(8);
    });

    it(`keep the order of amounts, and the two sides of zero apart, for eyes with ${name}`, () => {
      const steps = Array.from({ length: 21 }, (_, k) => k / 20);
      const light = steps.map((at) => lab(colorAt(sequential, at), eye)[0]);
      for (let k = 1; k < 21; k++) expect(light[k], `step ${k}`).to.be.above(light[k - 1]!);
      for (const at of [0, 0.1, 0.2, 0.3]) {
        const [below, above] = [at, 1 - at].map((place) => lab(colorAt(diverging, place), eye));
        expect(distance(below!, above!), `sides at ${at}`).to.be.above(20);
      }
    });
  }

  it("never stand alone: classes differ in their marks as well, and an eighth curve is dashed", () => {
    expect(new Set([0, 1, 2, 3, 4, 5].map(seriesSymbol)).size).to.equal(6);
    expect([seriesColor(7), seriesDash(7)]).to.deep.equal([seriesColor(0), "dash"]);
  });
});
