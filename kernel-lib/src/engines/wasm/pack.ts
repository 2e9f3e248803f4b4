/**
 * Packing: blocks of a matrix with any strides become dense panels, `tile` rows wide, inner index slowest, so that a
 * kernel reads one stream. A missing row, up to a full tile, is filled with zeros.
 */

/** Where a block of a matrix lies: element (i, p) at `start + i * rowStride + p * step`. */
export interface Source<Floats> {
  readonly data: Floats;
  readonly start: number;
  readonly rowStride: number;
  readonly step: number;
}

/** Writes `rows` x `depth` elements as panels of 4 rows to `into`, from place `o` on; float64. */
export function pack4(
  into: Float64Array,
  o: number,
  a: Source<Float64Array>,
  rows: number,
  depth: number,
): void {
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
  if (i < rows) packRest(into, o, data, a.start + i * rowStride, rowStride, step, rows - i, depth, 4);
}

/** The same for float32 and any tile. */
export function packTiles(
  into: Float32Array,
  o: number,
  a: Source<Float32Array>,
  rows: number,
  depth: number,
  tile: number,
): void {
  for (let i = 0; i < rows; i += tile, o += tile * depth) {
    const start = a.start + i * a.rowStride;
    packRest(into, o, a.data, start, a.rowStride, a.step, Math.min(tile, rows - i), depth, tile);
  }
}

function packRest<Floats extends Float64Array | Float32Array>(
  into: Floats,
  o: number,
  data: Floats,
  start: number,
  rowStride: number,
  step: number,
  rows: number,
  depth: number,
  tile: number,
): void {
  for (let r = 0; r < tile; r++) {
    let source = start + r * rowStride;
    const end = o + tile * depth;
    if (r >= rows) for (let q = o + r; q < end; q += tile) into[q] = 0;
    else for (let q = o + r; q < end; q += tile, source += step) into[q] = data[source];
  }
}
