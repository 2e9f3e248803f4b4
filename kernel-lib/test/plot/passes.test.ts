import { expect } from "chai";
import * as np from "../../src/index.js";
import { expectSound, hostile, textsOf } from "./helpers.js";

const { passes } = np.plot;

interface Arrow {
  showarrow: boolean;
  x: number;
  ax: number;
  y: number;
  ay: number;
}

describe("passes", () => {
  it("draws every layer twice, its cache between, and the slopes that come out", () => {
    const figure = passes(["relu", "sigmoid"], { title: "Both ways" });
    const words = textsOf(figure.svg);
    expect(words.filter((word) => word === "layer 2")).to.have.length(2);
    expect(words).to.include.members(["relu", "sigmoid", "cache 1", "cache 2", "cost J"]);
    expect(words).to.include.members(["X", "A1", "AL", "dAL", "dA1", "dW1, db1", "dW2, db2"]);
    expect(figure.text).to.equal(
      "Both ways; forward and backward through layer 1 relu, layer 2 sigmoid; a cache per layer",
    );
    expectSound(figure);
  });

  it("points right on the way forward, left on the way back, down in between", () => {
    const { layout } = passes(["relu", "relu", "sigmoid"]);
    const arrows = (layout.annotations as Arrow[]).filter(({ showarrow }) => showarrow);
    const level = arrows.filter(({ y, ay }) => y === ay);
    const forward = Math.min(...level.map(({ y }) => y));
    for (const { y, x, ax } of level) expect(x > ax).to.equal(y === forward);
    expect(level).to.have.length(4 + 3);
    for (const { y, ay } of arrows.filter((arrow) => !level.includes(arrow))) expect(y).to.be.above(ay);
    expect(arrows).to.have.length(7 + 4 + 3);
  });

  it("takes names that try to become markup", () => {
    expectSound(passes([hostile], { title: hostile }));
  });

  it("refuses no layers, too many, and what is no list", () => {
    expect(() => passes([])).to.throw(np.DataError, "passes: activations is a list of 1 to 4 words, got 0");
    expect(() => passes(["a", "b", "c", "d", "e"])).to.throw("got 5");
    expect(() => passes("relu" as unknown as string[])).to.throw('got "relu"');
  });
});
