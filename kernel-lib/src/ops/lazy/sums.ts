/**
 * Sums of small tensors that wait: they wait with them. Over all elements or along the rows of a matrix.
 */
import { Storage, Values } from "../../core/storage.js";
import { Tensor } from "../../core/tensor.js";
import type { Workspace } from "../../engines/engine.js";
import { sumOf } from "../../engines/js/reduce.js";
import { maySnapshot } from "./operand.js";
import { computeNumber, isSmall, makeSmall, placeOf, Small, type Task } from "./small.js";

class RowSums implements Task {
  readonly columns: number;
  readonly source: Values;
  readonly offset: number;

  constructor(columns: number, { memory, offset }: Tensor) {
    this.columns = columns;
    this.source = memory.values;
    this.offset = offset;
  }

  computeAt(out: number, rows: number, desk: Workspace): void {
    desk.sumRows(rows, this.columns, out, placeOf(this.source) + this.offset);
  }
}

/** The sums of the rows of `t`, dense and seen as `rows` rows, in the given shape; undefined when they should not wait. */
export function waitingSums(t: Tensor, rows: number, shape: readonly number[]): Tensor | undefined {
  const { values } = t.memory;
  if (t.dtype !== "float64" || values.recipe === undefined || !isSmall(values.size) || !maySnapshot(t))
    return undefined;
  const columns = t.size / rows;
  const recipe = makeSmall(new RowSums(columns, t), rows, columns, values, undefined);
  const strides = shape.map(() => 1); // only the first axis may be longer than 1
  return new Tensor(new Storage(new Values(rows, undefined, recipe)), "float64", shape, strides);
}

/** Up to so many elements that are known, a loop over them takes less time than bringing them elsewhere. */
const few = 512;

/**
 * The sum of all elements of `t`, without a tensor for it: of those that wait, and of a few; undefined for others. A training
 * step that reads a large matrix finds its code gone from the cache, so each function on the way costs it half a microsecond.
 */
export function sumNow(t: Tensor): number | undefined {
  const { values } = t.memory;
  if (t.dtype !== "float64" || !t.isContiguous || t.size === 0) return undefined;
  if (values.recipe instanceof Small && maySnapshot(t)) return computeNumber(new RowSums(t.size, t), values);
  return t.size <= few ? sumOf(t.size, values.read() as Float64Array, t.offset) : undefined;
}
