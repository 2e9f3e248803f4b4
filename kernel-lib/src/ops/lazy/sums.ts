/**
 * Sums of small tensors that wait: they wait with them. Over all elements or along the rows of a matrix.
 */
import { Storage, Values } from "../../core/storage.js";
import { Tensor } from "../../core/tensor.js";
import type { Workspace } from "../../engines/engine.js";
import { maySnapshot } from "./operand.js";
import { isSmall, placeOf, Small } from "./small.js";

class RowSums extends Small {
  readonly rows: number;
  readonly columns: number;
  readonly source: Values;
  readonly offset: number;

  constructor(rows: number, columns: number, { memory, offset }: Tensor) {
    super(rows, columns, memory.values, undefined);
    this.rows = rows;
    this.columns = columns;
    this.source = memory.values;
    this.offset = offset;
  }

  protected override computeAt(out: number, desk: Workspace): void {
    desk.sumRows(this.rows, this.columns, out, placeOf(this.source) + this.offset);
  }
}

/** The sums of the rows of `t`, dense and seen as `rows` rows, in the given shape; undefined when they should not wait. */
export function waitingSums(t: Tensor, rows: number, shape: readonly number[]): Tensor | undefined {
  const { values } = t.memory;
  if (t.dtype !== "float64" || values.recipe === undefined || !isSmall(values.size) || !maySnapshot(t))
    return undefined;
  const recipe = new RowSums(rows, t.size / rows, t);
  const strides = shape.map(() => 1); // only the first axis may be longer than 1
  return new Tensor(new Storage(new Values(rows, undefined, recipe)), "float64", shape, strides);
}
