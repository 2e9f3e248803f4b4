import { expect } from "chai";
import { decode } from "fast-png";
import * as np from "../../src/index.js";
import { expectSound, hostile, textsOf } from "./helpers.js";

const { heatmap } = np.plot;

/** The PNGs inside an SVG: the cells, then the colour bar. */
function pngs(svg: string): ReturnType<typeof decode>[] {
  return [...svg.matchAll(/href="data:image\/png;base64,([^"]*)"/g)].map(([, text]) =>
    decode(Buffer.from(text, "base64")),
  );
}

/** Red, green, blue of the middle of cell (i, j). */
function colorOf(svg: string, [i, j]: [number, number], [nRows, nCols]: [number, number]): number[] {
  const { width, height, data } = pngs(svg)[0];
  const k = (Math.floor(((i + 0.5) * height) / nRows) * width + Math.floor(((j + 0.5) * width) / nCols)) * 3;
  return [...data.subarray(k, k + 3)];
}

describe("heatmap", () => {
  it("draws row 0 on top, from viridis' darkest to its lightest", () => {
    const figure = heatmap([
      [0, 1],
      [2, 3],
    ]);
    expect(figure.data[0]).to.deep.include({ type: "heatmap", zmin: 0, zmax: 3 });
    expect(figure.data[0].z).to.deep.equal([
      [0, 1],
      [2, 3],
    ]);
    expect(colorOf(figure.svg, [0, 0], [2, 2])).to.deep.equal([0x44, 0x01, 0x54]);
    expect(colorOf(figure.svg, [1, 1], [2, 2])).to.deep.equal([0xfd, 0xe7, 0x25]);
    expect((figure.layout.yaxis as { range: number[] }).range).to.deep.equal([1.5, -0.5]);
    expectSound(figure);
  });

  it("puts white at zero and blue and red at equal distance when diverging", () => {
    const figure = heatmap(np.array([[-2, 0, 1]]), { diverging: true });
    expect([figure.data[0].zmin, figure.data[0].zmax]).to.deep.equal([-2, 2]);
    const [low, zero, high] = [0, 1, 2].map((j) => colorOf(figure.svg, [0, j], [1, 3]));
    expect(zero).to.deep.equal([0xf7, 0xf7, 0xf7]);
    expect(low[2]).to.be.above(low[0]);
    expect(high[0]).to.be.above(high[2]);
  });

  it("writes the numbers and names of a small table, and none into a (64, 64) picture", () => {
    const names = {
      xNames: ["non-cat", "cat"],
      yNames: ["non-cat", "cat"],
      xLabel: "predicted",
      yLabel: "true",
    };
    const small = heatmap(
      [
        [13, 4],
        [11, 22],
      ],
      { title: "Test", ...names },
    );
    expect(textsOf(small.svg)).to.include.members([
      "13",
      "4",
      "11",
      "22",
      "non-cat",
      "cat",
      "predicted",
      "true",
      "Test",
    ]);
    expect(small.text).to.equal("Test; 2 x 2 values from 4 to 22");
    const picture = heatmap(np.arange(0, 4096).reshape([64, 64]));
    expect(picture.data[0]).to.not.have.property("texttemplate");
    expectSound(picture);
  });

  it("draws cells that are not finite in grey and counts them", () => {
    const figure = heatmap([
      [1, Number.NaN],
      [Infinity, 2],
    ]);
    expect(figure.data[0].z).to.deep.equal([
      [1, null],
      [null, 2],
    ]);
    expect(colorOf(figure.svg, [0, 1], [2, 2])).to.deep.equal([0xd0, 0xd7, 0xde]);
    expect(textsOf(figure.svg)).to.include("2 of 4 values are not finite");
  });

  it("draws tables of one value, one row, one column and equal values", () => {
    for (const z of [
      [[5]],
      [[1, 2, 3]],
      [[1], [2], [3]],
      [[0, 0]],
      [Array.from({ length: 300 }, (_, i) => i)],
    ]) {
      expectSound(heatmap(z, { title: "A title that is longer than the picture is wide" }));
    }
  });

  it("escapes names", () => {
    const figure = heatmap([[1]], {
      title: hostile,
      xNames: [hostile],
      yNames: [hostile],
      xLabel: hostile,
      yLabel: hostile,
    });
    expectSound(figure);
    expect(JSON.stringify([figure.layout, figure.data])).to.not.include("<img");
  });

  it("names the shape of what is no table and shows the way", () => {
    expect(() => heatmap(np.zeros([4]))).to.throw(
      np.ShapeError,
      "heatmap: Z must have two axes (rows, columns), got (4,). Did you mean Z.reshape([1, -1])?",
    );
    expect(() => heatmap([[1, 2], [3]])).to.throw(
      np.ShapeError,
      "heatmap: rows of Z must be equally long, got 2 in row 0 and 1 in row 1",
    );
    expect(() => heatmap([])).to.throw(np.DataError, "heatmap: Z must hold numbers, got none");
    expect(() => heatmap(np.zeros([600, 500]))).to.throw(
      np.DataError,
      "at most 250000 cells can be drawn, got (600, 500)",
    );
  });

  it("refuses wrong options", () => {
    expect(() => heatmap([[1]], { divergent: true } as never)).to.throw(
      "heatmap: unknown option divergent. Did you mean diverging?",
    );
    expect(() => heatmap([[1]], { xNames: ["a", "b"] })).to.throw(
      "heatmap: xNames must be one name per column, got 2 for 1",
    );
    expect(() => heatmap([[1]], { range: [1, 1] })).to.throw(
      "heatmap: range must go from a smaller to a larger number, got [1, 1]",
    );
  });
});
