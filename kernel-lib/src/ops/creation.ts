/**
 * New tensors: from lists, from typed arrays, and filled. float64 unless told otherwise.
 */
import type { DType, TypedArray } from "../core/dtype.js";
import { checkStorable, isInteger } from "../core/dtype.js";
import type { Shape } from "../core/shape.js";
import { resolveWhole, toShape } from "../core/shape.js";
import { contiguousStrides } from "../core/strides.js";
import type { TensorLike } from "../core/tensor.js";
import { Tensor } from "../core/tensor.js";
import { checkSize, copyInto, copyOf, makeScalar, makeTensor, toTensor, typedArrayDType } from "./convert.js";
import type { DTypeOptions } from "./options.js";
import { readDType, splitOptions } from "./options.js";

/**
 * A tensor from nested lists, a typed array, a number or another tensor; always a copy.
 *
 * @throws {@link ShapeError} when the lists are ragged; the message names the place
 * @throws {@link DTypeError} when a number of the lists does not fit an integer dtype
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
  if (isInteger(dtype) && !(values instanceof Tensor) && !ArrayBuffer.isView(values))
    for (const value of t.readable) checkStorable("array", dtype, value);
  return copyOf(t, dtype);
}

/**
 * Wraps a typed array without copying: tensor and array share memory. The dtype is that of the array.
 *
 * @param shape - the lengths of the axes; one axis with all elements by default
 * @throws {@link DataError} when it is no Float64Array, Float32Array, Int32Array, Uint8Array or Uint8ClampedArray
 * @throws {@link ShapeError} when the shape does not hold every element
 *
 * @example
 * ```ts
 * np.fromBuffer(Float64Array.of(1, 2, 3, 4), [2, 2]).toArray(); // [[1, 2], [3, 4]]
 * ```
 */
export function fromBuffer(data: TypedArray | Uint8ClampedArray, shape?: number | Shape): Tensor {
  const dtype = typedArrayDType("fromBuffer", data);
  const lengths = toShape("fromBuffer", shape ?? data.length);
  checkSize("fromBuffer", data.length, lengths);
  const isClamped = data instanceof Uint8ClampedArray;
  const storage = isClamped ? new Uint8Array(data.buffer, data.byteOffset, data.length) : data;
  const t = new Tensor(storage, dtype, lengths, contiguousStrides(lengths));
  t.memory.exposed = true; // the caller may write to `data` at any time
  return t;
}

/**
 * Zeros of shape `shape`.
 *
 * @throws {@link ShapeError} when a length is no whole number from 0
 *
 * @example
 * ```ts
 * np.zeros([2, 3]).toArray(); // [[0, 0, 0], [0, 0, 0]]
 * ```
 */
export function zeros(shape: number | Shape, options?: DTypeOptions): Tensor {
  return makeTensor(readDType("zeros", options, "float64"), toShape("zeros", shape));
}

/**
 * Ones of shape `shape`.
 *
 * @throws {@link ShapeError} when a length is no whole number from 0
 *
 * @example
 * ```ts
 * np.ones(3, { dtype: "int32" }).toArray(); // [1, 1, 1]
 * ```
 */
export function ones(shape: number | Shape, options?: DTypeOptions): Tensor {
  return filled(readDType("ones", options, "float64"), toShape("ones", shape), 1);
}

/**
 * One value everywhere; bool for true and false, else float64.
 *
 * @throws {@link ShapeError} when a length is no whole number from 0
 *
 * @example
 * ```ts
 * np.full([2, 2], 7).toArray(); // [[7, 7], [7, 7]]
 * ```
 */
export function full(shape: number | Shape, value: number | boolean, options?: DTypeOptions): Tensor {
  const dtype = readDType("full", options, typeof value === "boolean" ? "bool" : "float64");
  checkStorable("full", dtype, value);
  return filled(dtype, toShape("full", shape), Number(value));
}

function filled(dtype: DType, shape: Shape, value: number): Tensor {
  const out = makeTensor(dtype, shape);
  copyInto(out, makeScalar("float64", value).broadcastTo(shape));
  return out;
}

/**
 * Zeros in the shape and dtype of `a`.
 *
 * @example
 * ```ts
 * np.zerosLike([[1, 2], [3, 4]]).toArray(); // [[0, 0], [0, 0]]
 * ```
 */
export function zerosLike(a: TensorLike, options?: DTypeOptions): Tensor {
  const t = toTensor("zerosLike", a);
  return makeTensor(readDType("zerosLike", options, t.dtype), t.shape);
}

/**
 * Ones in the shape and dtype of `a`.
 *
 * @example
 * ```ts
 * np.onesLike([true, false]).toArray(); // [true, true]
 * ```
 */
export function onesLike(a: TensorLike, options?: DTypeOptions): Tensor {
  const t = toTensor("onesLike", a);
  return filled(readDType("onesLike", options, t.dtype), t.shape, 1);
}

/**
 * One value everywhere, in the shape and dtype of `a`: the value is converted, so a fraction is cut off for integers.
 *
 * @example
 * ```ts
 * np.fullLike([[1, 2]], 0.5).toArray(); // [[0.5, 0.5]]
 * ```
 */
export function fullLike(a: TensorLike, value: number | boolean, options?: DTypeOptions): Tensor {
  const t = toTensor("fullLike", a);
  const dtype = readDType("fullLike", options, t.dtype);
  checkStorable("fullLike", dtype, value);
  return filled(dtype, t.shape, Number(value));
}

/** What `eye` takes besides its lengths. */
export interface EyeOptions extends DTypeOptions {
  /** Which diagonal: 0 the main one, above it 1, 2, …, below it -1, -2, … */
  readonly k?: number | undefined;
}

/**
 * Ones on a diagonal of an (n, m) matrix, zeros elsewhere; m = n by default.
 *
 * @throws {@link ShapeError} when a length is no whole number from 0
 *
 * @example
 * ```ts
 * np.eye(2).toArray(); // [[1, 0], [0, 1]]
 * np.eye(2, 3, { k: 1 }).toArray(); // [[0, 1, 0], [0, 0, 1]]
 * ```
 */
export function eye(n: number, ...rest: [EyeOptions?] | [number, EyeOptions?]): Tensor {
  const [[m = n], options] = splitOptions<EyeOptions>("eye", rest, ["dtype", "k"]);
  const out = makeTensor(readDType("eye", { dtype: options.dtype }, "float64"), toShape("eye", [n, m]));
  const k = resolveWhole("eye", "k", options.k ?? 0);
  const count = Math.max(0, Math.min(k < 0 ? n + k : n, k > 0 ? m - k : m));
  if (count === 0) return out;
  const diagonal = out.view([count], [m + 1], k < 0 ? -k * m : k);
  copyInto(diagonal, makeScalar("float64", 1).broadcastTo([count]));
  return out;
}
