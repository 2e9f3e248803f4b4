/**
 * exp, and what is made of it, two float64 at a time, within 2 ulp. The loops serve runs of arguments below 700 in size,
 * where neither NaN nor the ends of the range need care; other runs go through `expCareful`, which gives the same bits
 * where both serve. Numbers that a loop holds in locals need not be loaded anew for each pair.
 */
import { EXP, LIMIT, number } from "./constants";
import { fma64 } from "./fma";
import { powerBits } from "./powers";
import { left, right, run } from "./rooms";

const PLAIN = 0;
const SIGMOID = 1;

export function eachExp(end: usize, out: usize, a: usize, aStep: usize): void {
  for (; out < end; out += run, a += aStep * (run / 64)) exponentials(PLAIN, min(run, end - out), out, a, aStep);
}

/** 1 / (1 + exp(-x)), with the bits that the four operations give one by one. */
export function eachSigmoid(end: usize, out: usize, a: usize, aStep: usize): void {
  for (; out < end; out += run, a += aStep * (run / 64)) exponentials(SIGMOID, min(run, end - out), out, a, aStep);
}

/** A run of them; `kind` is known when this is compiled. */
// @ts-ignore: decorator
@inline
function exponentials(kind: i32, bytes: usize, out: usize, a: usize, aStep: usize): void {
  if (reduce(kind, bytes, a, aStep)) expand(kind, bytes, out);
  else {
    for (let at: usize = 0; at < bytes; at += 64, a += aStep) {
      v128.store(out + at, made(kind, expCareful(argument(kind, v128.load(a)))));
      v128.store(out + at, made(kind, expCareful(argument(kind, v128.load(a, 16)))), 16);
      v128.store(out + at, made(kind, expCareful(argument(kind, v128.load(a, 32)))), 32);
      v128.store(out + at, made(kind, expCareful(argument(kind, v128.load(a, 48)))), 48);
    }
  }
}

/** What exp is taken of. */
// @ts-ignore: decorator
@inline
function argument(kind: i32, x: v128): v128 {
  return kind === SIGMOID ? f64x2.neg(x) : x;
}

/** What is made of exp. */
// @ts-ignore: decorator
@inline
function made(kind: i32, e: v128): v128 {
  return kind === SIGMOID ? f64x2.div(number(LIMIT + 3), f64x2.add(e, number(LIMIT + 3))) : e;
}

/**
 * The first loop: exp(x) = 2^(n/256) exp(r), |r| <= ln 2 / 512; leaves r and n. Returns whether all arguments are
 * below 700 in size: the largest of their high words decides.
 */
// @ts-ignore: decorator
@inline
function reduce(kind: i32, bytes: usize, a: usize, aStep: usize): bool {
  const scale = number(EXP);
  const shift = number(EXP + 3);
  const high = number(EXP + 1);
  const low = number(EXP + 2);
  let most = f64x2.splat(0);
  for (let l = left, r = right; l < left + bytes; l += 64, r += 64, a += aStep) {
    const x0 = argument(kind, v128.load(a));
    const x1 = argument(kind, v128.load(a, 16));
    const x2 = argument(kind, v128.load(a, 32));
    const x3 = argument(kind, v128.load(a, 48));
    most = i32x4.max_s(most, i32x4.max_s(f64x2.abs(x0), f64x2.abs(x1)));
    most = i32x4.max_s(most, i32x4.max_s(f64x2.abs(x2), f64x2.abs(x3)));
    reducePair(l, r, x0, scale, shift, high, low);
    reducePair(l + 16, r + 16, x1, scale, shift, high, low);
    reducePair(l + 32, r + 32, x2, scale, shift, high, low);
    reducePair(l + 48, r + 48, x3, scale, shift, high, low);
  }
  return i64x2.all_true(f64x2.lt(most, number(LIMIT)));
}

// @ts-ignore: decorator
@inline
function reducePair(l: usize, r: usize, x: v128, scale: v128, shift: v128, high: v128, low: v128): void {
  const t = fma64(x, scale, shift); // n + 1.5 * 2^52: n stands in the low bits
  v128.store(r, t);
  const n = f64x2.sub(t, shift);
  v128.store(l, fma64(n, low, fma64(n, high, x)));
}

/** The second loop. */
// @ts-ignore: decorator
@inline
function expand(kind: i32, bytes: usize, out: usize): void {
  const c2 = number(EXP + 4);
  const c3 = number(EXP + 5);
  const c4 = number(EXP + 6);
  for (let l = left, r = right; l < left + bytes; l += 64, r += 64, out += 64) {
    v128.store(out, made(kind, times(powerAt(r), v128.load(l), c2, c3, c4)));
    v128.store(out, made(kind, times(powerAt(r + 16), v128.load(l, 16), c2, c3, c4)), 16);
    v128.store(out, made(kind, times(powerAt(r + 32), v128.load(l, 32), c2, c3, c4)), 32);
    v128.store(out, made(kind, times(powerAt(r + 48), v128.load(l, 48), c2, c3, c4)), 48);
  }
}

/** 2^(n/256) for the two n that lie there. */
// @ts-ignore: decorator
@inline
function powerAt(n: usize): v128 {
  return i64x2.add(powerBits(n), i64x2.shl(v128.load(n), 44));
}

/** s exp(r); c2 to c4 are coefficients. */
// @ts-ignore: decorator
@inline
function times(s: v128, r: v128, c2: v128, c3: v128, c4: v128): v128 {
  return fma64(s, fma64(f64x2.mul(r, r), fma64(r, fma64(r, c4, c3), c2), r), s);
}

/** NaN, and results near or beyond the ends of the range: 2^k, where n = 256 k + i, is applied in two halves. */
function expCareful(x: v128): v128 {
  const clamped = f64x2.max(f64x2.min(x, f64x2.splat(710)), f64x2.splat(-746)); // NaN stays NaN
  const t = fma64(clamped, number(EXP), number(EXP + 3));
  const n = f64x2.sub(t, number(EXP + 3));
  const r = fma64(n, number(EXP + 2), fma64(n, number(EXP + 1), clamped));
  v128.store(right, t);
  const s = i64x2.add(powerBits(right), i64x2.shl(v128.and(t, i64x2.splat(255)), 44));
  const y = times(s, r, number(EXP + 4), number(EXP + 5), number(EXP + 6));
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
