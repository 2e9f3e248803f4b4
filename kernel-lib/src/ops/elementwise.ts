/**
 * Operations on several tensors, element by element, with NumPy's broadcasting and promotion. They return fresh tensors laid out
 * in memory like their operands, or write into `out`.
 */
import { broadcastShapes, broadcastStrides } from "../core/broadcast.js";
import type { DType } from "../core/dtype.js";
import { fitsInteger, isFloat, isInteger, promote, promoteNumber } from "../core/dtype.js";
import { DTypeError } from "../core/errors.js";
import { resolveWhole } from "../core/shape.js";
import type { Strides } from "../core/strides.js";
import { loopOrder } from "../core/strides.js";
import type { TensorLike } from "../core/tensor.js";
import { Tensor } from "../core/tensor.js";
import type { BinaryOp } from "../engines/engine.js";
import { engine } from "../engines/index.js";
import { castTo, copyOf, makeLoop, makeTensorInOrder, toTensor } from "./convert.js";
import { binaryDense, binaryFloats } from "./dense.js";
import { placesOf } from "./indexing.js";
import { giveOut, type OutOptions, readOut, runInto } from "./out.js";
import { keeping } from "./unary.js";

/** Runs one operation over operands that already have the dtype it works in. */
function runBinary(
  op: BinaryOp,
  name: string,
  dtype: DType,
  a: Tensor,
  b: Tensor,
  options: OutOptions | undefined,
): Tensor {
  const out = readOut(name, options);
  if (out === undefined || out.dtype !== dtype) {
    return giveOut(name, out, binaryDense(op, dtype, a, b) ?? runBroadcast(op, name, dtype, a, b));
  }
  return runInto(name, out, [a, b], (shape, blocks) =>
    engine().binary(op, shape, blocks[0], blocks[1], blocks[2]),
  );
}

function runBroadcast(op: BinaryOp, name: string, dtype: DType, a: Tensor, b: Tensor): Tensor {
  const shape = broadcastShapes(name, a.shape, b.shape);
  const strides: Strides[] = [a, b].map((t) => broadcastStrides(t.shape, t.strides, shape));
  const order = loopOrder(shape, strides);
  const out = makeTensorInOrder(dtype, shape, order);
  const loop = makeLoop(shape, [out, a, b], [out.strides, ...strides], order);
  engine().binary(op, loop.shape, loop.blocks[0], loop.blocks[1], loop.blocks[2]);
  return out;
}

/** Both operands as tensors, and the dtype they meet in; a plain number adapts to the tensor beside it. */
function meet(name: string, a: TensorLike, b: TensorLike): { x: Tensor; y: Tensor; dtype: DType } {
  const x = toTensor(name, a);
  const y = toTensor(name, b);
  let dtype = promote(x.dtype, y.dtype);
  if (typeof a === "number" && typeof b !== "number") dtype = promoteNumber(y.dtype, a);
  if (typeof b === "number" && typeof a !== "number") dtype = promoteNumber(x.dtype, b);
  return { x, y, dtype };
}

/** A number must fit the integer dtype it meets: 300 is no uint8. */
function checkNumber(name: string, value: TensorLike, dtype: DType): void {
  if (typeof value !== "number" || !isInteger(dtype) || fitsInteger(dtype, value)) return;
  throw new DTypeError(`${name}: numbers must fit ${dtype}, got ${value}. Use astype("float64") first`);
}

function arithmetic(name: BinaryOp, a: TensorLike, b: TensorLike, options: OutOptions | undefined): Tensor {
  const common = options === undefined ? binaryFloats(name, a, b) : undefined;
  return common ?? arithmeticOfAny(name, a, b, options);
}

function arithmeticOfAny(
  name: BinaryOp,
  a: TensorLike,
  b: TensorLike,
  options: OutOptions | undefined,
): Tensor {
  const { x, y, dtype } = meet(name, a, b);
  checkNumber(name, a, dtype);
  checkNumber(name, b, dtype);
  return runBinary(name, name, dtype, castTo(x, dtype), castTo(y, dtype), options);
}

function compare(name: BinaryOp, a: TensorLike, b: TensorLike, options: OutOptions | undefined): Tensor {
  const { x, y, dtype } = meet(name, a, b);
  const fits = [a, b].every((v) => typeof v !== "number" || !isInteger(dtype) || fitsInteger(dtype, v));
  const common = fits ? dtype : "float64";
  return runBinary(name, name, "bool", castTo(x, common), castTo(y, common), options);
}

