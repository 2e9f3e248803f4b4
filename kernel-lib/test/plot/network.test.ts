import { expect } from "chai";
import * as np from "../../src/index.js";
import { expectSound, hostile, textsOf } from "./helpers.js";

const { network } = np.plot;

interface Annotation {
  text: string;
}

describe("network", () => {
  it("draws a circle per unit, a line per weight, and W and b with their shapes", () => {
    const figure = network([3, 4, 1], { title: "Two layers", activations: ["relu", "sigmoid"] });
    expect(figure.svg.match(/<circle/g)).to.have.length(3 + 4 + 1);
    expect(figure.svg.match(/<path/g)).to.have.length(4 * 3 + 1 * 4);
    expect(textsOf(figure.svg)).to.include.members(["W1 (4, 3)", "b1 (4, 1)", "W2 (1, 4)", "b2 (1, 1)"]);
    expect(textsOf(figure.svg)).to.include.members(["input", "3 units", "layer 2", "1 unit", "sigmoid"]);
    expect(figure.text).to.equal("Two layers; network 3-4-1; W1 (4, 3), b1 (4, 1); W2 (1, 4), b2 (1, 1)");
    expectSound(figure);
  });

  it("shows the same in plotly: circles that say which unit they are, lines, words", () => {
    const { data, layout } = network([3, 4, 1]);
    expect(data[0]!.text).to.include.members([
      "input 3 of 3",
      "layer 1, unit 2 of 4",
      "layer 2, unit 1 of 1",
    ]);
    expect(layout.shapes).to.have.length(4 * 3 + 1 * 4);
    const words = (layout.annotations as Annotation[]).map(({ text }) => text);
    expect(words).to.include.members(["<b>W1 (4, 3)</b>", "4 units"]);
  });

  it("draws dots in place of the units of a large layer, and counts them in words", () => {
    const figure = network([12288, 8, 1]);
    expect(figure.svg.match(/<circle/g)).to.have.length(6 + 6 + 1);
    expect(textsOf(figure.svg)).to.include.members(["⋮", "12288 units"]);
    expect(figure.data[0]!.text).to.include("input 12288 of 12288");
  });

  it("keeps the words of neighbours apart in eight layers", () => {
    const figure = network([9, 8, 7, 6, 5, 4, 3, 1]);
    const heights = [...figure.svg.matchAll(/<text x="[\d.]+" y="([\d.]+)"[^>]*>W\d/g)].map(([, y]) => y);
    expect(heights).to.have.length(7);
    for (let l = 1; l < 7; l++) expect(heights[l]).to.not.equal(heights[l - 1]);
    expectSound(figure);
  });

  it("takes names that try to become markup", () => {
    expectSound(network([2, 1], { title: hostile, activations: [hostile] }));
  });

  it("refuses what is no network", () => {
    const refuses = (layers: unknown, words: string): void => {
      expect(() => network(layers as number[])).to.throw(np.DataError, words);
    };
    refuses([4], "network: layerDims is a list of 2 to 8 layers, got 1");
    refuses(5, "network: layerDims is a list of 2 to 8 layers, got 5");
    refuses([4, 0, 1], "network: units are whole numbers from 1, got 0");
    refuses([4, 1.5], "got 1.5");
    expect(() => network([2, 1], { activations: ["a", "b"] })).to.throw(
      "network: activations are one word per layer after the input, got 2 for 1 layers",
    );
  });
});
