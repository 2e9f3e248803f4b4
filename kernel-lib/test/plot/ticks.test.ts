import { expect } from "chai";
import fc from "fast-check";
import { extent, niceTicks, numberLabel, paddedRange, tickLabels } from "../../src/plot/ticks.js";

describe("niceTicks", () => {
  it("steps by 1, 2 or 5 times a power of ten", () => {
    expect(niceTicks([0, 1], 5)).to.deep.equal([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(niceTicks([-95, 1995], 8)).to.deep.equal([0, 500, 1000, 1500]);
    expect(niceTicks([-0.3, 0.3], 6)).to.deep.equal([-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]);
  });

  it("stays inside the range, evenly, with at least one tick, whatever the range", () => {
    const ends = fc.tuple(
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
    );
    fc.assert(
      fc.property(ends, fc.integer({ min: 4, max: 12 }), ([low, span], most) => {
        fc.pre(low + span > low && span > Math.abs(low) * 1e-9);
        const ticks = niceTicks([low, low + span], most);
        expect(ticks.length).to.be.within(1, most + 1);
        for (const tick of ticks) expect(tick).to.be.within(low - span * 1e-6, low + span * (1 + 1e-6));
        expect(new Set(tickLabels(ticks)).size).to.equal(ticks.length);
      }),
      { seed: 7, numRuns: 1000 },
    );
  });
});

describe("tickLabels", () => {
  it("gives all ticks the same decimals and separates thousands", () => {
    expect(tickLabels([0, 0.25, 0.5])).to.deep.equal(["0", "0.25", "0.50"]);
    expect(tickLabels([-1000, 0, 1000])).to.deep.equal(["−1,000", "0", "1,000"]);
  });

  it("writes very large and very small numbers as powers of ten", () => {
    expect(tickLabels([0, 2e8])).to.deep.equal(["0", "2×10⁸"]);
    expect(tickLabels([0, 2e-7])).to.deep.equal(["0", "2×10⁻⁷"]);
  });
});

describe("numberLabel", () => {
  it("keeps four digits", () => {
    expect([Math.LN2, 12288, -0.5, 1.234e-7, 0, Number.NaN].map(numberLabel)).to.deep.equal([
      "0.6931",
      "12,288",
      "−0.5",
      "1.234×10⁻⁷",
      "0",
      "NaN",
    ]);
  });
});

describe("paddedRange", () => {
  it("leaves air, starts at zero when asked and near, and is never empty", () => {
    expect(paddedRange([0, 10])).to.deep.equal([-0.5, 10.5]);
    expect(paddedRange([1, 10], { zero: true })[0]).to.equal(0);
    expect(paddedRange([9, 10], { zero: true })[0]).to.be.above(8);
    for (const values of [[], [3], [0, 0], [-2, -2], [Number.NaN]]) {
      const [low, high] = paddedRange(values);
      expect(low).to.be.below(high);
    }
  });
});

describe("extent", () => {
  it("looks at finite values only", () => {
    expect(extent([3, Number.NaN, -1, Infinity])).to.deep.equal([-1, 3]);
  });
});
