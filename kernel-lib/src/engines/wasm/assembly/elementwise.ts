/**
 * Operations on pairs of float64: n results at `out`, from n values or one repeated value on either side. Works in
 * groups of eight, so up to seven places after the n-th are spoilt.
 */
import { eachExp, eachSigmoid } from "./exp";
import { eachLog } from "./log";
import { eachTanh } from "./tanh";

/** The codes that elementwise.ts beside this folder sends; from NEGATIVE on `b` is not read. */
const ADD = 0;
const SUBTRACT = 1;
const MULTIPLY = 2;
const DIVIDE = 3;
const MAXIMUM = 4;
const MINIMUM = 5;
const NEGATIVE = 6;
const ABS = 7;
const SQRT = 8;
const SQUARE = 9; // 10 to 13: exp, log, tanh, sigmoid

type Loop = (end: usize, out: usize, a: usize, aStep: usize, b: usize, bStep: usize) => void;

/** By code. Loops called by name would be merged into one, which asks for the operation at every pair. */
const loops: StaticArray<Loop> = [
  (end, out, a, aStep, b, bStep) => each(ADD, end, out, a, aStep, b, bStep),
  (end, out, a, aStep, b, bStep) => each(SUBTRACT, end, out, a, aStep, b, bStep),
  (end, out, a, aStep, b, bStep) => each(MULTIPLY, end, out, a, aStep, b, bStep),
  (end, out, a, aStep, b, bStep) => each(DIVIDE, end, out, a, aStep, b, bStep),
  (end, out, a, aStep, b, bStep) => each(MAXIMUM, end, out, a, aStep, b, bStep),
  (end, out, a, aStep, b, bStep) => each(MINIMUM, end, out, a, aStep, b, bStep),
  (end, out, a, aStep, b, bStep) => each(NEGATIVE, end, out, a, aStep, b, bStep),
  (end, out, a, aStep, b, bStep) => each(ABS, end, out, a, aStep, b, bStep),
  (end, out, a, aStep, b, bStep) => each(SQRT, end, out, a, aStep, b, bStep),
  (end, out, a, aStep, b, bStep) => each(SQUARE, end, out, a, aStep, b, bStep),
  (end, out, a, aStep, b, bStep) => eachExp(end, out, a, aStep),
  (end, out, a, aStep, b, bStep) => eachLog(end, out, a, aStep),
  (end, out, a, aStep, b, bStep) => eachTanh(end, out, a, aStep),
  (end, out, a, aStep, b, bStep) => eachSigmoid(end, out, a, aStep),
];

/** A group of eight lies in 64 bytes; a repeated value fills them once, and its step is 0. */
export function each64(op: i32, n: i32, out: usize, a: usize, aStep: usize, b: usize, bStep: usize): void {
  unchecked(loops[op])(out + ((n as usize) << 3), out, a, aStep, b, bStep);
}

// @ts-ignore: decorator
@inline
function each(op: i32, end: usize, out: usize, a: usize, aStep: usize, b: usize, bStep: usize): void {
  for (; out < end; out += 64, a += aStep, b += bStep) {
    v128.store(out, pair(op, v128.load(a), v128.load(b)));
    v128.store(out, pair(op, v128.load(a, 16), v128.load(b, 16)), 16);
    v128.store(out, pair(op, v128.load(a, 32), v128.load(b, 32)), 32);
    v128.store(out, pair(op, v128.load(a, 48), v128.load(b, 48)), 48);
  }
}

/** `op` is known when this is compiled, so one branch remains. */
// @ts-ignore: decorator
@inline
function pair(op: i32, x: v128, y: v128): v128 {
  if (op === ADD) return f64x2.add(x, y);
  if (op === SUBTRACT) return f64x2.sub(x, y);
  if (op === MULTIPLY) return f64x2.mul(x, y);
  if (op === DIVIDE) return f64x2.div(x, y);
  if (op === MAXIMUM) return f64x2.max(x, y);
  if (op === MINIMUM) return f64x2.min(x, y);
  if (op === NEGATIVE) return f64x2.neg(x);
  if (op === ABS) return f64x2.abs(x);
  if (op === SQRT) return f64x2.sqrt(x);
  return f64x2.mul(x, x);
}
