import { expect } from "chai";
import * as np from "../../src/core.js";

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
