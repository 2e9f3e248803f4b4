/**
 * Singular values by one-sided Jacobi rotations, after a QR step that makes the matrix square: small ones come out as
 * exact as large ones, up to 127 of them. J. Demmel and K. Veselic, "Jacobi's method is more accurate than QR", SIAM J. Matrix Anal. 13 (1992).
 */
import { LinAlgError } from "../core/errors.js";
import { fromBuffer } from "../ops/creation.js";
import { matmul } from "../ops/products.js";
import { identity, type Matrix, makeMatrix, transposed } from "./matrices.js";
import { qrOf } from "./qr.js";
import { completeRows, dot, faceUp, lengthOf, negate, rotate, rowOf, rowsOf } from "./rows.js";
import { eigenOf } from "./symmetric.js";

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

/**
 * From so many rows on they are turned to be nearly orthogonal first: two rounds over all pairs are left, not ten. Values that
 * are smaller than the largest one's rounding then lose digits, as with any method but Jacobi's.
 */
const manyRows = 128;

/** The decomposition of a matrix; `complete` adds orthonormal rows until `left` and `right` are square. */
export function singularOf(name: string, a: Matrix, complete: boolean): Singular {
  if (a.rows < a.columns) {
    const { left, values, right } = singularOf(name, transposed(a), complete);
    return { left: right, values, right: left };
  }
  const scale = a.values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) || 1;
  const { q, r } = qrOf({ ...a, values: a.values.map((value) => value / scale) }, complete);
  const n = a.columns;
  const right = { rows: n, columns: n, values: r.values.slice(0, n * n) }; // its rows become right vectors
  const turns = n < manyRows ? identity(n) : turnNearly(name, right); // row k: the left vector within the columns of Q
  const values = orthogonalize(name, right, turns);
  scaleRows(right, values);
  const left = leftVectors(q, turns);
  for (let k = 0; k < n; k++) if (faceUp(left, k)) negate(right, k);
  return { left, values: values.map((value) => value * scale), right };
}

/** Turns all rows at once by the eigenvectors of R R^T, in place; gives these. */
function turnNearly(name: string, work: Matrix): Matrix {
  const shape = [work.rows, work.rows];
  const r = fromBuffer(work.values, shape);
  const squares = matmul(r, r.T).toTypedArray() as Float64Array;
  const { rows } = eigenOf(name, { ...work, values: squares });
  work.values.set(matmul(fromBuffer(rows.values, shape), r).toTypedArray());
  return rows;
}

/** Turns pairs of rows until all are orthogonal, the long ones first, which takes fewer sweeps; gives their lengths. */
function orthogonalize(name: string, work: Matrix, turns: Matrix): Float64Array {
  const n = work.rows;
  const [vectors, partners] = [rowsOf(work), rowsOf(turns)];
  for (let sweep = 0; sweep < 60; sweep++) {
    const { values: lengths, order } = sortedLengths(work);
    for (const matrix of [work, turns]) matrix.values.set(pickRows(matrix, order).values);
    const squares = lengths.map((length) => length * length);
    const smallest = n * epsilon * (lengths[0] ?? 0); // shorter rows are noise
    let turned = false;
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) turned = turnPair(vectors, partners, squares, p, q, smallest) || turned;
    }
    if (!turned) return lengths;
  }
  throw new LinAlgError(`${name}: no convergence after 60 sweeps`);
}

/** Makes vectors p and q orthogonal, of which the squared lengths are known; false when they are already. */
function turnPair(
  vectors: readonly Float64Array[],
  partners: readonly Float64Array[],
  squares: Float64Array,
  p: number,
  q: number,
  smallest: number,
): boolean {
  const [x, y, a, b] = [vectors[p], vectors[q], squares[p], squares[q]];
  const both = dot(x, y);
  if (Math.abs(both) <= epsilon * Math.sqrt(x.length) * Math.sqrt(a * b)) return false;
  if (Math.sqrt(Math.min(a, b)) <= smallest) return false;
  const zeta = (b - a) / (2 * both);
  const t = (zeta >= 0 ? 1 : -1) / (Math.abs(zeta) + Math.hypot(1, zeta));
  const c = 1 / Math.hypot(1, t);
  rotate(x, y, c, -c * t);
  rotate(partners[p], partners[q], c, -c * t);
  squares[p] = changed(x, a, -t * both);
  squares[q] = changed(y, b, t * both);
  return true;
}

/** The squared length of a vector; from scratch where few of its digits would be left. */
function changed(x: Float64Array, square: number, change: number): number {
  return change < -0.9 * square ? dot(x, x) : square + change;
}

function lengthsOf(matrix: Matrix): Float64Array {
  return Float64Array.from(rowsOf(matrix), lengthOf);
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
  const left = transposed(q); // row k: column k of Q
  const [n, m] = [inner.rows, left.columns];
  const reached = left.values.subarray(0, n * m);
  const turned = matmul(fromBuffer(inner.values, [n, n]), fromBuffer(reached, [n, m]));
  reached.set(turned.toTypedArray());
  return left;
}
