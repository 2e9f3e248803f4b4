import { expect } from "chai";
import * as fc from "fast-check";
import * as np from "../../src/core.js";
import { matrices } from "../support/arbitraries.js";

const near = (got: np.Tensor, want: np.Tensor): void => {
  expect([...got.shape]).to.deep.equal([...want.shape]);
  expect(np.allclose(got, want, { rtol: 1e-12, atol: 1e-9 })).to.equal(true);
};

describe("einsum", () => {
  it("is matmul, in any layout and with the result transposed", () => {
    fc.assert(
      fc.property(matrices, ([a, b]) => {
        near(np.einsum("ij,jk->ik", a, b), np.matmul(a, b));
        near(np.einsum("ij,jk->ki", a, b), np.matmul(a, b).T);
        near(np.einsum("ji,kj", a.T, b.T), np.matmul(a, b));
      }),
    );
  });

  it("is the transpose, the sums and the outer product of one and two tensors", () => {
    fc.assert(
      fc.property(matrices, ([a, b]) => {
        expect(np.arrayEqual(np.einsum("ij->ji", a), a.T)).to.equal(true);
        expect(np.arrayEqual(np.einsum("ij->i", a), np.sum(a, { axis: 1 }))).to.equal(true);
        const [row, column] = [a.at(0), b.slice(":", 0)];
        expect(np.arrayEqual(np.einsum("i,j->ij", row, column), np.outer(row, column))).to.equal(true);
      }),
    );
  });

  it("gives a tensor of its own, also where no sum is needed", () => {
    const a = np.zeros([2, 2]);
    np.einsum("ii->i", a).assign(7);
    expect(np.sum(a)).to.equal(0);
  });

  it("names the letter, the shapes and the lengths that clash", () => {
    const [a, b] = [np.ones([2, 3]), np.ones([2, 3])];
    expect(() => np.einsum("ij,jk->ik", a, b)).to.throw(
      np.ShapeError,
      "einsum: j is one length, got (2, 3) for ij and (2, 3) for jk: 3 != 2",
    );
    expect(() => np.einsum("ii", a)).to.throw(
      np.ShapeError,
      "einsum: i is one length, got ii for shape (2, 3): 2 != 3",
    );
    expect(() => np.einsum("i", a)).to.throw(
      np.ShapeError,
      'einsum: one letter per axis is needed, got "i" for shape (2, 3): 2 axes',
    );
  });

  it("names subscripts that cannot be read", () => {
    const a = np.ones([2, 3]);
    expect(() => np.einsum("i j; k", a)).to.throw(
      np.ShapeError,
      'einsum: subscripts are letters like "ij,jk->ik" for one or two tensors, got "i j; k"',
    );
    expect(() => np.einsum(a as unknown as string, a)).to.throw(np.ShapeError, "got a Tensor");
    expect(() => np.einsum("ij->ik", a)).to.throw(
      np.ShapeError,
      'einsum: the result\'s letters come from the tensors, got k in "ij->ik"',
    );
    expect(() => np.einsum("ij->ii", a)).to.throw(
      np.ShapeError,
      'einsum: a letter comes once in the result, got i twice in "ij->ii"',
    );
    expect(() => np.einsum("ij,jk", a)).to.throw(
      np.ShapeError,
      'einsum: each tensor needs its letters, got 2 in "ij,jk" for 1',
    );
    expect(() => np.einsum("i,i,i", a, a, a)).to.throw(
      np.ShapeError,
      "einsum: one or two tensors are needed, got 3",
    );
  });

  it("sums in the dtype that both tensors meet in", () => {
    const flags = np.array([[true, true]]); // (1, 2)
    const bytes = np.full([1, 2], 200, { dtype: "uint8" });
    const numbers = np.array([[3, 4]], { dtype: "int32" }); // (1, 2)
    expect(np.einsum("ij,kl->il", flags, [[3, 4]]).toArray()).to.deep.equal([[6, 8]]);
    expect(np.einsum("ij,kl->il", bytes, numbers).toArray()).to.deep.equal([[1200, 1600]]);
    expect(np.einsum("ij->i", flags).toArray()).to.deep.equal([true]);
  });

  it("names sums of integers that do not fit", () => {
    const large = np.full([2], 2 ** 31 - 1, { dtype: "int32" });
    expect(() => np.einsum("i->", large)).to.throw(
      np.DTypeError,
      "einsum: the result must fit int32, got 4294967294",
    );
  });
});

describe("tensordot", () => {
  it("over one axis is dot, over none the outer product, over all the sum of products", () => {
    fc.assert(
      fc.property(matrices, ([a, b]) => {
        near(np.tensordot(a, b, { axes: 1 }), np.dot(a, b));
        near(np.tensordot(a, b, { axes: 0 }), np.einsum("ij,kl->ijkl", a, b));
        near(np.tensordot(a, a), np.array(np.sum(np.square(a))));
      }),
    );
  });

  it("names axes that do not meet", () => {
    expect(() => np.tensordot(np.ones([2, 3]), np.ones([2, 4]), { axes: 1 })).to.throw(
      np.ShapeError,
      "tensordot: axes that meet must have one length, got (2, 3) and (2, 4): (3,) meets (2,)",
    );
    expect(() => np.tensordot([1, 2], [1, 2], { axes: 2 })).to.throw(
      np.ShapeError,
      "tensordot: axes are a count or a pair like [[1], [0]], got 2 for shapes (2,) and (2,)",
    );
    expect(() => np.tensordot([1, 2], [1, 2], { axes: [[1], [0]] })).to.throw(
      np.AxisError,
      "tensordot: axis 1 is out of range for shape (2,); use -1..0",
    );
  });
});
