/** Numbers as files hold them, brought to one of the five dtypes of a tensor. */
import { DataError } from "../core/errors.js";
import type { Tensor } from "../core/tensor.js";
import { fromBuffer } from "../ops/creation.js";

/** The plain numbers of a file. */
export type Numbers =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | BigUint64Array
  | BigInt64Array
  | Float32Array
  | Float64Array;

type Native = Uint8Array | Int32Array | Float32Array | Float64Array;

/**
 * A tensor of the numbers. Integers other than uint8 become int32, or float64 when one of them needs more.
 * `name` and `path` are for the error when a number is too large even for float64.
 */
export function toTensor(
  name: string,
  path: string,
  numbers: Numbers,
  shape: readonly number[],
  bool: boolean,
): Tensor {
  const tensor = fromBuffer(toNative(name, path, numbers), [...shape]);
  return bool ? tensor.astype("bool") : tensor;
}

function toNative(name: string, path: string, numbers: Numbers): Native {
  if (numbers instanceof Uint8Array || numbers instanceof Int32Array) return numbers;
  if (numbers instanceof Float32Array || numbers instanceof Float64Array) return numbers;
  const values = Float64Array.from(numbers as ArrayLike<number | bigint>, Number);
  if (values.every((value) => value >= -(2 ** 31) && value < 2 ** 31)) return Int32Array.from(values);
  const lost = values.find((value) => !Number.isSafeInteger(value));
  if (lost === undefined) return values;
  throw new DataError(`${name}: integers up to 2^53 can be kept exactly, got ${lost} in ${path}`);
}
