import { expect } from "chai";
import * as fc from "fast-check";
import * as np from "../../src/core.js";

const { linalg } = np;

/** Seeded gaussians of a random shape; sometimes of low rank, badly scaled or with zeros. */
const matrix = (square: boolean): fc.Arbitrary<np.Tensor> =>
  fc
    .tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      fc.nat(),
      fc.constantFrom(1, 1e-150, 1e150),
    )
    .map(([n, m, seed, scale]) => {
      const rs = new np.RandomState(seed);
      return rs.randn(n, square ? n : m).multiply(scale);
    });

const lowRank: fc.Arbitrary<np.Tensor> = fc
  .tuple(
    fc.integer({ min: 1, max: 8 }),
    fc.integer({ min: 1, max: 8 }),
    fc.integer({ min: 0, max: 3 }),
    fc.nat(),
  )
  .map(([n, m, rank, seed]) => {
    const rs = new np.RandomState(seed);
    return np.matmul(rs.randn(n, rank), rs.randn(rank, m));
  });

function largest(t: np.Tensor): number {
  return t.size === 0 ? 0 : np.max(np.abs(t));
}

function near(got: np.Tensor, want: np.Tensor, scale = largest(want)): void {
  expect([...got.shape]).to.deep.equal([...want.shape]);
  expect(largest(np.subtract(got, want))).to.be.at.most(1e-13 * Math.max(scale, 1e-300));
}

function orthonormal(columns: np.Tensor): void {
  near(np.matmul(columns.T, columns), np.eye(columns.shape[1]), 1);
}

describe("linalg.svd", () => {
  it("gives U diag(S) Vh = A with orthonormal U and V and falling S, for any rank and scale", () => {
    fc.assert(
      fc.property(fc.oneof(matrix(false), lowRank), fc.boolean(), (A, fullMatrices) => {
        const { U, S, Vh } = linalg.svd(A, { fullMatrices });
        const [n, m] = A.shape;
        const k = Math.min(n, m);
        expect([[...U.shape], [...S.shape], [...Vh.shape]]).to.deep.equal(
          fullMatrices ? [[n, n], [k], [m, m]] : [[n, k], [k], [k, m]],
        );
        orthonormal(U);
        orthonormal(Vh.T);
        for (let i = 1; i < k; i++) expect(S.get(i)).to.be.at.most(S.get(i - 1));
        near(np.matmul(np.multiply(U.slice(":", [0, k]), S), Vh.slice([0, k])), A);
      }),
    );
  });

  it("makes the largest element of each left vector positive", () => {
    const { U } = linalg.svd(new np.RandomState(4).randn(6, 4), { fullMatrices: false });
    for (const u of U.T) expect(np.max(u)).to.equal(np.max(np.abs(u)));
  });

  it("keeps tiny singular values beside large ones", () => {
    const { S } = linalg.svd([
      [1e10, 0],
      [0, 1e-5],
    ]);
    expect(S.toArray()).to.deep.equal([1e10, 1e-5]);
  });

  it("decomposes many rows, of any rank and with values of any size", () => {
    const state = new np.RandomState(2);
    const few = np.matmul(state.randn(140, 5), state.randn(5, 130));
    const falling = np.multiply(state.randn(150, 140), np.power(10, np.linspace(0, -14, 140)));
    for (const A of [state.randn(130, 150), few, falling, np.zeros([130, 130]), np.eye(128)]) {
      const { U, S, Vh } = linalg.svd(A, { fullMatrices: false });
      orthonormal(U);
      orthonormal(Vh.T);
      near(np.matmul(np.multiply(U, S), Vh), A);
    }
    const known = np.power(10, np.linspace(3, -9, 150));
    const { Q } = linalg.qr(state.randn(150, 150));
    const { S } = linalg.svd(np.multiply(Q, known));
    expect(np.max(np.abs(np.subtract(S, known)))).to.be.below(1e-11);
  });

  it("decomposes stacks (2, 3, 2) and float32", () => {
    const A = new np.RandomState(1).randn(2, 3, 2).astype("float32");
    const { U, S, Vh } = linalg.svd(A, { fullMatrices: false });
    expect([U.dtype, S.dtype, Vh.dtype]).to.deep.equal(["float32", "float32", "float32"]);
    const back = np.matmul(np.multiply(U, np.expandDims(S, 1)), Vh);
    expect(np.allclose(back, A, { atol: 1e-6 })).to.equal(true);
  });
});

