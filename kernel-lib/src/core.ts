/**
 * The tensor library without anything that needs Node: tensors, operations, random numbers, comparisons.
 */
export type { DType, TypedArray } from "./core/dtype.js";
export { AxisError, DataError, DTypeError, ShapeError } from "./core/errors.js";
export type { Axis, Shape } from "./core/shape.js";
export type { SliceIndex } from "./core/slice.js";
export type {
  AxisOptions,
  KeepdimsOptions,
  NestedNumbers,
  NestedValues,
  ReduceMethod,
  TensorLike,
  WholeOptions,
} from "./core/tensor.js";
export { Tensor } from "./core/tensor.js";
export { tick } from "./core/tick.js";
export * from "./ops/creation.js";
