/**
 * From blocks as they lie in a matrix to the panels that gemm64 reads: 4 rows wide, inner index slowest. `count` is a
 * multiple of 4.
 */

/** Rows lie dense, `depth` elements each. */
export function packRows(count: i32, depth: i32, from: usize, into: usize): void {
  const row = (depth as usize) << 3;
  for (let i = 0; i < count; i += 4, from += row << 2) {
    let at = from;
    const end = from + (((depth & ~1) as usize) << 3);
    for (; at < end; at += 16, into += 64) {
      const a = v128.load(at);
      const b = v128.load(at + row);
      const c = v128.load(at + (row << 1));
      const d = v128.load(at + (row << 1) + row);
      v128.store(into, v128.shuffle<f64>(a, b, 0, 2));
      v128.store(into, v128.shuffle<f64>(c, d, 0, 2), 16);
      v128.store(into, v128.shuffle<f64>(a, b, 1, 3), 32);
      v128.store(into, v128.shuffle<f64>(c, d, 1, 3), 48);
    }
    if (depth & 1) {
      for (let r = 0; r < 4; r++, at += row, into += 8) store<f64>(into, load<f64>(at));
    }
  }
}

/** For each inner index the elements of all rows lie dense, `step` elements from the last. */
export function packColumns(count: i32, depth: i32, step: i32, from: usize, into: usize): void {
  for (let i = 0; i < count; i += 4, from += 32) {
    let at = from;
    for (const end = into + ((depth as usize) << 5); into < end; into += 32, at += (step as usize) << 3) {
      v128.store(into, v128.load(at));
      v128.store(into, v128.load(at, 16), 16);
    }
  }
}
