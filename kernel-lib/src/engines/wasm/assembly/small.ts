/**
 * Products of small matrices as they lie, without packing: everything is in the nearest cache anyway. Rows are taken
 * two at a time; the last two overlap those before when their number is odd. A single row has tiles of its own, in
 * which `single`, known when this is compiled, leaves the second row out.
 */
import { fma64 } from "./fma";
import { both } from "./sum";

/** C (m, n) = A B, where B and C lie row by row; n is at least 8, and A has any steps (in bytes). */
export function smallByRows(m: i32, k: i32, n: i32, a: usize, aRow: usize, aStep: usize, b: usize, c: usize): void {
  const row = (n as usize) << 3;
  for (let j = 0; m === 1 && j < n; j += 8) {
    const column = (min(j, n - 8) as usize) << 3;
    tileByRows(true, k, a, a, aStep, b + column, row, c + column, 0);
  }
  for (let i = 0; m > 1 && i < m; i += 2) {
    const first = min(i, m - 2) as usize;
    const second = first + 1;
    for (let j = 0; j < n; j += 8) {
      const column = (min(j, n - 8) as usize) << 3;
      const right = b + column;
      tileByRows(false, k, a + first * aRow, a + second * aRow, aStep, right, row, c + first * row + column, c + second * row + column);
    }
  }
}

// @ts-ignore: decorator
@inline
function tileByRows(single: bool, k: i32, x: usize, y: usize, step: usize, b: usize, row: usize, top: usize, bottom: usize): void {
  let x0 = f64x2.splat(0);
  let x1 = x0;
  let x2 = x0;
  let x3 = x0;
  let y0 = x0;
  let y1 = x0;
  let y2 = x0;
  let y3 = x0;
  for (let p = 0; p < k; p++, x += step, y += step, b += row) {
    const u = v128.load64_splat(x);
    const v = v128.load64_splat(y);
    let w = v128.load(b);
    x0 = fma64(u, w, x0);
    if (!single) y0 = fma64(v, w, y0);
    w = v128.load(b, 16);
    x1 = fma64(u, w, x1);
    if (!single) y1 = fma64(v, w, y1);
    w = v128.load(b, 32);
    x2 = fma64(u, w, x2);
    if (!single) y2 = fma64(v, w, y2);
    w = v128.load(b, 48);
    x3 = fma64(u, w, x3);
    if (!single) y3 = fma64(v, w, y3);
  }
  storeFour(top, x0, x1, x2, x3);
  if (!single) storeFour(bottom, y0, y1, y2, y3);
}

// @ts-ignore: decorator
@inline
function storeFour(at: usize, v0: v128, v1: v128, v2: v128, v3: v128): void {
  v128.store(at, v0);
  v128.store(at, v1, 16);
  v128.store(at, v2, 32);
  v128.store(at, v3, 48);
}

/** C (m, n) = A B, where the rows of A and the columns of B lie dense, k elements each. */
export function smallByColumns(m: i32, k: i32, n: i32, a: usize, b: usize, c: usize): void {
  const run = (k as usize) << 3;
  for (let j = 0; m === 1 && j < n; j += 2) {
    const left = max(min(j, n - 2), 0) as usize;
    const right = min(left + 1, (n as usize) - 1);
    tileByColumns(true, k, a, a, b + left * run, b + right * run, c, c, left << 3, right << 3);
  }
  for (let i = 0; m > 1 && i < m; i += 2) {
    const first = min(i, m - 2) as usize;
    const second = first + 1;
    for (let j = 0; j < n; j += 2) {
      const left = max(min(j, n - 2), 0) as usize;
      const right = min(left + 1, (n as usize) - 1);
      const top = c + ((first * (n as usize)) << 3);
      const bottom = c + ((second * (n as usize)) << 3);
      tileByColumns(false, k, a + first * run, a + second * run, b + left * run, b + right * run, top, bottom, left << 3, right << 3);
    }
  }
}

// @ts-ignore: decorator
@inline
function tileByColumns(single: bool, k: i32, x: usize, y: usize, u: usize, v: usize, top: usize, bottom: usize, left: usize, right: usize): void {
  let xu = f64x2.splat(0);
  let xv = xu;
  let yu = xu;
  let yv = xu;
  let xu2 = xu;
  let xv2 = xu;
  let yu2 = xu;
  let yv2 = xu;
  let p = 4;
  for (; p <= k; p += 4, x += 32, y += 32, u += 32, v += 32) {
    let x0 = v128.load(x);
    let y0 = v128.load(y);
    let u0 = v128.load(u);
    let v0 = v128.load(v);
    xu = fma64(x0, u0, xu);
    xv = fma64(x0, v0, xv);
    if (!single) yu = fma64(y0, u0, yu);
    if (!single) yv = fma64(y0, v0, yv);
    x0 = v128.load(x, 16);
    y0 = v128.load(y, 16);
    u0 = v128.load(u, 16);
    v0 = v128.load(v, 16);
    xu2 = fma64(x0, u0, xu2);
    xv2 = fma64(x0, v0, xv2);
    if (!single) yu2 = fma64(y0, u0, yu2);
    if (!single) yv2 = fma64(y0, v0, yv2);
  }
  const rest = k & 3;
  store<f64>(top + left, both(f64x2.add(xu, xu2)) + tail(rest, x, u));
  store<f64>(top + right, both(f64x2.add(xv, xv2)) + tail(rest, x, v));
  if (!single) store<f64>(bottom + left, both(f64x2.add(yu, yu2)) + tail(rest, y, u));
  if (!single) store<f64>(bottom + right, both(f64x2.add(yv, yv2)) + tail(rest, y, v));
}

function tail(count: i32, a: usize, b: usize): f64 {
  let sum: f64 = 0;
  for (let p = 0; p < count; p++) sum += load<f64>(a + ((p as usize) << 3)) * load<f64>(b + ((p as usize) << 3));
  return sum;
}
