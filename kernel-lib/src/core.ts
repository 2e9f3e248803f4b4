/**
 * The tensor library without anything that needs Node: tensors, operations, random numbers, comparisons.
 */
import "./ops/methods.js";

export type { DType, TypedArray } from "./core/dtype.js";
export { AxisError, DataError, DTypeError, LinAlgError, ShapeError } from "./core/errors.js";
export type { Axis, Shape } from "./core/shape.js";
export type { SliceIndex } from "./core/slice.js";
export { newaxis } from "./core/slice.js";
export type { Index, NestedNumbers, NestedValues, TensorLike } from "./core/tensor.js";
export { Tensor } from "./core/tensor.js";
export type {
  AxisOptions,
  KeepdimsOptions,
  ReduceMethod,
  TensorMethods,
  WholeOptions,
} from "./core/tensor-methods.js";
export { tick } from "./core/tick.js";
export * as linalg from "./linalg/index.js";
export * as nn from "./nn/index.js";
export { type ProgressOptions, progress } from "./notebook/progress.js";
export { index } from "./ops/advanced-indexing.js";
export { allclose, arrayEqual, type CloseOptions } from "./ops/compare.js";
export { isinf, logicalXor } from "./ops/composed.js";
export { showConfig } from "./ops/config.js";
export * from "./ops/creation.js";
export { einsum } from "./ops/einsum.js";
export {
  add,
  clip,
  divide,
  equal,
  greater,
  greaterEqual,
  less,
  lessEqual,
  logicalAnd,
  logicalOr,
  maximum,
  minimum,
  multiply,
  notEqual,
  power,
  round,
  square,
  subtract,
  where,
} from "./ops/elementwise.js";
export * from "./ops/grids.js";
export { copyto, mask, nonzero, take } from "./ops/indexing.js";
export * from "./ops/join.js";
export { logaddexp } from "./ops/logaddexp.js";
export * from "./ops/movement.js";
export type { DTypeOptions } from "./ops/options.js";
export type { OutOptions } from "./ops/out.js";
export * from "./ops/pad.js";
export * from "./ops/products.js";
export * from "./ops/ranges.js";
export {
  all,
  any,
  argmax,
  argmin,
  cumsum,
  max,
  mean,
  min,
  prod,
  type ReduceOptions,
  type Reduction,
  std,
  sum,
  type VarOptions,
  variance,
  variance as var,
} from "./ops/reduce.js";
export * from "./ops/sort.js";
export * from "./ops/split.js";
export * from "./ops/spread.js";
export * from "./ops/statistics.js";
export { type TensordotOptions, tensordot } from "./ops/tensordot.js";
export { fromTransferable, type TransferableTensor, toTransferable } from "./ops/transfer.js";
export {
  abs,
  ceil,
  exp,
  expm1,
  floor,
  isfinite,
  isnan,
  log,
  log1p,
  logicalNot,
  negative,
  sign,
  sqrt,
  tanh,
} from "./ops/unary.js";
export * from "./ops/unique.js";
export type { ChoiceOptions } from "./random/choice.js";
export { type AxisOption, Generator } from "./random/generator.js";
export { type RandomModule, random, type SharedStream } from "./random/index.js";
export type { IntegerOptions } from "./random/integers.js";
export { RandomState } from "./random/random-state.js";
export type { Seed } from "./random/seed-sequence.js";
export type { Difference, DifferenceOptions, Rung, Said } from "./testing/index.js";
export * as testing from "./testing/index.js";
