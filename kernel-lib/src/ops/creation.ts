/**
 * New tensors: from lists, from typed arrays, filled, and in even steps. float64 unless told otherwise.
 */
import type { DType, TypedArray } from "../core/dtype.js";
import { checkDType } from "../core/dtype.js";
import type { Shape } from "../core/shape.js";
import { toShape } from "../core/shape.js";
import { contiguousStrides } from "../core/strides.js";
import type { TensorLike } from "../core/tensor.js";
import { Tensor } from "../core/tensor.js";
import { checkOptions } from "../core/words.js";
import { checkSize, copyInto, copyOf, makeScalar, makeTensor, toTensor, typedArrayDType } from "./convert.js";

export interface DTypeOptions {
  readonly dtype?: DType | undefined;
}

function readDType(name: string, options: DTypeOptions | undefined, missing: DType): DType {
  checkOptions(name, options, ["dtype"]);
  const dtype = options?.dtype ?? missing;
  checkDType(name, dtype);
  return dtype;
}

/**
 * A tensor from nested lists, a typed array, a number or another tensor; always a copy.
 *
 * @throws {@link ShapeError} when the lists are ragged; the message names the place
 *
 * @example
 * ```ts
 * np.array([[1, 2], [3, 4]]).shape; // [2, 2]
 * ```
 */
export function array(
  values: TensorLike | TypedArray | readonly TensorLike[],
  options?: DTypeOptions,
): Tensor {
  const t = toTensor("array", values as TensorLike);
  const dtype = readDType("array", options, t.dtype);
  return copyOf(t, dtype);
}

/** Wraps a typed array without copying: `np.fromBuffer(new Float64Array(6), [2, 3])`. */
export function fromBuffer(
  data: TypedArray | Uint8ClampedArray,
  shape: number | Shape = data.length,
): Tensor {
  const dtype = typedArrayDType("fromBuffer", data);
  const lengths = toShape("fromBuffer", shape);
  checkSize("fromBuffer", data.length, lengths);
  const isClamped = data instanceof Uint8ClampedArray;
  const storage = isClamped ? new Uint8Array(data.buffer, data.byteOffset, data.length) : data;
  return new Tensor(storage, dtype, lengths, contiguousStrides(lengths));
}

/** Zeros: `np.zeros([2, 3])`. */
export function zeros(shape: number | Shape, options?: DTypeOptions): Tensor {
  return makeTensor(readDType("zeros", options, "float64"), toShape("zeros", shape));
}

/** Ones: `np.ones([2, 3])`. */
export function ones(shape: number | Shape, options?: DTypeOptions): Tensor {
  return filled(readDType("ones", options, "float64"), toShape("ones", shape), 1);
}

/** One value everywhere: `np.full([2, 3], 7)`. */
export function full(shape: number | Shape, value: number | boolean, options?: DTypeOptions): Tensor {
  const dtype = readDType("full", options, typeof value === "boolean" ? "bool" : "float64");
  return filled(dtype, toShape("full", shape), Number(value));
}

function filled(dtype: DType, shape: Shape, value: number): Tensor {
  const out = makeTensor(dtype, shape);
  copyInto(out, makeScalar("float64", value).broadcastTo(shape));
  return out;
}

/** Zeros in the shape and dtype of `a`. */
export function zerosLike(a: TensorLike, options?: DTypeOptions): Tensor {
  const t = toTensor("zerosLike", a);
  return makeTensor(readDType("zerosLike", options, t.dtype), t.shape);
}

/** Ones in the shape and dtype of `a`. */
export function onesLike(a: TensorLike, options?: DTypeOptions): Tensor {
  const t = toTensor("onesLike", a);
  return filled(readDType("onesLike", options, t.dtype), t.shape, 1);
}

/** One value everywhere, in the shape and dtype of `a`. */
export function fullLike(a: TensorLike, value: number | boolean, options?: DTypeOptions): Tensor {
  const t = toTensor("fullLike", a);
  return filled(readDType("fullLike", options, t.dtype), t.shape, Number(value));
}

/** Ones on the diagonal of an (n, m) matrix, m = n by default. */
export function eye(n: number, m: number = n, options?: DTypeOptions): Tensor {
  const out = makeTensor(readDType("eye", options, "float64"), toShape("eye", [n, m]));
  for (let i = 0; i < Math.min(n, m); i++) out.set(1, i, i);
  return out;
}

/** Numbers from `start` (0) up to but without `stop`: `np.arange(3)`, `np.arange(1, 2, 0.5)`; float64. */
export function arange(start: number, stop?: number, step = 1, options?: DTypeOptions): Tensor {
  const [first, end] = stop === undefined ? [0, start] : [start, stop];
  if (![first, end, step].every(Number.isFinite) || step === 0) {
    throw new RangeError(
      `arange: start, stop and a step that is not 0 are needed, got ${first}, ${end}, ${step}`,
    );
  }
  const length = Math.max(0, Math.ceil((end - first) / step));
  const delta = first + step - first; // NumPy steps by the rounded difference of its first two values
  return copyOf(
    fromBuffer(Float64Array.from({ length }, (_, i) => first + i * delta)),
    readDType("arange", options, "float64"),
  );
}

/** `count` numbers from `start` to `stop`, both included. */
export function linspace(start: number, stop: number, count = 50): Tensor {
  const [length] = toShape("linspace", count);
  const parts = length - 1;
  const step = (stop - start) / parts;
  const value = (i: number): number => (i === parts && parts > 0 ? stop : i * (parts > 0 ? step : 0) + start);
  return fromBuffer(Float64Array.from({ length }, (_, i) => value(i)));
}
