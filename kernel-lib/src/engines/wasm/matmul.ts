/**
 * Products in blocks (Goto and van de Geijn, 2008): a block of B is packed once and meets all blocks of A; each pair
 * adds to a block of C in the scratch memory, which stays there while it can. Operands of any strides are packed directly.
 */
import type { Matmul, Matrix } from "../engine.js";
import { matmul as matmulJs, thin, transposed } from "../js/matmul.js";
import { blocked32 } from "./matmul32.js";
import { multiplyThin } from "./matvec.js";
import { loadKernels, memory64, scratch } from "./memory.js";
import { moveRows } from "./move.js";
import { pack, type Source } from "./pack.js";
import { multiplySmall } from "./small.js";

/** A block of A is 64 x 256 float64 (128 KiB), one of B 256 x 512 (1 MiB), one of C 64 x 512 (256 KiB). */
const mBlock = 64;
const kBlock = 256;
const nBlock = 512;

const aPlace = scratch / 8;
const bPlace = aPlace + mBlock * kBlock;
const cPlace = bPlace + kBlock * nBlock;
const staging = cPlace + mBlock * nBlock; // (nBlock + 4) * kBlock, up to page 41: see build-wasm.mjs

/** Below so many multiplications, packing and the call cost more than they save. */
const fewest = 64;

/** out (m, n) = A (m, k) B (k, n); out is dense. */
export const matmul: Matmul = (m, k, n, out, outOffset, A, B) => {
  const isThin = m <= thin || n <= thin; // read once only: packing would double the work
  const single = out instanceof Float32Array;
  if (m * k * n < fewest) matmulJs(m, k, n, out, outOffset, A, B);
  else if (!single && multiplySmall(m, k, n, out, outOffset, A, B)) return;
  else if (isThin && multiplyThin(m, k, n, out, outOffset, A, B)) return;
  else if (isThin) matmulJs(m, k, n, out, outOffset, A, B);
  else if (single) blocked32(m, k, n, out, outOffset, A, B);
  else blocked(m, k, n, out, outOffset, A, B);
};

function blocked(
  m: number,
  k: number,
  n: number,
  out: Float64Array,
  outOffset: number,
  A: Matrix,
  B: Matrix,
): void {
  const kernels = loadKernels();
  const space = memory64();
  const stays = m <= mBlock; // one block of C for all p
  for (let j = 0; j < n; j += nBlock) {
    const columns = Math.min(nBlock, n - j);
    const step = upTo4(columns);
    for (let p = 0; p < k; p += kBlock) {
      const depth = Math.min(kBlock, k - p);
      pack(kernels, space, staging, bPlace, sourceOf(transposed(B), j, p), columns, depth);
      for (let i = 0; i < m; i += mBlock) {
        const rows = Math.min(mBlock, m - i);
        pack(kernels, space, staging, aPlace, sourceOf(A, i, p), rows, depth);
        const place = outOffset + i * n + j;
        if (p > 0 && !stays) moveRows(rows, columns, space, cPlace, step, out, place, n);
        kernels.gemm64(upTo4(rows), step, depth, aPlace * 8, bPlace * 8, cPlace * 8, p > 0);
        if (!stays || p + kBlock >= k) moveRows(rows, columns, out, place, n, space, cPlace, step);
      }
    }
  }
}

/** The part of A from row i and column p on. */
function sourceOf(A: Matrix, i: number, p: number): Source {
  const start = A.offset + i * A.rowStride + p * A.columnStride;
  return { data: A.data as Float64Array, start, rowStride: A.rowStride, step: A.columnStride };
}

function upTo4(n: number): number {
  return (n + 3) & ~3;
}
