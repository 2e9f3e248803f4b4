/**
 * The natural logarithm as glibc computes it on machines with a fused multiply-add, bit for bit: gaussians go through it,
 * and V8's differs in the last bit for 7 % of all arguments. Only for random numbers.
 * Algorithm: Arm's optimized routines, `math/log.c`, which glibc took over (error below 0.52 units in the last place).
 */
import { logTable } from "./tables.js";

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer); // little endian: words[1] holds sign and exponent

/** a * b + c with (almost) one rounding: the product is exact, and the sum wrong in 1 of about 2^50 cases. */
function fma(a: number, b: number, c: number): number {
  const product = a * b;
  const sum = product + c;
  const part = sum - product;
  const lost = product - (sum - part) + (c - part); // Knuth: sum + lost is product + c
  return sum + (lost + errorOfProduct(a, b, product));
}

/** a * b - product, exactly. Dekker: each factor in two halves of 26 bits. */
function errorOfProduct(a: number, b: number, product: number): number {
  const aHigh = highHalf(a);
  const bHigh = highHalf(b);
  const [aLow, bLow] = [a - aHigh, b - bHigh];
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

function highHalf(a: number): number {
  const big = 134217729 * a; // 2^27 + 1
  return big - (big - a);
}

const ln2High = 0.6931471805598903; // the last 11 bits are 0: times an exponent it is exact
const ln2Low = 5.497923018708371e-14;

/** log(x) for x > 0, not subnormal and finite. */
export function log(x: number): number {
  if (x >= 0.9375 && x < 1.064697265625) return x === 1 ? 0 : logNearOne(x - 1);
  float[0] = x;
  const shifted = words[1] - 0x3fe60000; // x = 2^k z with z in [0.6875, 1.375)
  const k = shifted >> 20;
  const place = (shifted >>> 13) & 127;
  words[1] -= k << 20;
  const z = float[0];
  const r = fma(z, logTable[2 * place], -1); // z/c - 1, below 1/256
  const w = k * ln2High + logTable[2 * place + 1]; // exact
  const high = w + r;
  const low = fma(k, ln2Low, w - high + r);
  const r2 = r * r;
  const third = fma(r, -0.2499999999622955, 0.33333333331825593);
  const fifth = fma(r, -0.16667054827627667, 0.20000304511814496);
  return fma(r * r2, fma(r2, fifth, third), fma(r2, -0.5000000000000001, low)) + high;
}

/** log(1 + r) for -0.0625 <= r < 0.0647, where log(c) would cancel: a polynomial of degree 12. */
function logNearOne(r: number): number {
  const r2 = r * r;
  const r3 = r * r2;
  const first = fma(r2, 0.19999999999320328, fma(r, -0.24999999999998432, 0.3333333333333352));
  const second = fma(r2, -0.12499997863982555, fma(r, 0.14285715076560868, -0.16666666669929706));
  const last = fma(r2, 0.09181994006195467, fma(r, -0.10000486757818193, 0.11110712032936046));
  const tail = fma(r3, fma(r3, fma(r3, -0.08328363062289341, last), second), first);
  const rHigh = r + r * 134217728 - r * 134217728; // 26 bits: its square is exact
  const half = -0.5 * rHigh * rHigh;
  const high = r + half;
  const low = fma(-0.5 * (r - rHigh), rHigh + r, r - high + half);
  return fma(r3, tail, low) + high;
}
