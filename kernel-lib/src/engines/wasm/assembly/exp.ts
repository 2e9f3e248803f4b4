/**
 * exp, and what is made of it, two float64 at a time, within 2 ulp. `Usual` serves arguments below 708 in size, where
 * neither NaN nor the ends of the range need care; elsewhere the other one serves, with the same bits where both do.
 */
import { bits, EXP, LIMIT, linear, number, SIGN, TANH } from "./constants";
import { fma64 } from "./fma";
import { powerBits } from "./powers";

/** Ones in lanes that `Usual` functions serve. */
// @ts-ignore: decorator
@inline
export function isUsualExp(x: v128): v128 {
  return f64x2.lt(f64x2.abs(x), number(LIMIT));
}

/** exp(x) = 2^(n/256) exp(r), |r| <= ln 2 / 512. */
// @ts-ignore: decorator
@inline
export function expUsual(x: v128): v128 {
  const t = scaledByPowers(x);
  return scaled(i64x2.add(powerBits(t), i64x2.shl(t, 44)), expRest(x, t));
}

/** NaN, and results near or beyond the ends of the range: 2^k, where n = 256 k + i, is applied in two halves. */
export function exp(x: v128): v128 {
  const clamped = f64x2.max(f64x2.min(x, f64x2.splat(710)), f64x2.splat(-746)); // NaN stays NaN
  const t = scaledByPowers(clamped);
  const fraction = i64x2.shl(v128.and(t, i64x2.splat(255)), 44);
  const y = scaled(i64x2.add(powerBits(t), fraction), expRest(clamped, t));
  const k = i32x4.shr_s(t, 8); // of the low words, which hold n
  const half = i32x4.shr_s(k, 1);
  return f64x2.mul(f64x2.mul(y, powerOfTwo(half)), powerOfTwo(i64x2.sub(k, half)));
}

/** n + 1.5 * 2^52, where n is the whole number nearest to 256 x / ln 2: n stands in the low bits. */
// @ts-ignore: decorator
@inline
function scaledByPowers(x: v128): v128 {
  return fma64(x, number(EXP), number(EXP + 3));
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
  return fma64(s, p, s);
}

/** exp(r) - 1 for r = x - n ln 2 / 256, where t = n + 1.5 * 2^52. */
// @ts-ignore: decorator
@inline
function expRest(x: v128, t: v128): v128 {
  const n = f64x2.sub(t, number(EXP + 3));
  const r = fma64(n, number(EXP + 2), fma64(n, number(EXP + 1), x));
  return fma64(f64x2.mul(r, r), fma64(r, linear(r, EXP + 5), number(EXP + 4)), r);
}

/** 1 / (1 + exp(-x)), with the bits of the four operations one by one. */
// @ts-ignore: decorator
@inline
export function sigmoidUsual(x: v128): v128 {
  return f64x2.div(number(LIMIT + 3), f64x2.add(expUsual(f64x2.neg(x)), number(LIMIT + 3)));
}

export function sigmoid(x: v128): v128 {
  return f64x2.div(number(LIMIT + 3), f64x2.add(exp(f64x2.neg(x)), number(LIMIT + 3)));
}

/**
 * Near 0 a rational function, farther out 1 - 2 / (exp(2 |x|) + 1), which is 1 from 19.1 on. Both are a sum with one
 * quotient, so one division serves lanes of either kind, without a branch.
 */
// @ts-ignore: decorator
@inline
export function tanh(x: v128): v128 {
  const size = f64x2.abs(x);
  const z = f64x2.mul(x, x);
  const near = f64x2.lt(size, number(LIMIT + 1));
  const p = fma64(linear(z, TANH + 1, -1), z, number(TANH + 2));
  const q = fma64(fma64(f64x2.add(z, number(TANH + 3)), z, number(TANH + 4)), z, number(TANH + 5));
  const e = expUsual(f64x2.pmin(f64x2.add(size, size), number(LIMIT + 2))); // NaN stays NaN
  const above = v128.bitselect(f64x2.mul(f64x2.mul(size, z), p), number(LIMIT + 7), near);
  const below = v128.bitselect(q, f64x2.add(e, number(LIMIT + 3)), near);
  const y = f64x2.add(v128.bitselect(size, number(LIMIT + 3), near), f64x2.div(above, below));
  return v128.bitselect(x, y, bits(SIGN)); // the sign of x, so that -0 stays -0
}
