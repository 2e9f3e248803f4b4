import { expect } from "chai";
import * as fc from "fast-check";
import * as np from "../../src/core.js";
import { tensor, tensorWithAxis } from "../support/arbitraries.js";

describe("nansum and countNonzero", () => {
  it("skip NaN, and count what is not 0", () => {
    expect(np.nansum([1, NaN, 2])).to.equal(3);
    expect(
      np
        .nansum(
          [
            [1, NaN],
            [NaN, NaN],
          ],
          { axis: 1 },
        )
        .toArray(),
    ).to.deep.equal([1, 0]);
    expect(np.countNonzero([0, NaN, 2, -0])).to.equal(2);
  });

  it("nansum is sum where there is no NaN", () => {
    fc.assert(
      fc.property(tensor, (t) => {
        expect(np.nansum(t)).to.equal(np.sum(t));
      }),
    );
  });
});

describe("median, quantile and percentile", () => {
  it("find the middle, between two elements on a straight line", () => {
    expect(np.median([3, 1, 2, 10])).to.equal(2.5);
    expect(np.quantile([1, 2, 3, 4, 5], [0.25, 1]).toArray()).to.deep.equal([2, 5]);
    expect(np.percentile([1, 2, 3, 4], 50)).to.equal(2.5);
    expect(np.median([])).to.deep.equal(NaN);
    expect([np.median([-0]), np.median([-0, -0])]).to.deep.equal([0, 0]); // a mean begins with 0, in NumPy too
    expect([...np.percentile(np.zeros([2, 3]), [5, 50], { axis: 1, keepdims: true }).shape]).to.deep.equal([
      2, 2, 1,
    ]);
  });

  it("name a share that is none, and nothing to choose from", () => {
    expect(() => np.percentile([1, 2], 101)).to.throw(
      np.DataError,
      "percentile: q must lie in 0..100, got 101",
    );
    expect(() => np.quantile([1, 2], [0.5, NaN])).to.throw(
      np.DataError,
      "quantile: q must lie in 0..1, got [0.5 nan]",
    );
    expect(() => np.quantile([], 0.5)).to.throw(
      np.DataError,
      "quantile: at least one element is needed, got none",
    );
  });

  it("median is the quantile at one half; the quantiles at 0 and 1 are min and max", () => {
    fc.assert(
      fc.property(tensorWithAxis, ([t, axis]) => {
        const halves = np.quantile(t, 0.5, { axis });
        expect(np.allclose(np.median(t, { axis }), halves, { rtol: 1e-12 })).to.equal(true);
        const [low, high] = np.quantile(t, [0, 1], { axis });
        expect(np.arrayEqual(low, np.min(t, { axis }))).to.equal(true);
        expect(np.arrayEqual(high, np.max(t, { axis }))).to.equal(true);
      }),
    );
  });
});

describe("logSumExp", () => {
  it("does not overflow, and knows nothing, infinities and NaN", () => {
    expect(np.logSumExp([1000, 1000])).to.be.closeTo(1000 + Math.LN2, 1e-12);
    expect(np.logSumExp([-1000, -1000])).to.be.closeTo(-1000 + Math.LN2, 1e-12);
    expect(np.logSumExp([])).to.equal(-Infinity);
    expect(np.logSumExp([-Infinity, -Infinity])).to.equal(-Infinity);
    expect(np.logSumExp([1, Infinity])).to.equal(Infinity);
    expect(np.logSumExp([1, NaN])).to.deep.equal(NaN);
    expect(np.logSumExp(np.zeros([2, 3], { dtype: "float32" }), { axis: 1 }).dtype).to.equal("float32");
  });

  it("is log(sum(exp)), and adding a number adds it to the result", () => {
    fc.assert(
      fc.property(tensorWithAxis, ([t, axis]) => {
        const small = np.divide(t, 10);
        const direct = np.log(np.sum(np.exp(small), { axis }));
        expect(np.allclose(np.logSumExp(small, { axis }), direct, { rtol: 1e-12, atol: 1e-12 })).to.equal(
          true,
        );
        const shifted = np.logSumExp(np.add(small, 5000), { axis });
        expect(np.allclose(shifted, np.add(direct, 5000), { rtol: 1e-12 })).to.equal(true);
      }),
    );
  });
});

describe("reductions over several axes", () => {
  it("are those over one after the other", () => {
    const cube = tensor.filter((t) => t.ndim === 3);
    fc.assert(
      fc.property(cube, fc.constantFrom<number[]>([0, 1], [1, 2], [2, 0], [0, 1, 2]), (t, axis) => {
        for (const reduce of [np.sum, np.max, np.min, np.any, np.all, np.nansum, np.logSumExp]) {
          const f = reduce as (t: np.Tensor, options: { axis: np.Axis }) => np.Tensor;
          const once = f(t, { axis });
          const stepwise = [...axis].sort((a, b) => b - a).reduce((part, one) => f(part, { axis: one }), t);
          expect(np.allclose(once, stepwise, { rtol: 1e-9, atol: 1e-9 })).to.equal(true);
          const keepdims = (reduce as typeof np.sum)(t, { axis, keepdims: true });
          expect([...keepdims.shape]).to.deep.equal(t.shape.map((n, k) => (axis.includes(k) ? 1 : n)));
          expect(keepdims.reshape(once.shape).toArray()).to.deep.equal(once.toArray());
        }
      }),
    );
  });

  it("name an axis that comes twice or is none", () => {
    expect(() => np.sum([[1]], { axis: [0, 0] })).to.throw(
      np.AxisError,
      "sum: each axis may appear once, got (0, 0)",
    );
    expect(() => np.sum([[1]], { axis: "0" as unknown as number })).to.throw(
      np.AxisError,
      'sum: axis "0" is out of range for shape (1, 1); use -2..1',
    );
  });
});
