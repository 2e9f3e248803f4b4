/**
 * Operations on one tensor, element by element. They return fresh tensors laid out in memory like their operand,
 * or write into `out`.
 */
import type { DType } from "../core/dtype.js";
import { DTypeError } from "../core/errors.js";
import { loopOrder } from "../core/strides.js";
import type { Tensor, TensorLike } from "../core/tensor.js";
import type { UnaryOp } from "../engines/engine.js";
import { engine } from "../engines/index.js";
import { asFloat, castTo, makeLoop, makeTensorInOrder, toTensor } from "./convert.js";
import { unaryDense } from "./dense.js";
import { giveOut, type OutOptions, readOut, runInto } from "./out.js";

function runUnary(op: UnaryOp, dtype: DType, a: Tensor, options: OutOptions | undefined): Tensor {
  const out = readOut(op, options);
  if (out === undefined || out.dtype !== dtype) {
    return giveOut(op, out, unaryDense(op, dtype, a) ?? runStrided(op, dtype, a));
  }
  return runInto(op, out, [a], (shape, blocks) => engine().unary(op, shape, blocks[0], blocks[1]));
}

function runStrided(op: UnaryOp, dtype: DType, a: Tensor): Tensor {
  const out = makeTensorInOrder(dtype, a.shape, loopOrder(a.shape, [a.strides]));
  const loop = makeLoop(a.shape, [out, a]);
  engine().unary(op, loop.shape, loop.blocks[0], loop.blocks[1]);
  return out;
}

function floating(name: UnaryOp, a: TensorLike, options?: OutOptions): Tensor {
  const t = asFloat(toTensor(name, a));
  return runUnary(name, t.dtype, t, options);
}

function question(name: UnaryOp, a: TensorLike, options?: OutOptions): Tensor {
  return runUnary(name, "bool", toTensor(name, a), options);
}

/** Keeps every dtype as it is. */
function keepingAll(name: UnaryOp, a: TensorLike, options?: OutOptions): Tensor {
  const t = toTensor(name, a);
  return runUnary(name, t.dtype, t, options);
}

/** Keeps numbers as they are; booleans count as int32. */
export function keeping(name: UnaryOp, a: TensorLike, options?: OutOptions): Tensor {
  const t = toTensor(name, a);
  const number = t.dtype === "bool" ? castTo(t, "int32") : t;
  return runUnary(name, number.dtype, number, options);
}

function withSign(name: "negative" | "sign", a: TensorLike, options?: OutOptions): Tensor {
  const t = toTensor(name, a);
  if (t.dtype !== "bool") return runUnary(name, t.dtype, t, options);
  throw new DTypeError(`${name}: booleans have no sign, got bool. Use logicalNot or astype first`);
}

/**
 * -a.
 *
 * @throws {@link DTypeError} for bool
 *
 * @example
 * ```ts
 * np.negative([1, -2]).toArray(); // [-1, 2]
 * ```
 */
export function negative(a: TensorLike, options?: OutOptions): Tensor {
  return withSign("negative", a, options);
}

/**
 * |a|.
 *
 * @example
 * ```ts
 * np.abs([1, -2]).toArray(); // [1, 2]
 * ```
 */
export function abs(a: TensorLike, options?: OutOptions): Tensor {
  return keepingAll("abs", a, options);
}

/**
 * -1, 0 or 1; NaN of NaN.
 *
 * @throws {@link DTypeError} for bool
 *
 * @example
 * ```ts
 * np.sign([-3, 0, 0.5]).toArray(); // [-1, 0, 1]
 * ```
 */
export function sign(a: TensorLike, options?: OutOptions): Tensor {
  return withSign("sign", a, options);
}

/**
 * Square root; NaN below 0.
 *
 * @example
 * ```ts
 * np.sqrt([4, 9]).toArray(); // [2, 3]
 * ```
 */
export function sqrt(a: TensorLike, options?: OutOptions): Tensor {
  return floating("sqrt", a, options);
}

/**
 * e to the power a.
 *
 * @example
 * ```ts
 * np.exp([0, 1]).toArray(); // [1, 2.718281828459045]
 * ```
 */
export function exp(a: TensorLike, options?: OutOptions): Tensor {
  return floating("exp", a, options);
}

/**
 * e to the power a, minus 1; exact for small a.
 *
 * @example
 * ```ts
 * np.expm1([0, 1e-20]).toArray(); // [0, 1e-20]
 * ```
 */
export function expm1(a: TensorLike, options?: OutOptions): Tensor {
  return floating("expm1", a, options);
}

/**
 * Natural logarithm; -Infinity at 0, NaN below.
 *
 * @example
 * ```ts
 * np.log([1, 0]).toArray(); // [0, -Infinity]
 * ```
 */
export function log(a: TensorLike, options?: OutOptions): Tensor {
  return floating("log", a, options);
}

/**
 * Natural logarithm of 1 + a; exact for small a.
 *
 * @example
 * ```ts
 * np.log1p([0, 1e-20]).toArray(); // [0, 1e-20]
 * ```
 */
export function log1p(a: TensorLike, options?: OutOptions): Tensor {
  return floating("log1p", a, options);
}

/**
 * Hyperbolic tangent, between -1 and 1.
 *
 * @example
 * ```ts
 * np.tanh([0, 1000]).toArray(); // [0, 1]
 * ```
 */
export function tanh(a: TensorLike, options?: OutOptions): Tensor {
  return floating("tanh", a, options);
}

/**
 * The whole number below.
 *
 * @example
 * ```ts
 * np.floor([1.5, -1.5]).toArray(); // [1, -2]
 * ```
 */
export function floor(a: TensorLike, options?: OutOptions): Tensor {
  return keepingAll("floor", a, options);
}

/**
 * The whole number above.
 *
 * @example
 * ```ts
 * np.ceil([1.5, 0.5]).toArray(); // [2, 1]
 * ```
 */
export function ceil(a: TensorLike, options?: OutOptions): Tensor {
  return keepingAll("ceil", a, options);
}

/**
 * True where the element is not a number.
 *
 * @example
 * ```ts
 * np.isnan([1, NaN]).toArray(); // [false, true]
 * ```
 */
export function isnan(a: TensorLike, options?: OutOptions): Tensor {
  return question("isnan", a, options);
}

/**
 * True where the element is neither NaN nor infinite.
 *
 * @example
 * ```ts
 * np.isfinite([1, NaN, Infinity]).toArray(); // [true, false, false]
 * ```
 */
export function isfinite(a: TensorLike, options?: OutOptions): Tensor {
  return question("isfinite", a, options);
}

/**
 * True where the element is 0 or false.
 *
 * @example
 * ```ts
 * np.logicalNot([0, 2]).toArray(); // [true, false]
 * ```
 */
export function logicalNot(a: TensorLike, options?: OutOptions): Tensor {
  return runUnary("logicalNot", "bool", castTo(toTensor("logicalNot", a), "bool"), options);
}
