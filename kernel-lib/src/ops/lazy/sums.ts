/**
 * Sums of small tensors that wait: they wait with them. Over all elements or along the rows of a matrix.
 */
import { Storage, Values } from "../../core/storage.js";
import { Tensor } from "../../core/tensor.js";
import type { Workspace } from "../../engines/engine.js";
import { maySnapshot } from "./operand.js";
import { isSmall, makeSmall, placeOf, type Task } from "./small.js";

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
