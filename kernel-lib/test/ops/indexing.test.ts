import { expect } from "chai";
import * as fc from "fast-check";
import * as np from "../../src/core.js";
import { tensorWithAxis } from "../support/arbitraries.js";

const X = (): np.Tensor => np.arange(6).reshape(2, 3);

describe("take, mask and nonzero", () => {
  it("take picks places along an axis, from the end too", () => {
    expect(np.take(X(), [0, -1], { axis: 1 }).toArray()).to.deep.equal([
      [0, 2],
      [3, 5],
    ]);
    expect(X().take([4, 0]).toArray()).to.deep.equal([4, 0]);
    expect(X().T.take([1], { axis: 0 }).toArray()).to.deep.equal([[1, 4]]);
    expect([...np.take(X(), 1, { axis: 0 }).shape]).to.deep.equal([3]);
  });

  it("take names a place that is not there", () => {
    expect(() => np.take(X(), [6])).to.throw(
      np.AxisError,
      "take: index 6 is out of range for axis 0 of length 6; use -6..5",
    );
    expect(() => np.take(X(), [true])).to.throw(np.DTypeError, "take: places are numbers, got bool");
  });

  it("mask keeps what fulfils a condition, element by element or by row", () => {
    const t = X();
    expect(t.mask(np.greater(t, 2)).toArray()).to.deep.equal([3, 4, 5]);
    expect(t.T.mask(np.greater(t.T, 2)).toArray()).to.deep.equal([3, 4, 5]);
    expect(t.mask([false, true]).toArray()).to.deep.equal([[3, 4, 5]]);
    expect(t.mask([false, false]).size).to.equal(0);
  });

  it("mask wants a bool tensor of the right shape", () => {
    expect(() => X().mask([0, 1])).to.throw(np.DTypeError, "mask: the condition must be bool, got float64");
    expect(() => X().mask([true, false, true])).to.throw(
      np.ShapeError,
      "mask: the condition must have the shape of the tensor or of its first axes, got (3,) for (2, 3)",
    );
  });

  it("nonzero gives one list of places per axis", () => {
    const [rows, columns] = np.nonzero([
      [0, 1],
      [2, 0],
    ]);
    expect([rows.toArray(), columns.toArray(), rows.dtype]).to.deep.equal([[0, 1], [1, 0], "int32"]);
  });
});

describe("assignment", () => {
  it("assign writes numbers and broadcast tensors into views", () => {
    const t = X();
    t.slice(":", 0).assign(9);
    t.at(1).assign([7, 8, 9]);
    expect(t.toArray()).to.deep.equal([
      [9, 1, 2],
      [7, 8, 9],
    ]);
  });

  it("assign survives a source that overlaps its target", () => {
    const t = np.arange(4);
    t.slice("1:").assign(t.slice(":-1"));
    expect(t.toArray()).to.deep.equal([0, 0, 1, 2]);
    const backwards = np.arange(4);
    backwards.assign(backwards.slice("::-1"));
    expect(backwards.toArray()).to.deep.equal([3, 2, 1, 0]);
  });

  it("copyto takes the condition of before, also when it is written over", () => {
    const t = np.array([true, true, false, false, false, false]);
    np.copyto(t.slice("::-1"), t, { where: t });
    expect(t.toArray()).to.deep.equal([true, true, false, false, true, true]);
  });

  it("copyto writes only where a condition holds", () => {
    const t = X();
    np.copyto(t, 0, { where: np.greater(t, 3) });
    expect(t.toArray()).to.deep.equal([
      [0, 1, 2],
      [3, 0, 0],
    ]);
  });

  it("never lets the target grow", () => {
    expect(() => X().at(0).assign(X())).to.throw(
      np.ShapeError,
      "assign: the value must broadcast to the target, got (2, 3) into (3,): the target would grow",
    );
    expect(() => X().assign([1, 2])).to.throw(
      np.ShapeError,
      "assign: shapes (2, 3) and (2,) do not broadcast",
    );
    expect(() => np.copyto([1] as unknown as np.Tensor, 2)).to.throw(
      TypeError,
      "copyto: a tensor to write into is needed, got a list of 1",
    );
  });
});

describe("index", () => {
  it("pairs lists of places, keeps sliced axes, picks by condition", () => {
    const t = X();
    expect(t.index([1, 0], [2, 0]).toArray()).to.deep.equal([5, 0]);
    expect(t.index(":", [2, 0]).toArray()).to.deep.equal([
      [2, 0],
      [5, 3],
    ]);
    expect(t.index([[1], [0]], [0, 2]).toArray()).to.deep.equal([
      [3, 5],
      [0, 2],
    ]);
    expect(t.index(np.greater(t, 3)).toArray()).to.deep.equal([4, 5]);
    expect(t.index(1, [true, false, true]).toArray()).to.deep.equal([3, 5]);
  });

  it("puts the chosen axes in front when a slice stands between them: (2, 3, 4, 5) -> (2, 3, 5)", () => {
    const t = np.zeros([2, 3, 4, 5]);
    expect([...t.index([0, 1], ":", [0, 1]).shape]).to.deep.equal([2, 3, 5]);
    expect([...t.index(":", [0, 1], [0, 1]).shape]).to.deep.equal([2, 2, 5]);
  });

  it("is a view for numbers and slices, a copy for lists", () => {
    const t = X();
    t.index(0, "1:").assign(9);
    t.index([1]).assign(8);
    expect(t.toArray()).to.deep.equal([
      [0, 9, 9],
      [3, 4, 5],
    ]);
    expect([...t.index(np.newaxis, 0).shape]).to.deep.equal([1, 3]);
    expect([...t.slice(":", "newaxis").shape]).to.deep.equal([2, 1, 3]);
  });

  it("names what is wrong with an index", () => {
    const refused = (...indices: np.Index[]): Chai.Assertion => expect(() => X().index(...indices)).to;
    refused([2]).throw(np.AxisError, "index: index 2 is out of range for axis 0 of length 2; use -2..1");
    refused([0.5]).throw(np.AxisError, "index: index 0.5 is out of range for axis 0");
    refused([0, 1], [0, 1, 2]).throw(np.ShapeError, "index: shapes (2,) and (3,) do not broadcast");
    refused([true, false, true]).throw(
      np.ShapeError,
      "index: a condition must have the lengths of its axes, got (3,) for (2,) of (2, 3)",
    );
    refused(0, 0, [0]).throw(np.AxisError, "index: too many indices for shape (2, 3), got 3");
    refused("...", "...", [0]).throw(np.AxisError, 'index: "..." may stand once, got it twice');
    refused("1;2", [0]).throw(np.AxisError, "index: an index is a number,");
  });
});

