/**
 * Matrix times vector. Memory is the limit, so the matrix is read once, in the order it lies, and never copied.
 */
import type { Matrix } from "../engine.js";

/** out[i] = sum over p of A[i, p] x[p], for i < m and p < k; x is dense. */
export function matvec(m: number, k: number, out: Float64Array, o: number, A: Matrix, x: Float64Array): void {
  if (!(A.data instanceof Float64Array)) throw new Error("internal: matvec takes float64");
  const byRows = Math.abs(A.columnStride) <= Math.abs(A.rowStride);
  if (byRows) dotRows(m, k, out, o, A.data, A.offset, A.rowStride, A.columnStride, x);
  else addColumns(m, k, out, o, A.data, A.offset, A.rowStride, A.columnStride, x);
}

/** Rows lie dense: four inner products at a time, four independent sums keep the adder busy. */
function dotRows(
  m: number,
  k: number,
  out: Float64Array,
  o: number,
  a: Float64Array,
  start: number,
  rowStride: number,
  step: number,
  x: Float64Array,
): void {
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    let p0 = start + i * rowStride;
    let p1 = p0 + rowStride;
    let p2 = p1 + rowStride;
    let p3 = p2 + rowStride;
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    for (let p = 0; p < k; p++, p0 += step, p1 += step, p2 += step, p3 += step) {
      const v = x[p];
      s0 += a[p0] * v;
      s1 += a[p1] * v;
      s2 += a[p2] * v;
      s3 += a[p3] * v;
    }
    out[o + i] = s0;
    out[o + i + 1] = s1;
    out[o + i + 2] = s2;
    out[o + i + 3] = s3;
  }
  for (; i < m; i++) out[o + i] = dotRow(k, a, start + i * rowStride, step, x);
}

/** One long inner product in four sums. */
function dotRow(k: number, a: Float64Array, start: number, step: number, x: Float64Array): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let p = 0;
  for (; p + 4 <= k; p += 4) {
    const q = start + p * step;
    s0 += a[q] * x[p];
    s1 += a[q + step] * x[p + 1];
    s2 += a[q + 2 * step] * x[p + 2];
    s3 += a[q + 3 * step] * x[p + 3];
  }
  for (; p < k; p++) s0 += a[start + p * step] * x[p];
  return s0 + s1 + (s2 + s3);
}

/** Columns lie dense: four multiples of columns are added to `out` in one pass. */
function addColumns(
  m: number,
  k: number,
  out: Float64Array,
  o: number,
  a: Float64Array,
  start: number,
  step: number,
  columnStride: number,
  x: Float64Array,
): void {
  out.fill(0, o, o + m);
  let p = 0;
  for (; p + 4 <= k; p += 4) {
    let p0 = start + p * columnStride;
    let p1 = p0 + columnStride;
    let p2 = p1 + columnStride;
    let p3 = p2 + columnStride;
    const [x0, x1, x2, x3] = [x[p], x[p + 1], x[p + 2], x[p + 3]];
    for (let i = o; i < o + m; i++, p0 += step, p1 += step, p2 += step, p3 += step) {
      out[i] += x0 * a[p0] + x1 * a[p1] + (x2 * a[p2] + x3 * a[p3]);
    }
  }
  for (; p < k; p++) {
    let q = start + p * columnStride;
    for (let i = o; i < o + m; i++, q += step) out[i] += x[p] * a[q];
  }
}
