/**
 * Rows of a matrix as vectors: turned in pairs, made to face one way, completed to an orthonormal set.
 */
import type { Matrix } from "./matrices.js";

export function rowOf({ columns, values }: Matrix, i: number): Float64Array {
  return values.subarray(i * columns, (i + 1) * columns);
}

export function rowsOf(matrix: Matrix): Float64Array[] {
  return Array.from({ length: matrix.rows }, (_, i) => rowOf(matrix, i));
}

/** Sum of products, in four sums: in one, each addition would wait for the one before. */
export function dot(x: Float64Array, y: Float64Array): number {
  const n = x.length;
  let r0 = 0;
  let r1 = 0;
  let r2 = 0;
  let r3 = 0;
  let k = 0;
  for (; k < n - 3; k += 4) {
    r0 += x[k] * y[k];
    r1 += x[k + 1] * y[k + 1];
    r2 += x[k + 2] * y[k + 2];
    r3 += x[k + 3] * y[k + 3];
  }
  for (; k < n; k++) r0 += x[k] * y[k];
  return r0 + r1 + (r2 + r3);
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

/** x and y become c x + s y and c y - s x. */
export function rotate(x: Float64Array, y: Float64Array, c: number, s: number): void {
  const n = x.length;
  for (let k = 0; k < n; k++) {
    const xk = x[k];
    const yk = y[k]; // both in one pattern would take five times as long
    x[k] = c * xk + s * yk;
    y[k] = c * yk - s * xk;
  }
}

/** Turns a row round unless its largest element is positive; says whether it did. */
export function faceUp(matrix: Matrix, i: number): boolean {
  const row = rowOf(matrix, i);
  let largest = 0;
  for (const value of row) if (Math.abs(value) > Math.abs(largest) * (1 + 1e-12)) largest = value;
  if (largest >= 0) return false;
  negate(matrix, i);
  return true;
}

export function negate(matrix: Matrix, i: number): void {
  const row = rowOf(matrix, i);
  for (let k = 0; k < row.length; k++) row[k] = -row[k];
}

/** Replaces the rows from `first` on by unit vectors orthogonal to all rows before them (Gram and Schmidt, twice). */
export function completeRows(matrix: Matrix, first: number): void {
  let candidate = 0;
  for (let i = first; i < matrix.rows; i++) {
    const row = rowOf(matrix, i);
    for (let length = 0; length < 0.5 / Math.sqrt(matrix.columns); candidate++) {
      row.fill(0);
      row[candidate % matrix.columns] = 1;
      for (let pass = 0; pass < 2; pass++) {
        for (let j = 0; j < i; j++) subtract(row, rowOf(matrix, j), dot(row, rowOf(matrix, j)));
      }
      length = lengthOf(row);
    }
    const length = lengthOf(row);
    for (let k = 0; k < row.length; k++) row[k] /= length;
  }
}

/** x - factor y, in place of x. */
export function subtract(x: Float64Array, y: Float64Array, factor: number): void {
  for (let i = 0; i < x.length; i++) x[i] -= factor * y[i];
}
