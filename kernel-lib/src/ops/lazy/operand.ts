/**
 * What an element-wise operation that waits counts on.
 */
import { sameShape } from "../../core/shape.js";
import { Values } from "../../core/storage.js";
import type { Tensor } from "../../core/tensor.js";

/** With shorter rows a column or a row beside a matrix is no work for rows. */
const shortestRow = 48;

/** A number, all values element by element, or values that are seen in another way. Most are of the first two kinds. */
export type Operand = number | Values | Seen;

/** Element by element from `offset` on, one for all (steps 0), or repeated in each row (step 0) or along rows (rowStride 0). */
interface Seen {
  readonly values: Values;
  readonly offset: number;
  readonly dense: boolean;
  readonly rowStride: number;
  readonly step: number;
}

/** One side of an operation whose result has the shape of `model`, or undefined when it is none that rows can show. */
export function operandOf(side: Tensor | number, model: Tensor): Operand | undefined {
  if (typeof side === "number") return side;
  if (side === model) return wholeOf(side);
  const shape = side.lengths;
  if (side.dtype !== "float64" || !maySnapshot(side) || shape.length > model.ndim) return undefined;
  if (side.size === 1) return seen(side, false, 0, 0);
  if (!side.isContiguous) return undefined;
  if (sameShape(shape, model.lengths)) return wholeOf(side);
  const columns = model.lengths[model.ndim - 1];
  if (shape.length !== 2 || model.ndim !== 2 || columns < shortestRow) return undefined;
  if (shape[0] === model.lengths[0] && shape[1] === 1) return seen(side, false, 1, 0);
  return shape[0] === 1 && shape[1] === columns ? seen(side, false, 0, 1) : undefined;
}

/** A tensor that lies row by row, element by element. */
export function wholeOf(side: Tensor): Operand {
  const { values } = side.memory;
  if (side.size === 1) return seen(side, false, 0, 0);
  return values.size === side.size ? values : seen(side, true, 0, 1);
}

function seen({ memory, offset }: Tensor, dense: boolean, rowStride: number, step: number): Seen {
  return { values: memory.values, offset, dense, rowStride, step };
}

/** Whether values may be counted on. If others write, all memory is copied: it must not be much more than is read. */
export function maySnapshot({ memory, size }: Tensor): boolean {
  return !memory.exposed && size * 8 >= memory.values.size;
}

/** The values that are counted on, if any. */
export function valuesOf(operand: Operand | undefined): Values | undefined {
  if (operand === undefined || typeof operand === "number") return undefined;
  return operand instanceof Values ? operand : operand.values;
}

/** A column or a row beside a matrix. */
export function isLine(operand: Operand | undefined): boolean {
  if (operand === undefined || typeof operand === "number" || operand instanceof Values) return false;
  return !operand.dense && operand.rowStride + operand.step > 0;
}

/** Element by element. */
export function isDense(operand: Operand): boolean {
  return typeof operand !== "number" && (operand instanceof Values || operand.dense);
}

export function offsetOf(operand: Operand): number {
  return typeof operand === "number" || operand instanceof Values ? 0 : operand.offset;
}

/** From an element to the next in its row of `columns`, and from a row to the next. */
export function stepOf(operand: Operand): number {
  return typeof operand === "number" ? 0 : operand instanceof Values ? 1 : operand.step;
}

export function rowStrideOf(operand: Operand, columns: number): number {
  if (isDense(operand)) return columns;
  return typeof operand === "number" || operand instanceof Values ? 0 : operand.rowStride;
}