function logical(
  op: BinaryOp,
  name: string,
  a: TensorLike,
  b: TensorLike,
  options: OutOptions | undefined,
): Tensor {
  const [x, y] = [toTensor(name, a), toTensor(name, b)];
  return runBinary(op, name, "bool", castTo(x, "bool"), castTo(y, "bool"), options);
}

function bothBool(name: string, a: TensorLike, b: TensorLike): boolean {
  if (typeof a === "number" || typeof b === "number") return false;
  if (a instanceof Tensor && a.dtype !== "bool") return false;
  return meet(name, a, b).dtype === "bool";
}

/**
 * a + b; "or" for booleans. Shapes broadcast.
 *
 * @throws {@link ShapeError} when the shapes do not broadcast
 * @throws {@link DTypeError} when a number does not fit an integer dtype
 *
 * @example
 * ```ts
 * np.add([[1], [2]], [10, 20]).toArray(); // [[11, 21], [12, 22]]
 * const total = np.zeros([2]);
 * for (const row of [[1, 2], [3, 4]]) np.add(total, row, { out: total }); // no new memory in the loop
 * total.toArray(); // [4, 6]
 * ```
 */
export function add(a: TensorLike, b: TensorLike, options?: OutOptions): Tensor {
  return bothBool("add", a, b)
    ? logical("logicalOr", "add", a, b, options)
    : arithmetic("add", a, b, options);
}

/**
 * a - b. Shapes broadcast.
 *
 * @throws {@link ShapeError} when the shapes do not broadcast
 * @throws {@link DTypeError} for two booleans
 *
 * @example
 * ```ts
 * np.subtract([5, 7], 1).toArray(); // [4, 6]
 * ```
 */
export function subtract(a: TensorLike, b: TensorLike, options?: OutOptions): Tensor {
  if (!bothBool("subtract", a, b)) return arithmetic("subtract", a, b, options);
  throw new DTypeError(
    "subtract: booleans cannot be subtracted, got bool - bool. Use notEqual or astype first",
  );
}

/**
 * a * b element by element; "and" for booleans. Shapes broadcast. For products of matrices see {@link matmul}.
 *
 * @throws {@link ShapeError} when the shapes do not broadcast
 * @throws {@link DTypeError} when a number does not fit an integer dtype
 *
 * @example
 * ```ts
 * np.multiply([[1], [2]], [10, 20]).toArray(); // [[10, 20], [20, 40]]
 * ```
 */
export function multiply(a: TensorLike, b: TensorLike, options?: OutOptions): Tensor {
  return bothBool("multiply", a, b)
    ? logical("logicalAnd", "multiply", a, b, options)
    : arithmetic("multiply", a, b, options);
}

/**
 * a / b, always in floating point. Shapes broadcast.
 *
 * @throws {@link ShapeError} when the shapes do not broadcast
 *
 * @example
 * ```ts
 * np.divide([1, 0], [2, 0]).toArray(); // [0.5, NaN]
 * ```
 */
export function divide(a: TensorLike, b: TensorLike, options?: OutOptions): Tensor {
  const common = options === undefined ? binaryFloats("divide", a, b) : undefined;
  return common ?? divideAny(a, b, options);
}

function divideAny(a: TensorLike, b: TensorLike, options: OutOptions | undefined): Tensor {
  const { x, y, dtype } = meet("divide", a, b);
  const float = isFloat(dtype) ? dtype : "float64";
  return runBinary("divide", "divide", float, castTo(x, float), castTo(y, float), options);
}

/**
 * a to the power b. Integers stay integers, so they take no negative powers. Shapes broadcast.
 *
 * @throws {@link ShapeError} when the shapes do not broadcast
 * @throws {@link DTypeError} for integers to a negative power
 *
 * @example
 * ```ts
 * np.power([1, 2, 3], 2).toArray(); // [1, 4, 9]
 * ```
 */
export function power(a: TensorLike, b: TensorLike, options?: OutOptions): Tensor {
  const base = toTensor("power", a);
  if (b === 2 && base.dtype !== "bool") return giveOut("power", readOut("power", options), square(base));
  const { x, y, dtype } = meet("power", a, b);
  if (isFloat(dtype)) {
    return runBinary("power", "power", dtype, castTo(x, dtype), castTo(y, dtype), options);
  }
  const whole = dtype === "bool" ? "int32" : dtype;
  const exponent = castTo(y, whole);
  for (const value of new Set(exponent.toTypedArray())) {
    if (value >= 0) continue;
    throw new DTypeError(
      `power: integers take no negative powers, got ${x.dtype} to the ${value}. Use astype("float64")`,
    );
  }
  checkNumber("power", a, whole);
  return runBinary("power", "power", whole, castTo(x, whole), exponent, options);
}

