import { expect } from "chai";
import { decode } from "fast-png";
import * as np from "../../src/index.js";
import { expectSound, hostile, textsOf } from "./helpers.js";

const { images } = np.plot;

function pngs(svg: string): ReturnType<typeof decode>[] {
  return [...svg.matchAll(/href="data:image\/png;base64,([^"]*)"/g)].map(([, text]) =>
    decode(Buffer.from(text, "base64")),
  );
}

/** `m` pictures of shape (h, w, 3), every byte another. */
function pictures(m: number, h = 32, w = 32): np.Tensor {
  return np.fromBuffer(
    Uint8Array.from({ length: m * h * w * 3 }, (_, i) => (i * 7) % 256),
    [m, h, w, 3],
  );
}

describe("images", () => {
  it("keeps every byte of (2, 32, 32, 3) pictures and writes a title over each", () => {
    const X = pictures(2);
    const figure = images(X, { titles: ["cat", "dog"], title: "Two" });
    expect(pngs(figure.svg).map(({ data }) => [...data])).to.deep.equal([
      X.at(0).ravel().toArray(),
      X.at(1).ravel().toArray(),
    ]);
    expect(textsOf(figure.svg)).to.deep.equal(["Two", "cat", "dog"]);
    expect(figure.layout.images).to.have.length(2);
    expect(figure.text).to.equal("Two; 2 pictures: cat, dog");
    expectSound(figure);
  });

  it("shows floats in 0..1 and in 0..255, booleans and grey pictures alike", () => {
    const bytes = np.fromBuffer(
      Uint8Array.from({ length: 32 * 32 }, (_, i) => (i % 2) * 255),
      [32, 32],
    );
    const expected = bytes.ravel().toArray();
    for (const X of [
      bytes,
      bytes.divide(255),
      bytes.astype("float64"),
      bytes.astype("bool"),
      bytes.reshape([1, 32, 32, 1]),
    ]) {
      expect([...pngs(images(X).svg)[0].data]).to.deep.equal(expected);
    }
  });

  it("takes one (h, w, 3) picture and many (m, h, w) ones", () => {
    expect(pngs(images(pictures(1).at(0)).svg)[0].channels).to.equal(3);
    expect(pngs(images(np.zeros([5, 8, 8])).svg)).to.have.length(5);
  });

  it("enlarges tiny pictures without smoothing", () => {
    const figure = images(
      np.array([
        [0, 1],
        [1, 0],
      ]),
    );
    const { width, data } = pngs(figure.svg)[0];
    expect(width % 2).to.equal(0);
    expect(width).to.be.above(100);
    expect(new Set(data)).to.deep.equal(new Set([0, 255]));
  });

  it("lays pictures out in rows of `columns`", () => {
    const figure = images(pictures(5), { columns: 2 });
    const corners = (figure.layout.images as { x: number; y: number }[]).map(({ x, y }) => [x, y]);
    expect(new Set(corners.map(([x]) => x)).size).to.equal(2);
    expect(new Set(corners.map(([, y]) => y)).size).to.equal(3);
    expect(corners[2][0]).to.equal(corners[0][0]);
  });

  it("says when it shows the first pictures only", () => {
    const figure = images(pictures(70), { columns: 10 });
    expect(pngs(figure.svg)).to.have.length(60);
    expect(textsOf(figure.svg)).to.include("the first 60 of 70 pictures");
    expectSound(figure);
  });

  it("wraps long titles and escapes them", () => {
    const figure = images(pictures(6), {
      titles: Array.from({ length: 6 }, () => "non-cat, called cat by mistake"),
      columns: 6,
    });
    expect(textsOf(figure.svg).filter((text) => text.startsWith("non-cat"))).to.have.length(6);
    expectSound(figure);
    const bad = images(pictures(1), { titles: [hostile], title: hostile });
    expectSound(bad);
    expect(JSON.stringify(bad.layout)).to.not.include("<img");
  });

  it("refuses values outside 0..255 and values that are not finite", () => {
    expect(() => images(np.array([[-0.5, 0.5]]))).to.throw(
      np.DataError,
      "images: pixels must lie in 0..1 or 0..255, got −0.5 to 0.5. np.plot.heatmap draws any numbers.",
    );
    expect(() => images(np.array([[Number.NaN, 0.5]]))).to.throw(
      np.DataError,
      "images: pixels must be finite, got 1 of 2 that are not",
    );
  });

  it("names the shape of what is no stack of pictures", () => {
    expect(() => images(np.zeros([12288]))).to.throw(
      np.ShapeError,
      "images: pictures have shape (m, h, w, 3), (m, h, w), (h, w, 3) or (h, w), got (12288,). Columns of pixels need a reshape first.",
    );
    expect(() => images(np.zeros([0, 8, 8, 3]))).to.throw(
      np.DataError,
      "images: there is no picture in X, got (0, 8, 8, 3)",
    );
    expect(() => images([[1]] as never)).to.throw(
      np.DataError,
      "images: X must be a tensor of pictures, got a list of 1",
    );
  });

  it("refuses wrong options", () => {
    expect(() => images(pictures(2), { titles: ["one"] })).to.throw(
      "images: titles must be one per picture, got 1 for 2",
    );
    expect(() => images(pictures(2), { columns: 0 })).to.throw(
      "images: columns must be a whole number from 1, got 0",
    );
    expect(() => images(pictures(2), { colums: 2 } as never)).to.throw(
      "images: unknown option colums. Did you mean columns?",
    );
  });
});
