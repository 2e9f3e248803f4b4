/**
 * Eigenvalues and eigenvectors of a symmetric matrix: reflections make it tridiagonal, then QR steps with Wilkinson's
 * shift make it diagonal. G. H. Golub and C. F. Van Loan, "Matrix Computations", sections 8.3.1 to 8.3.3.
 */
import { LinAlgError } from "../core/errors.js";
import { type Matrix, makeMatrix, transposed } from "./matrices.js";
import { makeReflection, productOf, type Reflection } from "./qr.js";
import { dot, faceUp, rotate, rowsOf, subtract } from "./rows.js";

/** Eigenvalues in ascending order; row k of `rows` is the eigenvector of value k, its largest element positive. */
export interface Eigen {
  readonly values: Float64Array;
  readonly rows: Matrix;
}

/** A tridiagonal matrix: its diagonal, and the elements beside it. */
interface Tridiagonal {
  readonly diagonal: Float64Array;
  readonly beside: Float64Array;
}

const epsilon = 2 ** -52;

/** Only the lower triangle is read, as NumPy does. */
export function eigenOf(name: string, a: Matrix): Eigen {
  const n = a.rows;
  const scale = a.values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) || 1;
  const work = makeMatrix(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      work.values[i * n + j] = a.values[i * n + j] / scale;
      work.values[j * n + i] = work.values[i * n + j];
    }
  }
  const { t, rows } = tridiagonalize(work);
  diagonalize(name, t, rowsOf(rows));
  return sorted(t.diagonal, rows, scale);
}

/** T = Q^T A Q, in place of A, and Q^T. */
function tridiagonalize(a: Matrix): { t: Tridiagonal; rows: Matrix } {
  const n = a.rows;
  const beside = new Float64Array(Math.max(n - 1, 0));
  const reflections: Reflection[] = [];
  for (let k = 0; k < n - 1; k++) {
    const reflection = makeReflection(a, k, k + 1);
    beside[k] = reflection.head;
    reflectBothSides(a, reflection);
    reflections.push(reflection);
  }
  const diagonal = Float64Array.from({ length: n }, (_, i) => a.values[i * n + i]);
  return { t: { diagonal, beside }, rows: transposed(productOf(reflections, n, n)) };
}

/** H A H for the rows and columns from the reflection's start on: A - v w^T - w v^T with one product of A and v. */
function reflectBothSides({ columns, values }: Matrix, { v, tau, start }: Reflection): void {
  if (tau === 0) return;
  const w = v.map((_, i) => {
    const row = (start + i) * columns + start;
    return tau * dot(v, values.subarray(row, row + v.length));
  });
  const half = (tau / 2) * dot(v, w);
  subtract(w, v, half);
  for (let i = 0; i < v.length; i++) {
    const row = (start + i) * columns + start;
    const [vi, wi] = [v[i], w[i]];
    for (let j = 0; j < v.length; j++) values[row + j] -= vi * w[j] + wi * v[j];
  }
}

/** QR steps until nothing is left beside the diagonal; the rows turn along. */
function diagonalize(name: string, t: Tridiagonal, rows: readonly Float64Array[]): void {
  const { diagonal: d, beside: e } = t;
  const isSmall = (k: number): boolean => Math.abs(e[k]) <= epsilon * (Math.abs(d[k]) + Math.abs(d[k + 1]));
  let steps = 0;
  for (let high = d.length - 1; high > 0; ) {
    if (isSmall(high - 1) || Math.abs(e[high - 1]) < 1e-300) {
      high -= 1;
      continue;
    }
    let low = high - 1;
    while (low > 0 && !isSmall(low - 1)) low -= 1;
    steps += 1;
    if (steps > 60 * d.length) throw new LinAlgError(`${name}: no convergence after ${steps} steps`);
    qrStep(t, rows, low, high);
  }
}

/** One implicit QR step on the rows low..high, chasing the bulge `z` down. */
function qrStep(
  { diagonal: d, beside: e }: Tridiagonal,
  rows: readonly Float64Array[],
  low: number,
  high: number,
): void {
  const half = (d[high - 1] - d[high]) / 2;
  const root = Math.hypot(half, e[high - 1]);
  let x = d[low] - (d[high] - e[high - 1] ** 2 / (half + (half >= 0 ? root : -root)));
  let z = e[low];
  for (let k = low; k < high; k++) {
    const r = Math.hypot(x, z);
    const [c, s] = r === 0 ? [1, 0] : [x / r, z / r];
    if (k > low) e[k - 1] = r;
    const [a, b, after] = [d[k], e[k], d[k + 1]];
    d[k] = c * c * a + 2 * c * s * b + s * s * after;
    d[k + 1] = s * s * a - 2 * c * s * b + c * c * after;
    e[k] = c * s * (after - a) + (c * c - s * s) * b;
    x = e[k];
    if (k < high - 1) {
      z = s * e[k + 1];
      e[k + 1] *= c;
    }
    rotate(rows[k], rows[k + 1], c, s);
  }
}

function sorted(diagonal: Float64Array, rows: Matrix, scale: number): Eigen {
  const n = diagonal.length;
  const order = [...diagonal.keys()].sort((p, q) => diagonal[p] - diagonal[q]);
  const out = makeMatrix(n, n);
  for (const [to, from] of order.entries()) {
    out.values.set(rows.values.subarray(from * n, (from + 1) * n), to * n);
    faceUp(out, to);
  }
  return { values: Float64Array.from(order, (from) => diagonal[from] * scale), rows: out };
}
