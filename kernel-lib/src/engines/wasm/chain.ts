/**
 * Chains of element-wise operations in the scratch memory, in blocks of 8 KiB: operands are copied in once, results go
 * from slot to slot, the last one is copied out.
 */
import type { Rows, Step } from "../engine.js";
import { binaryCodes, functionCodes, unaryCodes } from "./elementwise.js";
import { loadKernels, memory64, scratch, stage, unstage } from "./memory.js";

const block = 1024;

/** A kernel may spoil seven places behind a block. */
const slotLength = block + 8;

const codes: Record<string, number | undefined> = { ...binaryCodes, ...unaryCodes, ...functionCodes };

/** out = the last step's result, row by row. */
export function chain(steps: readonly Step[], rows: number, columns: number, out: Float64Array): void {
  for (let row = 0; row < rows; row++) {
    for (let start = 0; start < columns; start += block) {
      const count = Math.min(block, columns - start);
      for (let k = 0; k < steps.length; k++) run(steps[k], row, start, count);
      unstage(out, row * columns + start, count);
    }
  }
}

function run({ op, into, a, b }: Step, row: number, start: number, count: number): void {
  const target = byteOf(into);
  let x = target;
  let xStep = 64;
  let y = byteOf(into + 1);
  let yStep = 64;
  if (a !== undefined && a.step === 1) fetch(a, row, start, count, into);
  else if (a !== undefined) {
    x = repeat(a, row, into + 2); // not where the result goes
    xStep = 0;
  }
  if (b !== undefined && b.step === 1) fetch(b, row, start, count, into + 1);
  else if (b !== undefined) {
    y = repeat(b, row, into + 1);
    yStep = 0;
  }
  loadKernels().each64(codes[op] as number, count, target, x, xStep, y, yStep);
}

function byteOf(slot: number): number {
  return scratch + slot * slotLength * 8;
}

function fetch(a: Rows, row: number, start: number, count: number, slot: number): void {
  stage(a.data, a.offset + row * a.rowStride + start, count, slot * slotLength);
}

/** Writes the row's value eight times to the start of a slot; returns its byte. */
function repeat(a: Rows, row: number, slot: number): number {
  const space = memory64();
  const value = a.data[a.offset + row * a.rowStride];
  const from = scratch / 8 + slot * slotLength;
  for (let k = from; k < from + 8; k++) space[k] = value;
  return byteOf(slot);
}
