/**
 * Sums in NumPy's order (see ../../js/reduce.ts): halves above 128 elements, eight running sums below, two to a register.
 */

/** The sum of n dense float64. */
export function sum64(n: i32, at: usize): f64 {
  if (n > 128) {
    const half = (n >> 1) & ~7;
    return sum64(half, at) + sum64(n - half, at + ((half as usize) << 3));
  }
  let sum: f64 = -0.0;
  const end = at + ((n as usize) << 3);
  if (n >= 8) {
    let r01 = v128.load(at);
    let r23 = v128.load(at, 16);
    let r45 = v128.load(at, 32);
    let r67 = v128.load(at, 48);
    for (at += 64; at + 64 <= end; at += 64) {
      r01 = f64x2.add(r01, v128.load(at));
      r23 = f64x2.add(r23, v128.load(at, 16));
      r45 = f64x2.add(r45, v128.load(at, 32));
      r67 = f64x2.add(r67, v128.load(at, 48));
    }
    sum = both(r01) + both(r23) + (both(r45) + both(r67));
  }
  for (; at < end; at += 8) sum += load<f64>(at);
  return sum;
}

/** The sum of the two halves of a register. */
// @ts-ignore: decorator
@inline
export function both(x: v128): f64 {
  return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1);
}
