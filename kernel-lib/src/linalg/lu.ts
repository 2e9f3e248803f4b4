/**
 * Gauss's elimination with row exchanges, PA = LU: what solve, inv and det rest on. As LAPACK's getrf picks its pivots.
 */
import { LinAlgError } from "../core/errors.js";
import type { Matrix } from "./matrices.js";

interface Factors {
  /** U on and above the diagonal, L (with ones on its diagonal) below. */
  readonly lu: Float64Array;
  /** Row i of PA is row `order[i]` of A. */
  readonly order: number[];
  /** 1 or -1: whether the number of exchanges is even. */
  readonly sign: number;
  /** The first column without a pivot, or -1. */
  readonly singularAt: number;
}

export function factorize({ rows: n, values }: Matrix): Factors {
  const lu = values.slice();
  const order = Array.from({ length: n }, (_, i) => i);
  let [sign, singularAt] = [1, -1];
  for (let k = 0; k < n; k++) {
    const pivot = findPivot(lu, n, k);
    if (lu[pivot * n + k] === 0) {
      if (singularAt < 0) singularAt = k;
      continue;
    }
    if (pivot !== k) {
      exchangeRows(lu, n, pivot, k);
      [order[k], order[pivot]] = [order[pivot], order[k]];
      sign = -sign;
    }
    eliminate(lu, n, k);
  }
  return { lu, order, sign, singularAt };
}

/** The row from k on with the largest element in column k. */
function findPivot(lu: Float64Array, n: number, k: number): number {
  let best = k;
  for (let i = k + 1; i < n; i++) {
    if (Math.abs(lu[i * n + k]) > Math.abs(lu[best * n + k])) best = i;
  }
  return best;
}

function exchangeRows(lu: Float64Array, n: number, i: number, k: number): void {
  const row = lu.slice(i * n, (i + 1) * n);
  lu.copyWithin(i * n, k * n, (k + 1) * n);
  lu.set(row, k * n);
}

function eliminate(lu: Float64Array, n: number, k: number): void {
  for (let i = k + 1; i < n; i++) {
    const factor = lu[i * n + k] / lu[k * n + k];
    lu[i * n + k] = factor;
    if (factor === 0) continue;
    for (let j = k + 1; j < n; j++) lu[i * n + j] -= factor * lu[k * n + j];
  }
}

/** X with A X = B, row by row; `name` is the function that errors speak of. */
export function solveMatrix(name: string, a: Matrix, b: Matrix): Float64Array {
  const n = a.rows;
  const { lu, order, singularAt } = factorize(a);
  if (singularAt >= 0) throw singular(name, n, singularAt);
  const m = b.columns;
  const x = new Float64Array(n * m);
  for (let i = 0; i < n; i++) {
    x.set(b.values.subarray(order[i] * m, (order[i] + 1) * m), i * m);
    for (let k = 0; k < i; k++) subtractRow(x, m, i, k, lu[i * n + k]);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) subtractRow(x, m, i, k, lu[i * n + k]);
    for (let j = i * m; j < (i + 1) * m; j++) x[j] /= lu[i * n + i];
  }
  return x;
}

/** Row i minus `factor` times row k. */
function subtractRow(x: Float64Array, m: number, i: number, k: number, factor: number): void {
  if (factor === 0) return;
  for (let j = 0; j < m; j++) x[i * m + j] -= factor * x[k * m + j];
}

function singular(name: string, n: number, column: number): LinAlgError {
  const got = `a pivot of 0 in column ${column} of shape (${n}, ${n})`;
  const why = "its columns are linearly dependent";
  return new LinAlgError(
    `${name}: the matrix must not be singular, got ${got}: ${why}. Did you mean linalg.pinv?`,
  );
}