/**
 * The larger of each pair; NaN wins. Shapes broadcast.
 *
 * @throws {@link ShapeError} when the shapes do not broadcast
 *
 * @example
 * ```ts
 * np.maximum([-1, 2], 0).toArray(); // [0, 2]
 * ```
 */
export function maximum(a: TensorLike, b: TensorLike, options?: OutOptions): Tensor {
  return arithmetic("maximum", a, b, options);
}

/**
 * The smaller of each pair; NaN wins. Shapes broadcast.
 *
 * @throws {@link ShapeError} when the shapes do not broadcast
 *
 * @example
 * ```ts
 * np.minimum([-1, 2], 0).toArray(); // [-1, 0]
 * ```
 */
export function minimum(a: TensorLike, b: TensorLike, options?: OutOptions): Tensor {
  return arithmetic("minimum", a, b, options);
}

/**
 * a == b, a bool tensor; NaN equals nothing. Shapes broadcast.
 *
 * @throws {@link ShapeError} when the shapes do not broadcast
 *
 * @example
 * ```ts
 * np.equal([1, 2], 2).toArray(); // [false, true]
 * ```
 */
export function equal(a: TensorLike, b: TensorLike, options?: OutOptions): Tensor {
  return compare("equal", a, b, options);
}

/**
 * a != b, a bool tensor. Shapes broadcast.
 *
 * @throws {@link ShapeError} when the shapes do not broadcast
 *
 * @example
 * ```ts
 * np.notEqual([1, 2], 2).toArray(); // [true, false]
 * ```
 */
export function notEqual(a: TensorLike, b: TensorLike, options?: OutOptions): Tensor {
  return compare("notEqual", a, b, options);
}

/**
 * a < b, a bool tensor. Shapes broadcast.
 *
 * @throws {@link ShapeError} when the shapes do not broadcast
 *
 * @example
 * ```ts
 * np.less([1, 2], 2).toArray(); // [true, false]
 * ```
 */
export function less(a: TensorLike, b: TensorLike, options?: OutOptions): Tensor {
  return compare("less", a, b, options);
}

/**
 * a <= b, a bool tensor. Shapes broadcast.
 *
 * @throws {@link ShapeError} when the shapes do not broadcast
 *
 * @example
 * ```ts
 * np.lessEqual([1, 2, 3], 2).toArray(); // [true, true, false]
 * ```
 */
export function lessEqual(a: TensorLike, b: TensorLike, options?: OutOptions): Tensor {
  return compare("lessEqual", a, b, options);
}

/**
 * a > b, a bool tensor. Shapes broadcast.
 *
 * @throws {@link ShapeError} when the shapes do not broadcast
 *
 * @example
 * ```ts
 * np.greater([1, 2, 3], 2).toArray(); // [false, false, true]
 * ```
 */
export function greater(a: TensorLike, b: TensorLike, options?: OutOptions): Tensor {
  return compare("greater", a, b, options);
}

/**
 * a >= b, a bool tensor. Shapes broadcast.
 *
 * @throws {@link ShapeError} when the shapes do not broadcast
 *
 * @example
 * ```ts
 * np.greaterEqual([1, 2, 3], 2).toArray(); // [false, true, true]
 * ```
 */
export function greaterEqual(a: TensorLike, b: TensorLike, options?: OutOptions): Tensor {
  return compare("greaterEqual", a, b, options);
}

/**
 * Both true (not 0). Shapes broadcast.
 *
 * @throws {@link ShapeError} when the shapes do not broadcast
 *
 * @example
 * ```ts
 * np.logicalAnd([true, true], [true, false]).toArray(); // [true, false]
 * ```
 */
export function logicalAnd(a: TensorLike, b: TensorLike, options?: OutOptions): Tensor {
  return logical("logicalAnd", "logicalAnd", a, b, options);
}

/**
 * At least one true (not 0). Shapes broadcast.
 *
 * @throws {@link ShapeError} when the shapes do not broadcast
 *
 * @example
 * ```ts
 * np.logicalOr([true, false], [false, false]).toArray(); // [true, false]
 * ```
 */
export function logicalOr(a: TensorLike, b: TensorLike, options?: OutOptions): Tensor {
  return logical("logicalOr", "logicalOr", a, b, options);
}

