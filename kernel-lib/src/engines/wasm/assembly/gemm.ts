/**
 * Products of packed panels (Goto and van de Geijn, 2008). A comes as panels of 4 rows, B as panels of 32 bytes (4 columns
 * of float64, 8 of float32), both zero-padded, so one tile of C lives in eight SIMD registers while k runs.
 */

import { fma } from "./fma";

/** C (rows, columns) = A B, or C + A B with `adds`; rows is a multiple of 4, columns of 4; one row of C is `columns` long. */
export function gemm64(rows: i32, columns: i32, depth: i32, a: usize, b: usize, c: usize, adds: i32): void {
  gemm<f64>(rows, columns, depth, a, b, c, adds);
}

/** The same in float32; columns is a multiple of 8. */
export function gemm32(rows: i32, columns: i32, depth: i32, a: usize, b: usize, c: usize, adds: i32): void {
  gemm<f32>(rows, columns, depth, a, b, c, adds);
}

// @ts-ignore: decorator
@inline
function gemm<T>(rows: i32, columns: i32, depth: i32, a: usize, b: usize, c: usize, adds: i32): void {
  const width = (32 / sizeof<T>()) as i32;
  const row = (columns as usize) * sizeof<T>();
  for (let j = 0; j < columns; j += width) {
    const bPanel = b + (j as usize) * (depth as usize) * sizeof<T>();
    for (let i = 0; i < rows; i += 4) {
      const aPanel = a + (i as usize) * (depth as usize) * sizeof<T>();
      tile<T>(depth, aPanel, bPanel, c + ((i * columns + j) as usize) * sizeof<T>(), row, adds);
    }
  }
}

// @ts-ignore: decorator
@inline
function tile<T>(depth: i32, a: usize, b: usize, c: usize, row: usize, adds: i32): void {
  let c00 = v128.splat<T>(0 as T);
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
  for (const end = a + (depth as usize) * 4 * sizeof<T>(); a < end; a += 4 * sizeof<T>(), b += 32) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load_splat<T>(a);
    c00 = fma<T>(x, b0, c00);
    c01 = fma<T>(x, b1, c01);
    x = v128.load_splat<T>(a, sizeof<T>());
    c10 = fma<T>(x, b0, c10);
    c11 = fma<T>(x, b1, c11);
    x = v128.load_splat<T>(a, 2 * sizeof<T>());
    c20 = fma<T>(x, b0, c20);
    c21 = fma<T>(x, b1, c21);
    x = v128.load_splat<T>(a, 3 * sizeof<T>());
    c30 = fma<T>(x, b0, c30);
    c31 = fma<T>(x, b1, c31);
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
