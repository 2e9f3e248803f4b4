import { inspect } from "node:util";
import { expect } from "chai";
import * as fc from "fast-check";
import * as np from "../../src/core.js";
import { tensor } from "../support/arbitraries.js";

const X = (): np.Tensor => np.arange(12).reshape(3, 4);

describe("Tensor", () => {
  it("knows shape, strides in elements, size and bytes of a (3, 4) tensor", () => {
    const t = X();
    expect([...t.shape]).to.deep.equal([3, 4]);
    expect([...t.strides]).to.deep.equal([4, 1]);
    expect([t.ndim, t.size, t.length, t.dtype, t.itemsize, t.nbytes]).to.deep.equal([
      2,
      12,
      3,
      "float64",
      8,
      96,
    ]);
  });

  it("refuses to make lists that V8 has no room for", () => {
    expect(() => np.broadcastTo(1, [20_000, 20_000]).toArray()).to.throw(
      np.DataError,
      "toArray: lists of up to 100000000 elements can be made, got 400000000 in shape (20000, 20000). Slice it",
    );
  });

  it("reads and writes single elements, also from the end", () => {
    const t = X();
    t.set(-1, 2, -1);
    expect(t.get(-1, 3)).to.equal(-1);
    expect(t.get(1, 0)).to.equal(4);
  });

  it("stores true and false as 1 and 0 in a bool tensor and gives booleans back", () => {
    const t = np.zeros([2], { dtype: "bool" });
    t.set(7, 0);
    expect(t.get(0)).to.equal(1);
    expect(t.toArray()).to.deep.equal([true, false]);
  });

  it("shares memory with its transpose, slices and rows", () => {
    const t = X();
    t.T.set(100, 3, 0);
    t.slice("1:", "::2").set(200, 0, 1);
    t.at(2).set(300, 0);
    expect(t.toArray()).to.deep.equal([
      [0, 1, 2, 100],
      [4, 5, 200, 7],
      [300, 9, 10, 11],
    ]);
  });

  it("turns a tensor of size 1 into its number", () => {
    expect(np.array([[3]]).item()).to.equal(3);
    expect(() => X().item()).to.throw(np.ShapeError, "item: exactly one element is needed, got shape (3, 4)");
  });

  it("iterates over the first axis", () => {
    expect([...X()].map((row) => [...row.shape])).to.deep.equal([[4], [4], [4]]);
    expect([...np.array([5, 6])].map(Number)).to.deep.equal([5, 6]);
    expect(() => [...np.array(1)]).to.throw(np.ShapeError, "a tensor with an axis is needed, got shape ()");
  });

  it("refuses + and *, with the cure", () => {
    const [a, b] = [X(), X()] as unknown as [number, number];
    const words =
      "Tensor: + and * do not work on tensors; use np.add(a, b) or a.add(b), got a tensor of shape (3, 4)";
    expect(() => a + b).to.throw(TypeError, words);
    expect(() => a * 2).to.throw(TypeError, words);
    expect(() => a > b).to.throw(TypeError, words);
  });

  it("lets a tensor without axes count as its number, and any tensor stand in a template", () => {
    expect((np.array(2) as unknown as number) + 1).to.equal(3);
    expect(`${np.array([1, 2])}`).to.equal("[1. 2.]");
  });

  it("shows NumPy's repr in console.log and its values in JSON", () => {
    expect(inspect(np.array([0.5, 1]))).to.equal("array([0.5, 1. ])");
    expect(JSON.stringify(np.array([[1, 2]]))).to.equal("[[1,2]]");
  });

  it("is deeply equal to a tensor of the same layout and values only", () => {
    expect(X()).to.deep.equal(X());
    expect(X()).not.to.deep.equal(X().add(1));
  });

  it("names the axis and the range of a wrong index", () => {
    expect(() => X().get(0, 4)).to.throw(
      np.AxisError,
      "get: index 4 is out of range for axis 1 of length 4; use -4..3",
    );
    expect(() => X().get(0.5, 0)).to.throw(np.AxisError, "get: index 0.5 is out of range for axis 0");
    expect(() => X().get(1)).to.throw(
      np.ShapeError,
      "get: one index per axis is needed, got 1 for shape (3, 4): 2 axes",
    );
    expect(() => X().at(3)).to.throw(np.AxisError, "at: index 3 is out of range for axis 0 of length 3");
  });

  it("gives the same nested lists in every memory layout", () => {
    fc.assert(
      fc.property(tensor, (t) => {
        expect(t.toArray()).to.deep.equal(t.copy().toArray());
        expect(t.T.T.toArray()).to.deep.equal(t.toArray());
      }),
    );
  });
});

describe("Tensor.slice", () => {
  const rows = (...indices: np.SliceIndex[]): unknown =>
    X()
      .slice(...indices)
      .toArray();

  it("takes start:stop:step with Python's defaults", () => {
    expect(rows("1:")).to.deep.equal([
      [4, 5, 6, 7],
      [8, 9, 10, 11],
    ]);
    expect(rows(0, "1:3")).to.deep.equal([1, 2]);
    expect(rows(0, "::-1")).to.deep.equal([3, 2, 1, 0]);
    expect(rows(0, "-2:")).to.deep.equal([2, 3]);
    expect(rows(0, "10:-10:-2")).to.deep.equal([3, 1]);
  });

  it("takes lists and null in the same sense", () => {
    expect(rows(0, [1, 3])).to.deep.equal([1, 2]);
    expect(rows(0, [null, null, 2])).to.deep.equal([0, 2]);
    expect(rows(null, -1)).to.deep.equal([3, 7, 11]);
    expect(rows("...", 0)).to.deep.equal([0, 4, 8]);
  });

  it("gives an empty view when nothing lies between start and stop", () => {
    expect([...X().slice("3:1").shape]).to.deep.equal([0, 4]);
    expect([...X().slice("5:9").shape]).to.deep.equal([0, 4]);
  });

  it("says what an index may be", () => {
    expect(() => rows("abc")).to.throw(
      np.AxisError,
      'slice: an index is a number, "start:stop:step", [start, stop] or null, got "abc"',
    );
    expect(() => rows("0:x")).to.throw(np.AxisError, 'got "0:x"');
    expect(() => rows("::0")).to.throw(np.AxisError, 'slice: the step may not be 0, got "::0"');
    expect(() => rows(0, 0, 0)).to.throw(np.AxisError, "slice: too many indices for shape (3, 4), got 3");
    expect(() => rows(3)).to.throw(
      np.AxisError,
      "slice: index 3 is out of range for axis 0 of length 3; use -3..2",
    );
  });
});

describe("shape and strides", () => {
  it("cannot be written to, and are the same lists every time", () => {
    const t = np.zeros([2, 3]);
    expect([Object.isFrozen(t.shape), Object.isFrozen(t.T.strides)]).to.deep.equal([true, true]);
    expect(t.shape).to.equal(t.shape);
    expect([t.shape, t.strides, np.zeros([2, 3]).shape]).to.deep.equal([
      [2, 3],
      [3, 1],
      [2, 3],
    ]);
  });
});
