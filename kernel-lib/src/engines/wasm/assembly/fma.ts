/**
 * Multiply and add. Compiled with relaxed SIMD it is one instruction that rounds once (../memory.ts sees to it that the
 * machine does so); without, it is two that round twice. `FUSED` is known when this is compiled.
 */

export const FUSED = ASC_FEATURE_RELAXED_SIMD;

/** a b + c, lane by lane. */
// @ts-ignore: decorator
@inline
export function fma<T>(a: v128, b: v128, c: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? v128.relaxed_madd<T>(a, b, c) : v128.add<T>(v128.mul<T>(a, b), c);
}

/** a b + c of two float64. */
// @ts-ignore: decorator
@inline
export function fma64(a: v128, b: v128, c: v128): v128 {
  return fma<f64>(a, b, c);
}

/** Whether a b + c is rounded once: (1 + e)(1 - e) - 1 is -e^2, or 0 when the product is rounded first. */
export function fuses(): bool {
  const e: f64 = 9.313225746154785e-10; // 2^-30
  const difference = fma64(f64x2.splat(1 + e), f64x2.splat(1 - e), f64x2.splat(-1));
  return f64x2.extract_lane(difference, 0) !== 0;
}
