/**
 * log, two float64 at a time, within 2 ulp. `logUsual` serves normal positive numbers, `logCareful` all, with the same
 * bits where both do.
 */
import { bits, BORDER, EDGE, LIMIT, linear, LN2, LOG, LOG1P, number, PLACES, TABLE_BORDER } from "./constants";
import { fma64, FUSED } from "./fma";
import { logEntry } from "./logs";

/** How to take numbers apart: the first pattern of bits for that. */
const border = FUSED ? TABLE_BORDER : BORDER;

/** Logarithms, eight at a time. Numbers that the loop holds in locals need not be loaded for each pair. */
export function eachLog(end: usize, out: usize, a: usize, aStep: usize): void {
  const move = bits(border);
  const fraction = bits(border + 1);
  const base = bits(border + 2);
  const least = number(EDGE + 3);
  const bias = number(EDGE + 2);
  for (; out < end; out += 64, a += aStep) {
    if (areUsual(a)) {
      v128.store(out, logUsual(v128.load(a), move, fraction, base, least, bias));
      v128.store(out, logUsual(v128.load(a, 16), move, fraction, base, least, bias), 16);
      v128.store(out, logUsual(v128.load(a, 32), move, fraction, base, least, bias), 32);
      v128.store(out, logUsual(v128.load(a, 48), move, fraction, base, least, bias), 48);
    } else {
      v128.store(out, logCareful(v128.load(a)));
      v128.store(out, logCareful(v128.load(a, 16)), 16);
      v128.store(out, logCareful(v128.load(a, 32)), 32);
      v128.store(out, logCareful(v128.load(a, 48)), 48);
    }
  }
}

/** Whether `logUsual` serves the eight at `a`: the smallest and the largest of the high words decide. */
// @ts-ignore: decorator
@inline
function areUsual(a: usize): bool {
  const leftMin = i32x4.min_s(v128.load(a), v128.load(a, 16));
  const leftMax = i32x4.max_s(v128.load(a), v128.load(a, 16));
  const min = i32x4.min_s(leftMin, i32x4.min_s(v128.load(a, 32), v128.load(a, 48)));
  const max = i32x4.max_s(leftMax, i32x4.max_s(v128.load(a, 32), v128.load(a, 48)));
  return i64x2.all_true(v128.and(f64x2.ge(min, number(EDGE)), f64x2.lt(max, number(EDGE + 1))));
}

/** Subnormal numbers are scaled by 2^54 first; 0, Infinity, negative numbers and NaN have answers of their own. */
function logCareful(x: v128): v128 {
  const subnormal = f64x2.lt(x, number(EDGE));
  const normal = v128.bitselect(f64x2.mul(x, f64x2.splat(18014398509481984)), x, subnormal);
  const bias = f64x2.add(number(EDGE + 2), v128.and(subnormal, f64x2.splat(-54)));
  let y = logUsual(normal, bits(border), bits(border + 1), bits(border + 2), number(EDGE + 3), bias);
  y = v128.bitselect(x, y, f64x2.eq(x, f64x2.splat(Infinity)));
  y = v128.bitselect(f64x2.splat(-Infinity), y, f64x2.eq(x, f64x2.splat(0)));
  return v128.bitselect(y, f64x2.splat(NaN), f64x2.ge(x, f64x2.splat(0)));
}

/**
 * log(x) = k ln 2 + log(m), where the exponent of x gives k. `move` moves the border between exponents from 1 to where
 * m begins, `base` is the way back, to exponent -1 or 0; `least` is 2^52 and `bias` -(2^52 + 1023), or less.
 */
// @ts-ignore: decorator
@inline
function logUsual(x: v128, move: v128, fraction: v128, base: v128, least: v128, bias: v128): v128 {
  const moved = i64x2.add(x, move);
  const k = f64x2.add(v128.or(i64x2.shr_u(moved, 52), least), bias);
  const m = i64x2.add(v128.and(moved, fraction), base);
  return FUSED ? fromTable(k, m, moved) : fromQuotient(k, m);
}

/** log(m) = log(c) + log(1 + r), r = m / c - 1, m in [0.708, 1.417). Without fused operations r would lose bits. */
// @ts-ignore: decorator
@inline
function fromTable(k: v128, m: v128, moved: v128): v128 {
  const places = v128.and(i64x2.shr_u(moved, 41), bits(PLACES));
  const first = logEntry(i32x4.extract_lane(places, 0));
  const second = logEntry(i32x4.extract_lane(places, 2));
  const r = fma64(m, v128.shuffle<f64>(first, second, 0, 2), number(LIMIT + 4));
  const high = fma64(k, number(LN2 + 2), v128.shuffle<f64>(first, second, 1, 3));
  const r2 = f64x2.mul(r, r);
  const p = fma64(r2, fma64(r2, number(LOG1P + 4), linear(r, LOG1P + 2)), linear(r, LOG1P));
  return f64x2.add(high, fma64(r2, p, fma64(k, number(LN2 + 3), r)));
}

/** log(m) by s = f / (2 + f), f = m - 1, m in [sqrt(1/2), sqrt 2), as fdlibm's __ieee754_log. */
// @ts-ignore: decorator
@inline
function fromQuotient(k: v128, m: v128): v128 {
  const f = f64x2.sub(m, number(LIMIT + 3));
  const s = f64x2.div(f, f64x2.add(number(LIMIT + 5), f));
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  const even = f64x2.mul(w, fma64(w, linear(w, LOG + 3, 2), number(LOG + 1)));
  const odd = fma64(f64x2.mul(w, w), linear(w, LOG + 4, 2), linear(w, LOG, 2));
  const R = fma64(z, odd, even);
  const halfSquare = f64x2.mul(number(LIMIT + 6), f64x2.mul(f, f));
  const low = fma64(s, f64x2.add(halfSquare, R), f64x2.mul(k, number(LN2 + 1)));
  return f64x2.sub(f64x2.mul(k, number(LN2)), f64x2.sub(f64x2.sub(halfSquare, low), f));
}
