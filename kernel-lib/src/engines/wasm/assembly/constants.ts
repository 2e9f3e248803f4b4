/**
 * The numbers of the polynomials, in memory: V8 builds a constant vector anew, in three instructions, each time it
 * is used; a load costs one.
 */
import { fma64 } from "./fma";

const table = memory.data<f64>([
  // 0: exp: 256 / ln 2, ln 2 / 256 in two parts (33 bits, so that n times the first is exact, and the rest), 1.5 * 2^52,
  // negative where they are subtracted
  369.3299304675746, -0.00270760617331689, -7.453964567463233e-13, 6755399441055744,
  // 4: 1/2!, 1/3! and a little that stands for the term after the last, 1/4!
  0.5, 0.16666667995434195, 0.041666666666666664,
  // 7: ln 2 in two parts: fdlibm's, so that k times the first is exact, and its nearest float64 with the rest
  6.9314718036912381649e-1, 1.9082149292705877e-10, 0.6931471805599453, 2.3190468138462996e-17,
  // 11: log without a table: fdlibm's Lg1 to Lg7
  0.666666666666673513, 0.3999999999940941908, 0.2857142874366239149, 0.2222219843214978396,
  0.1818357216161805012, 0.1531383769920937332, 0.1479819860511658591,
  // 18: log with one: (log(1 + r) - r) / r^2, interpolated for |r| < 0.0039
  -0.5, 0.3333333333232046, -0.24999999999111633, 0.20000268977194227, -0.16666902133518383,
  // 23: tanh: (tanh(d) - d) / d^3 as a series in d^2
  -0.3333333333333333, 0.13333333333333333, -0.05396825396825397, 0.021869488536155203, -0.008863235529902197,
  // 28: limits and small numbers: 700, 19.25, -1/8, 1, -1, 2, 1/2, 8
  700, 19.25, -0.125, 1, -1, 2, 0.5, 8,
  // 36: the smallest normal number, the largest one, -(2^52 + 1023), 2^52
  2.2250738585072014e-308, 1.7976931348623157e308, -4503599627371519, 4503599627370496,
  // 40: ln 2 / 2^20, for exponents that stand in high words
  6.610366635894254e-7,
]);

const bitTable = memory.data<u64>([
  // how far the border between exponents is moved from 1, the fraction's bits, where it is moved to: sqrt(1/2), 0.707
  0x0009_5f62_0000_0000, 0x000f_ffff_ffff_ffff, 0x3fe6_a09e_0000_0000,
  0x0009_6000_0000_0000, 0x000f_ffff_ffff_ffff, 0x3fe6_a000_0000_0000,
  // the sign
  0x8000_0000_0000_0000,
  // 7: sign and exponent of a float64, and of high words
  0xfff0_0000_0000_0000, 0xfff0_0000_fff0_0000,
  // 9: the high words of the smallest normal number and of 2^1022, less that of where m begins
  0xc029_6000_c029_6000, 0x3fe9_6000_3fe9_6000,
]);

export const EXP = 0;
export const LN2 = 7;
export const LOG = 11;
export const LOG1P = 18;
export const TANH = 23;
export const LIMIT = 28;
export const EDGE = 36;
export const LN2_HIGH = 40;

export const BORDER = 0;
export const TABLE_BORDER = 3;
export const SIGN = 6;
export const EXPONENT = 7;
export const ENDS = 9;

/** The k-th number, in both lanes. */
// @ts-ignore: decorator
@inline
export function number(k: i32): v128 {
  return v128.load64_splat(table + ((k as usize) << 3));
}

/** The k-th pattern of bits, in both lanes. */
// @ts-ignore: decorator
@inline
export function bits(k: i32): v128 {
  return v128.load64_splat(bitTable + ((k as usize) << 3));
}

/** c0 + c1 x, where c0 and c1 are the k-th number and the one after `gap` others. */
// @ts-ignore: decorator
@inline
export function linear(x: v128, k: i32, gap: i32 = 1): v128 {
  return fma64(number(k + gap), x, number(k));
}
