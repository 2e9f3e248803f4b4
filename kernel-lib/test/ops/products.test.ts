import { expect } from "chai";
import * as fc from "fast-check";
import * as np from "../../src/core.js";
import { matrices } from "../support/arbitraries.js";

/** The textbook's three loops. */
function naive(a: np.Tensor, b: np.Tensor): np.Tensor {
  const out = np.zeros([a.shape[0], b.shape[1]]);
  for (let i = 0; i < a.shape[0]; i++) {
    for (let j = 0; j < b.shape[1]; j++) {
      let sum = 0;
      for (let p = 0; p < a.shape[1]; p++) sum += a.get(i, p) * b.get(p, j);
      out.set(sum, i, j);
    }
  }
  return out;
}

function expectNear(got: np.Tensor, want: np.Tensor): void {
  expect([...got.shape]).to.deep.equal([...want.shape]);
  const scale = Math.max(1, want.size === 0 ? 0 : np.max(np.abs(want)));
  expect(np.allclose(np.divide(got, scale), np.divide(want, scale), { rtol: 0, atol: 1e-12 })).to.equal(true);
}

describe("matmul", () => {
  it("gives the textbook product of (2, 2) and (2, 1)", () => {
    expect(
      np
        .matmul(
          [
            [1, 2],
            [3, 4],
          ],
          [[10], [100]],
        )
        .toArray(),
    ).to.deep.equal([[210], [430]]);
  });

  it("agrees with the naive loop on small shapes in every layout", () => {
    fc.assert(fc.property(matrices, ([a, b]) => expectNear(np.matmul(a, b), naive(a, b))));
  });

  it("agrees with the naive loop around the block sizes", () => {
    const rs = new np.RandomState(1);
    const sizes = [
      [1, 257, 3],
      [2, 17, 5],
      [3, 256, 4],
      [3, 257, 129],
      [3, 20, 130],
      [67, 20, 131],
      [67, 20, 134],
      [65, 7, 5],
      [5, 255, 131],
      [7, 8, 1],
      [7, 9, 2],
      [67, 13, 2],
      [4, 0, 3],
      [0, 3, 2],
    ];
    for (const [m, k, n] of sizes) {
      const [a, b] = [rs.randn(m, k), rs.randn(k, n)];
      expectNear(np.matmul(a, b), naive(a, b));
      expectNear(np.matmul(a.T.copy().T, b), naive(a, b));
      expectNear(np.matmul(a, b.T.copy().T), naive(a, b));
      expectNear(np.matmul(a.slice("::-1"), b.slice(":", "::-1")), np.flip(naive(a, b)));
    }
  });

  it("satisfies (A B)^T = B^T A^T on every small shape", () => {
    fc.assert(fc.property(matrices, ([a, b]) => expectNear(np.matmul(a, b).T, np.matmul(b.T, a.T))));
  });

  it("lets vectors be rows on the left and columns on the right", () => {
    expect(
      np
        .matmul(
          [1, 2],
          [
            [1, 0],
            [0, 1],
          ],
        )
        .toArray(),
    ).to.deep.equal([1, 2]);
    expect(
      np
        .matmul(
          [
            [1, 2],
            [3, 4],
          ],
          [1, 1],
        )
        .toArray(),
    ).to.deep.equal([3, 7]);
    expect(np.matmul([1, 2], [3, 4]).toArray()).to.equal(11);
  });

  it("broadcasts batches", () => {
    const a = np.arange(12).reshape(2, 1, 2, 3);
    const b = np.arange(18).reshape(3, 3, 2);
    const c = np.matmul(a, b);
    expect([...c.shape]).to.deep.equal([2, 3, 2, 2]);
    expectNear(c.slice(1, 2), naive(a.slice(1, 0), b.at(2)));
  });

  it("keeps integers and float32", () => {
    const whole = np.array([[2]], { dtype: "int32" });
    expect([np.matmul(whole, whole).dtype, np.matmul(whole, whole).toArray()]).to.deep.equal([
      "int32",
      [[4]],
    ]);
    expect(
      np.matmul(np.ones([1, 2], { dtype: "float32" }), np.ones([2, 1], { dtype: "float32" })).dtype,
    ).to.equal("float32");
  });

  it("names both shapes and the product that would fit", () => {
    const fails = (a: number[], b: number[], words: string): void => {
      expect(() => np.matmul(np.ones(a), np.ones(b))).to.throw(np.ShapeError, words);
    };
    const start = "matmul: inner dimensions must agree, got";
    fails([3, 4], [3, 2], `${start} (3, 4) x (3, 2): 4 != 3. Did you mean matmul(a.T, b)?`);
    fails([2, 3], [2, 3], `${start} (2, 3) x (2, 3): 3 != 2. Did you mean matmul(a.T, b)?`);
    fails([2, 3], [4, 3], `${start} (2, 3) x (4, 3): 3 != 4. Did you mean matmul(a, b.T)?`);
    fails([2, 3], [4, 2], `${start} (2, 3) x (4, 2): 3 != 4. Did you mean matmul(b, a)?`);
    fails([2, 3], [4], `${start} (2, 3) x (4,): 3 != 4.`);
    expect(() => np.matmul(2, np.ones([2]))).to.throw(
      np.ShapeError,
      "matmul: both sides need an axis, got () x (2,). Use multiply for a plain number",
    );
  });
});

