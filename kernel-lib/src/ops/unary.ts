/**
 * Operations on one tensor, element by element. They return fresh tensors laid out in memory like their operand.
 */
import type { DType } from "../core/dtype.js";
import { DTypeError } from "../core/errors.js";
import { loopOrder } from "../core/strides.js";
import type { Tensor, TensorLike } from "../core/tensor.js";
import type { UnaryOp } from "../engines/engine.js";
import { engine } from "../engines/index.js";
import { asFloat, castTo, makeLoop, makeTensorInOrder, toTensor } from "./convert.js";
import { unaryDense } from "./dense.js";

function runUnary(op: UnaryOp, dtype: DType, a: Tensor): Tensor {
  return unaryDense(op, dtype, a) ?? runStrided(op, dtype, a);
}

function runStrided(op: UnaryOp, dtype: DType, a: Tensor): Tensor {
  const out = makeTensorInOrder(dtype, a.shape, loopOrder(a.shape, [a.strides]));
  const loop = makeLoop(a.shape, [out, a]);
  engine().unary(op, loop.shape, loop.blocks[0], loop.blocks[1]);
  return out;
}

function floating(name: UnaryOp, a: TensorLike): Tensor {
  const t = asFloat(toTensor(name, a));
  return runUnary(name, t.dtype, t);
}

function question(name: UnaryOp, a: TensorLike): Tensor {
  return runUnary(name, "bool", toTensor(name, a));
}

/** Keeps integers as they are; booleans have no sign and count as int32. */
export function keeping(name: UnaryOp, a: TensorLike): Tensor {
  const t = toTensor(name, a);
  const number = t.dtype === "bool" ? castTo(t, "int32") : t;
  return runUnary(name, number.dtype, number);
}

/** -a. */
export function negative(a: TensorLike): Tensor {
  if (toTensor("negative", a).dtype !== "bool") return keeping("negative", a);
  throw new DTypeError("negative: booleans have no sign, got bool. Use logicalNot or astype first");
}

/** |a|. */
export function abs(a: TensorLike): Tensor {
  return keeping("abs", a);
}

/** -1, 0 or 1. */
export function sign(a: TensorLike): Tensor {
  return keeping("sign", a);
}

/** Square root; NaN below 0. */
export function sqrt(a: TensorLike): Tensor {
  return floating("sqrt", a);
}

/** e to the power a. */
export function exp(a: TensorLike): Tensor {
  return floating("exp", a);
}

/** e to the power a, minus 1; exact for small a. */
export function expm1(a: TensorLike): Tensor {
  return floating("expm1", a);
}

/** Natural logarithm; -Infinity at 0, NaN below. */
export function log(a: TensorLike): Tensor {
  return floating("log", a);
}

/** Natural logarithm of 1 + a; exact for small a. */
export function log1p(a: TensorLike): Tensor {
  return floating("log1p", a);
}

/** Hyperbolic tangent. */
export function tanh(a: TensorLike): Tensor {
  return floating("tanh", a);
}

/** The whole number below. */
export function floor(a: TensorLike): Tensor {
  return keeping("floor", a);
}

/** The whole number above. */
export function ceil(a: TensorLike): Tensor {
  return keeping("ceil", a);
}

/** True where the element is not a number. */
export function isnan(a: TensorLike): Tensor {
  return question("isnan", a);
}

/** True where the element is neither NaN nor infinite. */
export function isfinite(a: TensorLike): Tensor {
  return question("isfinite", a);
}

/** True where the element is 0 or false. */
export function logicalNot(a: TensorLike): Tensor {
  return runUnary("logicalNot", "bool", castTo(toTensor("logicalNot", a), "bool"));
}
