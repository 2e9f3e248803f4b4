/**
 * What an element-wise operation that waits counts on: a tensor's values, element by element or repeated, or a number.
 */
import { sameShape } from "../../core/shape.js";
import type { Values } from "../../core/storage.js";
import type { Tensor } from "../../core/tensor.js";

/** With shorter rows a column or a row beside a matrix is no work for rows. */
const shortestRow = 48;

/** `dense`, element by element, or repeated in each row (step 0) or along rows (rowStride 0); or `value`, without values. */
export interface Operand {
  readonly values: Values | undefined;
  readonly value: number;
  readonly offset: number;
  readonly dense: boolean;
  readonly rowStride: number;
  readonly step: number;
}

/** One side of an operation whose result has the shape of `model`, or undefined when it is none that rows can show. */
export function operandOf(side: Tensor | number, model: Tensor): Operand | undefined {
  if (typeof side === "number") {
    return { values: undefined, value: side, offset: 0, dense: false, rowStride: 0, step: 0 };
  }
  if (side.dtype !== "float64" || !maySnapshot(side) || side.ndim > model.ndim) return undefined;
  if (side.size === 1) return shown(side, false, 0, 0);
  if (!side.isContiguous) return undefined;
  const { shape } = side;
  const columns = model.shape[model.ndim - 1];
  if (side === model || sameShape(shape, model.shape)) return shown(side, true, columns, 1);
  if (side.ndim !== 2 || model.ndim !== 2 || columns < shortestRow) return undefined;
  if (shape[0] === model.shape[0] && shape[1] === 1) return shown(side, false, 1, 0);
  return shape[0] === 1 && shape[1] === columns ? shown(side, false, 0, 1) : undefined;
}

function shown({ memory, offset }: Tensor, dense: boolean, rowStride: number, step: number): Operand {
  return { values: memory.values, value: 0, offset, dense, rowStride, step };
}

/** Whether values may be counted on. If others write, all memory is copied: it must not be much more than is read. */
export function maySnapshot({ memory, size }: Tensor): boolean {
  return !memory.exposed && size * 8 >= memory.values.size;
}

/** A column or a row beside a matrix. */
export function isLine({ dense, rowStride, step }: Operand): boolean {
  return !dense && rowStride + step > 0;
}
