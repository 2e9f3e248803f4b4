/**
 * Matrix products: thin ones as matrix times vector, the rest in blocks that fit the cache. Blocks are packed
 * so that both operands lie dense along the inner axis; a 2 x 4 tile of `out` then lives in eight registers.
 */
import type { Matmul, Matrix, MultiplyRow } from "../engine.js";
import { matvec } from "./matvec.js";

/** Inner lengths, rows and columns of a block: 256 x 64 and 256 x 128 float64 are 128 and 256 KiB. */
const kBlock = 256;
const mBlock = 64;
const nBlock = 128;

/** Up to so many rows (or columns) a product is cheaper as that many products with a vector. */
export const thin = 2;

/** out (m, n) = A (m, k) B (k, n); out is dense. Float32 is computed in float64 and rounded once. */
export const matmul: Matmul = (m, k, n, out, outOffset, A, B) => {
  if (out instanceof Float32Array) matmul32(m, k, n, out, outOffset, A, B);
  else if (m <= thin) thinRows(m, k, n, out, outOffset, A, B);
  else if (n <= thin) thinColumns(m, k, n, out, outOffset, A, B);
  else blocked(m, k, n, out, outOffset, A, B);
};

const matmul32: Matmul = (m, k, n, out, outOffset, A, B) => {
  const exact = new Float64Array(m * n);
  matmul(m, k, n, exact, 0, toFloat64(A, m, k), toFloat64(B, k, n));
  out.set(exact, outOffset);
};

function toFloat64(A: Matrix, rows: number, columns: number): Matrix {
  const data = new Float64Array(rows * columns);
  for (let i = 0, o = 0; i < rows; i++) {
    for (let j = 0, p = A.offset + i * A.rowStride; j < columns; j++, o++, p += A.columnStride)
      data[o] = A.data[p];
  }
  return { data, offset: 0, rowStride: columns, columnStride: 1 };
}

function thinRows(m: number, k: number, n: number, out: Float64Array, o: number, A: Matrix, B: Matrix): void {
  for (let i = 0; i < m; i++) {
    matvec(
      n,
      k,
      out,
      o + i * n,
      transposed(B),
      denseVector(k, A, A.offset + i * A.rowStride, A.columnStride),
    );
  }
}

function thinColumns(
  m: number,
  k: number,
  n: number,
  out: Float64Array,
  o: number,
  A: Matrix,
  B: Matrix,
): void {
  const column = n === 1 ? out.subarray(o, o + m) : new Float64Array(m);
  for (let j = 0; j < n; j++) {
    matvec(m, k, column, 0, A, denseVector(k, B, B.offset + j * B.columnStride, B.rowStride));
    if (n > 1) for (let i = 0; i < m; i++) out[o + i * n + j] = column[i];
  }
}

/** The same elements with rows and columns exchanged. */
export function transposed(A: Matrix): Matrix {
  return { data: A.data, offset: A.offset, rowStride: A.columnStride, columnStride: A.rowStride };
}

function denseVector(k: number, A: Matrix, start: number, step: number): Float64Array {
  const x = new Float64Array(k);
  for (let p = 0; p < k; p++) x[p] = A.data[start + p * step];
  return x;
}

function blocked(m: number, k: number, n: number, out: Float64Array, o: number, A: Matrix, B: Matrix): void {
  out.fill(0, o, o + m * n);
  const depth = Math.min(kBlock, k);
  const rows = new Float64Array((Math.min(mBlock, m) + 1) * depth); // a tile reads one row and three columns too many
  const columns = new Float64Array((Math.min(nBlock, n) + 3) * depth);
  for (let p0 = 0; p0 < k; p0 += kBlock) {
    const kb = Math.min(kBlock, k - p0);
    for (let j0 = 0; j0 < n; j0 += nBlock) {
      const nb = Math.min(nBlock, n - j0);
      pack(columns, transposed(B), j0, nb, p0, kb);
      for (let i0 = 0; i0 < m; i0 += mBlock) {
        const mb = Math.min(mBlock, m - i0);
        pack(rows, A, i0, mb, p0, kb);
        for (let i = 0; i < mb; i += 2) {
          const place = o + (i0 + i) * n + j0;
          addTiles(nb, kb, rows, i * kb, columns, out, place, i + 1 < mb ? n : 0);
        }
      }
    }
  }
}

/** Copies `count` rows of A, dense along p. What lies behind them is multiplied too, but never written to `out`. */
function pack(into: Float64Array, A: Matrix, i0: number, count: number, p0: number, kb: number): void {
  const a = A.data as Float64Array;
  const start = A.offset + i0 * A.rowStride + p0 * A.columnStride;
  if (Math.abs(A.columnStride) <= Math.abs(A.rowStride)) {
    for (let i = 0; i < count; i++) packRow(kb, into, i * kb, 1, a, start + i * A.rowStride, A.columnStride);
  } else {
    for (let p = 0; p < kb; p++) packRow(count, into, p, kb, a, start + p * A.columnStride, A.rowStride);
  }
}

function packRow(
  n: number,
  into: Float64Array,
  o: number,
  so: number,
  a: Float64Array,
  i: number,
  s: number,
): void {
  for (let k = 0; k < n; k++, o += so, i += s) into[o] = a[i];
}

/** Adds two rows times all packed columns to `out`; `second` is the distance to the second row, 0 for none. */
function addTiles(
  nb: number,
  kb: number,
  rows: Float64Array,
  row: number,
  columns: Float64Array,
  out: Float64Array,
  place: number,
  second: number,
): void {
  for (let j = 0; j < nb; j += 4) {
    let [a0, a1] = [row, row + kb];
    let b0 = j * kb;
    let [b1, b2, b3] = [b0 + kb, b0 + 2 * kb, b0 + 3 * kb];
    let [s00, s01, s02, s03, s10, s11, s12, s13] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let p = 0; p < kb; p++) {
      const x = rows[a0++];
      const y = rows[a1++];
      const u = columns[b0++];
      const v = columns[b1++];
      const w = columns[b2++];
      const z = columns[b3++];
      s00 += x * u;
      s01 += x * v;
      s02 += x * w;
      s03 += x * z;
      s10 += y * u;
      s11 += y * v;
      s12 += y * w;
      s13 += y * z;
    }
    const left = nb - j;
    addTile(out, place + j, left, s00, s01, s02, s03);
    if (second > 0) addTile(out, place + j + second, left, s10, s11, s12, s13);
  }
}

function addTile(
  out: Float64Array,
  place: number,
  left: number,
  s0: number,
  s1: number,
  s2: number,
  s3: number,
): void {
  out[place] += s0;
  if (left > 1) out[place + 1] += s1;
  if (left > 2) out[place + 2] += s2;
  if (left > 3) out[place + 3] += s3;
}

/** A row times a matrix in one go. */
export function rowBy(multiply: Matmul): MultiplyRow {
  return (k, n, out, x, b, prepare) => {
    prepare(0, k);
    multiply(1, k, n, out, 0, { data: x, offset: 0, rowStride: k, columnStride: 1 }, b);
  };
}
