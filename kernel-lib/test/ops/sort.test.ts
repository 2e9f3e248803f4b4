import { expect } from "chai";
import * as fc from "fast-check";
import * as np from "../../src/core.js";
import { tensorWithAxis } from "../support/arbitraries.js";

/** Few different values, so that equal ones meet. */
const crowded = fc
  .array(fc.constantFrom(-1, 0, -0, 0.5, 2, NaN, Infinity, -Infinity), { maxLength: 40 })
  .map((values) => np.fromBuffer(Float64Array.from(values)));

describe("sort", () => {
  it("sorts the last axis, another one, or everything", () => {
    const t = [
      [3, 1, 2],
      [0, 5, 4],
    ];
    expect(np.sort(t).toArray()).to.deep.equal([
      [1, 2, 3],
      [0, 4, 5],
    ]);
    expect(np.sort(t, { axis: 0 }).toArray()).to.deep.equal([
      [0, 1, 2],
      [3, 5, 4],
    ]);
    expect(np.sort(t, { axis: null }).toArray()).to.deep.equal([0, 1, 2, 3, 4, 5]);
  });

  it("leaves its input as it is, puts NaN last, keeps the order of 0 and -0", () => {
    const t = np.array([NaN, 0, -0, -1]);
    expect(np.sort(t).toArray()).to.deep.equal([-1, 0, -0, NaN]);
    expect(t.toArray()).to.deep.equal([NaN, 0, -0, -1]);
  });

  it("names an axis that is not there", () => {
    expect(() => np.sort([1, 2], { axis: 1 })).to.throw(
      np.AxisError,
      "sort: axis 1 is out of range for shape (2,)",
    );
    expect(() => np.sort(5)).to.throw(np.AxisError, "sort: axis -1 is out of range for shape ()");
  });

  it("once sorted stays as it is, and agrees with argsort", () => {
    fc.assert(
      fc.property(crowded, (t) => {
        const sorted = np.sort(t);
        expect(np.sort(sorted).toArray()).to.deep.equal(sorted.toArray());
        expect(t.take(np.argsort(t)).toArray()).to.deep.equal(sorted.toArray());
      }),
    );
  });

  it("is the same along an axis as of its transpose along the other", () => {
    fc.assert(
      fc.property(tensorWithAxis, ([t, axis]) => {
        const other = -1 - axis;
        expect(np.sort(t, { axis }).toArray()).to.deep.equal(np.sort(t.T, { axis: other }).T.toArray());
      }),
    );
  });
});

describe("searchsorted", () => {
  it("finds the place before or behind equal elements", () => {
    const sorted = [10, 20, 20, 30];
    expect(np.searchsorted(sorted, [20, 35, 5]).toArray()).to.deep.equal([1, 4, 0]);
    expect(np.searchsorted(sorted, 20, { side: "right" }).item()).to.equal(3);
    expect(
      np
        .array(sorted)
        .searchsorted([[20]])
        .toArray(),
    ).to.deep.equal([[1]]);
  });

  it("wants a vector and a side", () => {
    expect(() => np.searchsorted([[1]], 1)).to.throw(
      np.ShapeError,
      "searchsorted: a sorted vector is needed, got shape (1, 1)",
    );
    expect(() => np.searchsorted([1], 1, { side: "middle" as "left" })).to.throw(
      TypeError,
      'searchsorted: side must be "left" or "right", got "middle"',
    );
  });

  it("counts the elements below, and with those equal", () => {
    fc.assert(
      fc.property(crowded, fc.constantFrom(-1, 0, 0.5, 1, Infinity), (t, value) => {
        const sorted = np.sort(t);
        expect(np.searchsorted(sorted, value).item()).to.equal(np.countNonzero(np.less(t, value)));
        expect(np.searchsorted(sorted, value, { side: "right" }).item()).to.equal(
          np.countNonzero(np.lessEqual(t, value)),
        );
      }),
    );
  });
});

describe("unique", () => {
  it("gives the values, and on demand where they stand and how often", () => {
    expect(
      np
        .unique([
          [3, 1],
          [1, 2],
        ])
        .toArray(),
    ).to.deep.equal([1, 2, 3]);
    const parts = np.unique([3, 1, 3], { returnIndex: true, returnInverse: true, returnCounts: true });
    expect(parts.values.toArray()).to.deep.equal([1, 3]);
    expect(parts.index.toArray()).to.deep.equal([1, 0]);
    expect(parts.inverse.toArray()).to.deep.equal([1, 0, 1]);
    expect(parts.counts.toArray()).to.deep.equal([1, 2]);
    expect(Object.keys(np.unique([1], { returnCounts: true }))).to.deep.equal(["values", "counts"]);
  });

  it("counts NaN once and 0 and -0 as one", () => {
    const { values, counts } = np.unique([NaN, -0, NaN, 0], { returnCounts: true });
    expect([values.toArray(), counts.toArray()]).to.deep.equal([
      [-0, NaN],
      [2, 2],
    ]);
  });

  it("names a misspelt option", () => {
    expect(() => np.unique([1], { returnCount: true } as object)).to.throw(
      TypeError,
      "unique: unknown option returnCount. Did you mean returnCounts?",
    );
  });

  it("values at inverse are the tensor again; counts add up; index finds the values", () => {
    fc.assert(
      fc.property(crowded, (t) => {
        const all = { returnIndex: true, returnInverse: true, returnCounts: true } as const;
        const { values, index, inverse, counts } = np.unique(t, all);
        expect(np.arrayEqual(values.take(inverse).mask(np.equal(t, t)), t.mask(np.equal(t, t)))).to.equal(
          true,
        );
        expect(t.take(index).toArray()).to.deep.equal(values.toArray());
        expect(np.sum(counts)).to.equal(t.size);
      }),
    );
  });
});
