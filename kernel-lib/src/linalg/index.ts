/**
 * `np.linalg`: norms, linear equations, decompositions. Own short code in plain loops, for matrices up to some hundred rows.
 */
export {
  cholesky,
  type Eigh,
  eigh,
  eigvalsh,
  type Qr,
  qr,
  type Svd,
  svd,
  svdvals,
} from "./decompositions.js";
export { type NormOptions, norm } from "./norm.js";
export { type CutOptions, det, inv, type LeastSquares, lstsq, matrixRank, pinv, solve } from "./solving.js";
