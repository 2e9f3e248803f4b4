/**
 * The workspace as one typed array; see ../engine.ts.
 */
import { type BinaryOp, type UnaryOp, type Workspace, workspaceOps, workspaceSize } from "../engine.js";
import { type BinaryLoop, binaryLoops, type UnaryLoop, unaryLoops } from "./float64-loops.js";
import { sumOf } from "./reduce.js";

const sigmoid: UnaryLoop = (n, out, o, so, a, i, sa) => {
  for (let k = 0; k < n; k++, o += so, i += sa) out[o] = 1 / (1 + Math.exp(-a[i]));
};

/** By code; of each pair one is there. */
const unaryByCode = workspaceOps.map((op) =>
  op === "sigmoid" ? sigmoid : (unaryLoops[op as UnaryOp] as UnaryLoop),
);
const binaryByCode = workspaceOps.map((op) => binaryLoops[op as BinaryOp] as BinaryLoop);

let made: Workspace | undefined;

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
    unary(code, n, out, a) {
      unaryByCode[code](n, memory, out, 1, memory, a, 1);
    },
    binary(code, n, out, a, aStep, b, bStep) {
      binaryByCode[code](n, memory, out, 1, memory, a, aStep, memory, b, bStep);
    },
    sumRows(rows, columns, out, a) {
      for (let i = 0; i < rows; i++) memory[out + i] = sumOf(columns, memory, a + i * columns);
    },
  };
}
