/**
 * Products of packed panels (Goto and van de Geijn, 2008). A comes as panels of 4 rows, B as panels of 4 columns (8 in
 * float32), both zero-padded, so one tile of C lives in eight SIMD registers while k runs.
 */

/** C (rows, columns) = A B, or C + A B with `adds`; rows is a multiple of 4, columns of 4; one row of C is `columns` long. */
export function gemm64(rows: i32, columns: i32, depth: i32, a: usize, b: usize, c: usize, adds: i32): void {
  const panel = (depth as usize) << 5; // bytes of 4 x depth float64
  for (let j = 0; j < columns; j += 4) {
    const bPanel = b + (j as usize >> 2) * panel;
    for (let i = 0; i < rows; i += 4) {
      tile64(depth, a + (i as usize >> 2) * panel, bPanel, c + ((i * columns + j) << 3), columns << 3, adds);
    }
  }
}

// @ts-ignore: decorator
@inline
function tile64(depth: i32, a: usize, b: usize, c: usize, row: usize, adds: i32): void {
  let c00 = f64x2.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  if (adds) {
    c00 = v128.load(c);
    c01 = v128.load(c, 16);
    c10 = v128.load(c + row);
    c11 = v128.load(c + row, 16);
    c20 = v128.load(c + 2 * row);
    c21 = v128.load(c + 2 * row, 16);
    c30 = v128.load(c + 3 * row);
    c31 = v128.load(c + 3 * row, 16);
  }
  for (const end = a + ((depth as usize) << 5); a < end; a += 32, b += 32) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load64_splat(a);
    c00 = f64x2.add(c00, f64x2.mul(x, b0));
    c01 = f64x2.add(c01, f64x2.mul(x, b1));
    x = v128.load64_splat(a, 8);
    c10 = f64x2.add(c10, f64x2.mul(x, b0));
    c11 = f64x2.add(c11, f64x2.mul(x, b1));
    x = v128.load64_splat(a, 16);
    c20 = f64x2.add(c20, f64x2.mul(x, b0));
    c21 = f64x2.add(c21, f64x2.mul(x, b1));
    x = v128.load64_splat(a, 24);
    c30 = f64x2.add(c30, f64x2.mul(x, b0));
    c31 = f64x2.add(c31, f64x2.mul(x, b1));
  }
  storePair(c, c00, c01);
  storePair((c += row), c10, c11);
  storePair((c += row), c20, c21);
  storePair((c += row), c30, c31);
}

// @ts-ignore: decorator
@inline
function storePair(at: usize, left: v128, right: v128): void {
  v128.store(at, left);
  v128.store(at, right, 16);
}

/** The same in float32: panels of 4 rows of A, of 8 columns of B; columns is a multiple of 8. */
export function gemm32(rows: i32, columns: i32, depth: i32, a: usize, b: usize, c: usize, adds: i32): void {
  for (let j = 0; j < columns; j += 8) {
    const bPanel = b + (((j as usize) * (depth as usize)) << 2);
    for (let i = 0; i < rows; i += 4) {
      const aPanel = a + (((i as usize) * (depth as usize)) << 2);
      tile32(depth, aPanel, bPanel, c + ((i * columns + j) << 2), columns << 2, adds);
    }
  }
}

// @ts-ignore: decorator
@inline
function tile32(depth: i32, a: usize, b: usize, c: usize, row: usize, adds: i32): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  if (adds) {
    c00 = v128.load(c);
    c01 = v128.load(c, 16);
    c10 = v128.load(c + row);
    c11 = v128.load(c + row, 16);
    c20 = v128.load(c + 2 * row);
    c21 = v128.load(c + 2 * row, 16);
    c30 = v128.load(c + 3 * row);
    c31 = v128.load(c + 3 * row, 16);
  }
  for (const end = a + ((depth as usize) << 4); a < end; a += 16, b += 32) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    c00 = f32x4.add(c00, f32x4.mul(x, b0));
    c01 = f32x4.add(c01, f32x4.mul(x, b1));
    x = v128.load32_splat(a, 4);
    c10 = f32x4.add(c10, f32x4.mul(x, b0));
    c11 = f32x4.add(c11, f32x4.mul(x, b1));
    x = v128.load32_splat(a, 8);
    c20 = f32x4.add(c20, f32x4.mul(x, b0));
    c21 = f32x4.add(c21, f32x4.mul(x, b1));
    x = v128.load32_splat(a, 12);
    c30 = f32x4.add(c30, f32x4.mul(x, b0));
    c31 = f32x4.add(c31, f32x4.mul(x, b1));
  }
  storePair(c, c00, c01);
  storePair((c += row), c10, c11);
  storePair((c += row), c20, c21);
  storePair((c += row), c30, c31);
}
