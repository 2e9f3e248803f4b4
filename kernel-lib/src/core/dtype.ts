/**
 * The five element types and NumPy's rules for mixing them. Booleans are stored as bytes 0 and 1.
 * A plain number takes part weakly: it adapts to the dtype of the tensor beside it.
 */
import { DataError, DTypeError } from "./errors.js";
import { describeValue } from "./words.js";

/** The element types, from the widest: two floats, two kinds of whole numbers, true and false. */
export type DType = "float64" | "float32" | "int32" | "uint8" | "bool";

/** What holds the elements; bool lives in a Uint8Array. */
export type TypedArray = Float64Array | Float32Array | Int32Array | Uint8Array;

/** From the narrowest to the widest. */
const dtypes: readonly DType[] = ["bool", "uint8", "int32", "float32", "float64"];

const bytes: Record<DType, number> = { bool: 1, uint8: 1, int32: 4, float32: 4, float64: 8 };

/** Bytes per element. */
export function itemSize(dtype: DType): number {
  return bytes[dtype];
}

/** Throws a DTypeError unless `dtype` is one of the five names. */
export function checkDType(name: string, dtype: unknown): asserts dtype is DType {
  if (dtypes.includes(dtype as DType)) return;
  throw new DTypeError(`${name}: dtype must be one of ${dtypes.join(", ")}, got ${describeValue(dtype)}`);
}

/** float64 or float32. */
export function isFloat(dtype: DType): boolean {
  return dtype === "float64" || dtype === "float32";
}

/** uint8 or int32. */
export function isInteger(dtype: DType): boolean {
  return dtype === "int32" || dtype === "uint8";
}

/** The dtype that holds both, as NumPy promotes: int32 with float32 gives float64. */
export function promote(a: DType, b: DType): DType {
  if (a === b) return a;
  const [low, high] = dtypes.indexOf(a) < dtypes.indexOf(b) ? [a, b] : [b, a];
  return low === "int32" && high === "float32" ? "float64" : high;
}

/** Whether NumPy's "same_kind" lets a result of dtype `from` be written as `to`: never to a narrower kind. */
export function canCast(from: DType, to: DType): boolean {
  return dtypes.indexOf(from) <= dtypes.indexOf(to) || (isFloat(from) && isFloat(to));
}

/** The dtype of `tensor op number`: a fraction makes integers float64, a float32 tensor stays float32. */
export function promoteNumber(dtype: DType, value: number): DType {
  if (isFloat(dtype)) return dtype;
  if (!Number.isInteger(value)) return "float64";
  return dtype === "bool" ? "int32" : dtype;
}

/** Whether the integer `value` can be stored in an integer dtype without wrapping. */
export function fitsInteger(dtype: DType, value: number): boolean {
  if (dtype === "uint8") return value >= 0 && value <= 255;
  return value >= -2147483648 && value <= 2147483647;
}

/** Throws unless `value` is a number or boolean that `dtype` can hold; fractions may be cut off. */
export function checkStorable(name: string, dtype: DType, value: unknown): void {
  if (typeof value !== "number" && typeof value !== "boolean") {
    throw new DataError(`${name}: the value must be a number or a boolean, got ${describeValue(value)}`);
  }
  if (!isInteger(dtype) || fitsInteger(dtype, Math.trunc(Number(value)))) return;
  throw new DTypeError(`${name}: numbers must fit ${dtype}, got ${value}`);
}
