/**
 * From what users pass to tensors, and from tensors to what engines take.
 */
import type { DType, TypedArray } from "../core/dtype.js";
import { isFloat } from "../core/dtype.js";
import { DataError, ShapeError } from "../core/errors.js";
import { makeResultStorage, makeStorage } from "../core/memory.js";
import type { Shape } from "../core/shape.js";
import { checkElements, formatShape, sizeOf } from "../core/shape.js";
import type { Strides } from "../core/strides.js";
import { contiguousStrides, loopOrder, makeLoopNest, stridesInOrder } from "../core/strides.js";
import type { TensorLike } from "../core/tensor.js";
import { Tensor } from "../core/tensor.js";
import { describeValue } from "../core/words.js";
import type { Block } from "../engines/engine.js";
import { engine } from "../engines/index.js";

/** A fresh tensor of zeros, row by row. */
export function makeTensor(dtype: DType, shape: Shape): Tensor {
  checkElements("tensor", shape);
  return new Tensor(makeStorage(dtype, sizeOf(shape)), dtype, shape, contiguousStrides(shape));
}

/** A result, row by row, with anything in it: every element must be written. */
export function makeResult(dtype: DType, shape: Shape): Tensor {
  checkElements("tensor", shape);
  return new Tensor(makeResultStorage(dtype, sizeOf(shape)), dtype, shape, contiguousStrides(shape));
}

/** A result whose axes lie in storage from slow to fast as `order` lists them; every element must be written. */
export function makeTensorInOrder(dtype: DType, shape: Shape, order: readonly number[]): Tensor {
  checkElements("tensor", shape);
  return new Tensor(makeResultStorage(dtype, sizeOf(shape)), dtype, shape, stridesInOrder(shape, order));
}

/** A tensor on a typed array that nobody else keeps. */
export function adopt(data: TypedArray, shape: Shape): Tensor {
  return new Tensor(data, typedArrayDType("adopt", data), shape, contiguousStrides(shape));
}

const noAxes: readonly number[] = Object.freeze([]);

/** A tensor without axes. */
export function makeScalar(dtype: DType, value: number): Tensor {
  const storage = makeStorage(dtype, 1);
  storage[0] = value;
  return new Tensor(storage, dtype, noAxes, noAxes);
}

/** Any tensor-like as a tensor; tensors pass through. */
export function toTensor(name: string, value: TensorLike): Tensor {
  if (value instanceof Tensor) return value;
  if (typeof value === "number") return makeScalar("float64", value);
  if (typeof value === "boolean") return makeScalar("bool", Number(value));
  if (Array.isArray(value)) return fromNested(name, value);
  if (ArrayBuffer.isView(value)) return fromTyped(name, value);
  throw new DataError(`${name}: a tensor, a number or a nested list is needed, got ${describeValue(value)}`);
}

/** The dtype of a typed array that a tensor can wrap. */
export function typedArrayDType(name: string, data: unknown): DType {
  if (data instanceof Float64Array) return "float64";
  if (data instanceof Float32Array) return "float32";
  if (data instanceof Int32Array) return "int32";
  if (data instanceof Uint8Array || data instanceof Uint8ClampedArray) return "uint8";
  throw new DataError(
    `${name}: a float64, float32, int32 or uint8 typed array is needed, got ${describeValue(data)}`,
  );
}

function fromTyped(name: string, data: ArrayBufferView): Tensor {
  const dtype = typedArrayDType(name, data);
  const list = data as TypedArray;
  const t = makeTensor(dtype, [list.length]);
  t.writable.set(list);
  return t;
}

/** Nested lists: float64, or bool when every element is true or false. */
function fromNested(name: string, list: readonly unknown[]): Tensor {
  const shape = shapeOf(name, list);
  checkElements(name, shape);
  const values: (number | boolean)[] = [];
  collect(name, list, shape, [], values);
  const dtype = values.length > 0 && values.every((value) => typeof value === "boolean") ? "bool" : "float64";
  const t = makeTensor(dtype, shape);
  t.writable.set(values.map(Number));
  return t;
}

