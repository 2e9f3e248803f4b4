import { expect } from "chai";
import * as np from "../../src/core.js";
import { readGolden } from "../support/golden.js";

type Lists = np.NestedNumbers;

interface General {
  kind: "general";
  shape: [number, number];
  norms: number[];
  rows: number[][];
  rank: number;
  S: Lists;
  Q: Lists;
  R: Lists;
  pinv: Lists;
  x: Lists;
  residuals: Lists;
}

interface Square {
  kind: "square";
  shape: [number, number];
  det: number;
  inv: Lists;
  x: Lists;
  eigenvalues: Lists;
  cholesky: Lists;
}

type Ord = number | "fro" | "nuc" | undefined;

const file = readGolden<General | Square>("linalg") as unknown as {
  seed: number;
  ords: unknown[];
  vectorOrds: unknown[];
  cases: (General | Square)[];
};

function toOrd(ord: unknown): Ord {
  if (ord === "inf") return Infinity;
  if (ord === "-inf") return -Infinity;
  return (ord ?? undefined) as Ord;
}

function near(got: np.TensorLike, want: np.TensorLike, label: string): void {
  const [g, w] = [np.array(got), np.array(want)];
  expect([...g.shape], `${label}: shape`).to.deep.equal([...w.shape]);
  if (w.size === 0) return;
  const error = np.max(np.abs(np.subtract(g, w))) / np.max(np.abs(w));
  expect(error, `${label}: relative error`).to.be.below(1e-12);
}

const { linalg } = np;

describe("linalg gives NumPy's numbers", () => {
  for (const one of file.cases) {
    const [n, m] = one.shape;
    const rs = new np.RandomState(file.seed);
    it(`${one.kind} matrix (${n}, ${m})`, () => {
      const A = rs.randn(n, m);
      if (one.kind === "general") expectGeneral(A, rs.randn(n), one);
      else expectSquare(A, rs.randn(n, 2), one);
    });
  }
});

function expectGeneral(A: np.Tensor, b: np.Tensor, want: General): void {
  for (const [k, ord] of file.ords.entries()) {
    near(linalg.norm(A, { ord: toOrd(ord) }), want.norms[k], `norm ${ord}`);
  }
  for (const [k, ord] of file.vectorOrds.entries()) {
    near(linalg.norm(A, { ord: toOrd(ord), axis: 1 }), want.rows[k], `norm of rows ${ord}`);
  }
  near(linalg.svdvals(A), want.S, "S");
  const { Q, R } = linalg.qr(A);
  near(Q, want.Q, "Q");
  near(R, want.R, "R");
  near(linalg.pinv(A), want.pinv, "pinv");
  const { x, residuals, rank } = linalg.lstsq(A, b);
  near(x, want.x, "lstsq");
  near(residuals, want.residuals, "residuals");
  expect(rank).to.equal(want.rank);
}

function expectSquare(A: np.Tensor, B: np.Tensor, want: Square): void {
  const definite = np.matmul(A, A.T).add(np.eye(A.length));
  near(linalg.det(A), want.det, "det");
  near(linalg.inv(A), want.inv, "inv");
  near(linalg.solve(A, B), want.x, "solve");
  near(linalg.eigvalsh(A.add(A.T)), want.eigenvalues, "eigenvalues");
  near(linalg.cholesky(definite), want.cholesky, "cholesky");
}
