/**
 * Products in blocks (Goto and van de Geijn, 2008): a block of B is packed once and meets all blocks of A; each pair
 * gives a block of C in the scratch memory, which is added to `out`. Operands of any strides are packed directly.
 */
import type { Matrix } from "../engine.js";
import { matmul as matmulJs } from "../js/matmul.js";
import { loadKernels, scratch } from "./memory.js";
import { pack4 } from "./pack.js";

/** A block of A is 64 x 256 float64 (128 KiB), one of B 256 x 512 (1 MiB), one of C 64 x 512 (256 KiB). */
const mBlock = 64;
const kBlock = 256;
const nBlock = 512;

const first = scratch / 8;
const bPlace = first + mBlock * kBlock;
const cPlace = bPlace + kBlock * nBlock;

/** Below so many multiplications, packing and the call cost more than they save. */
const fewest = 64;

/** Products with so few rows or columns are read once only: packing them would double the work. */
const thin = 2;

/** out (m, n) = A (m, k) B (k, n); out is dense. */
export function matmul(
  m: number,
  k: number,
  n: number,
  out: Float64Array,
  outOffset: number,
  A: Matrix,
  B: Matrix,
): void {
  if (m <= thin || n <= thin || m * k * n < fewest) matmulJs(m, k, n, out, outOffset, A, B);
  else blocked(m, k, n, out, outOffset, A, B);
}

function blocked(
  m: number,
  k: number,
  n: number,
  out: Float64Array,
  outOffset: number,
  A: Matrix,
  B: Matrix,
): void {
  const { gemm64, memory } = loadKernels();
  const space = new Float64Array(memory.buffer);
  const [a, b] = [A.data as Float64Array, B.data as Float64Array];
  for (let j = 0; j < n; j += nBlock) {
    const columns = Math.min(nBlock, n - j);
    for (let p = 0; p < k; p += kBlock) {
      const depth = Math.min(kBlock, k - p);
      const bStart = B.offset + p * B.rowStride + j * B.columnStride;
      pack4(
        space,
        bPlace,
        { data: b, start: bStart, rowStride: B.columnStride, step: B.rowStride },
        columns,
        depth,
      );
      for (let i = 0; i < m; i += mBlock) {
        const rows = Math.min(mBlock, m - i);
        const aStart = A.offset + i * A.rowStride + p * A.columnStride;
        pack4(
          space,
          first,
          { data: a, start: aStart, rowStride: A.rowStride, step: A.columnStride },
          rows,
          depth,
        );
        gemm64(upTo4(rows), upTo4(columns), depth, first * 8, bPlace * 8, cPlace * 8);
        moveBlock(out, outOffset + i * n + j, n, space, rows, columns, p > 0);
      }
    }
  }
}

function upTo4(n: number): number {
  return (n + 3) & ~3;
}

/** Puts the block of C into `out`, or adds it to what is there. */
function moveBlock(
  out: Float64Array,
  place: number,
  rowLength: number,
  space: Float64Array,
  rows: number,
  columns: number,
  adds: boolean,
): void {
  const step = upTo4(columns);
  for (let i = 0; i < rows; i++) {
    let [q, o] = [cPlace + i * step, place + i * rowLength];
    const end = q + columns;
    if (adds) for (; q < end; q++, o++) out[o] += space[q];
    else if (columns < 32) for (; q < end; q++, o++) out[o] = space[q];
    else out.set(space.subarray(q, end), o);
  }
}