function shapeOf(name: string, list: unknown, shape: number[] = []): number[] {
  if (list instanceof Tensor) return [...shape, ...list.shape];
  if (!isList(list)) return shape;
  const longer = [...shape, list.length];
  checkElements(name, longer); // a list that holds itself has no end
  return list.length === 0 ? longer : shapeOf(name, list[0], longer);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function collect(name: string, item: unknown, shape: Shape, path: number[], into: unknown[]): void {
  if (path.length === shape.length) {
    into.push(toElement(name, item, path));
    return;
  }
  const list = item instanceof Tensor ? item.toArray() : item;
  if (!isList(list) || list.length !== shape[path.length]) throw raggedError(name, list, shape, path);
  for (let i = 0; i < list.length; i++) collect(name, list[i], shape, [...path, i], into);
}

function raggedError(name: string, item: unknown, shape: Shape, path: number[]): ShapeError {
  const got = isList(item) ? `a list of ${item.length}` : describeValue(item);
  const wanted = `${shape[path.length]} as in the lists before`;
  return new ShapeError(
    `${name}: nested lists must have equal lengths, got ${got} at ${formatPath(path)}: expected ${wanted}`,
  );
}

function toElement(name: string, item: unknown, path: number[]): number | boolean {
  if (typeof item === "number" || typeof item === "boolean") return item;
  if (item instanceof Tensor && item.ndim === 0)
    return item.dtype === "bool" ? item.item() !== 0 : item.item();
  const where = path.length === 0 ? "" : ` at ${formatPath(path)}`;
  if (isList(item) || item instanceof Tensor) {
    throw new ShapeError(
      `${name}: nested lists must have equal depth, got a list${where}: expected a number as before it`,
    );
  }
  throw new DataError(`${name}: elements must be numbers or booleans, got ${describeValue(item)}${where}`);
}

function formatPath(path: readonly number[]): string {
  return `[${path.join(", ")}]`;
}

/** The shape and blocks an engine walks: axes in `order` (memory order by default), neighbours joined. The first is written. */
export function makeLoop(
  shape: Shape,
  operands: readonly Tensor[],
  strides: readonly Strides[] = operands.map((t) => t.strides),
  order: readonly number[] = loopOrder(shape, strides),
): { shape: number[]; blocks: Block[] } {
  const nest = makeLoopNest(shape, strides, order);
  const blocks = operands.map((t, k) => (k === 0 ? makeTarget : makeBlock)(t, nest.strides[k]));
  return { shape: nest.shape, blocks };
}

/** A tensor as an engine reads it. */
export function makeBlock(t: Tensor, strides: Strides): Block {
  return { data: t.readable, dtype: t.dtype, offset: t.offset, strides };
}

/** A tensor as an engine writes it; what waits for its values keeps those of now. */
export function makeTarget(t: Tensor, strides: Strides): Block {
  return { data: t.writable, dtype: t.dtype, offset: t.offset, strides };
}

/** Writes a's elements into `out`, which has the same shape. */
export function copyInto(out: Tensor, a: Tensor): void {
  const { shape, blocks } = makeLoop(out.shape, [out, a]);
  engine().copy(shape, blocks[0], blocks[1]);
}

/** A fresh copy row by row, perhaps with another dtype. */
export function copyOf(a: Tensor, dtype: DType = a.dtype): Tensor {
  const out = makeResult(dtype, a.shape);
  copyInto(out, a);
  return out;
}

/** The same dtype: the tensor itself; else a copy in the same memory order. */
export function castTo(a: Tensor, dtype: DType): Tensor {
  if (a.dtype === dtype) return a;
  const out = makeTensorInOrder(dtype, a.shape, loopOrder(a.shape, [a.strides]));
  copyInto(out, a);
  return out;
}

/** The tensor itself when it lies row by row, else a copy that does. */
export function asContiguous(a: Tensor): Tensor {
  return a.isContiguous ? a : copyOf(a);
}

/** float64 for integers and booleans, floats stay. */
export function asFloat(a: Tensor): Tensor {
  return isFloat(a.dtype) ? a : castTo(a, "float64");
}

/** Throws unless the tensor-like list has shape `shape`; used where a count of elements must match. */
export function checkSize(name: string, size: number, shape: Shape): void {
  if (sizeOf(shape) === size) return;
  throw new ShapeError(
    `${name}: the shape must hold every element, got ${size} elements for ${formatShape(shape)}: ${sizeOf(shape)}`,
  );
}
