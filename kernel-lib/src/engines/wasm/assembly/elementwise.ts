/**
 * Cheap operations on pairs of float64: n results at `out`, from n values or one repeated value on either side. Works
 * in groups of eight, so up to seven places after the n-th are spoilt.
 */

/** The codes that elementwise.ts beside this folder sends. */
const ADD = 0;
const SUBTRACT = 1;
const MULTIPLY = 2;
const DIVIDE = 3;
const MAXIMUM = 4;

/** A group of eight lies in 64 bytes; a repeated value fills them once, and its step is 0. */
export function binary64(op: i32, n: i32, out: usize, a: usize, aStep: usize, b: usize, bStep: usize): void {
  const end = out + ((n as usize) << 3);
  switch (op) {
    case ADD:
      return each(ADD, end, out, a, aStep, b, bStep);
    case SUBTRACT:
      return each(SUBTRACT, end, out, a, aStep, b, bStep);
    case MULTIPLY:
      return each(MULTIPLY, end, out, a, aStep, b, bStep);
    case DIVIDE:
      return each(DIVIDE, end, out, a, aStep, b, bStep);
    case MAXIMUM:
      return each(MAXIMUM, end, out, a, aStep, b, bStep);
    default:
      return each(MAXIMUM + 1, end, out, a, aStep, b, bStep);
  }
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
  return op === MAXIMUM ? f64x2.max(x, y) : f64x2.min(x, y);
}
