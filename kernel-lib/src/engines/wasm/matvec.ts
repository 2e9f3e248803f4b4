/**
 * Products of which one side has a row or two: matrix times vector. The matrix is read once, in the order it lies, in
 * blocks that are copied whole into the scratch memory; a copy and a kernel take half the time of V8's own loop.
 */
import type { Floats, Matrix } from "../engine.js";
import { transposed } from "../js/matmul.js";
import { type Kernels, loadKernels, memory32, memory64, scratch } from "./memory.js";

/** A block of the matrix has up to so many elements, in rows of up to so many: 64 KiB in float64. */
const most = 8192;
const longestRow = 2048;

/** So many elements are copied faster one by one. */
const few = 16;

/** What depends on the type: the kernels, the scratch memory, and where in it a block, x and y lie. */
interface Room {
  readonly single: boolean;
  readonly kernels: Kernels;
  readonly space: Floats;
  readonly a: number;
  readonly x: number;
  readonly y: number;
}

/** Computes out (m, n) = A (m, k) B (k, n) for small m or n and gives true, or leaves strange strides to others. */
export function multiplyThin(
  m: number,
  k: number,
  n: number,
  out: Floats,
  o: number,
  A: Matrix,
  B: Matrix,
): boolean {
  const [matrix, vectors] = m <= n ? [transposed(B), A] : [A, transposed(B)]; // out[:, j] or out[i, :] = matrix vector
  const [length, count] = m <= n ? [n, m] : [m, n];
  const byRows = matrix.columnStride === 1 || k === 1;
  if (!byRows && matrix.rowStride !== 1 && length !== 1) return false;
  const room = makeRoom(out instanceof Float32Array);
  for (let v = 0; v < count; v++) {
    const x = row(vectors, v);
    const [place, step] = m <= n ? [o + v * n, 1] : [o + v, n];
    if (byRows) dotRows(room, length, k, out, place, step, matrix, x);
    else addRows(room, k, length, out, place, step, transposed(matrix), x);
  }
  return true;
}

function makeRoom(single: boolean): Room {
  const a = scratch / (single ? 4 : 8);
  const x = a + most + 16;
  const space = single ? memory32() : memory64();
  return { single, kernels: loadKernels(), space, a, x, y: x + most + 16 };
}

function row({ data, offset, rowStride, columnStride }: Matrix, i: number): Matrix {
  return { data, offset: offset + i * rowStride, rowStride: columnStride, columnStride };
}

/** out[i] = sum of A[i, p] x[p] over p < k, for i < m; the rows of A are dense. */
function dotRows(
  room: Room,
  m: number,
  k: number,
  out: Floats,
  o: number,
  step: number,
  A: Matrix,
  x: Matrix,
): void {
  const { kernels, space, a, y } = room;
  const dot = room.single ? kernels.dotRows32 : kernels.dotRows64;
  const size = space.BYTES_PER_ELEMENT;
  for (let p = 0; p < k; p += longestRow) {
    const columns = Math.min(longestRow, k - p);
    const block = Math.floor(most / columns);
    takeIn(room, room.x, columns, x, p);
    for (let i = 0; i < m; i += block) {
      const rows = Math.min(block, m - i);
      takeBlock(room, rows, columns, A, i, p);
      if (p > 0) for (let r = 0; r < rows; r++) space[y + r] = out[o + (i + r) * step];
      dot(rows, columns, a * size, room.x * size, y * size, p > 0);
      takeOut(room, rows, out, o + i * step, step);
    }
  }
}

/** out[p] = sum of x[i] A[i, p] over i < m, for p < n; the rows of A are dense. */
function addRows(
  room: Room,
  m: number,
  n: number,
  out: Floats,
  o: number,
  step: number,
  A: Matrix,
  x: Matrix,
): void {
  const { kernels, space, a, y } = room;
  const add = room.single ? kernels.addRows32 : kernels.addRows64;
  const size = space.BYTES_PER_ELEMENT;
  for (let p = 0; p < n; p += longestRow) {
    const columns = Math.min(longestRow, n - p);
    const block = Math.floor(most / columns);
    space.fill(0, y, y + columns);
    for (let i = 0; i < m; i += block) {
      const rows = Math.min(block, m - i);
      takeBlock(room, rows, columns, A, i, p);
      takeIn(room, room.x, rows, x, i);
      add(rows, columns, a * size, room.x * size, y * size);
    }
    takeOut(room, columns, out, o + p * step, step);
  }
}

/** Copies a block of A from row i and column p on: at once when its rows follow each other without gaps. */
function takeBlock({ space, a }: Room, rows: number, columns: number, A: Matrix, i: number, p: number): void {
  const data = A.data as Floats;
  const start = A.offset + i * A.rowStride + p;
  if (A.rowStride === columns) space.set(data.subarray(start, start + rows * columns), a);
  else
    for (let r = 0, from = start; r < rows; r++, from += A.rowStride)
      space.set(data.subarray(from, from + columns), a + r * columns);
}

/** Copies elements of a vector from place i on. */
function takeIn({ space }: Room, place: number, count: number, x: Matrix, i: number): void {
  const [data, start, step] = [x.data as Floats, x.offset + i * x.rowStride, x.rowStride];
  if (step === 1 && count > few) space.set(data.subarray(start, start + count), place);
  else for (let k = 0, from = start; k < count; k++, from += step) space[place + k] = data[from];
}

/** Copies a part of y to where it belongs. */
function takeOut({ space, y }: Room, count: number, out: Floats, o: number, step: number): void {
  if (step === 1 && count > few) out.set(space.subarray(y, y + count), o);
  else for (let k = 0; k < count; k++) out[o + k * step] = space[y + k];
}
