import { expect } from "chai";
import * as np from "../../src/index.js";
import { expectSound, hostile, textsOf } from "./helpers.js";

const { decisionBoundary } = np.plot;

// four points, classes by the sign of the first coordinate
const X = np.array([
  [-2, -1, 1, 2],
  [-1, 1, -1, 1],
]);
const Y = np.array([[0, 0, 1, 1]]);
const rightHalf = (points: np.Tensor): np.Tensor => np.greater(points.slice("0:1"), 0); // (1, n)
const classOne = [247, 210, 184];
const classZero = [184, 215, 234];

/** The pixels of a PNG, (height, width, 3). */
async function pixelsOf(uri: string): Promise<np.Tensor> {
  const { decode } = await import("fast-png");
  const png = decode(Buffer.from(uri.split(",")[1], "base64"));
  return np.fromBuffer(Uint8Array.from(png.data), [png.height, png.width, png.channels]);
}

const imagesOf = (figure: np.plot.Figure): { source: string }[] =>
  figure.layout.images as { source: string }[];

describe("decisionBoundary", () => {
  it("asks the model at every pixel, (2, n) in and (1, n) out, and colours left and right", async () => {
    const figure = decisionBoundary(rightHalf, X, Y, { resolution: 8, title: "Halves" });
    const pixels = await pixelsOf(imagesOf(figure)[0].source); // (8, 8, 3)
    const left = pixels.at(3).at(0).toArray() as number[];
    const right = pixels.at(3).at(7).toArray() as number[];
    for (const i of [0, 1, 2]) expect(left[i]).to.be.closeTo(classZero[i], 8);
    for (const i of [0, 1, 2]) expect(right[i]).to.be.closeTo(classOne[i], 8);
    expectSound(figure);
  });

  it("asks each model once, at 200 x 200 places when it is alone and at 100 x 100 beside others, whatever m is", () => {
    const asked: (readonly number[])[] = [];
    const counted = (points: np.Tensor): np.Tensor => {
      asked.push(points.shape);
      return rightHalf(points);
    };
    const flower = np.datasets.makeFlower({ m: 400 });
    decisionBoundary(counted, flower.X, flower.Y).toMimeBundle();
    expect(asked).to.deep.equal([[2, 40_000]]);
    decisionBoundary({ one: counted, two: counted, three: counted }, X, Y).toMimeBundle();
    expect(asked.slice(1)).to.deep.equal(Array(3).fill([2, 10_000]));
  });

  it("holds the border as one small picture, not as 40,000 places", () => {
    const { X, Y } = np.datasets.makeFlower({ m: 400 });
    const figure = decisionBoundary(rightHalf, X, Y);
    const placed = figure.data.reduce((sum, { x }) => sum + (x as number[]).length, 0);
    expect([placed, imagesOf(figure).length]).to.deep.equal([400, 1]);
    expect(JSON.stringify(figure.toMimeBundle()).length).to.be.below(100_000);
  });

  it("draws the second coordinate upwards", async () => {
    const above = (points: np.Tensor): np.Tensor => np.greater(points.slice("1:2"), 0);
    const pixels = await pixelsOf(imagesOf(decisionBoundary(above, X, Y, { resolution: 4 }))[0].source);
    expect(pixels.get(0, 0, 0)).to.be.above(pixels.get(3, 0, 0)); // orange above, blue below
  });

  it("draws every point in its class, with legend, counts and labels", () => {
    const figure = decisionBoundary(rightHalf, X, Y, { classes: ["red", hostile], resolution: 4 });
    expect(figure.data.map(({ x, y }) => [x, y])).to.deep.equal([
      [
        [-2, -1],
        [-1, 1],
      ],
      [
        [1, 2],
        [-1, 1],
      ],
    ]);
    expect(textsOf(figure.svg)).to.include.members(["red", "x₁", "x₂"]);
    expect(decisionBoundary(rightHalf, X, Y, { title: "Halves" }).text).to.equal(
      "Halves; decision boundary; 4 points: 2 0, 2 1",
    );
    expectSound(figure);
  });

  it("takes probabilities: above one half is class 1", async () => {
    const sure = (points: np.Tensor): np.Tensor => np.where(np.greater(points.slice("0:1"), 0), 0.9, 0.2);
    const one = await pixelsOf(imagesOf(decisionBoundary(sure, X, Y, { resolution: 4 }))[0].source);
    const two = await pixelsOf(imagesOf(decisionBoundary(rightHalf, X, Y, { resolution: 4 }))[0].source);
    expect(np.arrayEqual(one, two)).to.equal(true);
  });

  it("puts several models side by side, each with its name and its own axes", () => {
    const models = Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [name, rightHalf]));
    const figure = decisionBoundary(models, X, Y, { title: "Five", resolution: 4 });
    expect(imagesOf(figure)).to.have.length(5);
    expect(figure.data).to.have.length(10);
    expect(figure.data.filter(({ showlegend }) => showlegend)).to.have.length(2);
    expect(figure.layout).to.include.keys("xaxis", "xaxis5", "yaxis5");
    expect(textsOf(figure.svg)).to.include.members(["a", "b", "c", "d", "e"]);
    expect(figure.svg.match(/<use /g)).to.have.length(5);
    expectSound(figure);
  });

  it("leaves points without finite coordinates out and counts them", () => {
    const gap = X.copy();
    gap.set(Number.NaN, 0, 0);
    const figure = decisionBoundary(rightHalf, gap, Y, { resolution: 4 });
    expect(textsOf(figure.svg)).to.include("1 of 4 values is not finite");
    expectSound(figure);
  });

  it("refuses what it cannot draw, in words", () => {
    expect(() => decisionBoundary(rightHalf, X.T, Y)).to.throw(
      np.ShapeError,
      "decisionBoundary: X holds points in its columns, shape (2, m), got (4, 2). Did you mean X.T?",
    );
    expect(() => decisionBoundary(rightHalf, X, [0, 1])).to.throw(
      np.ShapeError,
      "decisionBoundary: X and Y must be equally many, got 4 and 2",
    );
    expect(() => decisionBoundary(rightHalf, X, [0, 1, 0.5, 1])).to.throw(
      np.DataError,
      "decisionBoundary: Y holds classes 0, 1, 2, … below 20, got 0.5",
    );
    expect(() => decisionBoundary(() => [1, 0], X, Y, { resolution: 2 })).to.throw(
      np.ShapeError,
      "decisionBoundary: predictions must be one per point, got 2 for 4",
    );
    expect(() => decisionBoundary((async () => [1]) as never, X, Y)).to.throw(
      "decisionBoundary: predict must answer at once, got a Promise",
    );
    expect(() => decisionBoundary({}, X, Y)).to.throw("there is no model to draw, predict is empty");
    expect(() => decisionBoundary(rightHalf, X, Y, { resolution: 0 })).to.throw(
      "decisionBoundary: resolution must be a whole number from 2 to 1000, got 0",
    );
  });
});