describe("linalg.eigh", () => {
  it("gives A V = V diag(w), orthonormal V and rising w", () => {
    fc.assert(
      fc.property(matrix(true), (B) => {
        const A = np.add(B, B.T);
        const { eigenvalues, eigenvectors } = linalg.eigh(A);
        orthonormal(eigenvectors);
        near(np.matmul(A, eigenvectors), np.multiply(eigenvectors, eigenvalues), 2 * largest(A) * A.length);
        for (let i = 1; i < A.length; i++) expect(eigenvalues.get(i)).to.be.at.least(eigenvalues.get(i - 1));
      }),
    );
  });

  it("takes a diagonal, a zero and an empty matrix, and 60 rows", () => {
    expect(
      linalg
        .eigvalsh([
          [3, 0],
          [0, -1],
        ])
        .toArray(),
    ).to.deep.equal([-1, 3]);
    expect(linalg.eigvalsh(np.zeros([3, 3])).toArray()).to.deep.equal([0, 0, 0]);
    expect([...linalg.eigh(np.zeros([0, 0])).eigenvectors.shape]).to.deep.equal([0, 0]);
    const B = new np.RandomState(2).randn(60, 60);
    const { eigenvalues, eigenvectors } = linalg.eigh(np.add(B, B.T));
    near(np.matmul(np.multiply(eigenvectors, eigenvalues), eigenvectors.T), np.add(B, B.T), 1000);
  });

  it("reads the lower triangle only", () => {
    expect(
      linalg
        .eigvalsh([
          [2, 99],
          [0, 1],
        ])
        .toArray(),
    ).to.deep.equal([1, 2]);
  });
});

describe("linalg.qr and cholesky", () => {
  it("give back A", () => {
    fc.assert(
      fc.property(fc.oneof(matrix(false), lowRank), (A) => {
        for (const mode of ["reduced", "complete"] as const) {
          const { Q, R } = linalg.qr(A, { mode });
          orthonormal(Q);
          near(np.matmul(Q, R), A, 10 * largest(A));
        }
        const unit = A.divide(largest(A) || 1);
        const definite = np.matmul(unit, unit.T).add(np.eye(A.length));
        const L = linalg.cholesky(definite);
        near(np.matmul(L, L.T), definite, 10 * largest(definite));
      }),
    );
  });

  it("qr takes numbers whose squares overflow", () => {
    const A = np.multiply(np.eye(40), 1e200).assign(1e200, ":", "35:");
    const { Q, R } = linalg.qr(A);
    near(np.matmul(Q, R), A);
  });

  it("qr takes more columns than are done at once", () => {
    for (const [n, m] of [
      [32, 32],
      [33, 65],
      [70, 64],
      [100, 33],
    ]) {
      const A = new np.RandomState(n).randn(n, m);
      A.assign(0, ":", 2); // a column without a reflection
      for (const mode of ["reduced", "complete"] as const) {
        const { Q, R } = linalg.qr(A, { mode });
        orthonormal(Q);
        near(np.matmul(Q, R), A);
      }
    }
  });
});

