/**
 * log, two float64 at a time, within 2 ulp. The loops serve runs of normal positive numbers; other runs go through
 * `logCareful`, which gives the same bits where both serve. Numbers that a loop holds in locals need not be loaded anew
 * for each pair.
 */
import { bits, BORDER, EDGE, ENDS, EXPONENT, LIMIT, linear, LN2, LN2_HIGH, LOG, LOG1P, number, TABLE_BORDER } from "./constants";
import { fma64, FUSED } from "./fma";
import { logEntry } from "./logs";
import { left, middle, right, run } from "./rooms";

/** How to take numbers apart: the first pattern of bits for that. */
const border = FUSED ? TABLE_BORDER : BORDER;

export function eachLog(end: usize, out: usize, a: usize, aStep: usize): void {
  for (; out < end; out += run, a += aStep * (run / 64)) {
    const bytes = min(run, end - out);
    if (FUSED ? reduceFused(bytes, a, aStep) : reduce(bytes, a, aStep)) expand(bytes, out);
    else careful(bytes, out, a, aStep);
  }
}

/**
 * The first loop: log(x) = k ln 2 + log(m), where the exponent of x gives k. `move` moves the border between exponents
 * from 1 to where m begins, `base` is the way back, to exponent -1 or 0; `two52` is 2^52 and `bias` -(2^52 + 1023).
 * Returns whether all numbers are normal and positive: the smallest and the largest of their high words decide.
 */
// @ts-ignore: decorator
@inline
function reduce(bytes: usize, a: usize, aStep: usize): bool {
  const move = bits(border);
  const fraction = bits(border + 1);
  const base = bits(border + 2);
  const two52 = number(EDGE + 3);
  const bias = number(EDGE + 2);
  const minusOne = number(LIMIT + 4);
  const ln2 = number(LN2 + 2);
  let least = number(LIMIT);
  let most = least;
  for (let l = left, r = right; l < left + bytes; l += 64, r += 64, a += aStep) {
    const x0 = v128.load(a);
    const x1 = v128.load(a, 16);
    const x2 = v128.load(a, 32);
    const x3 = v128.load(a, 48);
    least = i32x4.min_s(least, i32x4.min_s(i32x4.min_s(x0, x1), i32x4.min_s(x2, x3)));
    most = i32x4.max_s(most, i32x4.max_s(i32x4.max_s(x0, x1), i32x4.max_s(x2, x3)));
    reducePair(l, r, a, x0, move, fraction, base, two52, bias, minusOne, ln2);
    reducePair(l + 16, r + 16, a + 16, x1, move, fraction, base, two52, bias, minusOne, ln2);
    reducePair(l + 32, r + 32, a + 32, x2, move, fraction, base, two52, bias, minusOne, ln2);
    reducePair(l + 48, r + 48, a + 48, x3, move, fraction, base, two52, bias, minusOne, ln2);
  }
  return i64x2.all_true(v128.and(f64x2.ge(least, number(EDGE)), f64x2.lt(most, number(EDGE + 1))));
}

// @ts-ignore: decorator
@inline
function reducePair(l: usize, r: usize, a: usize, x: v128, move: v128, fraction: v128, base: v128, two52: v128, bias: v128, minusOne: v128, ln2: v128): void {
  const moved = i64x2.add(x, move);
  const k = f64x2.add(v128.or(i64x2.shr_u(moved, 52), two52), bias);
  const m = i64x2.add(v128.and(moved, fraction), base);
  if (FUSED) lookUp(l, r, a, m, i64x2.splat(0), k, minusOne, ln2);
  else {
    v128.store(l, f64x2.sub(m, number(LIMIT + 3)));
    v128.store(r, k);
  }
}

/**
 * log(m) = log(c) + log(1 + r), with r = m / c - 1 and m in [0.707, 1.414): leaves r and k ln 2 + log(c). Without fused
 * operations r would lose bits. m is x without `power`, the bits that k adds to its exponent: they are taken from 1/c.
 */
// @ts-ignore: decorator
@inline
function lookUp(l: usize, r: usize, a: usize, x: v128, power: v128, k: v128, minusOne: v128, ln2: v128): void {
  const first = logEntry(a);
  const second = logEntry(a + 8);
  v128.store(l, fma64(x, i64x2.sub(v128.shuffle<f64>(first, second, 0, 2), power), minusOne));
  v128.store(r, fma64(k, ln2, v128.shuffle<f64>(first, second, 1, 3)));
}

/**
 * The first loop with fused operations, where each instruction counts. 1/c loses k from its exponent, so that m need not be
 * made of x; where it would leave the range, for the largest numbers, `logCareful` serves. Four numbers share what is done to high words.
 */
