/**
 * Rows of a matrix as vectors: turned in pairs, made to face one way, completed to an orthonormal set.
 */
import type { Matrix } from "./matrices.js";
import { lengthOf } from "./qr.js";

export function rowOf({ columns, values }: Matrix, i: number): Float64Array {
  return values.subarray(i * columns, (i + 1) * columns);
}

/** Sum of products of rows i and j. */
export function dotRows({ columns, values }: Matrix, i: number, j: number): number {
  let sum = 0;
  for (let k = 0, p = i * columns, q = j * columns; k < columns; k++, p++, q++) sum += values[p] * values[q];
  return sum;
}

/** Rows i and j become c i + s j and c j - s i. */
export function rotateRows({ columns, values }: Matrix, i: number, j: number, c: number, s: number): void {
  for (let k = 0, p = i * columns, q = j * columns; k < columns; k++, p++, q++) {
    const x = values[p];
    const y = values[q];
    values[p] = c * x + s * y;
    values[q] = c * y - s * x;
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
        for (let j = 0; j < i; j++) subtract(row, rowOf(matrix, j), dotRows(matrix, i, j));
      }
      length = lengthOf(row);
    }
    const length = lengthOf(row);
    for (let k = 0; k < row.length; k++) row[k] /= length;
  }
}

function subtract(x: Float64Array, y: Float64Array, factor: number): void {
  for (let i = 0; i < x.length; i++) x[i] -= factor * y[i];
}
