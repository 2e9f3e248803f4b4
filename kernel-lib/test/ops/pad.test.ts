import { expect } from "chai";
import * as fc from "fast-check";
import * as np from "../../src/core.js";
import type { PadMode } from "../../src/ops/pad.js";
import { tensor } from "../support/arbitraries.js";

describe("pad", () => {
  it("puts zeros around a matrix", () => {
    expect(np.pad([[1, 2]], 1).toArray()).to.deep.equal([
      [0, 0, 0, 0],
      [0, 1, 2, 0],
      [0, 0, 0, 0],
    ]);
  });

  it("pads pictures on two axes of four: (2, 3, 3, 1) -> (2, 7, 7, 1)", () => {
    const X = np.ones([2, 3, 3, 1]);
    const padded = np.pad(X, [
      [0, 0],
      [2, 2],
      [2, 2],
      [0, 0],
    ]);
    expect([...padded.shape]).to.deep.equal([2, 7, 7, 1]);
    expect(np.sum(padded)).to.equal(18);
  });

  it("repeats the edge, mirrors, or goes round", () => {
    const padded = (mode: PadMode): unknown => np.pad([1, 2, 3], [2, 1], { mode }).toArray();
    expect(padded("edge")).to.deep.equal([1, 1, 1, 2, 3, 3]);
    expect(padded("reflect")).to.deep.equal([3, 2, 1, 2, 3, 2]);
    expect(padded("symmetric")).to.deep.equal([2, 1, 1, 2, 3, 3]);
    expect(padded("wrap")).to.deep.equal([2, 3, 1, 2, 3, 1]);
  });

  it("names widths that do not fit, an unknown mode, a number that does not fit the dtype", () => {
    expect(() => np.pad([[1]], [1, 2, 3])).to.throw(
      np.ShapeError,
      "pad: width is a number, [before, after] or one such pair per axis, got shape (3,) for 2 axes",
    );
    expect(() => np.pad([1], -1)).to.throw(
      np.ShapeError,
      "pad: lengths must be whole numbers from 0, got (-1, -1)",
    );
    expect(() => np.pad([1], 1, { mode: "mirror" as PadMode })).to.throw(
      TypeError,
      'pad: mode must be one of constant, edge, reflect, symmetric, wrap, got "mirror"',
    );
    expect(() => np.pad([], 1, { mode: "edge" })).to.throw(
      np.ShapeError,
      "pad: mode edge needs elements to repeat, got shape (0,): axis 0 has 0",
    );
    const bytes = np.zeros(1, { dtype: "uint8" });
    expect(() => np.pad(bytes, 1, { constantValues: 256 })).to.throw(
      np.DTypeError,
      "pad: numbers must fit uint8, got 256",
    );
  });

  it("then the inner slice gives back the tensor, whatever the mode", () => {
    const modes = fc.constantFrom<PadMode>("constant", "edge", "reflect", "symmetric", "wrap");
    fc.assert(
      fc.property(tensor, modes, fc.nat(5), fc.nat(5), (t, mode, before, after) => {
        const padded = np.pad(t, [before, after], { mode });
        const inner = padded.slice(...t.shape.map((length) => [before, before + length]));
        expect(inner.toArray()).to.deep.equal(t.toArray());
        expect([...padded.shape]).to.deep.equal(t.shape.map((length) => before + length + after));
      }),
    );
  });
});
