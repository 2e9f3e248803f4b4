/**
 * The numbers of the polynomials, in memory: V8 builds a constant vector anew, in three instructions, each time it
 * is used; a load costs one.
 */

const table = memory.data<f64>([
  // 0: exp: 64 / ln 2, ln 2 / 64 in two parts (33 bits, so that n times the first is exact, and the rest), 1.5 * 2^52
  92.33248261689366, 0.01083042469326756, 2.9815858269852933e-12, 6755399441055744,
  // 4: 1/2!, 1/3!, 1/4!, 1/5!
  0.5, 0.16666666666666666, 0.041666666666666664, 0.008333333333333333,
  // 8: ln 2 in two parts
  6.9314718036912381649e-1, 1.9082149292705877e-10,
  // 10: log: fdlibm's Lg1 to Lg7
  0.666666666666673513, 0.3999999999940941908, 0.2857142874366239149, 0.2222219843214978396,
  0.1818357216161805012, 0.1531383769920937332, 0.1479819860511658591,
  // 17: tanh: Cephes' P0 to P2 and Q0 to Q2
  -0.964399179425052238628, -99.2877231001918586564, -1614.68768441708447952,
  112.811678491632931402, 2235.48839060100448583, 4844.06305325125486048,
  // 23: limits and small numbers: 708, 0.625, 40, 1, 2, 1/2, -2
  708, 0.625, 40, 1, 2, 0.5, -2,
  // 30: the smallest normal number, the largest one, -(2^52 + 1023)
  2.2250738585072014e-308, 1.7976931348623157e308, -4503599627371519,
  4503599627370496,
]);

const bitTable = memory.data<u64>([
  0x0009_5f62_0000_0000, 0x000f_ffff_ffff_ffff, 0x3fe6_a09e_0000_0000, 0x8000_0000_0000_0000,
]);

export const EXP = 0;
export const LN2 = 8;
export const LOG = 10;
export const TANH = 17;
export const LIMIT = 23;
export const EDGE = 30;

/** The k-th number, in both lanes. */
// @ts-ignore: decorator
@inline
export function number(k: i32): v128 {
  return v128.load64_splat(table + ((k as usize) << 3));
}

/** Bits in both lanes: 0 to 2 split a float64 at sqrt(1/2) (see log), 3 is the sign. */
// @ts-ignore: decorator
@inline
export function bits(k: i32): v128 {
  return v128.load64_splat(bitTable + ((k as usize) << 3));
}

/** c0 + c1 x, where c0 and c1 are the k-th number and the one after `gap` others. */
// @ts-ignore: decorator
@inline
export function linear(x: v128, k: i32, gap: i32 = 1): v128 {
  return f64x2.add(number(k), f64x2.mul(number(k + gap), x));
}
