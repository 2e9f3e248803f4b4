/**
 * Packing: blocks of a matrix with any strides become dense panels, 4 rows wide, inner index slowest, so that a kernel
 * reads one stream. Dense rows or columns are copied whole and reordered by a kernel, twice as fast as a loop here;
 * other strides, and the rows that do not fill a panel, go through the loop. Missing rows are filled with zeros.
 */
import type { Kernels } from "./memory.js";

/** Where a block of a matrix lies: element (i, p) at `start + i * rowStride + p * step`. */
export interface Source {
  readonly data: Float64Array;
  readonly start: number;
  readonly rowStride: number;
  readonly step: number;
}

/** Shorter runs are not worth a copy of their own. */
const shortestRun = 24;

/** The distance between staged columns is no power of two, which would put them all in one corner of the cache. */
const gap = 4;

/** A distance that is a multiple of this is too much of a power of two. */
const crowded = 32;

/** Writes `rows` x `depth` elements as panels to `space`, from place `o` on; `staging` is a place for raw copies. */
export function pack(
  kernels: Kernels,
  space: Float64Array,
  staging: number,
  o: number,
  a: Source,
  rows: number,
  depth: number,
): void {
  const whole = rows & ~3;
  if (a.step === 1 && depth >= shortestRun) {
    stage(space, staging, depth, a, a.rowStride, whole, depth);
    kernels.packRows(whole, depth, staging * 8, o * 8);
  } else if (a.rowStride === 1 && rows >= shortestRun) {
    const asItLies = a.step >= whole && a.step <= whole + gap && a.step % crowded !== 0;
    const step = asItLies ? a.step : whole + gap;
    stage(space, staging, step, a, a.step, depth, whole);
    kernels.packColumns(whole, depth, step, staging * 8, o * 8);
  } else {
    for (let i = 0; i < whole; i += 4) packPanel(space, o + i * depth, a, i, 4, depth);
  }
  if (whole < rows) packPanel(space, o + whole * depth, a, whole, rows - whole, depth);
}

/**
 * Copies `count` runs of `length` elements, `stride` apart in the matrix, `step` apart in the staging: at once where that
 * is the same, since each run costs a view of its own.
 */
function stage(
  space: Float64Array,
  staging: number,
  step: number,
  a: Source,
  stride: number,
  count: number,
  length: number,
): void {
  if (stride === step && count > 0) {
    space.set(a.data.subarray(a.start, a.start + (count - 1) * step + length), staging);
    return;
  }
  for (let i = 0; i < count; i++) {
    const run = a.start + i * stride;
    space.set(a.data.subarray(run, run + length), staging + i * step);
  }
}

/** One panel from row i on, of which `rows` are there. */
function packPanel(into: Float64Array, o: number, a: Source, i: number, rows: number, depth: number): void {
  const { data, step } = a;
  const end = o + 4 * depth;
  for (let r = 0; r < 4; r++) {
    let source = a.start + (i + r) * a.rowStride;
    if (r >= rows) for (let q = o + r; q < end; q += 4) into[q] = 0;
    else for (let q = o + r; q < end; q += 4, source += step) into[q] = data[source];
  }
}
