/** A = L L^T for positive definite matrices (A.-L. Cholesky). */
import { LinAlgError } from "../core/errors.js";
import { type Matrix, makeMatrix } from "./matrices.js";

/** L, lower triangular; only the lower triangle of A is read. */
export function choleskyOf({ rows: n, values }: Matrix): Matrix {
  const out = makeMatrix(n, n);
  const l = out.values;
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let rest = values[i * n + j];
      for (let k = 0; k < j; k++) rest -= l[i * n + k] * l[j * n + k];
      if (i === j && !(rest > 0)) {
        const got = `a pivot of ${rest} in row ${j} of shape (${n}, ${n})`;
        throw new LinAlgError(`cholesky: the matrix must be positive definite, got ${got}`);
      }
      l[i * n + j] = i === j ? Math.sqrt(rest) : rest / l[j * n + j];
    }
  }
  return out;
}
