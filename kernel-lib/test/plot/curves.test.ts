import { expect } from "chai";
import * as np from "../../src/index.js";
import { expectSound, hostile, pathsOf, textsOf } from "./helpers.js";

const { costCurve, lines } = np.plot;
const blue = "#0072b2";
const costs = [Math.LN2, 0.584508, 0.466949];

describe("costCurve", () => {
  it("draws three costs over iterations 0, 100, 200", () => {
    const figure = costCurve(costs, { every: 100, title: "Cost while learning" });
    expect(figure.data).to.have.length(1);
    expect(figure.data[0]).to.deep.include({
      type: "scatter",
      mode: "lines+markers",
      x: [0, 100, 200],
      y: costs,
    });
    expect(textsOf(figure.svg)).to.include.members([
      "Cost while learning",
      "iterations",
      "cost",
      "0",
      "100",
      "200",
      "0.60",
    ]);
    expect(pathsOf(figure.svg, blue)).to.have.length(1);
    expect(figure.text).to.equal("Cost while learning; cost: 0.6931 at 0 to 0.4669 at 200");
    expectSound(figure);
  });

  it("puts the points where the axes say", () => {
    const figure = costCurve([1, 0], { every: 10 }); // x: 0 and 10, range [-0.5, 10.5]; y: 1 and 0, range [0, 1.05]
    const [x1, y1, x2, y2] = pathsOf(figure.svg, blue)[0]
      .match(/[\d.]+/g)!
      .map(Number);
    const margin = figure.layout.margin as { l: number; r: number; t: number; b: number };
    const [width, height] = [640 - margin.l - margin.r, 400 - margin.t - margin.b];
    expect(x1).to.be.closeTo(margin.l + (0.5 / 11) * width, 0.01);
    expect(x2).to.be.closeTo(margin.l + (10.5 / 11) * width, 0.01);
    expect(y1).to.be.closeTo(margin.t + height * (1 - 1 / 1.05), 0.01);
    expect(y2).to.be.closeTo(margin.t + height, 0.01);
  });

  it("compares curves by name, with a legend and a colour each", () => {
    const figure = costCurve({ "rate 0.01": costs, "rate 0.001": costs.map((c) => c + 0.1) }, { every: 100 });
    expect(figure.data.map(({ name }) => name)).to.deep.equal(["rate 0.01", "rate 0.001"]);
    expect(figure.layout.showlegend).to.equal(true);
    expect(textsOf(figure.svg)).to.include.members(["rate 0.01", "rate 0.001"]);
    expect(new Set(figure.data.map(({ line }) => (line as { color: string }).color)).size).to.equal(2);
    expectSound(figure);
  });

  it("takes a list of curves with labels, tensors and typed arrays", () => {
    const figure = costCurve([np.array(costs), Float64Array.from(costs)], { labels: ["a", "b"] });
    expect(figure.data.map(({ name, y }) => [name, y])).to.deep.equal([
      ["a", costs],
      ["b", costs],
    ]);
    expect(costCurve(np.array([costs])).data[0].y).to.deep.equal(costs); // (1, 3)
  });

  it("leaves a gap for costs that are not finite and counts them", () => {
    const figure = costCurve([3, Number.NaN, 2, 1.5, Infinity, 1]);
    expect(figure.data[0].y).to.deep.equal([3, null, 2, 1.5, null, 1]);
    expect(pathsOf(figure.svg, blue)[0].match(/M/g)).to.have.length(3);
    expect(textsOf(figure.svg)).to.include("2 of 6 values are not finite");
    expect(figure.text).to.include("2 of 6 values are not finite");
    expectSound(figure);
  });

  it("still draws its axes when no cost is finite, and one cost alone", () => {
    expectSound(costCurve([Number.NaN, Number.NaN]));
    expect(costCurve([Number.NaN]).text).to.equal("Cost; cost: no finite value; 1 of 1 values is not finite");
    expectSound(costCurve([0.5]));
  });

  it("thins 100,000 points in the SVG without losing a spike, and none in the data", () => {
    const many = Array.from({ length: 100_000 }, (_, i) => 1 + Math.sin(i / 9000));
    many[77_777] = 50;
    const figure = costCurve(many);
    expect(figure.svg.length).to.be.below(150_000);
    expect(figure.data[0].y).to.have.length(100_000);
    const heights = pathsOf(figure.svg, blue)[0]
      .match(/[\d.]+/g)!
      .map(Number)
      .filter((_, i) => i % 2 === 1);
    expect(heights.filter((y) => y < 100)).to.have.length(1);
  });

  it("has no ticks between whole iterations", () => {
    expect(textsOf(costCurve([3, 2, 1]).svg))
      .to.include.members(["0", "1", "2"])
      .and.not.include("0.5");
  });

  it("escapes titles and names in every form", () => {
    const figure = costCurve({ [hostile]: costs }, { title: hostile, xLabel: hostile, yLabel: hostile });
    expectSound(figure);
    const forms =
      JSON.stringify([figure.layout, figure.data]) + figure.svg + figure.toMimeBundle()["text/html"];
    expect(forms).to.not.include("<img src=x");
  });

  it("refuses what is no list of costs", () => {
    expect(() => costCurve([])).to.throw(
      np.DataError,
      "costCurve: there is nothing to draw, costs holds no numbers. Did the training loop collect any?",
    );
    expect(() => costCurve(undefined as never)).to.throw(
      np.DataError,
      "costCurve: costs must be a list of numbers or lists by name, got undefined",
    );
    expect(() => costCurve([1, "2" as never])).to.throw(
      np.DataError,
      'costCurve: costs must be numbers, got "2" at index 1',
    );
    expect(() => costCurve(np.zeros([2, 3]))).to.throw(
      np.ShapeError,
      "costCurve: costs must be one list of numbers, of shape (m,), (1, m) or (m, 1), got (2, 3)",
    );
  });

  it("refuses wrong options and says which were meant", () => {
    expect(() => costCurve(costs, { evrey: 100 } as never)).to.throw(
      TypeError,
      "costCurve: unknown option evrey. Did you mean every?",
    );
    expect(() => costCurve(costs, { every: 0 })).to.throw(
      "costCurve: every is the number of iterations between two costs, got 0",
    );
    expect(() => costCurve([costs, costs], { labels: ["a"] })).to.throw(
      "costCurve: labels must be one name per curve, got 1 for 2 curves",
    );
  });
});

describe("lines", () => {
  it("asks plotly for every point of a smooth curve, and lets it thin out very long ones", () => {
    const thinned = (n: number): unknown =>
      (lines(np.linspace(0, 1, n)).data[0].line as { simplify: boolean }).simplify;
    expect([thinned(161), thinned(100_000)]).to.deep.equal([false, true]);
  });

  it("draws named curves over x", () => {
    const z = np.linspace(-6, 6, 101); // (101,)
    const figure = lines({ square: np.square(z), z }, { x: z, xLabel: "z", title: "Two curves" });
    expect(figure.data[0].x).to.have.length(101);
    expect(figure.data[0].mode).to.equal("lines");
    expect(figure.text).to.equal("Two curves; 2 curves: square, z");
    expectSound(figure);
  });

  it("counts from 0 without x", () => {
    expect(lines([4, 5, 6]).data[0].x).to.deep.equal([0, 1, 2]);
  });

  it("names both lengths when x does not fit", () => {
    expect(() => lines({ cost: [1, 2, 3] }, { x: [1, 2] })).to.throw(
      np.ShapeError,
      "lines: x and cost must have as many values, got 2 and 3",
    );
  });
});
