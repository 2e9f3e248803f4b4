/**
 * Packing: blocks of a matrix with any strides become dense panels, 4 rows wide, inner index slowest, so that a
 * kernel reads one stream. A missing row, up to a full tile, is filled with zeros.
 */

/** Where a block of a matrix lies: element (i, p) at `start + i * rowStride + p * step`. */
export interface Source {
  readonly data: Float64Array;
  readonly start: number;
  readonly rowStride: number;
  readonly step: number;
}

/** Writes `rows` x `depth` elements as panels of 4 rows to `into`, from place `o` on; float64. */
export function pack4(into: Float64Array, o: number, a: Source, rows: number, depth: number): void {
  const { data, rowStride, step } = a;
  let i = 0;
  for (; i + 4 <= rows; i += 4) {
    let p0 = a.start + i * rowStride;
    let p1 = p0 + rowStride;
    let p2 = p1 + rowStride;
    let p3 = p2 + rowStride;
    for (const end = o + 4 * depth; o < end; o += 4, p0 += step, p1 += step, p2 += step, p3 += step) {
      into[o] = data[p0];
      into[o + 1] = data[p1];
      into[o + 2] = data[p2];
      into[o + 3] = data[p3];
    }
  }
  if (i < rows) packRest(into, o, data, a.start + i * rowStride, rowStride, step, rows - i, depth);
}

function packRest(
  into: Float64Array,
  o: number,
  data: Float64Array,
  start: number,
  rowStride: number,
  step: number,
  rows: number,
  depth: number,
): void {
  for (let r = 0; r < 4; r++) {
    let source = start + r * rowStride;
    const end = o + 4 * depth;
    if (r >= rows) for (let q = o + r; q < end; q += 4) into[q] = 0;
    else for (let q = o + r; q < end; q += 4, source += step) into[q] = data[source];
  }
}
