/**
 * From a seed of any size to well-mixed words: NumPy's SeedSequence, bit for bit. The idea is M. E. O'Neill's,
 * "Developing a seed_seq Alternative" (2015).
 */
import { describeValue } from "../core/words.js";

/** A whole number from 0 (a bigint beyond 2^53), or a list of them. */
export type Seed = number | bigint | readonly (number | bigint)[];

const poolSize = 4;

/** `count` words of 32 bits for a seed. */
export function seedWords(name: string, seed: Seed, count: number): Uint32Array {
  const pool = mixEntropy(entropyOf(name, seed));
  const next = makeHash(0x8b51f9dd, 0x58f38ded);
  return Uint32Array.from({ length: count }, (_, i) => next(pool[i % poolSize]));
}

/** A seed from nothing, for streams that need not repeat. */
export function freshSeed(): number {
  return Math.floor(Math.random() * 4294967296);
}

function entropyOf(name: string, seed: Seed): number[] {
  const list = Array.isArray(seed) ? (seed as readonly (number | bigint)[]) : [seed as number | bigint];
  const words: number[] = [];
  for (const one of list) words.push(...wordsOf(name, one)); // stops at the first hole of a sparse list
  return words;
}

/** The 32-bit digits of a whole number, lowest first. */
function wordsOf(name: string, seed: number | bigint): number[] {
  const whole = typeof seed === "bigint" ? seed >= 0n : Number.isSafeInteger(seed) && seed >= 0;
  if (!whole) {
    const rule = `${name}: a seed is a whole number from 0, or a list of them`;
    throw new RangeError(`${rule}, got ${describeValue(seed)}. Use a bigint like 2n ** 60n beyond 2^53`);
  }
  const words: number[] = [];
  for (let rest = BigInt(seed); rest > 0n || words.length === 0; rest >>= 32n) {
    words.push(Number(rest & 0xffffffffn));
  }
  return words;
}

/** A hash whose constant changes with each word. */
function makeHash(constant: number, factor: number): (word: number) => number {
  return (word) => {
    const mixed = word ^ constant;
    constant = Math.imul(constant, factor);
    const value = Math.imul(mixed, constant);
    return (value ^ (value >>> 16)) >>> 0;
  };
}

function mixEntropy(entropy: readonly number[]): number[] {
  const hash = makeHash(0x43b0d7e5, 0x931e8875);
  const pool = Array.from({ length: poolSize }, (_, i) => hash(entropy[i] ?? 0));
  for (let from = 0; from < poolSize; from++) {
    for (let into = 0; into < poolSize; into++) {
      if (from !== into) pool[into] = mix(pool[into], hash(pool[from]));
    }
  }
  for (const word of entropy.slice(poolSize)) {
    for (let into = 0; into < poolSize; into++) pool[into] = mix(pool[into], hash(word));
  }
  return pool;
}

function mix(x: number, y: number): number {
  const value = (Math.imul(0xca01f9dd, x) - Math.imul(0x4973f715, y)) | 0;
  return (value ^ (value >>> 16)) >>> 0;
}
