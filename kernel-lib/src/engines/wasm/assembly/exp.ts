/**
 * exp, and what is made of it, two float64 at a time, within 2 ulp. `expUsual` serves arguments below 700 in size, where
 * neither NaN nor the ends of the range need care; elsewhere `expCareful` does, with the same bits where both do. Numbers
 * that loops hold in locals come as parameters: loading them anew for each pair takes a quarter longer.
 */
import { bits, EXP, LIMIT, linear, number, SIGN, TANH } from "./constants";
import { fma64 } from "./fma";
import { powerBits } from "./powers";

/** Exponentials, eight at a time. */
export function eachExp(end: usize, out: usize, a: usize, aStep: usize): void {
  eachOf(false, end, out, a, aStep);
}

/** 1 / (1 + exp(-x)), eight at a time, with the bits that the four operations give one by one. */
export function eachSigmoid(end: usize, out: usize, a: usize, aStep: usize): void {
  eachOf(true, end, out, a, aStep);
}

/** `sigmoid` is known when this is compiled. */
// @ts-ignore: decorator
@inline
function eachOf(sigmoid: bool, end: usize, out: usize, a: usize, aStep: usize): void {
  const scale = number(EXP);
  const shift = number(EXP + 3);
  const c2 = number(EXP + 4);
  const c3 = number(EXP + 5);
  for (; out < end; out += 64, a += aStep) {
    if (areUsual(a)) {
      v128.store(out, made(sigmoid, expUsual(from(sigmoid, a), scale, shift, c2, c3)));
      v128.store(out, made(sigmoid, expUsual(from(sigmoid, a + 16), scale, shift, c2, c3)), 16);
      v128.store(out, made(sigmoid, expUsual(from(sigmoid, a + 32), scale, shift, c2, c3)), 32);
      v128.store(out, made(sigmoid, expUsual(from(sigmoid, a + 48), scale, shift, c2, c3)), 48);
    } else {
      v128.store(out, made(sigmoid, expCareful(from(sigmoid, a))));
      v128.store(out, made(sigmoid, expCareful(from(sigmoid, a + 16))), 16);
      v128.store(out, made(sigmoid, expCareful(from(sigmoid, a + 32))), 32);
      v128.store(out, made(sigmoid, expCareful(from(sigmoid, a + 48))), 48);
    }
  }
}

/** Whether `expUsual` serves the eight at `a`: the largest of the high words decides. */
// @ts-ignore: decorator
@inline
function areUsual(a: usize): bool {
  const left = i32x4.max_s(f64x2.abs(v128.load(a)), f64x2.abs(v128.load(a, 16)));
  const right = i32x4.max_s(f64x2.abs(v128.load(a, 32)), f64x2.abs(v128.load(a, 48)));
  return i64x2.all_true(f64x2.lt(i32x4.max_s(left, right), number(LIMIT)));
}

// @ts-ignore: decorator
@inline
function from(sigmoid: bool, a: usize): v128 {
  return sigmoid ? f64x2.neg(v128.load(a)) : v128.load(a);
}

// @ts-ignore: decorator
@inline
function made(sigmoid: bool, e: v128): v128 {
  return sigmoid ? f64x2.div(number(LIMIT + 3), f64x2.add(e, number(LIMIT + 3))) : e;
}

/** exp(x) = 2^(n/256) exp(r), |r| <= ln 2 / 512. */
// @ts-ignore: decorator
@inline
function expUsual(x: v128, scale: v128, shift: v128, c2: v128, c3: v128): v128 {
  const t = fma64(x, scale, shift); // n + 1.5 * 2^52: n stands in the low bits
  return scaled(i64x2.add(powerBits(t), i64x2.shl(t, 44)), expRest(x, f64x2.sub(t, shift), c2, c3));
}

/** NaN, and results near or beyond the ends of the range: 2^k, where n = 256 k + i, is applied in two halves. */
function expCareful(x: v128): v128 {
  const clamped = f64x2.max(f64x2.min(x, f64x2.splat(710)), f64x2.splat(-746)); // NaN stays NaN
  const t = fma64(clamped, number(EXP), number(EXP + 3));
  const rest = expRest(clamped, f64x2.sub(t, number(EXP + 3)), number(EXP + 4), number(EXP + 5));
  const fraction = i64x2.shl(v128.and(t, i64x2.splat(255)), 44);
  const y = scaled(i64x2.add(powerBits(t), fraction), rest);
  const k = i32x4.shr_s(t, 8); // of the low words, which hold n
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
  return fma64(s, p, s);
}

/** exp(r) - 1 for r = x - n ln 2 / 256; c2 and c3 are coefficients. */
// @ts-ignore: decorator
@inline
function expRest(x: v128, n: v128, c2: v128, c3: v128): v128 {
  const r = fma64(n, number(EXP + 2), fma64(n, number(EXP + 1), x));
  return fma64(f64x2.mul(r, r), fma64(r, fma64(r, number(EXP + 6), c3), c2), r);
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
  const double = f64x2.pmin(f64x2.add(size, size), number(LIMIT + 2)); // NaN stays NaN
  const e = expUsual(double, number(EXP), number(EXP + 3), number(EXP + 4), number(EXP + 5));
  const above = v128.bitselect(f64x2.mul(f64x2.mul(size, z), p), number(LIMIT + 7), near);
  const below = v128.bitselect(q, f64x2.add(e, number(LIMIT + 3)), near);
  const y = f64x2.add(v128.bitselect(size, number(LIMIT + 3), near), f64x2.div(above, below));
  return v128.bitselect(x, y, bits(SIGN)); // the sign of x, so that -0 stays -0
}
