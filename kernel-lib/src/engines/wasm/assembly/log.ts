/**
 * log, two float64 at a time, within 2 ulp. `Usual` serves normal positive numbers, the other one all, with the same bits
 * where both do.
 */
import { bits, BORDER, EDGE, LIMIT, linear, LN2, LOG, LOG1P, number, TABLE_BORDER } from "./constants";
import { fma64, FUSED } from "./fma";
import { logEntry } from "./logs";

/** Ones in lanes that `logUsual` serves. */
// @ts-ignore: decorator
@inline
export function isUsualLog(x: v128): v128 {
  return v128.and(f64x2.ge(x, number(EDGE)), f64x2.le(x, number(EDGE + 1)));
}

// @ts-ignore: decorator
@inline
export function logUsual(x: v128): v128 {
  return logShifted(x, number(EDGE + 2));
}

/** Subnormal numbers are scaled by 2^54 first; 0, Infinity, negative numbers and NaN have answers of their own. */
export function log(x: v128): v128 {
  const subnormal = f64x2.lt(x, number(EDGE));
  const normal = v128.bitselect(f64x2.mul(x, f64x2.splat(18014398509481984)), x, subnormal);
  const shift = v128.and(subnormal, f64x2.splat(-54));
  let y = logShifted(normal, f64x2.add(number(EDGE + 2), shift));
  y = v128.bitselect(x, y, f64x2.eq(x, f64x2.splat(Infinity)));
  y = v128.bitselect(f64x2.splat(-Infinity), y, f64x2.eq(x, f64x2.splat(0)));
  return v128.bitselect(y, f64x2.splat(NaN), f64x2.ge(x, f64x2.splat(0)));
}

/** log(x) = k ln 2 + log(m), where k is the biased exponent and 2^52 plus `bias`, which is -(2^52 + 1023) or less. */
// @ts-ignore: decorator
@inline
function logShifted(x: v128, bias: v128): v128 {
  const border = FUSED ? TABLE_BORDER : BORDER;
  const moved = i64x2.add(x, bits(border)); // moves the border between exponents from 1 to where m begins
  const k = f64x2.add(v128.or(i64x2.shr_u(moved, 52), number(EDGE + 3)), bias);
  const m = i64x2.add(v128.and(moved, bits(border + 1)), bits(border + 2)); // back, with exponent -1 or 0
  return FUSED ? fromTable(k, m, moved) : fromQuotient(k, m);
}

/** log(m) = log(c) + log(1 + r), r = m / c - 1, m in [0.708, 1.417). Without fused operations r would lose bits. */
// @ts-ignore: decorator
@inline
function fromTable(k: v128, m: v128, moved: v128): v128 {
  const places = v128.and(i64x2.shr_u(moved, 41), i64x2.splat(0x7f0));
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
