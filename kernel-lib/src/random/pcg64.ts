/**
 * PCG64 (XSL-RR 128/64), the generator behind NumPy's default_rng. Its state has 128 bits, here as four words of 32,
 * the lowest first. M. E. O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms" (2014).
 */
import { type BitSource, upperProduct } from "./bits.js";
import { type Seed, seedWords } from "./seed-sequence.js";

/** The multiplier 0x2360ed051fc65da44385df649fccf645. */
const [m0, m1, m2, m3] = [0x9fccf645, 0x4385df64, 0x1fc65da4, 0x2360ed05];

export class Pcg64 implements BitSource {
  /** The upper 32 of the last 64 bits drawn. */
  high = 0;
  /** The lower 32 of the last 64 bits drawn. */
  low = 0;
  private readonly state = new Uint32Array(4);
  private readonly increment: Uint32Array;
  private spare = false;

  constructor(name: string, seed: Seed) {
    const words = seedWords(name, seed, 8); // as 64-bit numbers, lower word first: state high, low, stream high, low
    const stream = Uint32Array.of(words[6], words[7], words[4], words[5]);
    this.increment = stream.map((word, i) => (word << 1) | (i === 0 ? 1 : stream[i - 1] >>> 31));
    this.step();
    this.addToState(Uint32Array.of(words[2], words[3], words[0], words[1]));
    this.step();
  }

  /** Draws 64 bits into `high` and `low`. */
  next(): void {
    this.step();
    const [s0, s1, s2, s3] = [this.state[0], this.state[1], this.state[2], this.state[3]];
    const turn = s3 >>> 26;
    const [x, y] = turn < 32 ? [s0 ^ s2, s1 ^ s3] : [s1 ^ s3, s0 ^ s2];
    const by = turn & 31;
    this.low = by === 0 ? x >>> 0 : ((x >>> by) | (y << (32 - by))) >>> 0;
    this.high = by === 0 ? y >>> 0 : ((y >>> by) | (x << (32 - by))) >>> 0;
  }

  /** 32 random bits; two calls share one draw of 64. */
  nextUint32(): number {
    this.spare = !this.spare;
    if (!this.spare) return this.spareWord;
    this.next();
    this.spareWord = this.high;
    return this.low;
  }

  private spareWord = 0;

  nextDouble(): number {
    this.next();
    return (this.high * 2097152 + (this.low >>> 11)) / 9007199254740992;
  }

  private addToState(words: Uint32Array): void {
    let carry = 0;
    for (let i = 0; i < 4; i++) {
      carry += this.state[i] + words[i];
      this.state[i] = carry; // stored modulo 2^32
      carry = Math.floor(carry / 4294967296);
    }
  }

  /** state = state * multiplier + increment, modulo 2^128: each word collects the products that reach it. */
  private step(): void {
    const { state } = this;
    const [s0, s1, s2, s3] = [state[0], state[1], state[2], state[3]];
    const low1 = upperProduct(s0, m0) + (Math.imul(s0, m1) >>> 0) + (Math.imul(s1, m0) >>> 0);
    const low2 =
      upperProduct(s0, m1) +
      upperProduct(s1, m0) +
      (Math.imul(s0, m2) >>> 0) +
      (Math.imul(s1, m1) >>> 0) +
      (Math.imul(s2, m0) >>> 0);
    const low3 =
      upperProduct(s0, m2) +
      upperProduct(s1, m1) +
      upperProduct(s2, m0) +
      (Math.imul(s0, m3) >>> 0) +
      (Math.imul(s1, m2) >>> 0) +
      (Math.imul(s2, m1) >>> 0) +
      (Math.imul(s3, m0) >>> 0);
    const carried2 = low2 + Math.floor(low1 / 4294967296);
    state[0] = Math.imul(s0, m0);
    state[1] = low1;
    state[2] = carried2;
    state[3] = low3 + Math.floor(carried2 / 4294967296);
    this.addToState(this.increment);
  }
}
