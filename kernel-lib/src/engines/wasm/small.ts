/**
 * Products of small matrices: both are copied whole into the scratch memory, unless they lie in the workspace, and
 * multiplied as they lie. Packing them, or calling a foreign library, would take longer than the product.
 */
import type { Matrix } from "../engine.js";
import { loadKernels, memory64, scratch, stage, unstage } from "./memory.js";

/** Up to so many elements in A, in B and in C: 128 KiB each. */
const most = 16384;

/** The kernel by rows makes tiles of eight columns. */
const fewestColumns = 8;

const aPlace = most;
const bPlace = 2 * most;
const cByte = scratch; // C comes first: it is read through a view of the scratch space

/** Computes out (m, n) = A (m, k) B (k, n) and gives true, or leaves it to others. */
export function multiplySmall(
  m: number,
  k: number,
  n: number,
  out: Float64Array,
  outOffset: number,
  A: Matrix,
  B: Matrix,
): boolean {
  if (m === 0 || n === 0 || m * k > most || k * n > most || m * n > most) return false;
  const byRows = n >= fewestColumns && isDense(B, k, n) && (isDense(A, m, k) || isDenseT(A, m, k));
  if (!byRows && !(isDenseT(B, k, n) && isDense(A, m, k))) return false;
  const [a, b] = [byteOf(A, m * k, aPlace), byteOf(B, k * n, bPlace)];
  const stays = out === memory64();
  const c = stays ? outOffset * 8 : cByte;
  const kernels = loadKernels();
  if (!byRows) kernels.smallByColumns(m, k, n, a, b, c);
  else if (isDense(A, m, k)) kernels.smallByRows(m, k, n, a, k * 8, 8, b, c);
  else kernels.smallByRows(m, k, n, a, 8, m * 8, b, c);
  if (!stays) takeResult(out, outOffset, m * n);
  return true;
}

/** Row by row without gaps. */
function isDense({ rowStride, columnStride }: Matrix, rows: number, columns: number): boolean {
  return (columnStride === 1 || columns === 1) && (rowStride === columns || rows === 1);
}

/** Column by column without gaps. */
function isDenseT({ rowStride, columnStride }: Matrix, rows: number, columns: number): boolean {
  return (rowStride === 1 || rows === 1) && (columnStride === rows || columns === 1);
}

/** A few elements are copied faster one by one. */
const few = 16;

/** Where the matrix lies in the module's memory: copied to a place of the scratch space, unless it is there already. */
function byteOf({ data, offset }: Matrix, size: number, place: number): number {
  const [a, memory] = [data as Float64Array, memory64()];
  if (a === memory) return offset * 8;
  if (size > few) stage(a, offset, size, place);
  else for (let i = 0, to = scratch / 8 + place; i < size; i++) memory[to + i] = a[offset + i];
  return scratch + place * 8;
}

function takeResult(out: Float64Array, offset: number, size: number): void {
  if (size > few) unstage(out, offset, size);
  else for (let i = 0, from = scratch / 8; i < size; i++) out[offset + i] = memory64()[from + i];
}
