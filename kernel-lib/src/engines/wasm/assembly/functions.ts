/**
 * exp, log and tanh, two float64 at a time, within 2 ulp. Polynomials: Taylor's (exp), fdlibm's (log) and Cephes' (tanh
 * near 0).
 */
import { bits, EDGE, EXP, LIMIT, LN2, LOG, linear, number, TANH } from "./constants";
import { powerBits } from "./powers";

// @ts-ignore: decorator
@inline
export function expPair(x: v128): v128 {
  const usual = f64x2.lt(f64x2.abs(x), number(LIMIT));
  return i64x2.all_true(usual) ? expUsual(x) : expUnusual(x);
}

/** exp(x) = 2^(n/64) exp(r), |r| <= ln 2 / 128. */
// @ts-ignore: decorator
@inline
function expUsual(x: v128): v128 {
  const t = f64x2.add(f64x2.mul(x, number(EXP)), number(EXP + 3));
  return scaled(i64x2.add(powerBits(t), i64x2.shl(t, 46)), expRest(x, t));
}

/** NaN, and results near or beyond the ends of the range: 2^k, where n = 64 k + i, is applied in two halves. */
function expUnusual(x: v128): v128 {
  const clamped = f64x2.max(f64x2.min(x, f64x2.splat(710)), f64x2.splat(-746)); // NaN stays NaN
  const t = f64x2.add(f64x2.mul(clamped, number(EXP)), number(EXP + 3));
  const fraction = i64x2.shl(v128.and(t, i64x2.splat(63)), 46);
  const y = scaled(i64x2.add(powerBits(t), fraction), expRest(clamped, t));
  const k = i32x4.shr_s(t, 6); // of the low words, which hold n
  const half = i32x4.shr_s(k, 1);
  return f64x2.mul(f64x2.mul(y, powerOfTwo(half)), powerOfTwo(i64x2.sub(k, half)));
}

/** 2^n for the n in the low bits of each lane. */
// @ts-ignore: decorator
@inline
function powerOfTwo(n: v128): v128 {
  return i64x2.shl(i64x2.add(n, i64x2.splat(1023)), 52);
}

/** s (1 + p) */
// @ts-ignore: decorator
@inline
function scaled(s: v128, p: v128): v128 {
  return f64x2.add(s, f64x2.mul(s, p));
}

/** exp(r) - 1 for r = x - n ln 2 / 64, where t = n + 1.5 * 2^52: n stands in the low bits of t. */
// @ts-ignore: decorator
@inline
function expRest(x: v128, t: v128): v128 {
  const n = f64x2.sub(t, number(EXP + 3));
  const r = f64x2.sub(f64x2.sub(x, f64x2.mul(n, number(EXP + 1))), f64x2.mul(n, number(EXP + 2)));
  const r2 = f64x2.mul(r, r);
  const p = f64x2.add(linear(r, EXP + 4), f64x2.mul(r2, linear(r, EXP + 6)));
  return f64x2.add(r, f64x2.mul(r2, p));
}

/**
 * Near 0 a rational function, farther out 1 - 2 / (exp(2 |x|) + 1), which is 1 from 19.1 on. Both are a sum with one
 * quotient, so one division serves lanes of either kind, without a branch.
 */
// @ts-ignore: decorator
@inline
export function tanhPair(x: v128): v128 {
  const size = f64x2.abs(x);
  const z = f64x2.mul(x, x);
  const near = f64x2.lt(size, number(LIMIT + 1));
  const p = f64x2.add(f64x2.mul(linear(z, TANH + 1, -1), z), number(TANH + 2));
  const q = f64x2.add(f64x2.mul(f64x2.add(z, number(TANH + 3)), z), number(TANH + 4));
  const e = expUsual(f64x2.min(f64x2.add(size, size), number(LIMIT + 2)));
  const above = v128.bitselect(f64x2.mul(f64x2.mul(size, z), p), number(LIMIT + 6), near);
  const below = v128.bitselect(f64x2.add(f64x2.mul(q, z), number(TANH + 5)), f64x2.add(e, number(LIMIT + 3)), near);
  const y = f64x2.add(v128.bitselect(size, number(LIMIT + 3), near), f64x2.div(above, below));
  return v128.bitselect(x, y, bits(3)); // the sign of x, so that -0 stays -0
}

// @ts-ignore: decorator
@inline
export function logPair(x: v128): v128 {
  const usual = v128.and(f64x2.ge(x, number(EDGE)), f64x2.le(x, number(EDGE + 1)));
  return i64x2.all_true(usual) ? logUsual(x, f64x2.splat(0)) : logUnusual(x);
}

/** Subnormal numbers are scaled by 2^54 first; 0, Infinity, negative numbers and NaN have answers of their own. */
function logUnusual(x: v128): v128 {
  const subnormal = f64x2.lt(x, number(EDGE));
  const scaled = v128.bitselect(f64x2.mul(x, f64x2.splat(18014398509481984)), x, subnormal);
  let y = logUsual(scaled, v128.and(subnormal, f64x2.splat(-54)));
  y = v128.bitselect(x, y, f64x2.eq(x, f64x2.splat(Infinity)));
  y = v128.bitselect(f64x2.splat(-Infinity), y, f64x2.eq(x, f64x2.splat(0)));
  return v128.bitselect(y, f64x2.splat(NaN), f64x2.ge(x, f64x2.splat(0)));
}

/** log(x) = k ln 2 + log(m), m in [sqrt(1/2), sqrt 2), as fdlibm's __ieee754_log; `shift` is added to k. */
// @ts-ignore: decorator
@inline
function logUsual(x: v128, shift: v128): v128 {
  // adding the distance of sqrt(1/2) from 1 to the bits moves the border between exponents to sqrt(1/2)
  const moved = i64x2.add(x, bits(0));
  const biased = v128.or(i64x2.shr_u(moved, 52), number(EDGE + 3)); // 2^52 + exponent, as a float
  const k = f64x2.add(f64x2.add(biased, number(EDGE + 2)), shift);
  const kept = v128.and(moved, bits(1));
  const m = i64x2.add(kept, bits(2)); // back, with exponent -1 or 0
  const f = f64x2.sub(m, number(LIMIT + 3));
  const s = f64x2.div(f, f64x2.add(number(LIMIT + 4), f));
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  const even = f64x2.mul(w, f64x2.add(number(LOG + 1), f64x2.mul(w, linear(w, LOG + 3, 2))));
  const odd = f64x2.add(linear(w, LOG, 2), f64x2.mul(f64x2.mul(w, w), linear(w, LOG + 4, 2)));
  const R = f64x2.add(even, f64x2.mul(z, odd));
  const halfSquare = f64x2.mul(number(LIMIT + 5), f64x2.mul(f, f));
  const low = f64x2.add(f64x2.mul(s, f64x2.add(halfSquare, R)), f64x2.mul(k, number(LN2 + 1)));
  const rest = f64x2.sub(f64x2.sub(halfSquare, low), f);
  return f64x2.sub(f64x2.mul(k, number(LN2)), rest);
}