describe("matmul of batches", () => {
  it("names the whole shapes when the axes in front clash", () => {
    expect(() => np.matmul(np.ones([2, 3, 4]), np.ones([5, 4, 3]))).to.throw(
      np.ShapeError,
      "matmul: axes before the last two must broadcast, got (2, 3, 4) x (5, 4, 3): (2,) and (5,)",
    );
  });
});

describe("dot, inner and outer", () => {
  it("dot multiplies numbers, vectors and matrices", () => {
    expect(np.dot(2, [1, 2]).toArray()).to.deep.equal([2, 4]);
    expect(np.dot([1, 2], [3, 4]).item()).to.equal(11);
    expect(
      np
        .array([[1, 2]])
        .dot([[3], [4]])
        .toArray(),
    ).to.deep.equal([[11]]);
    expect(() => np.dot(np.ones([3, 4]), np.ones([3, 2]))).to.throw(
      np.ShapeError,
      "dot: inner dimensions must agree, got (3, 4) x (3, 2): 4 != 3. Did you mean dot(a.T, b)?",
    );
    expect(() => np.dot(np.ones([2, 3]), np.ones([5, 2, 4]))).to.throw(
      np.ShapeError,
      "dot: inner dimensions must agree, got (2, 3) x (5, 2, 4): 3 != 2.",
    );
  });

  it("dot gives zeros where there is nothing to sum, (3, 2, 0) x (0, 5) and (3, 0) x (2, 0, 5)", () => {
    expect(np.dot(np.ones([3, 2, 0]), np.ones([0, 5])).toArray()).to.deep.equal(
      np.zeros([3, 2, 5]).toArray(),
    );
    expect(np.dot(np.ones([3, 0]), np.ones([2, 0, 5])).toArray()).to.deep.equal(
      np.zeros([3, 2, 5]).toArray(),
    );
  });

  it("outer and inner", () => {
    expect(np.outer([1, 2], [3, 4]).toArray()).to.deep.equal([
      [3, 4],
      [6, 8],
    ]);
    expect(
      np
        .inner(
          [[1, 2]],
          [
            [3, 4],
            [5, 6],
          ],
        )
        .toArray(),
    ).to.deep.equal([[11, 17]]);
    expect(() => np.inner([1, 2], [1, 2, 3])).to.throw(
      np.ShapeError,
      "inner: last dimensions must agree, got (2,) and (3,): 2 != 3",
    );
  });
});

describe("allclose and arrayEqual", () => {
  it("allclose allows small differences and equal infinities", () => {
    expect(np.allclose([1, 2], [1, 2 + 1e-9])).to.equal(true);
    expect(np.allclose([1, 2], [1, 2.1])).to.equal(false);
    expect(np.allclose([Infinity], [Infinity])).to.equal(true);
    expect(np.allclose([1], [Infinity])).to.equal(false);
    expect(np.allclose([Number.NaN], [Number.NaN])).to.equal(false);
    expect(np.allclose([Number.NaN], [Number.NaN], { equalNan: true })).to.equal(true);
    expect(() => np.allclose(1, 1, { tol: 1 } as object)).to.throw(
      "allclose: unknown option tol. Did you mean",
    );
  });

  it("arrayEqual compares shapes too", () => {
    expect(np.arrayEqual([1, 2], [[1, 2]])).to.equal(false);
    expect(np.arrayEqual([], [])).to.equal(true);
    expect(np.arrayEqual([Number.NaN], [Number.NaN])).to.equal(false);
  });
});
