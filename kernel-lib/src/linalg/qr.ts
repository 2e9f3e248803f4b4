/**
 * A = QR by Householder's reflections, signs as LAPACK's geqrf: R's diagonal may be negative.
 */
import { fromBuffer } from "../ops/creation.js";
import { subtract } from "../ops/elementwise.js";
import { matmul } from "../ops/products.js";
import { identity, type Matrix, makeMatrix } from "./matrices.js";
import { dot, lengthOf, rowOf } from "./rows.js";

/** A reflection I - tau v v^T that acts on the rows from `start` on. */
export interface Reflection {
  readonly v: Float64Array;
  readonly tau: number;
  readonly start: number;
  /** What stands at `start` in the column that it was made to clear. */
  readonly head: number;
}

/** So many reflections are applied at once, by products of matrices: one by one they would wait for memory. */
const blockSize = 32;

/** Q (m, k) with orthonormal columns and R (k, n), upper triangular; k = min(m, n), or m when `complete`. */
export function qrOf(a: Matrix, complete = false): { q: Matrix; r: Matrix } {
  const [m, n] = [a.rows, a.columns];
  const work = { rows: m, columns: n, values: a.values.slice() };
  const reflections: Reflection[] = [];
  for (let start = 0; start < Math.min(m, n); start += blockSize) {
    const end = Math.min(start + blockSize, m, n);
    for (let k = start; k < end; k++) {
      const reflection = makeReflection(work, k, k);
      reflect(work, reflection, k, end);
      reflections.push(reflection);
    }
    if (end < n) applyBlock(work, reflections.slice(start), end, true);
  }
  const kept = complete ? m : Math.min(m, n);
  const q = productOf(reflections, m, kept);
  const r = makeMatrix(kept, n);
  for (let i = 0; i < kept; i++) {
    for (let j = i; j < n; j++) r.values[i * n + j] = work.values[i * n + j];
  }
  return { q, r };
}

/** The first `columns` columns of H1 H2 ..., for reflections that start ever further down. */
export function productOf(reflections: readonly Reflection[], rows: number, columns: number): Matrix {
  const q = identity(rows, columns);
  const last = Math.floor((reflections.length - 1) / blockSize) * blockSize;
  for (let k = last; k >= 0; k -= blockSize) {
    const block = reflections.slice(k, k + blockSize);
    applyBlock(q, block, block[0].start, false);
  }
  return q;
}

/**
 * Applies H1 H2 ... = I - V T V^T from the left to the columns from `first` on, in place; or its inverse, ... H2 H1. T is upper
 * triangular. R. Schreiber and C. Van Loan, "A storage-efficient WY representation", SIAM J. Sci. Stat. Comput. 10 (1989).
 */
function applyBlock(a: Matrix, block: readonly Reflection[], first: number, inverse: boolean): void {
  const { start } = block[0];
  const [rows, size] = [a.rows - start, block.length];
  const [V, T] = [makeMatrix(size, rows), makeMatrix(size, size)]; // row j of V: the j-th vector
  for (const [j, { v, tau, start: own }] of block.entries()) {
    if (tau === 0) continue; // nothing is reflected, and v is not scaled
    V.values.set(v, j * rows + own - start);
    T.values[j * size + j] = tau;
    const products = Array.from({ length: j }, (_, i) => dot(rowOf(V, i), rowOf(V, j)));
    for (let i = 0; i < j; i++) {
      let sum = 0;
      for (let k = i; k < j; k++) sum += T.values[i * size + k] * products[k];
      T.values[i * size + j] = -tau * sum;
    }
  }
  const [v, t] = [fromBuffer(V.values, [size, rows]), fromBuffer(T.values, [size, size])];
  const part = fromBuffer(a.values, [a.rows, a.columns]).slice([start, a.rows], [first, a.columns]);
  const turned = matmul(inverse ? t.T : t, matmul(v, part));
  part.assign(subtract(part, matmul(v.T, turned)));
}

/** The reflection that clears column k below row `start`. */
export function makeReflection({ rows, columns, values }: Matrix, k: number, start: number): Reflection {
  const v = Float64Array.from({ length: rows - start }, (_, i) => values[(start + i) * columns + k]);
  const below = lengthOf(v.subarray(1));
  if (below === 0) return { v, tau: 0, start, head: v[0] };
  const alpha = v[0];
  const length = Math.hypot(alpha, below);
  const beta = alpha >= 0 ? -length : length;
  for (let i = 1; i < v.length; i++) v[i] /= alpha - beta;
  v[0] = 1;
  return { v, tau: (beta - alpha) / beta, start, head: beta };
}

/** Applies a reflection from the left to the columns from `first` to before `end`, in place. */
function reflect(
  { columns, values }: Matrix,
  { v, tau, start }: Reflection,
  first: number,
  end: number,
): void {
  if (tau === 0) return;
  const sums = new Float64Array(end); // v^T A
  for (let i = 0; i < v.length; i++) {
    const row = (start + i) * columns;
    for (let j = first; j < end; j++) sums[j] += v[i] * values[row + j];
  }
  for (let i = 0; i < v.length; i++) {
    const row = (start + i) * columns;
    const factor = tau * v[i];
    for (let j = first; j < end; j++) values[row + j] -= factor * sums[j];
  }
}
