/**
 * Look-ups in tables of eight bytes an entry, two at a time.
 */

/** The entries that the lowest byte of each lane of n counts. */
// @ts-ignore: decorator
@inline
export function entriesAt(table: usize, n: v128): v128 {
  const first = table + ((i8x16.extract_lane_u(n, 0) as usize) << 3);
  const second = table + ((i8x16.extract_lane_u(n, 8) as usize) << 3);
  return v128.load64_lane(second, v128.load64_zero(first), 1);
}
