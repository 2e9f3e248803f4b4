/**
 * The workspace as one typed array; see ../engine.ts.
 */
import { type BinaryOp, type UnaryOp, type Workspace, workspaceSize } from "../engine.js";
import { binaryLoops, unaryLoops } from "./float64-loops.js";
import { sumOf } from "./reduce.js";

let made: Workspace | undefined;

/** Knows the operations that have a float64 loop. */
export function workspace(): Workspace {
  made ??= makeWorkspace(new Float64Array(workspaceSize), 0);
  return made;
}

/** Up to so many elements are copied faster one by one. */
const few = 16;

/** Works in the places of `memory` from `start` on. */
export function makeWorkspace(memory: Float64Array, start: number): Workspace {
  return {
    memory,
    start,
    put(values, place) {
      if (values.length > few) memory.set(values, place);
      else for (let i = 0; i < values.length; i++) memory[place + i] = values[i];
    },
    putNumber(value, place) {
      memory[place] = value;
    },
    get(out, place) {
      if (out.length > few) out.set(memory.subarray(place, place + out.length));
      else for (let i = 0; i < out.length; i++) out[i] = memory[place + i];
    },
    unary(op, n, out, a) {
      loopOf(unaryLoops, op)(n, memory, out, 1, memory, a, 1);
    },
    binary(op, n, out, a, aStep, b, bStep) {
      loopOf(binaryLoops, op)(n, memory, out, 1, memory, a, aStep, memory, b, bStep);
    },
    sumRows(rows, columns, out, a) {
      for (let i = 0; i < rows; i++) memory[out + i] = sumOf(columns, memory, a + i * columns);
    },
  };
}

function loopOf<Op extends UnaryOp | BinaryOp, Loop>(loops: Partial<Record<Op, Loop>>, op: Op): Loop {
  return loops[op] as Loop;
}
