import { expect } from "chai";
import * as np from "../../src/core.js";

describe("linalg.norm", () => {
  it("is the root of the sum of squares, of everything or along an axis", () => {
    const t = np.array([
      [3, 4],
      [0, 5],
    ]);
    expect(np.linalg.norm([3, 4])).to.equal(5);
    expect(np.linalg.norm(t)).to.equal(Math.sqrt(50));
    expect(np.linalg.norm(t, { axis: 1 }).toArray()).to.deep.equal([5, 5]);
    expect(np.linalg.norm(t, { axis: 1, keepdims: true }).toArray()).to.deep.equal([[5], [5]]);
    expect(np.linalg.norm([3, -4], { ord: 1 })).to.equal(7);
    expect(np.linalg.norm([3, -4], { ord: Infinity })).to.equal(4);
  });

  it("of matrices: sums of columns and rows, singular values, of two axes", () => {
    const t = np.array([
      [1, -2],
      [3, 4],
    ]);
    expect(np.linalg.norm(t, { ord: 1 })).to.equal(6);
    expect(np.linalg.norm(t, { ord: Infinity })).to.equal(7);
    expect(np.linalg.norm(np.eye(3), { ord: 2 })).to.equal(1);
    expect(np.linalg.norm(np.eye(3), { ord: "nuc", keepdims: true }).toArray()).to.deep.equal([[3]]);
    const stack = np.stack([t, t.multiply(2)]);
    expect(np.linalg.norm(stack, { ord: 1, axis: [1, 2] }).toArray()).to.deep.equal([6, 12]);
    expect([...np.linalg.norm(stack, { ord: "fro", axis: [0, 2], keepdims: true }).shape]).to.deep.equal([
      1, 2, 1,
    ]);
    expect(np.linalg.norm([3, 0, -4], { ord: 0 })).to.equal(2);
  });

  it("refuses what it does not know", () => {
    expect(() => np.linalg.norm([1], { ord: "fro" })).to.throw(
      RangeError,
      'norm: ord of a vector must be a number, got "fro"',
    );
    expect(() => np.linalg.norm(np.eye(2), { ord: 3 })).to.throw(
      RangeError,
      'norm: ord of a matrix must be 1, 2, Infinity, -1, -2, -Infinity, "fro" or "nuc", got 3',
    );
    expect(() => np.linalg.norm(np.ones([2, 2, 2]), { ord: 2 })).to.throw(
      np.ShapeError,
      "norm: ord 2 is for vectors and matrices, got shape (2, 2, 2). Name one axis or two",
    );
  });
});
