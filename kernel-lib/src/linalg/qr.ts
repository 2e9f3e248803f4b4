/**
 * A = QR by Householder's reflections, signs as LAPACK's geqrf: R's diagonal may be negative.
 */
import { identity, type Matrix, makeMatrix } from "./matrices.js";

/** A reflection I - tau v v^T that acts on the rows from `start` on. */
export interface Reflection {
  readonly v: Float64Array;
  readonly tau: number;
  readonly start: number;
}

/** Q (m, k) with orthonormal columns and R (k, n), upper triangular; k = min(m, n), or m when `complete`. */
export function qrOf(a: Matrix, complete = false): { q: Matrix; r: Matrix } {
  const [m, n] = [a.rows, a.columns];
  const work = { rows: m, columns: n, values: a.values.slice() };
  const reflections: Reflection[] = [];
  for (let k = 0; k < Math.min(m, n); k++) {
    const reflection = makeReflection(work, k, k);
    reflect(work, reflection, k);
    reflections.push(reflection);
  }
  const kept = complete ? m : Math.min(m, n);
  const q = identity(m, kept);
  for (const reflection of reflections.reverse()) reflect(q, reflection, reflection.start);
  const r = makeMatrix(kept, n);
  for (let i = 0; i < kept; i++) {
    for (let j = i; j < n; j++) r.values[i * n + j] = work.values[i * n + j];
  }
  return { q, r };
}

/** The reflection that clears column k below row `start`. */
export function makeReflection({ rows, columns, values }: Matrix, k: number, start: number): Reflection {
  const v = Float64Array.from({ length: rows - start }, (_, i) => values[(start + i) * columns + k]);
  const below = lengthOf(v.subarray(1));
  if (below === 0) return { v, tau: 0, start };
  const alpha = v[0];
  const length = Math.hypot(alpha, below);
  const beta = alpha >= 0 ? -length : length;
  for (let i = 1; i < v.length; i++) v[i] /= alpha - beta;
  v[0] = 1;
  return { v, tau: (beta - alpha) / beta, start };
}

/** The length of a vector, also when its squares would over- or underflow. */
export function lengthOf(v: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < v.length; i++) largest = Math.max(largest, Math.abs(v[i]));
  if (largest === 0) return 0;
  let sum = 0;
  for (let i = 0; i < v.length; i++) sum += (v[i] / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/** Applies a reflection from the left to the columns from `first` on, in place. */
export function reflect({ columns, values }: Matrix, { v, tau, start }: Reflection, first: number): void {
  if (tau === 0) return;
  const sums = new Float64Array(columns); // v^T A
  for (let i = 0; i < v.length; i++) {
    const row = (start + i) * columns;
    for (let j = first; j < columns; j++) sums[j] += v[i] * values[row + j];
  }
  for (let i = 0; i < v.length; i++) {
    const row = (start + i) * columns;
    const factor = tau * v[i];
    for (let j = first; j < columns; j++) values[row + j] -= factor * sums[j];
  }
}
