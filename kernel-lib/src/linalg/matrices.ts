/**
 * From tensors (..., n, m) to plain matrices and back. The algorithms of this folder work on plain matrices in float64.
 */
import type { DType } from "../core/dtype.js";
import { LinAlgError, ShapeError } from "../core/errors.js";
import { formatShape, sizeOf } from "../core/shape.js";
import type { Tensor, TensorLike } from "../core/tensor.js";
import { asFloat, castTo, toTensor } from "../ops/convert.js";
import { fromBuffer } from "../ops/creation.js";

/** Numbers row by row; element (i, j) is `values[i * columns + j]`. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** The matrices in the last two axes of a tensor. */
export interface Stack {
  readonly list: readonly Matrix[];
  /** The axes before them. */
  readonly batch: readonly number[];
  /** The last two axes. */
  readonly shape: readonly number[];
  /** float32 or float64, the dtype of results. */
  readonly dtype: DType;
}

export function makeMatrix(rows: number, columns: number): Matrix {
  return { rows, columns, values: new Float64Array(rows * columns) };
}

/** Ones on the diagonal. */
export function identity(rows: number, columns: number = rows): Matrix {
  const out = makeMatrix(rows, columns);
  for (let i = 0; i < Math.min(rows, columns); i++) out.values[i * columns + i] = 1;
  return out;
}

export function transposed({ rows, columns, values }: Matrix): Matrix {
  const out = makeMatrix(columns, rows);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) out.values[j * rows + i] = values[i * columns + j];
  }
  return out;
}

/** The matrices of a tensor with at least two axes, copied. */
export function matricesOf(name: string, a: TensorLike): Stack {
  const t = asFloat(toTensor(name, a));
  if (t.ndim < 2) {
    throw new ShapeError(`${name}: a matrix is needed, got shape ${formatShape(t.shape)}: ${t.ndim} axes`);
  }
  const [rows, columns] = t.shape.slice(-2);
  const batch = t.shape.slice(0, -2);
  const values = castTo(t, "float64").toTypedArray() as Float64Array;
  const list = Array.from({ length: sizeOf(batch) }, (_, k) => ({
    rows,
    columns,
    values: values.subarray(k * rows * columns, (k + 1) * rows * columns),
  }));
  return { list, batch, shape: [rows, columns], dtype: t.dtype };
}

/** {@link matricesOf}, each as wide as high. */
export function squareMatricesOf(name: string, a: TensorLike): Stack {
  const stack = matricesOf(name, a);
  const [rows, columns] = stack.shape;
  if (rows === columns) return stack;
  const got = formatShape([...stack.batch, ...stack.shape]);
  throw new ShapeError(`${name}: a square matrix is needed, got shape ${got}: ${rows} != ${columns}`);
}

/** A tensor (...batch, ...shape) of lists of numbers. */
export function toTensorOf(stack: Stack, shape: readonly number[], lists: readonly Float64Array[]): Tensor {
  const size = sizeOf(shape);
  const values = new Float64Array(lists.length * size);
  for (const [k, list] of lists.entries()) values.set(list, k * size);
  return castTo(fromBuffer(values, [...stack.batch, ...shape]), stack.dtype);
}

/** Throws a LinAlgError unless every element is finite: iterations would not end. */
export function checkFinite(name: string, stack: Stack): void {
  for (const { values } of stack.list) {
    const bad = values.find((value) => !Number.isFinite(value));
    if (bad !== undefined) throw new LinAlgError(`${name}: numbers must be finite, got ${bad}`);
  }
}