describe("linalg.solve, inv and det", () => {
  it("solve leaves a residual of rounding size, inv is a left and a right inverse", () => {
    fc.assert(
      fc.property(matrix(true), fc.nat(), (A, seed) => {
        const unit = A.divide(largest(A));
        const n = A.length;
        const { S } = linalg.svd(unit);
        fc.pre(S.get(n - 1) > 1e-3);
        const b = new np.RandomState(seed).randn(n);
        near(np.dot(unit, linalg.solve(unit, b)), b, 1e3 * n);
        near(np.matmul(unit, linalg.inv(unit)), np.eye(n), 1e3 * n);
        near(np.matmul(linalg.inv(unit), unit), np.eye(n), 1e3 * n);
      }),
    );
  });

  it("det(A B) = det(A) det(B), and it changes sign when rows change places", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(), (n, seed) => {
        const rs = new np.RandomState(seed);
        const [A, B] = [rs.randn(n, n), rs.randn(n, n)];
        const product = linalg.det(A) * linalg.det(B);
        const scale = linalg.norm(A) ** n * linalg.norm(B) ** n;
        expect(Math.abs(linalg.det(np.matmul(A, B)) - product)).to.be.below(1e-12 * scale);
        if (n > 1) expect(linalg.det(exchanged(A))).to.be.closeTo(-linalg.det(A), 1e-12 * scale);
      }),
    );
  });

  it("solves for one right side, several, and stacks of matrices", () => {
    const A = np.array([
      [2, 0],
      [0, 4],
    ]);
    expect(linalg.solve(A, [2, 4]).toArray()).to.deep.equal([1, 1]);
    expect(linalg.solve(A, [[2], [4]]).toArray()).to.deep.equal([[1], [1]]);
    expect([...linalg.solve(np.stack([A, A, A]), np.ones([2, 5])).shape]).to.deep.equal([3, 2, 5]);
    expect([...linalg.inv(np.stack([A, A])).shape]).to.deep.equal([2, 2, 2]);
    expect(linalg.inv(A.astype("float32")).dtype).to.equal("float32");
  });

  it("pinv and lstsq take singular matrices", () => {
    fc.assert(
      fc.property(lowRank, (A) => {
        const P = linalg.pinv(A, { rtol: 1e-12 });
        near(np.matmul(np.matmul(A, P), A), A, 1e3 * largest(A));
      }),
    );
    expect(
      linalg.matrixRank([
        [1, 2],
        [2, 4],
      ]),
    ).to.equal(1);
    expect(linalg.matrixRank(np.zeros([2, 3]))).to.equal(0);
    expect(
      linalg.lstsq(
        [
          [1, 2],
          [2, 4],
        ],
        [1, 2],
      ).rank,
    ).to.equal(1);
  });

  it("name the column that makes a matrix singular", () => {
    expect(() =>
      linalg.inv([
        [1, 2],
        [2, 4],
      ]),
    ).to.throw(
      np.LinAlgError,
      "inv: the matrix must not be singular, got a pivot of 0 in column 1 of shape (2, 2): its columns are linearly dependent. Did you mean linalg.pinv?",
    );
    expect(() => linalg.solve(np.zeros([3, 3]), np.ones(3))).to.throw(
      np.LinAlgError,
      "solve: the matrix must not be singular, got a pivot of 0 in column 0 of shape (3, 3)",
    );
    expect(
      linalg.det([
        [1, 2],
        [2, 4],
      ]),
    ).to.equal(0);
    expect(() =>
      linalg.cholesky([
        [1, 2],
        [2, 1],
      ]),
    ).to.throw(
      np.LinAlgError,
      "cholesky: the matrix must be positive definite, got a pivot of -3 in row 1 of shape (2, 2)",
    );
  });

  it("name wrong shapes and numbers that are not finite", () => {
    expect(() => linalg.inv(np.ones([2, 3]))).to.throw(
      np.ShapeError,
      "inv: a square matrix is needed, got shape (2, 3): 2 != 3",
    );
    expect(() => linalg.svd([1, 2])).to.throw(
      np.ShapeError,
      "svd: a matrix is needed, got shape (2,): 1 axes",
    );
    expect(() => linalg.svd([[Number.NaN]])).to.throw(np.LinAlgError, "svd: numbers must be finite, got NaN");
    expect(() => linalg.eigh([[Infinity]])).to.throw(
      np.LinAlgError,
      "eigh: numbers must be finite, got Infinity",
    );
    expect(() => linalg.solve(np.eye(2), np.ones(3))).to.throw(
      np.ShapeError,
      "solve: b needs a row for each row of a, got (2, 2) and (3,)",
    );
    expect(() => linalg.det(np.ones([2, 2, 2]))).to.throw(
      np.ShapeError,
      "det: one matrix is needed, got shape (2, 2, 2)",
    );
    expect(() => linalg.lstsq(np.ones([2, 2]), np.ones(3))).to.throw(
      np.ShapeError,
      "lstsq: a matrix and a right side with as many rows are needed, got (2, 2) and (3,)",
    );
    expect(() => linalg.qr(np.eye(2), { mode: "raw" as "reduced" })).to.throw(
      RangeError,
      'qr: mode must be "reduced" or "complete", got raw',
    );
  });
});

/** Rows 0 and 1 in each other's place. */
function exchanged(A: np.Tensor): np.Tensor {
  const order = [...Array(A.length).keys()];
  [order[0], order[1]] = [1, 0];
  return np.take(A, order, { axis: 0 });
}