// @ts-ignore: decorator
@inline
function reduceFused(bytes: usize, a: usize, aStep: usize): bool {
  const base = bits(TABLE_BORDER + 2);
  const exponent = bits(EXPONENT);
  const exponents = bits(EXPONENT + 1);
  const minusOne = number(LIMIT + 4);
  const ln2 = number(LN2_HIGH);
  let least = i64x2.splat(0);
  let most = least;
  for (let l = left, r = right; l < left + bytes; l += 64, r += 64, a += aStep) {
    const high = reduceFour(l, r, a, base, exponent, exponents, minusOne, ln2);
    least = i32x4.min_s(least, high);
    most = i32x4.max_s(most, high);
    const next = reduceFour(l + 32, r + 32, a + 32, base, exponent, exponents, minusOne, ln2);
    least = i32x4.min_s(least, next);
    most = i32x4.max_s(most, next);
  }
  return !v128.any_true(v128.or(i32x4.lt_s(least, bits(ENDS)), i32x4.ge_s(most, bits(ENDS + 1))));
}

/** Gives the high words, less that of where m begins. */
// @ts-ignore: decorator
@inline
function reduceFour(l: usize, r: usize, a: usize, base: v128, exponent: v128, exponents: v128, minusOne: v128, ln2: v128): v128 {
  const x0 = v128.load(a);
  const x1 = v128.load(a, 16);
  const d0 = i64x2.sub(x0, base);
  const d1 = i64x2.sub(x1, base);
  const high = v128.shuffle<i32>(d0, d1, 1, 3, 5, 7);
  const k0 = v128.and(high, exponents);
  const k1 = v128.shuffle<i64>(k0, k0, 1, 1);
  lookUp(l, r, a, x0, v128.and(d0, exponent), f64x2.convert_low_i32x4_s(k0), minusOne, ln2);
  lookUp(l + 16, r + 16, a + 16, x1, v128.and(d1, exponent), f64x2.convert_low_i32x4_s(k1), minusOne, ln2);
  return high;
}

/** The second loop. */
// @ts-ignore: decorator
@inline
function expand(bytes: usize, out: usize): void {
  const c0 = number(LOG1P), c1 = number(LOG1P + 1), c2 = number(LOG1P + 2), c3 = number(LOG1P + 3), c4 = number(LOG1P + 4);
  for (let l = left, r = right; l < left + bytes; l += 64, r += 64, out += 64) {
    v128.store(out, expandPair(l, r, c0, c1, c2, c3, c4));
    v128.store(out, expandPair(l + 16, r + 16, c0, c1, c2, c3, c4), 16);
    v128.store(out, expandPair(l + 32, r + 32, c0, c1, c2, c3, c4), 32);
    v128.store(out, expandPair(l + 48, r + 48, c0, c1, c2, c3, c4), 48);
  }
}

// @ts-ignore: decorator
@inline
function expandPair(l: usize, r: usize, c0: v128, c1: v128, c2: v128, c3: v128, c4: v128): v128 {
  const x = v128.load(l);
  const y = v128.load(r);
  return FUSED ? fromTable(x, y, c0, c1, c2, c3, c4) : fromQuotient(x, y);
}

/** high + log(1 + r) */
// @ts-ignore: decorator
@inline
function fromTable(r: v128, high: v128, c0: v128, c1: v128, c2: v128, c3: v128, c4: v128): v128 {
  const r2 = f64x2.mul(r, r);
  const p = fma64(r2, fma64(r2, c4, fma64(r, c3, c2)), fma64(r, c1, c0));
  return f64x2.add(high, fma64(r2, p, r));
}

/** k ln 2 + log(1 + f) by s = f / (2 + f), for 1 + f in [sqrt(1/2), sqrt 2), as fdlibm's __ieee754_log. */
// @ts-ignore: decorator
@inline
function fromQuotient(f: v128, k: v128): v128 {
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

function careful(bytes: usize, out: usize, a: usize, aStep: usize): void {
  for (let at: usize = 0; at < bytes; at += 64, a += aStep) {
    for (let pair: usize = 0; pair < 64; pair += 16) v128.store(out + at + pair, logCareful(v128.load(a + pair)));
  }
}

/** Subnormal numbers are scaled by 2^54 first; 0, Infinity, negative numbers and NaN have answers of their own. */
function logCareful(x: v128): v128 {
  const subnormal = f64x2.lt(x, number(EDGE));
  const normal = v128.bitselect(f64x2.mul(x, f64x2.splat(18014398509481984)), x, subnormal);
  const bias = f64x2.add(number(EDGE + 2), v128.and(subnormal, f64x2.splat(-54)));
  v128.store(middle, normal);
  reducePair(left, right, middle, normal, bits(border), bits(border + 1), bits(border + 2), number(EDGE + 3), bias, number(LIMIT + 4), number(LN2 + 2));
  let y = v128.bitselect(x, expandPair(left, right, number(LOG1P), number(LOG1P + 1), number(LOG1P + 2), number(LOG1P + 3), number(LOG1P + 4)), f64x2.eq(x, f64x2.splat(Infinity)));
  y = v128.bitselect(f64x2.splat(-Infinity), y, f64x2.eq(x, f64x2.splat(0)));
  return v128.bitselect(y, f64x2.splat(NaN), f64x2.ge(x, f64x2.splat(0)));
}
