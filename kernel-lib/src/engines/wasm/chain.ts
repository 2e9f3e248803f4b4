/**
 * Chains of element-wise operations in the scratch memory, in blocks of 8 KiB: operands are copied in once, results go
 * from slot to slot, the last one is copied out.
 */
import type { Rows, Step } from "../engine.js";
import { binaryCodes, functionCodes, sigmoidCode, unaryCodes } from "./elementwise.js";
import { loadKernels, memory64, scratch, stage, unstage } from "./memory.js";

const block = 2048;

/** A kernel may spoil seven places behind a block. */
const slotLength = block + 8;

const codes: Record<string, number | undefined> = {
  ...binaryCodes,
  ...unaryCodes,
  ...functionCodes,
  sigmoid: sigmoidCode,
};

/** A step, or several in one kernel; `from` is the slot of the first operand when it is not `into`. */
interface Task extends Omit<Step, "op"> {
  readonly op: Step["op"] | "sigmoid";
  readonly from?: number;
}

/** out = the last step's result, row by row. */
export function chain(steps: readonly Step[], rows: number, columns: number, out: Float64Array): void {
  const tasks = withSigmoids(steps);
  for (let row = 0; row < rows; row++) {
    for (let start = 0; start < columns; start += block) {
      const count = Math.min(block, columns - start);
      for (let k = 0; k < tasks.length; k++) run(tasks[k], row, start, count);
      unstage(out, row * columns + start, count);
    }
  }
}

/** Puts one task where four steps make 1 / (1 + exp(-x)): the bits are the same, the time is half. */
function withSigmoids(steps: readonly Step[]): readonly Task[] {
  for (let k = 3; k < steps.length; k++) {
    const [negative, exp, add, divide] = [steps[k - 3], steps[k - 2], steps[k - 1], steps[k]];
    if (divide.op !== "divide" || !isOne(divide.a) || divide.b !== undefined) continue;
    if (add.op !== "add" || !(isOne(add.a) ? add.b === undefined : add.a === undefined && isOne(add.b)))
      continue;
    if (exp.op !== "exp" || exp.a !== undefined || negative.op !== "negative") continue;
    const sigmoid: Task = {
      op: "sigmoid",
      into: divide.into,
      from: negative.into,
      a: negative.a,
      b: undefined,
    };
    return [...steps.slice(0, k - 3), sigmoid, ...withSigmoids(steps.slice(k + 1))];
  }
  return steps;
}

function isOne(a: Rows | undefined): boolean {
  return a !== undefined && a.step === 0 && a.rowStride === 0 && a.data[a.offset] === 1;
}

function run({ op, into, from, a, b }: Task, row: number, start: number, count: number): void {
  const target = byteOf(into);
  let x = from === undefined || a !== undefined ? target : byteOf(from);
  let xStep = 64;
  let y = byteOf(into + 1);
  let yStep = 64;
  if (a !== undefined && a.step === 1) fetch(a, row, start, count, into);
  else if (a !== undefined) {
    x = repeat(a, row, into + 2); // not where the result goes
    xStep = 0;
  }
  if (b !== undefined && b.step === 1) {
    if (a !== undefined && isSame(a, b)) y = x;
    else fetch(b, row, start, count, into + 1);
  } else if (b !== undefined) {
    y = repeat(b, row, into + 1);
    yStep = 0;
  }
  loadKernels().each64(codes[op] as number, count, target, x, xStep, y, yStep);
}

/** The same elements: they are copied once. */
function isSame(a: Rows, b: Rows): boolean {
  return a.data === b.data && a.offset === b.offset && a.rowStride === b.rowStride && a.step === b.step;
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
