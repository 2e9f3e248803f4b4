import { expect } from "chai";
import * as np from "../../src/index.js";
import { expectSound, hostile, textsOf } from "./helpers.js";

const { bars } = np.plot;

describe("bars", () => {
  it("draws a bar per amount, as long as the amount, with its name and its number", () => {
    const figure = bars({ loop: 40, vectorised: 10 }, { title: "Time", xLabel: "milliseconds" });
    const widths = [...figure.svg.matchAll(/<rect x="[\d.]+" y="[\d.]+" width="([\d.]+)" height="26"/g)];
    const [long, short] = widths.map(([, width]) => Number(width));
    expect(long! / short!).to.be.closeTo(4, 0.01);
    expect(figure.data[0]).to.deep.include({ type: "bar", x: [40, 10], text: ["40", "10"] });
    expect(textsOf(figure.svg)).to.include.members(["loop", "vectorised", "40", "10", "milliseconds"]);
    expect(figure.text).to.equal("Time; loop 40, vectorised 10 (milliseconds)");
    expectSound(figure);
  });

  it("takes names that try to become markup, and amounts that are all 0", () => {
    expectSound(bars({ [hostile]: 0, b: 0 }, { title: hostile }));
  });

  it("refuses what has no length", () => {
    expect(() => bars({})).to.throw(np.DataError, "bars: between 1 and 30 amounts can be drawn, got 0");
    expect(() => bars({ a: -1 })).to.throw("bars: amounts are finite numbers from 0, got -1 for a");
    expect(() => bars({ a: Number.NaN })).to.throw("got NaN for a");
  });
});
