import { expect } from "chai";
import * as np from "../../src/index.js";
import { expectSound, hostile, textsOf } from "./helpers.js";

const { scatter } = np.plot;

describe("scatter", () => {
  it("draws a point per pair", () => {
    const figure = scatter([1, 2, 3], [4, 5, 6], { title: "Points" });
    expect(figure.data).to.have.length(1);
    expect(figure.data[0]).to.deep.include({ mode: "markers", x: [1, 2, 3], y: [4, 5, 6] });
    expect(figure.svg.match(/<circle /g)).to.have.length(3);
    expect(figure.layout.showlegend).to.equal(false);
    expect(figure.text).to.equal("Points; 3 points");
    expectSound(figure);
  });

  it("gives each class a colour, a shape and its name, with X (2, m) and Y (1, m)", () => {
    const X = np.array([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ]);
    const Y = np.array([[1, 0, 1, 0]]);
    const figure = scatter(X.at(0), X.at(1), { labels: Y, classes: ["red", "blue"] });
    expect(figure.data.map(({ name, x }) => [name, x])).to.deep.equal([
      ["red", [2, 4]],
      ["blue", [1, 3]],
    ]);
    const markers = figure.data.map(({ marker }) => marker as { color: string; symbol: string });
    expect(markers[0].color).to.not.equal(markers[1].color);
    expect(markers[0].symbol).to.not.equal(markers[1].symbol);
    expect(textsOf(figure.svg)).to.include.members(["red", "blue"]);
    expectSound(figure);
  });

  it("takes classes as words, escaped", () => {
    const figure = scatter([1, 2], [3, 4], { labels: ["cat", hostile] });
    expect(figure.data[0].name).to.equal("cat");
    expectSound(figure);
  });

  it("leaves points without finite coordinates out and counts them", () => {
    const figure = scatter([1, Number.NaN, 3], [4, 5, Infinity]);
    expect(figure.data[0].x).to.deep.equal([1, null, null]);
    expect(textsOf(figure.svg)).to.include("2 of 3 values are not finite");
    expectSound(figure);
  });

  it("refuses lengths that differ, nothing at all and labels that are no classes", () => {
    expect(() => scatter([1, 2], [1])).to.throw(
      np.ShapeError,
      "scatter: x and y must be equally many, got 2 and 1",
    );
    expect(() => scatter([1, 2], [1, 2], { labels: [0] })).to.throw(
      np.ShapeError,
      "scatter: points and labels must be equally many, got 2 and 1",
    );
    expect(() => scatter([], [])).to.throw(np.DataError, "scatter: x and y must hold numbers, got none");
    const many = Array.from({ length: 30 }, (_, i) => i / 7);
    expect(() => scatter(many, many, { labels: many })).to.throw(
      np.DataError,
      "scatter: labels are the classes of the points, got 30 different ones; 20 can be told apart",
    );
    expect(() => scatter([1], [1], { label: [0] } as never)).to.throw("Did you mean labels?");
  });
});
