import { expect } from "chai";
import * as fc from "fast-check";
import * as np from "../../src/core.js";
import { tensor } from "../support/arbitraries.js";

describe("reshape", () => {
  it("fills in -1 and takes lengths or a list", () => {
    const t = np.arange(6);
    expect([...t.reshape(2, -1).shape]).to.deep.equal([2, 3]);
    expect([...t.reshape([3, 2]).shape]).to.deep.equal([3, 2]);
    expect([...np.reshape(t, -1).shape]).to.deep.equal([6]);
    expect([...np.array(5).reshape(1, 1).shape]).to.deep.equal([1, 1]);
  });

  it("is a view where the layout allows and a copy where not", () => {
    const t = np.arange(6);
    t.reshape(2, 3).set(50, 1, 2);
    expect(t.get(5)).to.equal(50);
    const turned = t.reshape(2, 3).T;
    turned.reshape(6).set(-1, 0);
    expect(t.get(0)).to.equal(0);
  });

  it("turns pictures (2, 2, 2, 3) into columns (12, 2)", () => {
    const X = np.arange(24).reshape(2, 2, 2, 3).reshape(2, -1).T;
    expect([...X.shape]).to.deep.equal([12, 2]);
    expect(X.slice(":", 1).toArray()).to.deep.equal(np.arange(12, 24).toArray());
  });

  it("names both shapes when the elements do not fit", () => {
    expect(() => np.zeros([2, 3]).reshape(4, 2)).to.throw(
      np.ShapeError,
      "reshape: the number of elements must stay the same, got (2, 3) -> (4, 2): 6 elements do not fill it",
    );
    expect(() => np.zeros([2, 3]).reshape(4, -1)).to.throw(np.ShapeError, "got (2, 3) -> (4, -1)");
    expect(() => np.zeros([6]).reshape(-1, -1)).to.throw(
      np.ShapeError,
      "reshape: only one length may be -1, got (-1, -1)",
    );
  });

  it("keeps the elements in order in every layout", () => {
    fc.assert(
      fc.property(tensor, (t) => {
        expect(t.reshape(-1).toArray()).to.deep.equal([...t.toTypedArray()]);
        expect(t.reshape(...t.shape).toArray()).to.deep.equal(t.toArray());
      }),
    );
  });
});

describe("axes", () => {
  it("ravel shares memory, flatten does not", () => {
    const t = np.zeros([2, 2]);
    t.ravel().set(1, 0);
    t.flatten().set(9, 1);
    expect(t.toArray()).to.deep.equal([
      [1, 0],
      [0, 0],
    ]);
  });

  it("ravel copies what does not lie without gaps, as NumPy does", () => {
    const t = np.zeros([4]);
    t.slice("::2").ravel().assign(1);
    t.slice("::-1").ravel().assign(2);
    expect(t.toArray()).to.deep.equal([0, 0, 0, 0]);
    np.ravel(np.broadcastTo(7, [2])).assign([1, 2]); // its elements share no memory
  });

  it("transpose, swapaxes, expandDims and squeeze change the shape only", () => {
    const t = np.zeros([2, 1, 3]);
    expect([...t.transpose([2, 0, 1]).shape]).to.deep.equal([3, 2, 1]);
    expect([...t.swapaxes(0, -1).shape]).to.deep.equal([3, 1, 2]);
    expect([...t.squeeze().shape]).to.deep.equal([2, 3]);
    expect([...t.squeeze({ axis: 1 }).shape]).to.deep.equal([2, 3]);
    expect([...np.expandDims(t, -1).shape]).to.deep.equal([2, 1, 3, 1]);
    expect([...np.expandDims(3, 0).shape]).to.deep.equal([1]);
  });

  it("say which axis is wrong", () => {
    expect(() => np.zeros([2, 3]).squeeze({ axis: 1 })).to.throw(
      np.ShapeError,
      "squeeze: only axes of length 1 can go, got (2, 3): axis 1 has 3",
    );
    expect(() => np.zeros([2, 3]).transpose([0, 0])).to.throw(
      np.ShapeError,
      "transpose: every axis must appear once, got (0, 0) for shape (2, 3)",
    );
  });

  it("broadcastTo repeats without copying and never shrinks", () => {
    const t = np.broadcastTo(np.array([[1], [2]]), [2, 3]);
    expect([t.toArray(), [...t.strides]]).to.deep.equal([
      [
        [1, 1, 1],
        [2, 2, 2],
      ],
      [1, 0],
    ]);
    expect(() => np.broadcastTo(np.ones([2, 3]), [3])).to.throw(
      np.ShapeError,
      "broadcastTo: only axes of length 1",
    );
  });
});

describe("joining", () => {
  it("hstack, vstack and stack join vectors", () => {
    const [a, b] = [np.array([1, 2]), np.array([3, 4])];
    expect(np.hstack([a, b]).toArray()).to.deep.equal([1, 2, 3, 4]);
    expect(np.vstack([a, b]).toArray()).to.deep.equal([
      [1, 2],
      [3, 4],
    ]);
    expect(np.stack([a, b], { axis: 1 }).toArray()).to.deep.equal([
      [1, 3],
      [2, 4],
    ]);
  });

  it("takes the dtype that holds all", () => {
    expect(np.concatenate([np.ones(1, { dtype: "int32" }), [0.5]]).toArray()).to.deep.equal([1, 0.5]);
  });

  it("names the axis that clashes", () => {
    expect(() => np.concatenate([np.ones([2, 3]), np.ones([2, 4])])).to.throw(
      np.ShapeError,
      "concatenate: shapes must agree except on axis 0, got (2, 3) and (2, 4): axis 1 has 3 and 4",
    );
    expect(() => np.stack([np.ones([2]), np.ones([3])])).to.throw(np.ShapeError, "stack: shapes must agree");
    expect(() => np.concatenate([])).to.throw(
      np.ShapeError,
      "concatenate: a list with at least one tensor is needed",
    );
  });
});

describe("flip, tile and repeat", () => {
  it("reverse and repeat", () => {
    expect(np.flip([1, 2, 3]).toArray()).to.deep.equal([3, 2, 1]);
    expect(np.tile([1, 2], 2).toArray()).to.deep.equal([1, 2, 1, 2]);
    expect(np.tile([1, 2], [2, 1]).toArray()).to.deep.equal([
      [1, 2],
      [1, 2],
    ]);
    expect(np.repeat([1, 2], 2).toArray()).to.deep.equal([1, 1, 2, 2]);
    expect(np.repeat([1, 2], [0, 3]).toArray()).to.deep.equal([2, 2, 2]);
    expect(() => np.repeat([1, 2], [1, 2, 3])).to.throw(
      np.ShapeError,
      "repeat: one count or one per element",
    );
  });
});

describe("astype and copy", () => {
  it("convert into fresh memory", () => {
    const t = np.array([1.7, -0.2]);
    expect(t.astype("int32").toArray()).to.deep.equal([1, -0 + 0]);
    const same = t.astype("float64");
    same.set(9, 0);
    expect(t.get(0)).to.equal(1.7);
    expect(() => t.astype("int" as "int32")).to.throw(np.DTypeError, "astype: dtype must be one of");
  });

  it("toTypedArray gives the elements row by row", () => {
    expect([...np.arange(4).reshape(2, 2).T.toTypedArray()]).to.deep.equal([0, 2, 1, 3]);
  });
});
