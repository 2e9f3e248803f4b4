/**
 * Products by a native BLAS, without copies: transposes and row lengths are passed down. What BLAS cannot read
 * (other strides) and what is too small for the call goes to the wasm engine.
 */
import type { Floats, Matmul, Matrix, MultiplyRow } from "../engine.js";
import { rowBy } from "../js/matmul.js";
import { matmul as matmulWasm } from "../wasm/matmul.js";
import type { Blas, Gemm, Gemv } from "./library.js";

const rowMajor = 101;
const noTrans = 111;
const trans = 112;

/** Below so many multiplications a foreign call, one microsecond and more, costs more than it saves. */
const fewest = 16384;

/**
 * So many multiplications at most in one call, under half a second on a slow core: nothing can stop a foreign call, so an
 * interrupt has to arrive between two of them.
 */
const mostAtOnce = 2e9;

/** So much of a matrix that a row is multiplied with is read at once by one thread: it stays in the second cache. */
const bytesAtOnce = 256 * 1024;

/** A matrix as BLAS reads it: rows `ld` apart, or columns `ld` apart and transposed. */
interface Layout {
  readonly trans: number;
  readonly ld: number;
}

/** The same blocks as in any other product with a row, so the same bits. */
export function makeMultiplyRow(getBlas: () => Blas | undefined): MultiplyRow {
  const inOneGo = rowBy(makeMatmul(getBlas));
  return (k, n, out, x, B, prepare) => {
    const b = n > 1 && k * n >= fewest ? layout(k, n, B) : undefined;
    const blas = b?.trans === noTrans ? getBlas() : undefined;
    if (b && blas)
      multiplyRows(blas.dgemv, blas.threads, k, n, x, 1, from(B.data, B.offset), b.ld, out, prepare);
    else inOneGo(k, n, out, x, B, prepare);
  };
}

/** out (m, n) = A (m, k) B (k, n); out is dense; `most` multiplications in one call. */
export function makeMatmul(getBlas: () => Blas | undefined, most: number = mostAtOnce): Matmul {
  return (m, k, n, out, outOffset, A, B) => {
    const large = m * k * n >= fewest;
    const [a, b] = large ? [layout(m, k, A), layout(k, n, B)] : [];
    const blas = a && b && getBlas();
    if (blas) call(blas, m, k, n, out, outOffset, A, a, B, b, most);
    else matmulWasm(m, k, n, out, outOffset, A, B);
  };
}

function call(
  blas: Blas,
  m: number,
  k: number,
  n: number,
  out: Floats,
  outOffset: number,
  A: Matrix,
  a: Layout,
  B: Matrix,
  b: Layout,
  most: number,
): void {
  const single = out instanceof Float32Array;
  const [gemm, gemv] = single ? [blas.sgemm, blas.sgemv] : [blas.dgemm, blas.dgemv];
  const [x, y, c] = [from(A.data, A.offset), from(B.data, B.offset), from(out, outOffset)];
  const [down, along] = k === 1 ? [1, 1] : [B.rowStride, A.columnStride]; // of one element it may be 0, which BLAS refuses
  if (n === 1) multiplyVector(gemv, a, m, k, x, y, down, c);
  else if (m === 1 && b.trans === noTrans) multiplyRows(gemv, blas.threads, k, n, x, along, y, b.ld, c);
  else if (m === 1) multiplyVector(gemv, { trans: noTrans, ld: b.ld }, n, k, y, x, along, c);
  else multiplyBlocks(gemm, m, k, n, x, a, y, b, c, most);
}

/** c (m, n) = A (m, k) B (k, n), block by block of c when that takes long. */
function multiplyBlocks(
  gemm: Gemm,
  m: number,
  k: number,
  n: number,
  A: Floats,
  a: Layout,
  B: Floats,
  b: Layout,
  c: Floats,
  most: number,
): void {
  const side = m * k * n <= most ? m : Math.ceil(Math.sqrt(most / k));
  for (let i = 0; i < m; i += side) {
    const rows = Math.min(side, m - i);
    const width = Math.ceil(most / (k * rows));
    for (let j = 0; j < n; j += width) {
      const columns = Math.min(width, n - j);
      const x = from(A, a.trans === trans ? i : i * a.ld); // (rows, k)
      const y = from(B, b.trans === trans ? j * b.ld : j); // (k, columns)
      const z = from(c, i * n + j); // (rows, columns)
      gemm(rowMajor, a.trans, b.trans, rows, columns, k, 1, x, a.ld, y, b.ld, 0, z, n);
    }
  }
}

/** c (m,) = A (m, k) x (k,) */
function multiplyVector(
  gemv: Gemv,
  a: Layout,
  m: number,
  k: number,
  A: Floats,
  x: Floats,
  step: number,
  c: Floats,
): void {
  const [rows, columns] = a.trans === trans ? [k, m] : [m, k];
  gemv(rowMajor, a.trans, rows, columns, 1, A, a.ld, x, step, 0, c, 1);
}

/**
 * c (n,) = x (k,) B (k, n), block by block of B's rows, `ld` apart; `prepare` is told which of x is read next. Several threads
 * share all of B instead, each with a cache of its own.
 */
function multiplyRows(
  gemv: Gemv,
  threads: number,
  k: number,
  n: number,
  x: Floats,
  step: number,
  B: Floats,
  ld: number,
  c: Floats,
  prepare?: (start: number, count: number) => void,
): void {
  const most = threads > 1 ? k : Math.max(8, Math.floor(bytesAtOnce / B.BYTES_PER_ELEMENT / n) & ~7);
  for (let start = 0, count = 0; start < k; start += count) {
    count = k - start < 2 * most ? k - start : most; // no block is so small that another kernel would serve it
    prepare?.(start, count);
    const [rows, elements] = [from(B, start * ld), from(x, start * step)];
    gemv(rowMajor, trans, count, n, 1, rows, ld, elements, step, start === 0 ? 0 : 1, c, 1);
  }
}

function from(data: Matrix["data"], offset: number): Floats {
  return (offset === 0 ? data : data.subarray(offset)) as Floats;
}

/** Undefined for strides that BLAS has no words for: negative, 0, or neither direction dense. */
function layout(rows: number, columns: number, { rowStride, columnStride }: Matrix): Layout | undefined {
  const byRows = columns === 1 || columnStride === 1;
  if (byRows && (rows === 1 || rowStride >= columns))
    return { trans: noTrans, ld: rows === 1 ? columns : rowStride };
  const byColumns = rows === 1 || rowStride === 1;
  if (!byColumns || (columns > 1 && columnStride < rows)) return undefined;
  return { trans, ld: columns === 1 ? rows : columnStride };
}
