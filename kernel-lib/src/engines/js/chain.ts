/**
 * Chains of element-wise operations, in blocks: a block of the operands is read once, goes through all operations while
 * it is in the cache, and only the last result is written.
 */
import type { BinaryOp, Block, Rows, Step, UnaryOp } from "../engine.js";
import { binary, unary } from "./elementwise.js";
import { unaryScalars } from "./scalars.js";

const block = 1024;

/** out = the last step's result, row by row. */
export function chain(steps: readonly Step[], rows: number, columns: number, out: Float64Array): void {
  const slots = Array.from({ length: Math.max(...steps.map((step) => step.into)) + 2 }, makeSlot);
  for (let row = 0; row < rows; row++) {
    for (let start = 0; start < columns; start += block) {
      const count = Math.min(block, columns - start);
      for (const step of steps) run(step, slots, row, start, count);
      out.set(slots[0].data.subarray(0, count), row * columns + start);
    }
  }
}

function makeSlot(): Block {
  return { data: new Float64Array(block), dtype: "float64", offset: 0, strides: [1] };
}

function run({ op, into, a, b }: Step, slots: Block[], row: number, start: number, count: number): void {
  const x = a === undefined ? slots[into] : part(a, row, start);
  if (op in unaryScalars) unary(op as UnaryOp, [count], slots[into], x);
  else
    binary(op as BinaryOp, [count], slots[into], x, b === undefined ? slots[into + 1] : part(b, row, start));
}

function part({ data, offset, rowStride, step }: Rows, row: number, start: number): Block {
  return { data, dtype: "float64", offset: offset + row * rowStride + start * step, strides: [step] };
}