/**
 * a * a.
 *
 * @example
 * ```ts
 * np.square([1, -3]).toArray(); // [1, 9]
 * ```
 */
export function square(a: TensorLike, options?: OutOptions): Tensor {
  const t = toTensor("square", a);
  return isInteger(t.dtype)
    ? runBinary("multiply", "square", t.dtype, t, t, options)
    : keeping("square", t, options);
}

/**
 * Rounded to `decimals` places, halves to even.
 *
 * @example
 * ```ts
 * np.round([0.5, 1.5, 2.5]).toArray(); // [0, 2, 2]
 * np.round(3.14159, 2).item(); // 3.14
 * ```
 */
export function round(a: TensorLike, decimals = 0, options?: OutOptions): Tensor {
  const places = resolveWhole("round", "decimals", decimals);
  const t = toTensor("round", a);
  if (places === 0 || (places > 0 && !isFloat(t.dtype))) return keeping("round", t, options);
  return giveOut("round", readOut("round", options), roundedAt(t, places));
}

function roundedAt(t: Tensor, decimals: number): Tensor {
  const scale = 10 ** Math.abs(decimals);
  if (decimals > 0) return divide(keeping("round", multiply(t, scale)), scale);
  return castTo(multiply(keeping("round", divide(t, scale)), scale), t.dtype === "bool" ? "int32" : t.dtype);
}

/**
 * Values below `low` become `low`, values above `high` become `high`; null leaves a side open. Shapes broadcast.
 *
 * @throws {@link ShapeError} when the shapes do not broadcast
 *
 * @example
 * ```ts
 * np.clip([-1, 0.5, 2], 0, 1).toArray(); // [0, 0.5, 1]
 * ```
 */
export function clip(
  a: TensorLike,
  low: TensorLike | null,
  high: TensorLike | null = null,
  options?: OutOptions,
): Tensor {
  const t = toTensor("clip", a);
  const raised = (low ?? null) === null ? t : bound("maximum", t, low as TensorLike);
  const result = high === null ? raised : bound("minimum", raised, high);
  return giveOut("clip", readOut("clip", options), result === a ? copyOf(t) : result);
}

/** A limit beyond all that an integer dtype can hold is none. */
function bound(op: "maximum" | "minimum", t: Tensor, limit: TensorLike): Tensor {
  const { x, y, dtype } = meet("clip", t, limit);
  const beyond = typeof limit === "number" && isInteger(dtype) && !fitsInteger(dtype, limit);
  if (beyond && limit > 0 === (op === "minimum")) return castTo(x, dtype);
  checkNumber("clip", limit, dtype);
  return runBinary(op, "clip", dtype, castTo(x, dtype), castTo(y, dtype), undefined);
}

/**
 * Where `condition` is true (not 0) the element of `a`, else that of `b`. Shapes broadcast. With the condition alone the places
 * where it is true, one int32 tensor per axis.
 *
 * @throws {@link ShapeError} when the shapes do not broadcast
 *
 * @example
 * ```ts
 * np.where([true, false], [1, 2], 0).toArray(); // [1, 0]
 * np.where([0, 1, 1])[0].toArray(); // [1, 2]
 * ```
 */
export function where(condition: TensorLike): Tensor[];
export function where(condition: TensorLike, a: TensorLike, b: TensorLike): Tensor;
export function where(condition: TensorLike, a?: TensorLike, b?: TensorLike): Tensor | Tensor[] {
  if (a === undefined && b === undefined) return placesOf("where", condition);
  if (a !== undefined && b !== undefined) return choose(condition, a, b);
  throw new TypeError("where: the condition alone or two values beside it are needed, got one value");
}

function choose(condition: TensorLike, a: TensorLike, b: TensorLike): Tensor {
  const { x, y, dtype } = meet("where", a, b);
  const operands = [castTo(toTensor("where", condition), "bool"), castTo(x, dtype), castTo(y, dtype)];
  const shape = broadcastShapes("where", ...operands.map((t) => t.shape));
  const strides = operands.map((t) => broadcastStrides(t.shape, t.strides, shape));
  const order = loopOrder(shape, strides);
  const out = makeTensorInOrder(dtype, shape, order);
  const loop = makeLoop(shape, [out, ...operands], [out.strides, ...strides], order);
  engine().select(loop.shape, loop.blocks[0], loop.blocks[1], loop.blocks[2], loop.blocks[3]);
  return out;
}
