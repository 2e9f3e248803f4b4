/**
 * Products by a native BLAS, without copies: transposes and row lengths are passed down. What BLAS cannot read
 * (other strides) and what is too small for the call goes to the wasm engine.
 */
import type { Floats, Matmul, Matrix } from "../engine.js";
import { matmul as matmulWasm } from "../wasm/matmul.js";
import type { Blas, Gemv } from "./library.js";

const rowMajor = 101;
const noTrans = 111;
const trans = 112;

/** Below so many multiplications a foreign call, one microsecond and more, costs more than it saves. */
const fewest = 16384;

/** A matrix as BLAS reads it: rows `ld` apart, or columns `ld` apart and transposed. */
interface Layout {
  readonly trans: number;
  readonly ld: number;
}

/** out (m, n) = A (m, k) B (k, n); out is dense. */
export function makeMatmul(getBlas: () => Blas | undefined): Matmul {
  return (m, k, n, out, outOffset, A, B) => {
    const large = m * k * n >= fewest;
    const [a, b] = large ? [layout(m, k, A), layout(k, n, B)] : [];
    const blas = a && b && getBlas();
    if (blas) call(blas, m, k, n, out, outOffset, A, a, B, b);
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
): void {
  const single = out instanceof Float32Array;
  const [gemm, gemv] = single ? [blas.sgemm, blas.sgemv] : [blas.dgemm, blas.dgemv];
  const [x, y, c] = [from(A.data, A.offset), from(B.data, B.offset), from(out, outOffset)];
  if (n === 1) multiplyVector(gemv, a, m, k, x, y, B.rowStride, c);
  else if (m === 1) multiplyVector(gemv, flipped(b), n, k, y, x, A.columnStride, c);
  else gemm(rowMajor, a.trans, b.trans, m, n, k, 1, x, a.ld, y, b.ld, 0, c, n);
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
  gemv(rowMajor, a.trans, rows, columns, 1, A, a.ld, x, k === 1 ? 1 : step, 0, c, 1);
}

function flipped({ trans: t, ld }: Layout): Layout {
  return { trans: t === trans ? noTrans : trans, ld };
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
