/**
 * Tensors through `structuredClone`, `postMessage` and the like, which keep plain objects but drop what a class can do.
 */
import type { DType, TypedArray } from "../core/dtype.js";
import { checkDType } from "../core/dtype.js";
import { asName, DataError, DTypeError } from "../core/errors.js";
import type { Tensor, TensorLike } from "../core/tensor.js";
import { describeValue } from "../core/words.js";
import { copyOf, toTensor, typedArrayDType } from "./convert.js";
import { fromBuffer } from "./creation.js";

/** A tensor as a plain object: every value survives a structured clone, NaN and -0 too. */
export interface TransferableTensor {
  readonly dtype: DType;
  readonly shape: readonly number[];
  /** The elements row by row; its buffer may be transferred. */
  readonly data: TypedArray;
}

/**
 * A plain copy of a tensor, for `structuredClone`, workers and IndexedDB; {@link fromTransferable} turns it back. (A
 * structured clone of the tensor itself would be an object without methods.)
 *
 * @example
 * ```ts
 * const copy = structuredClone(np.toTransferable(np.array([1, 2])));
 * np.fromTransferable(copy).toArray(); // [1, 2]
 * ```
 */
export function toTransferable(a: TensorLike): TransferableTensor {
  const t = copyOf(toTensor("toTransferable", a));
  return { dtype: t.dtype, shape: [...t.shape], data: t.storage };
}

/**
 * The tensor of what {@link toTransferable} gave; it takes over the elements without copying (bool is copied).
 *
 * @throws {@link DataError} when the object is something else
 *
 * @example
 * ```ts
 * np.fromTransferable(np.toTransferable(np.ones([2, 3]))).shape; // [2, 3]
 * ```
 */
export function fromTransferable(value: TransferableTensor): Tensor {
  const { dtype, shape, data } = (value ?? {}) as Partial<TransferableTensor>;
  if (dtype === undefined || shape === undefined || data === undefined || "strides" in value) {
    const rule = "fromTransferable: what np.toTransferable gives is needed";
    throw new DataError(
      `${rule}, got ${describeValue(value)}. Did you mean structuredClone(np.toTransferable(t))?`,
    );
  }
  checkDType("fromTransferable", dtype);
  const stored = typedArrayDType("fromTransferable", data);
  if (stored !== (dtype === "bool" ? "uint8" : dtype)) {
    throw new DTypeError(`fromTransferable: data must be of its dtype, got ${stored} for ${dtype}`);
  }
  const t = asName("fromTransferable", () => fromBuffer(data, shape));
  return dtype === "bool" ? copyOf(t, "bool") : t;
}
