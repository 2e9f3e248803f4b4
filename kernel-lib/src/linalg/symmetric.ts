/**
 * Eigenvalues and eigenvectors of a symmetric matrix: reflections make it tridiagonal, then QR steps with Wilkinson's
 * shift make it diagonal. G. H. Golub and C. F. Van Loan, "Matrix Computations", sections 8.3.1 to 8.3.3.
 */
import { LinAlgError } from "../core/errors.js";
import { identity, type Matrix, makeMatrix } from "./matrices.js";
import { makeReflection, type Reflection, reflect } from "./qr.js";
import { faceUp, rotateRows } from "./rows.js";

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
  const rows = identity(n);
  const t = tridiagonalize(work, rows);
  diagonalize(name, t, rows);
  return sorted(t.diagonal, rows, scale);
}

/** T = Q^T A Q; the rows become Q^T. */
function tridiagonalize(a: Matrix, rows: Matrix): Tridiagonal {
  const n = a.rows;
  for (let k = 0; k < n - 2; k++) {
    const reflection = makeReflection(a, k, k + 1);
    reflect(a, reflection, k);
    reflectFromRight(a, reflection);
    reflect(rows, reflection, 0);
  }
  const at = (i: number, j: number): number => a.values[i * n + j];
  return {
    diagonal: Float64Array.from({ length: n }, (_, i) => at(i, i)),
    beside: Float64Array.from({ length: Math.max(n - 1, 0) }, (_, i) => at(i + 1, i)),
  };
}

function reflectFromRight({ rows, columns, values }: Matrix, { v, tau, start }: Reflection): void {
  for (let i = 0; i < rows; i++) {
    const row = i * columns + start;
    let sum = 0;
    for (let j = 0; j < v.length; j++) sum += v[j] * values[row + j];
    for (let j = 0; j < v.length; j++) values[row + j] -= tau * sum * v[j];
  }
}

/** QR steps until nothing is left beside the diagonal; the rows turn along. */
function diagonalize(name: string, t: Tridiagonal, rows: Matrix): void {
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
function qrStep({ diagonal: d, beside: e }: Tridiagonal, rows: Matrix, low: number, high: number): void {
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
    rotateRows(rows, k, k + 1, c, s);
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
