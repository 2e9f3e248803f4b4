import { expect } from "chai";
import * as fc from "fast-check";
import * as np from "../../src/core.js";
import { tensor } from "../support/arbitraries.js";

const X = np.array([
  [1, 2, 3],
  [4, 5, 6],
]);

describe("sum and its family", () => {
  it("give a number for everything, a tensor along an axis", () => {
    expect(np.sum(X)).to.equal(21);
    expect(np.sum(X, { axis: 0 }).toArray()).to.deep.equal([5, 7, 9]);
    expect(np.sum(X, { axis: -1 }).toArray()).to.deep.equal([6, 15]);
    expect(np.sum(X, { axis: 1, keepdims: true }).toArray()).to.deep.equal([[6], [15]]);
    expect(np.sum(X, { keepdims: true }).toArray()).to.deep.equal([[21]]);
    expect(np.sum(X, { axis: [0, 1] }).toArray()).to.equal(21);
  });

  it("are methods too", () => {
    expect([X.sum(), X.mean(), X.min(), X.max(), X.prod()]).to.deep.equal([21, 3.5, 1, 6, 720]);
    expect(X.mean({ axis: 0 }).toArray()).to.deep.equal([2.5, 3.5, 4.5]);
    expect(np.array([1, 3]).var()).to.equal(1);
    expect(np.array([1, 3]).std({ ddof: 1 })).to.equal(Math.SQRT2);
  });

  it("count booleans and keep integers whole", () => {
    expect(np.sum(np.equal([1, 2, 3], [1, 0, 3]))).to.equal(2);
    expect(np.mean(np.array([true, false]))).to.equal(0.5);
    const rows = np.sum(np.full([2, 2], 200, { dtype: "uint8" }), { axis: 0 });
    expect([rows.dtype, rows.toArray()]).to.deep.equal(["int32", [400, 400]]);
  });

  it("refuse a total that int32 cannot hold", () => {
    const large = np.full([2, 2], 2147483647, { dtype: "int32" });
    expect(np.sum(large)).to.equal(4 * 2147483647);
    expect(() => np.sum(large, { axis: 0 })).to.throw(
      np.DTypeError,
      'sum: the result must fit int32, got 4294967294. Use astype("float64") first',
    );
  });

  it("give 0 for a product of integers with a 0, never -0", () => {
    const product = np.prod(np.array([-3, 0, 7], { dtype: "int32" }));
    expect(Object.is(product, 0)).to.equal(true);
  });

  it("know the sum, product and mean of nothing", () => {
    expect([np.sum([]), np.prod([])]).to.deep.equal([0, 1]);
    expect(np.mean([])).to.be.NaN;
    expect(np.sum(np.zeros([0, 2]), { axis: 0 }).toArray()).to.deep.equal([0, 0]);
    expect(() => np.max(np.zeros([0]))).to.throw(
      np.ShapeError,
      "max: at least one element is needed, got shape (0,)",
    );
    expect(() => np.argmin([])).to.throw(np.ShapeError, "argmin: at least one element is needed");
  });

  it("let NaN through", () => {
    const t = np.array([1, Number.NaN, 3]);
    expect([np.sum(t), np.max(t), np.min(t)]).to.deep.equal([Number.NaN, Number.NaN, Number.NaN]);
    expect(np.argmax(t)).to.equal(1);
  });

  it("name the axis, and the option that was meant", () => {
    expect(() => np.sum(X, { axis: 2 })).to.throw(
      np.AxisError,
      "sum: axis 2 is out of range for shape (2, 3); use -2..1",
    );
    expect(() => np.sum(X, { keepDims: true } as object)).to.throw(
      TypeError,
      "sum: unknown option keepDims. Did you mean keepdims?",
    );
    expect(() => np.sum(X, { axes: 1 } as object)).to.throw("sum: unknown option axes. Did you mean axis?");
    expect(() => X.sum(1 as unknown as object)).to.throw(
      "sum: options are an object like { axis: … }, got 1",
    );
  });

  it("give the same along all axes at once as one after the other", () => {
    fc.assert(
      fc.property(tensor, (t) => {
        const steps = t.shape.reduce((rest) => np.sum(rest, { axis: 0 }), t);
        expect(Math.abs(steps.item() - np.sum(t))).to.be.at.most(1e-10);
        expect(np.max(t)).to.equal(Math.max(...t.toTypedArray()));
      }),
    );
  });
});

describe("argmax, argmin, any, all, cumsum, argsort", () => {
  it("argmax takes the first of equals, counted row by row", () => {
    const t = np.array([
      [1, 9],
      [9, 0],
    ]);
    expect(np.argmax(t)).to.equal(1);
    expect(np.argmax(t.T)).to.equal(1);
    expect(np.argmin(t)).to.equal(3);
    expect(np.argmax(t, { axis: 0 }).toArray()).to.deep.equal([1, 0]);
    expect(np.argmax(t, { axis: 1, keepdims: true }).toArray()).to.deep.equal([[1], [0]]);
    expect(np.argmax(np.array([[5], [7]]), { axis: 1 }).toArray()).to.deep.equal([0, 0]);
  });

  it("any and all give booleans", () => {
    expect([np.any([0, 2]), np.all([0, 2]), np.any([]), np.all([])]).to.deep.equal([
      true,
      false,
      false,
      true,
    ]);
    expect(
      np
        .all(
          [
            [1, 0],
            [1, 1],
          ],
          { axis: 1 },
        )
        .toArray(),
    ).to.deep.equal([false, true]);
  });

  it("cumsum runs along an axis or over everything", () => {
    expect(np.cumsum(X).toArray()).to.deep.equal([1, 3, 6, 10, 15, 21]);
    expect(np.cumsum(X, { axis: 0 }).toArray()).to.deep.equal([
      [1, 2, 3],
      [5, 7, 9],
    ]);
    expect(np.cumsum(np.array([true, true])).dtype).to.equal("int32");
  });

  it("argsort is stable and puts NaN last", () => {
    expect(np.argsort([3, Number.NaN, 1, 3, -Infinity]).toArray()).to.deep.equal([4, 2, 0, 3, 1]);
    expect(
      np
        .argsort(
          [
            [2, 1],
            [0, 5],
          ],
          { axis: 0 },
        )
        .toArray(),
    ).to.deep.equal([
      [1, 0],
      [0, 1],
    ]);
  });
});
