import { expect } from "chai";
import * as fc from "fast-check";
import * as np from "../../src/core.js";
import { broadcastable, tensor } from "../support/arbitraries.js";

describe("arithmetic", () => {
  it("adds a column (2, 1) and a row (1, 2)", () => {
    expect(np.add([[1], [2]], [[10, 20]]).toArray()).to.deep.equal([
      [11, 21],
      [12, 22],
    ]);
  });

  it("takes numbers on either side and as methods", () => {
    const t = np.array([1, 2]);
    expect(np.subtract(1, t).toArray()).to.deep.equal([0, -1]);
    expect(t.multiply(3).toArray()).to.deep.equal([3, 6]);
    expect(t.divide(4).toArray()).to.deep.equal([0.25, 0.5]);
    expect(t.power(2).add(1).negative().toArray()).to.deep.equal([-2, -5]);
  });

  it("does not touch its operands", () => {
    const [a, b] = [np.ones([2]), np.ones([2])];
    np.add(a, b).set(9, 0);
    expect([a.toArray(), b.toArray()]).to.deep.equal([
      [1, 1],
      [1, 1],
    ]);
  });

  it("divides integers in float64", () => {
    const t = np.array([1, 255], { dtype: "uint8" });
    expect(np.divide(t, 255).dtype).to.equal("float64");
    expect(np.divide(t, 255).get(1)).to.equal(1);
  });

  it("keeps float32 beside plain numbers and wraps small integers like NumPy", () => {
    expect(np.multiply(np.ones(1, { dtype: "float32" }), 0.1).dtype).to.equal("float32");
    expect(np.add(np.array([250], { dtype: "uint8" }), 10).toArray()).to.deep.equal([4]);
    expect(np.multiply(np.array([2], { dtype: "int32" }), 0.5).toArray()).to.deep.equal([1]);
  });

  it("refuses numbers that an integer dtype cannot hold", () => {
    expect(() => np.add(np.array([1], { dtype: "uint8" }), 300)).to.throw(
      np.DTypeError,
      'add: numbers must fit uint8, got 300. Use astype("float64") first',
    );
  });

  it("treats + and * of booleans as or and and, and refuses - with the cure", () => {
    const [a, b] = [np.array([true, true, false]), np.array([true, false, false])];
    expect(np.add(a, b).toArray()).to.deep.equal([true, true, false]);
    expect(np.multiply(a, b).toArray()).to.deep.equal([true, false, false]);
    expect(() => np.subtract(a, b)).to.throw(np.DTypeError, "subtract: booleans cannot be subtracted");
    expect(() => np.negative(a)).to.throw(np.DTypeError, "negative: booleans have no sign");
    expect(np.subtract(a, 1).toArray()).to.deep.equal([0, 0, -1]);
  });

  it("raises integers to powers exactly and refuses negative ones", () => {
    const t = np.array([3, -2], { dtype: "int32" });
    expect(np.power(t, 3).toArray()).to.deep.equal([27, -8]);
    expect(np.power(t, 3).dtype).to.equal("int32");
    expect(() => np.power(t, -1)).to.throw(
      np.DTypeError,
      'power: integers take no negative powers, got int32 to the -1. Use astype("float64")',
    );
  });

  it("works on empty tensors and on tensors without axes", () => {
    expect([...np.add(np.zeros([0, 3]), np.zeros([1, 3])).shape]).to.deep.equal([0, 3]);
    expect(np.add(1, 2).toArray()).to.equal(3);
    expect([...np.exp(np.zeros([0])).shape]).to.deep.equal([0]);
  });

  it("keeps the memory order of its operands", () => {
    const t = np.ones([3, 4]).T;
    expect([...np.multiply(t, 2).strides]).to.deep.equal([1, 4]);
  });

  it("names what it cannot take", () => {
    expect(() => np.exp(undefined as unknown as number)).to.throw(
      np.DataError,
      "exp: a tensor, a number or a nested list is needed, got undefined",
    );
    expect(() => np.add(np.ones([3, 1]), np.ones([2, 4]))).to.throw(
      np.ShapeError,
      "add: shapes (3, 1) and (2, 4) do not broadcast: axis 0 has 3 and 2",
    );
  });

  it("commutes and associates with negation on all broadcastable pairs", () => {
    fc.assert(
      fc.property(broadcastable, ([a, b]) => {
        expect(np.arrayEqual(np.add(a, b), np.add(b, a))).to.equal(true);
        expect(np.arrayEqual(np.subtract(a, b), np.add(a, np.negative(b)))).to.equal(true);
        expect(np.arrayEqual(np.multiply(a, b), np.multiply(b, a))).to.equal(true);
      }),
    );
  });

  it("agrees with a loop over single elements in every layout", () => {
    fc.assert(
      fc.property(tensor, (t) => {
        const each = (f: (x: number) => number): number[] => [...t.toTypedArray()].map(f);
        expect([...np.square(t).toTypedArray()]).to.deep.equal(each((x) => x * x));
        expect([...np.add(t, t).toTypedArray()]).to.deep.equal(each((x) => x + x));
        expect([...np.greater(t, 0).toTypedArray()]).to.deep.equal(each((x) => Number(x > 0)));
      }),
    );
  });
});

describe("comparisons, where and clip", () => {
  it("compare with numbers outside the dtype", () => {
    expect(np.less(np.array([255], { dtype: "uint8" }), 300).toArray()).to.deep.equal([true]);
    expect(np.equal([1, 2], [1, 3]).toArray()).to.deep.equal([true, false]);
  });

  it("where chooses between numbers and tensors", () => {
    expect(np.where(np.array([true, false]), 1, [5, 6]).toArray()).to.deep.equal([1, 6]);
    expect(np.where(np.greater([[0.2, 0.7]], 0.5), 1, 0).toArray()).to.deep.equal([[0, 1]]);
  });

  it("clip bounds both sides or one", () => {
    expect(np.clip([-2, 0.5, 3], 0, 1).toArray()).to.deep.equal([0, 0.5, 1]);
    expect(np.array([-2, 3]).clip(null, 1).toArray()).to.deep.equal([-2, 1]);
    expect(np.clip([Number.NaN], 0, 1).get(0)).to.be.NaN;
  });

  it("round takes halves to even", () => {
    expect(np.round([0.5, 1.5, 2.5, -0.5]).toArray()).to.deep.equal([0, 2, 2, -0]);
    expect(np.round([1.25, 7.77], 1).toArray()).to.deep.equal([1.2, 7.8]);
    expect(() => np.round(1, 0.5)).to.throw(TypeError, "round: decimals must be a whole number, got 0.5");
  });
});
