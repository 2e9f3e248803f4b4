/**
 * Look-ups in tables of eight bytes an entry, two at a time.
 */

/**
 * The entries that the lowest bytes of the two float64 at `n` count. They are read from memory: taking them out of a register
 * would cost four operations of the units that compute, which have enough to do.
 */
// @ts-ignore: decorator
@inline
export function entriesAt(table: usize, n: usize): v128 {
  const first = table + ((load<u8>(n) as usize) << 3);
  const second = table + ((load<u8>(n, 8) as usize) << 3);
  return v128.load64_lane(second, v128.load64_zero(first), 1);
}
