/**
 * The Mersenne Twister MT19937, as NumPy's RandomState uses it. Only integers here.
 * M. Matsumoto and T. Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998).
 */
import type { BitSource } from "./bits.js";

const length = 624;
const shift = 397;

export class MersenneTwister implements BitSource {
  private readonly state = new Uint32Array(length);
  private place = length;

  /** The generator after `seed`, a whole number below 2^32. */
  constructor(seed: number) {
    let word = seed >>> 0;
    for (let i = 0; i < length; i++) {
      this.state[i] = word;
      word = (Math.imul(1812433253, word ^ (word >>> 30)) + i + 1) >>> 0;
    }
  }

  /** 32 random bits as a number from 0. */
  nextUint32(): number {
    if (this.place === length) this.refill();
    let y = this.state[this.place++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /** Uniform in [0, 1) with 53 random bits. */
  nextDouble(): number {
    const high = this.nextUint32() >>> 5;
    const low = this.nextUint32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  private refill(): void {
    const { state } = this;
    for (let i = 0; i < length; i++) {
      const y = (state[i] & 0x80000000) | (state[(i + 1) % length] & 0x7fffffff);
      state[i] = state[(i + shift) % length] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.place = 0;
  }
}