describe("assign through indices", () => {
  it("writes numbers and broadcast values, the last one where a place is chosen twice", () => {
    const t = np.zeros([2, 3]);
    expect(t.assign(7, ":", [0, 2]).toArray()).to.deep.equal([
      [7, 0, 7],
      [7, 0, 7],
    ]);
    t.assign([1, 2], np.equal(t, 0));
    t.assign([3, 4, 5], [0, 0, 0], [0, 0, 1]);
    expect(t.toArray()).to.deep.equal([
      [4, 5, 7],
      [7, 2, 7],
    ]);
  });

  it("survives a value that overlaps its target", () => {
    const t = np.arange(4);
    t.assign(t.slice("::-1"), [0, 1, 2, 3]);
    expect(t.toArray()).to.deep.equal([3, 2, 1, 0]);
  });

  it("keeps long rows whole: (3, 20) by rows and columns", () => {
    const t = np.arange(60).reshape(3, 20);
    expect(t.index([2, 0]).toArray()).to.deep.equal([t.at(2).toArray(), t.at(0).toArray()]);
    t.assign(np.zeros([2, 20]), [0, 2]);
    expect(np.sum(t, { axis: 1 }).toArray()).to.deep.equal([0, 590, 0]);
    t.T.assign(1, [3, 3, 4]);
    expect(t.slice(0, "2:6").toArray()).to.deep.equal([0, 1, 1, 0]);
  });

  it("names a value that does not fit and a view that shares memory", () => {
    expect(() => X().assign([1, 2], [0, 1])).to.throw(
      np.ShapeError,
      "assign: shapes (2, 3) and (2,) do not broadcast",
    );
    expect(() => np.zeros(2, { dtype: "uint8" }).assign(300, [0])).to.throw(
      np.DTypeError,
      "assign: numbers must fit uint8, got 300",
    );
    expect(() => np.zeros(2, { dtype: "uint8" }).set(-1, 0)).to.throw(
      np.DTypeError,
      "set: numbers must fit uint8, got -1",
    );
    expect(() => np.broadcastTo([1], 3).assign(2)).to.throw(
      np.ShapeError,
      "assign: a broadcast view cannot be written into, got shape (3,): its elements share memory. Copy it first",
    );
  });
});

describe("laws of indexing", () => {
  const places = fc.array(fc.integer({ min: -1, max: 0 }), { maxLength: 4 });

  it("take along an axis is index on that axis", () => {
    fc.assert(
      fc.property(tensorWithAxis, places, ([t, axis], list) => {
        const before = new Array<string>(axis < 0 ? axis + t.ndim : axis).fill(":");
        expect(np.take(t, list, { axis }).toArray()).to.deep.equal(t.index(...before, list).toArray());
      }),
    );
  });

  it("a range of places is a slice", () => {
    fc.assert(
      fc.property(tensorWithAxis, fc.nat(4), fc.nat(4), ([t], start, stop) => {
        const [low, high] = [start, stop].map((place) => Math.min(place, t.length));
        const list = Array.from({ length: Math.max(0, high - low) }, (_, k) => low + k);
        expect(t.index(list).toArray()).to.deep.equal(t.slice([low, high]).toArray());
      }),
    );
  });

  it("mask is take at the places of nonzero", () => {
    fc.assert(
      fc.property(tensorWithAxis, fc.double({ min: -100, max: 100 }), ([t], bound) => {
        const condition = np.greater(t, bound);
        const wanted = t.index(...np.nonzero(condition)).toArray();
        expect(t.mask(condition).toArray()).to.deep.equal(wanted);
        expect(t.index(condition).toArray()).to.deep.equal(wanted);
        expect(np.where(condition).map(String)).to.deep.equal(np.nonzero(condition).map(String));
      }),
    );
  });

  it("assignment changes the chosen elements and no other", () => {
    fc.assert(
      fc.property(tensorWithAxis, fc.double({ min: -100, max: 100 }), ([t], bound) => {
        const condition = np.greater(t, bound);
        const written = t.copy().assign(1000, condition);
        expect(written.toArray()).to.deep.equal(np.where(condition, 1000, t).toArray());
        const back = written.assign(t.index(condition), condition);
        expect(back.toArray()).to.deep.equal(t.toArray());
      }),
    );
  });
});
