/**
 * Singular values by one-sided Jacobi rotations, after a QR step that makes the matrix square: small ones come out as
 * exact as large ones. J. Demmel and K. Veselic, "Jacobi's method is more accurate than QR", SIAM J. Matrix Anal. 13 (1992).
 */
import { LinAlgError } from "../core/errors.js";
import { identity, type Matrix, makeMatrix, transposed } from "./matrices.js";
import { lengthOf, qrOf } from "./qr.js";
import { completeRows, dotRows, faceUp, negate, rotateRows, rowOf } from "./rows.js";

/** A = U S V^T, by rows: row k of `left` and `right` belong to value k. */
export interface Singular {
  /** k rows of length m (or m rows when complete). */
  readonly left: Matrix;
  /** In descending order. */
  readonly values: Float64Array;
  /** k rows of length n (or n rows when complete). */
  readonly right: Matrix;
}

const epsilon = 2 ** -52;

/** The decomposition of a matrix; `complete` adds orthonormal rows until `left` and `right` are square. */
export function singularOf(name: string, a: Matrix, complete: boolean): Singular {
  if (a.rows < a.columns) {
    const { left, values, right } = singularOf(name, transposed(a), complete);
    return { left: right, values, right: left };
  }
  const scale = a.values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) || 1;
  const { q, r } = qrOf({ ...a, values: a.values.map((value) => value / scale) }, complete);
  const n = a.columns;
  const work = { rows: n, columns: n, values: r.values.slice(0, n * n) }; // its rows become right vectors
  const turns = identity(n);
  orthogonalize(name, work, turns);
  const { values, order } = sortedLengths(work);
  const right = pickRows(work, order);
  const inner = pickRows(turns, order); // row k: the left vector within the columns of Q
  scaleRows(right, values);
  const left = leftVectors(q, inner);
  for (let k = 0; k < n; k++) if (faceUp(left, k)) negate(right, k);
  return { left, values: values.map((value) => value * scale), right };
}

/** Turns pairs of rows until all are orthogonal. */
function orthogonalize(name: string, work: Matrix, turns: Matrix): void {
  const n = work.rows;
  for (let sweep = 0; sweep < 60; sweep++) {
    const smallest = n * epsilon * Math.max(...lengthsOf(work), 0); // shorter rows are noise
    let turned = false;
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) turned = turnPair(work, turns, p, q, smallest) || turned;
    }
    if (!turned) return;
  }
  throw new LinAlgError(`${name}: no convergence after 60 sweeps`);
}

/** Makes rows p and q orthogonal; false when they are already. */
function turnPair(work: Matrix, turns: Matrix, p: number, q: number, smallest: number): boolean {
  const a = dotRows(work, p, p);
  const b = dotRows(work, q, q);
  const both = dotRows(work, p, q);
  if (Math.abs(both) <= epsilon * Math.sqrt(work.rows) * Math.sqrt(a * b)) return false;
  if (Math.sqrt(Math.min(a, b)) <= smallest) return false;
  const zeta = (b - a) / (2 * both);
  const t = (zeta >= 0 ? 1 : -1) / (Math.abs(zeta) + Math.hypot(1, zeta));
  const c = 1 / Math.hypot(1, t);
  rotateRows(work, p, q, c, -c * t);
  rotateRows(turns, p, q, c, -c * t);
  return true;
}

function lengthsOf(matrix: Matrix): Float64Array {
  return Float64Array.from({ length: matrix.rows }, (_, i) => lengthOf(rowOf(matrix, i)));
}

function sortedLengths(work: Matrix): { values: Float64Array; order: number[] } {
  const lengths = lengthsOf(work);
  const order = [...lengths.keys()].sort((p, q) => lengths[q] - lengths[p]);
  return { values: Float64Array.from(order, (from) => lengths[from]), order };
}

function pickRows(matrix: Matrix, order: readonly number[]): Matrix {
  const out = makeMatrix(order.length, matrix.columns);
  for (const [to, from] of order.entries()) rowOf(out, to).set(rowOf(matrix, from));
  return out;
}

/** Rows divided by their lengths; those that are only noise are replaced. */
function scaleRows(right: Matrix, values: Float64Array): void {
  const smallest = values.length * epsilon * (values[0] ?? 0);
  let kept = 0;
  while (kept < values.length && values[kept] > smallest) {
    const row = rowOf(right, kept);
    for (let k = 0; k < row.length; k++) row[k] /= values[kept];
    kept += 1;
  }
  completeRows(right, kept);
}

/** The rows of (Q inner^T)^T, then the columns of Q that inner does not reach. */
function leftVectors(q: Matrix, inner: Matrix): Matrix {
  const columns = transposed(q); // row k: column k of Q
  const n = inner.rows;
  const left = makeMatrix(columns.rows, columns.columns);
  for (let k = 0; k < columns.rows; k++) {
    const row = rowOf(left, k);
    if (k >= n) row.set(rowOf(columns, k));
    for (let j = 0; k < n && j < n; j++) {
      const factor = inner.values[k * n + j];
      const column = rowOf(columns, j);
      for (let i = 0; i < row.length; i++) row[i] += factor * column[i];
    }
  }
  return left;
}
