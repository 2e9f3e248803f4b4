// How kernel-lib's tensors are opened and made at either end of the wire. The class is a parameter: the child has the
// bundled core, the judge the built package. Opening reads fields and copies by its own loop, not by the tensor's methods.
import type { Tensor } from "kernel-lib/core";
import { checkTensor } from "./encode.js";
import { type Codec, type DTypeName, dtypeBytes, dtypeNames, type OpenTensor, WireError } from "./format.js";
import {
  bufferOf,
  byteLengthOf,
  byteOffsetOf,
  bytesOf,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isArray,
  typedArrayName,
} from "./safe.js";

type TensorClass = typeof Tensor;
type Storage = Tensor["storage"];

const makers = [Float64Array, Float32Array, Int32Array, Uint8Array, Uint8Array] as const;
const storageNames = ["Float64Array", "Float32Array", "Int32Array", "Uint8Array", "Uint8Array"];
const largest = 256 * 2 ** 20;

/** @param record - makes the empty object that a decoded record becomes */
export function tensorCodec(TensorOf: TensorClass, record: () => Record<string, unknown>): Codec {
  const prototype = TensorOf.prototype as object;
  const readStorage = getOwnPropertyDescriptor(prototype, "storage")!.get!;
  const { apply } = Reflect;
  return {
    record,
    open: (value) =>
      getPrototypeOf(value) === prototype
        ? openTensor(value as Tensor, apply(readStorage, value, []) as Storage)
        : null,
    make: (dtype, shape, bytes) => makeTensor(TensorOf, dtype, shape, bytes),
  };
}

function makeTensor(TensorOf: TensorClass, dtype: DTypeName, shape: number[], bytes: Uint8Array): Tensor {
  const code = codeOf(dtype);
  const length = byteLengthOf(bytes) / dtypeBytes[code]!;
  const data = new makers[code]!(bufferOf(bytes), byteOffsetOf(bytes), length);
  return new TensorOf(data, dtype, shape, stridesOf(shape));
}

function codeOf(dtype: unknown): number {
  for (let code = 0; code < dtypeNames.length; code++) if (dtypeNames[code] === dtype) return code;
  return -1;
}

/** Steps in C order: the last axis runs fastest. */
function stridesOf(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = step;
    step *= shape[axis]!;
  }
  return strides;
}

function openTensor(tensor: Tensor, storage: Storage): OpenTensor {
  const { shape, strides, offset } = tensor;
  const dtype = codeOf(tensor.dtype);
  if (!isArray(shape) || !isArray(strides) || shape.length !== strides.length)
    throw new WireError("a tensor without a shape");
  const size = checkTensor(dtype, shape);
  if (typedArrayName(storage) !== storageNames[dtype])
    throw new WireError("a tensor's storage does not fit its shape");
  const width = dtypeBytes[dtype]!;
  if (size * width > largest) throw new WireError(`larger than ${largest / 2 ** 20} MB`);
  const whole = isWhole(shape, strides, offset, size, byteLengthOf(storage) / width);
  return { dtype, shape, bytes: whole ? rawBytes(storage) : gather(storage, tensor, size, dtype) };
}

function isWhole(
  shape: readonly number[],
  strides: readonly number[],
  offset: number,
  size: number,
  held: number,
): boolean {
  if (offset !== 0 || size !== held) return false;
  const inOrder = stridesOf(shape);
  for (let i = 0; i < shape.length; i++) if (shape[i] !== 1 && strides[i] !== inOrder[i]) return false;
  return true;
}

function rawBytes(array: Storage): Uint8Array {
  const start = byteOffsetOf(array);
  return bytesOf(bufferOf(array), start, start + byteLengthOf(array));
}

/** The elements of a view in C order. */
function gather(
  storage: Storage,
  { shape, strides, offset }: Tensor,
  size: number,
  dtype: number,
): Uint8Array {
  const out = new makers[dtype]!(size);
  const index = new Uint32Array(shape.length);
  let place = offset;
  for (let i = 0; i < size; i++) {
    out[i] = storage[place]!;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      place += strides[axis]!;
      index[axis]!++;
      if (index[axis]! < shape[axis]!) break;
      place -= strides[axis]! * shape[axis]!;
      index[axis] = 0;
    }
  }
  return rawBytes(out);
}
