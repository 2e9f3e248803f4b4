import { expect } from "chai";
import * as fc from "fast-check";
import * as np from "../../src/core.js";
import { tensorWithAxis } from "../support/arbitraries.js";

const lists = (parts: np.Tensor[]): unknown[] => parts.map((part) => part.toArray());

describe("split", () => {
  it("cuts into equal parts or before given places", () => {
    expect(lists(np.split([1, 2, 3, 4], 2))).to.deep.equal([
      [1, 2],
      [3, 4],
    ]);
    expect(lists(np.split([1, 2, 3, 4], [1, 3]))).to.deep.equal([[1], [2, 3], [4]]);
    expect(np.split(np.zeros([2, 6]), 3, { axis: 1 }).map((part) => [...part.shape])).to.deep.equal([
      [2, 2],
      [2, 2],
      [2, 2],
    ]);
  });

  it("gives views", () => {
    const t = np.zeros(4);
    np.split(t, 2)[1].assign(1);
    expect(t.toArray()).to.deep.equal([0, 0, 1, 1]);
  });

  it("arraySplit lets the first parts be longer, hsplit and vsplit cut across and along", () => {
    expect(lists(np.arraySplit([1, 2, 3, 4, 5], 3))).to.deep.equal([[1, 2], [3, 4], [5]]);
    expect(lists(np.hsplit([[1, 2]], 2))).to.deep.equal([[[1]], [[2]]]);
    expect(lists(np.vsplit([[1], [2]], 2))).to.deep.equal([[[1]], [[2]]]);
  });

  it("names the axis that does not divide", () => {
    expect(() => np.split(np.zeros([5, 2]), 2)).to.throw(
      np.ShapeError,
      "split: parts must be equal, got 2 parts of axis 0 of (5, 2). Use arraySplit for unequal parts",
    );
    expect(() => np.split([1, 2], 0)).to.throw(
      np.ShapeError,
      "split: 1 to 1000000 parts are possible, got 0",
    );
    expect(() => np.vsplit([1, 2], 2)).to.throw(np.ShapeError, "vsplit: 2 axes are needed, got shape (2,)");
    expect(() => np.split([1, 2], [0.5])).to.throw(
      TypeError,
      "split: a place must be a whole number, got 0.5",
    );
  });

  it("then concatenate gives back the tensor, in every layout", () => {
    fc.assert(
      fc.property(
        tensorWithAxis,
        fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }),
        ([t, axis], cuts) => {
          const parts = np.split(t, cuts.sort(), { axis });
          expect(np.concatenate(parts, { axis }).toArray()).to.deep.equal(t.toArray());
          const some = np.arraySplit(t, 3, { axis });
          expect(np.concatenate(some, { axis }).toArray()).to.deep.equal(t.toArray());
        },
      ),
    );
  });
});
