/**
 * What both generators of random bits offer, and NumPy's ways from bits to whole numbers.
 */

/** A stream of random bits. */
export interface BitSource {
  /** 32 random bits as a number from 0. */
  nextUint32(): number;
  /** Uniform in [0, 1) with 53 random bits. */
  nextDouble(): number;
}

/** Uniform in 0..max (below 2^32) by masked rejection: draws again while the masked bits exceed `max`. */
export function drawMasked(source: BitSource, max: number): number {
  if (max === 0) return 0;
  const mask = 0xffffffff >>> Math.clz32(max);
  for (;;) {
    const value = (source.nextUint32() & mask) >>> 0;
    if (value <= max) return value;
  }
}

/** The upper 32 bits of the product of two numbers below 2^32; the lower are `Math.imul(a, b)`. */
export function upperProduct(a: number, b: number): number {
  const lower = Math.imul(a, b) >>> 0;
  return Math.round((a * b - lower) / 4294967296); // a * b is rounded, but by far less than 2^31
}

/**
 * Uniform in 0..max (below 2^32 - 1) by multiplication: the upper half of 32 bits times (max + 1).
 * D. Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019).
 */
export function drawMultiplied(source: BitSource, max: number): number {
  if (max === 0) return 0;
  if (max === 0xffffffff) return source.nextUint32();
  const count = max + 1;
  const threshold = (0xffffffff - max) % count;
  for (;;) {
    const bits = source.nextUint32();
    if (Math.imul(bits, count) >>> 0 >= threshold) return upperProduct(bits, count);
  }
}

/** Shuffles the places first..end of a list, from the end (Fisher and Yates), each partner by `draw`. */
export function shuffleList(
  source: BitSource,
  list: { [place: number]: unknown; readonly length: number },
  draw: (source: BitSource, max: number) => number = drawMasked,
  first = 1,
): void {
  for (let i = list.length - 1; i >= first; i--) {
    const j = draw(source, i);
    const item = list[i];
    list[i] = list[j];
    list[j] = item;
  }
}
