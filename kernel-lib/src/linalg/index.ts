/**
 * `np.linalg`: norms, linear equations, decompositions. Own short code in plain loops, for matrices up to some hundred rows.
 */
import { cholesky, eigh, eigvalsh, qr, svd, svdvals } from "./decompositions.js";
import { norm } from "./norm.js";
import { det, inv, lstsq, matrixRank, pinv, solve } from "./solving.js";

export type { Eigh, Qr, Svd } from "./decompositions.js";
export type { NormOptions } from "./norm.js";
export type { LeastSquares } from "./solving.js";

/** The functions of `np.linalg`. */
export interface LinalgModule {
  readonly norm: typeof norm;
  readonly solve: typeof solve;
  readonly inv: typeof inv;
  readonly det: typeof det;
  readonly matrixRank: typeof matrixRank;
  readonly pinv: typeof pinv;
  readonly lstsq: typeof lstsq;
  readonly svd: typeof svd;
  readonly svdvals: typeof svdvals;
  readonly eigh: typeof eigh;
  readonly eigvalsh: typeof eigvalsh;
  readonly qr: typeof qr;
  readonly cholesky: typeof cholesky;
}

export const linalg: LinalgModule = {
  ...{ norm, solve, inv, det, matrixRank, pinv, lstsq },
  ...{ svd, svdvals, eigh, eigvalsh, qr, cholesky },
};
