/**
 * What each operation does to one element. This table is the meaning; `float64-loops.ts` repeats the cheap
 * ones as loops for speed.
 */
import type { BinaryOp, UnaryOp } from "../engine.js";

export const unaryScalars: Record<UnaryOp, (x: number) => number> = {
  negative: (x) => -x,
  abs: Math.abs,
  sign: (x) => Math.sign(x) + 0,
  sqrt: Math.sqrt,
  square: (x) => x * x,
  exp: Math.exp,
  expm1: Math.expm1,
  log: Math.log,
  log1p: Math.log1p,
  tanh: Math.tanh,
  floor: Math.floor,
  ceil: Math.ceil,
  round: roundHalfEven,
  isnan: (x) => (Number.isNaN(x) ? 1 : 0),
  isfinite: (x) => (x - x === 0 ? 1 : 0),
  logicalNot: (x) => (x === 0 ? 1 : 0),
};

export const binaryScalars: Record<BinaryOp, (x: number, y: number) => number> = {
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
  divide: (x, y) => x / y,
  power,
  maximum: Math.max,
  minimum: Math.min,
  equal: (x, y) => (x === y ? 1 : 0),
  notEqual: (x, y) => (x !== y ? 1 : 0),
  less: (x, y) => (x < y ? 1 : 0),
  lessEqual: (x, y) => (x <= y ? 1 : 0),
  greater: (x, y) => (x > y ? 1 : 0),
  greaterEqual: (x, y) => (x >= y ? 1 : 0),
  logicalAnd: (x, y) => (x !== 0 && y !== 0 ? 1 : 0),
  logicalOr: (x, y) => (x !== 0 || y !== 0 ? 1 : 0),
};

/** Where whole numbers need care: products beyond 2^53 must still wrap exactly. */
export const integerScalars: Partial<Record<BinaryOp, (x: number, y: number) => number>> = {
  multiply: Math.imul,
  power: integerPower,
};

function roundHalfEven(x: number): number {
  const rounded = Math.round(x); // halves go up
  return rounded - x === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

/** As in C and NumPy: 1 to any power is 1, also to NaN, and so is -1 to an infinite power; in JavaScript both are NaN. */
function power(x: number, y: number): number {
  return x === 1 || (x === -1 && Math.abs(y) === Infinity) ? 1 : x ** y;
}

/** x^y by squaring, wrapping at 32 bits; y is not negative. */
function integerPower(x: number, y: number): number {
  let result = 1;
  for (let base = x, left = y; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = Math.imul(result, base);
    base = Math.imul(base, base);
  }
  return result;
}
