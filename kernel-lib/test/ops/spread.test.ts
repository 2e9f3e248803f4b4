import { expect } from "chai";
import * as fc from "fast-check";
import * as np from "../../src/core.js";
import { tensorWithAxis } from "../support/arbitraries.js";

describe("roll", () => {
  it("brings in at the start what is pushed out at the end", () => {
    expect(np.roll([1, 2, 3, 4], 1).toArray()).to.deep.equal([4, 1, 2, 3]);
    const t = np.arange(6).reshape(2, 3);
    expect(np.roll(t, 1).toArray()).to.deep.equal([
      [5, 0, 1],
      [2, 3, 4],
    ]);
    expect(np.roll(t, [1, -1], { axis: [0, 1] }).toArray()).to.deep.equal([
      [4, 5, 3],
      [1, 2, 0],
    ]);
  });

  it("is a copy, even by 0", () => {
    const t = np.zeros(2);
    np.roll(t, 0, { axis: 0 }).assign(1);
    np.roll(t, 0).assign(1);
    expect(t.toArray()).to.deep.equal([0, 0]);
  });

  it("names a shift that is not whole and lists that do not go together", () => {
    expect(() => np.roll([1, 2], 0.5)).to.throw(TypeError, "roll: shift must be a whole number, got 0.5");
    expect(() => np.roll([[1]], [1, 2, 3], { axis: [0, 1] })).to.throw(
      np.ShapeError,
      "roll: as many shifts as axes are needed, or one of either, got 3 and 2",
    );
  });

  it("adds up: roll by p, then by q is roll by p + q", () => {
    const shift = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(tensorWithAxis, shift, shift, ([t, axis], p, q) => {
        const twice = np.roll(np.roll(t, p, { axis }), q, { axis });
        expect(twice.toArray()).to.deep.equal(np.roll(t, p + q, { axis }).toArray());
      }),
    );
  });
});

describe("repeat", () => {
  it("takes every element as often as its count says", () => {
    expect(np.repeat([[1, 2]], [1, 3], { axis: 1 }).toArray()).to.deep.equal([[1, 2, 2, 2]]);
  });

  it("takes more counts than a tensor has axes, and larger ones", () => {
    const counts = Array.from({ length: 100 }, (_, i) => i % 3);
    expect(np.repeat(np.arange(100), counts).shape).to.deep.equal([99]);
    expect(np.repeat([1, 2, 3, 4], [1000, 1000, 1000, 1000]).shape).to.deep.equal([4000]);
    expect(np.repeat(np.ones([2, 0]), [1000, 2000], { axis: 0 }).shape).to.deep.equal([3000, 0]);
  });

  it("names a count that is none", () => {
    expect(() => np.repeat([1, 2], [1, -1])).to.throw(
      np.ShapeError,
      "repeat: counts are whole numbers from 0, got -1",
    );
    expect(() => np.repeat([1, 2], np.array([1, 2]) as never)).to.throw(
      np.ShapeError,
      "repeat: counts are whole numbers from 0, got a Tensor",
    );
  });

  it("refuses what no tensor can hold, before it begins", () => {
    expect(() => np.repeat([1, 2], 2 ** 30)).to.throw(
      np.ShapeError,
      "repeat: a tensor holds at most 2147483647 elements, got shape (2147483648,): 2147483648",
    );
    expect(() => np.tile([1, 2, 3], 2 ** 30)).to.throw(
      np.ShapeError,
      "a tensor holds at most 2147483647 elements",
    );
  });
});
