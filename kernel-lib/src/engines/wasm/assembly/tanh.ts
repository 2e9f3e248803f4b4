/**
 * tanh, two float64 at a time, within 2 ulp. With |x| = n / 8 + d and t = tanh(n / 8) from a table, u = tanh(d) is a short
 * series, and tanh |x| = (t + u) / (1 + t u) = t + u - t u (t + u) / (1 + t u). There is no branch, and one division.
 */
import { bits, EXP, LIMIT, number, SIGN, TANH } from "./constants";
import { fma64 } from "./fma";
import { left, middle, right, run } from "./rooms";
import { tanhOfEighths } from "./tanhs";

export function eachTanh(end: usize, out: usize, a: usize, aStep: usize): void {
  for (; out < end; out += run, a += aStep * (run / 64)) {
    const bytes = min(run, end - out);
    reduce(bytes, a, aStep);
    join(bytes, out, a, aStep);
  }
}

/** The first loop: leaves n, d and u - d. */
// @ts-ignore: decorator
@inline
function reduce(bytes: usize, a: usize, aStep: usize): void {
  const c3 = number(TANH), c5 = number(TANH + 1), c7 = number(TANH + 2), c9 = number(TANH + 3), c11 = number(TANH + 4);
  const most = number(LIMIT + 1);
  const eight = number(LIMIT + 7);
  const shift = number(EXP + 3);
  const eighth = number(LIMIT + 2);
  for (let l = left, m = middle, r = right; l < left + bytes; l += 64, m += 64, r += 64, a += aStep) {
    reducePair(l, m, r, v128.load(a), c3, c5, c7, c9, c11, most, eight, shift, eighth);
    reducePair(l + 16, m + 16, r + 16, v128.load(a, 16), c3, c5, c7, c9, c11, most, eight, shift, eighth);
    reducePair(l + 32, m + 32, r + 32, v128.load(a, 32), c3, c5, c7, c9, c11, most, eight, shift, eighth);
    reducePair(l + 48, m + 48, r + 48, v128.load(a, 48), c3, c5, c7, c9, c11, most, eight, shift, eighth);
  }
}

// @ts-ignore: decorator
@inline
function reducePair(l: usize, m: usize, r: usize, x: v128, c3: v128, c5: v128, c7: v128, c9: v128, c11: v128, most: v128, eight: v128, shift: v128, eighth: v128): void {
  const size = f64x2.pmin(f64x2.abs(x), most); // 1 from there on; NaN stays NaN
  const n = fma64(size, eight, shift); // n + 1.5 * 2^52: n stands in the low bits
  const d = fma64(f64x2.sub(n, shift), eighth, size); // exact
  const s = f64x2.mul(d, d);
  const s2 = f64x2.mul(s, s);
  const series = fma64(s2, fma64(s2, c11, fma64(s, c9, c7)), fma64(s, c5, c3));
  v128.store(l, n);
  v128.store(m, d);
  v128.store(r, f64x2.mul(f64x2.mul(s, d), series));
}

/** The second loop. */
// @ts-ignore: decorator
@inline
function join(bytes: usize, out: usize, a: usize, aStep: usize): void {
  const one = number(LIMIT + 3);
  const sign = bits(SIGN);
  for (let l = left, m = middle, r = right; l < left + bytes; l += 64, m += 64, r += 64, a += aStep, out += 64) {
    v128.store(out, joinPair(l, m, r, v128.load(a), one, sign));
    v128.store(out, joinPair(l + 16, m + 16, r + 16, v128.load(a, 16), one, sign), 16);
    v128.store(out, joinPair(l + 32, m + 32, r + 32, v128.load(a, 32), one, sign), 32);
    v128.store(out, joinPair(l + 48, m + 48, r + 48, v128.load(a, 48), one, sign), 48);
  }
}

/** `low` is what rounding drops of `high`. */
// @ts-ignore: decorator
@inline
function joinPair(l: usize, m: usize, r: usize, x: v128, one: v128, sign: v128): v128 {
  const t = tanhOfEighths(l);
  const d = v128.load(m);
  const p = v128.load(r);
  const u = f64x2.add(d, p);
  const tu = f64x2.mul(t, u);
  const quotient = f64x2.div(f64x2.mul(tu, f64x2.add(t, u)), f64x2.add(one, tu));
  const high = f64x2.add(t, d);
  const low = f64x2.sub(d, f64x2.sub(high, t));
  const y = f64x2.add(high, f64x2.add(low, f64x2.sub(p, quotient)));
  return v128.or(v128.and(x, sign), f64x2.pmin(y, one)); // never above 1; the sign of x, so that -0 stays -0
}
