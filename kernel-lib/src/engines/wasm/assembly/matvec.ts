/**
 * Matrix times vector in float64 and float32. The rows of A lie one after the other without gaps, n elements each.
 */
import { fma } from "./fma";

/** y[i] = sum of A[i, p] x[p] over p, or y[i] + the sum with `adds`. */
export function dotRows64(rows: i32, n: i32, a: usize, x: usize, y: usize, adds: i32): void {
  dotRows<f64>(rows, n, a, x, y, adds);
}

export function dotRows32(rows: i32, n: i32, a: usize, x: usize, y: usize, adds: i32): void {
  dotRows<f32>(rows, n, a, x, y, adds);
}

// @ts-ignore: decorator
@inline
function dotRows<T>(rows: i32, n: i32, a: usize, x: usize, y: usize, adds: i32): void {
  const row = (n as usize) * sizeof<T>();
  let i = 0;
  for (; i + 4 <= rows; i += 4, a += 4 * row, y += 4 * sizeof<T>()) dotFour<T>(n, a, row, x, y, adds);
  for (; i < rows; i++, a += row, y += sizeof<T>()) {
    const sum = dotRest<T>(n, a, x);
    store<T>(y, adds ? load<T>(y) + sum : sum);
  }
}

/** Four rows share what is read of x; two running sums each keep the adders busy. */
// @ts-ignore: decorator
@inline
function dotFour<T>(n: i32, a: usize, row: usize, x: usize, y: usize, adds: i32): void {
  let r0 = v128.splat<T>(0 as T);
  let r1 = r0;
  let r2 = r0;
  let r3 = r0;
  let s0 = r0;
  let s1 = r0;
  let s2 = r0;
  let s3 = r0;
  const step = (32 / sizeof<T>()) as i32;
  for (; n >= step; n -= step, a += 32, x += 32) {
    const u = v128.load(x);
    r0 = fma<T>(v128.load(a), u, r0);
    r1 = fma<T>(v128.load(a + row), u, r1);
    r2 = fma<T>(v128.load(a + 2 * row), u, r2);
    r3 = fma<T>(v128.load(a + 3 * row), u, r3);
    const v = v128.load(x, 16);
    s0 = fma<T>(v128.load(a, 16), v, s0);
    s1 = fma<T>(v128.load(a + row, 16), v, s1);
    s2 = fma<T>(v128.load(a + 2 * row, 16), v, s2);
    s3 = fma<T>(v128.load(a + 3 * row, 16), v, s3);
  }
  finish<T>(y, v128.add<T>(r0, s0), dotRest<T>(n, a, x), adds);
  finish<T>(y + sizeof<T>(), v128.add<T>(r1, s1), dotRest<T>(n, a + row, x), adds);
  finish<T>(y + 2 * sizeof<T>(), v128.add<T>(r2, s2), dotRest<T>(n, a + 2 * row, x), adds);
  finish<T>(y + 3 * sizeof<T>(), v128.add<T>(r3, s3), dotRest<T>(n, a + 3 * row, x), adds);
}

/** Stores the sum of all lanes and of the rest. */
// @ts-ignore: decorator
@inline
function finish<T>(y: usize, sums: v128, rest: T, adds: i32): void {
  let sum = rest + v128.extract_lane<T>(sums, 0) + v128.extract_lane<T>(sums, 1);
  if (sizeof<T>() === 4) sum += v128.extract_lane<T>(sums, 2) + v128.extract_lane<T>(sums, 3);
  store<T>(y, adds ? load<T>(y) + sum : sum);
}

/** One by one. */
// @ts-ignore: decorator
@inline
function dotRest<T>(n: i32, a: usize, x: usize): T {
  let sum = 0 as T;
  for (; n > 0; n--, a += sizeof<T>(), x += sizeof<T>()) sum += load<T>(a) * load<T>(x);
  return sum;
}

/** y[p] += the sum of x[i] A[i, p] over i. */
export function addRows64(rows: i32, n: i32, a: usize, x: usize, y: usize): void {
  addRows<f64>(rows, n, a, x, y);
}

export function addRows32(rows: i32, n: i32, a: usize, x: usize, y: usize): void {
  addRows<f32>(rows, n, a, x, y);
}

// @ts-ignore: decorator
@inline
function addRows<T>(rows: i32, n: i32, a: usize, x: usize, y: usize): void {
  const row = (n as usize) * sizeof<T>();
  let i = 0;
  for (; i + 4 <= rows; i += 4, a += 4 * row, x += 4 * sizeof<T>()) addFour<T>(n, a, row, x, y);
  for (; i < rows; i++, a += row, x += sizeof<T>()) {
    const factor = load<T>(x);
    for (let p: usize = 0; p < row; p += sizeof<T>()) store<T>(y + p, load<T>(y + p) + factor * load<T>(a + p));
  }
}

/** Four rows in one pass over y. */
// @ts-ignore: decorator
@inline
function addFour<T>(n: i32, a: usize, row: usize, x: usize, y: usize): void {
  const x0 = v128.load_splat<T>(x);
  const x1 = v128.load_splat<T>(x, sizeof<T>());
  const x2 = v128.load_splat<T>(x, 2 * sizeof<T>());
  const x3 = v128.load_splat<T>(x, 3 * sizeof<T>());
  const step = (16 / sizeof<T>()) as i32;
  for (; n >= step; n -= step, a += 16, y += 16) {
    const left = fma<T>(x1, v128.load(a + row), v128.mul<T>(x0, v128.load(a)));
    const right = fma<T>(x3, v128.load(a + 3 * row), v128.mul<T>(x2, v128.load(a + 2 * row)));
    v128.store(y, v128.add<T>(v128.load(y), v128.add<T>(left, right)));
  }
  for (; n > 0; n--, a += sizeof<T>(), y += sizeof<T>()) {
    const left = load<T>(x) * load<T>(a) + load<T>(x, sizeof<T>()) * load<T>(a + row);
    const right = load<T>(x, 2 * sizeof<T>()) * load<T>(a + 2 * row) + load<T>(x, 3 * sizeof<T>()) * load<T>(a + 3 * row);
    store<T>(y, load<T>(y) + (left + right));
  }
}
