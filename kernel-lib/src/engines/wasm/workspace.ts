/**
 * The workspace behind the scratch space of the wasm module's memory; see ../engine.ts.
 */
import { type BinaryOp, type UnaryOp, type Workspace, workspaceOps } from "../engine.js";
import { makeWorkspace } from "../js/workspace.js";
import { binaryCodes, functionCodes, shortestFunction, sigmoidCode, unaryCodes } from "./elementwise.js";
import { type Kernels, loadKernels, memory64, scratch, workspacePlace } from "./memory.js";

/** The codes of the kernels by those of workspaces. */
const codes = workspaceOps.map(
  (op) =>
    binaryCodes[op as BinaryOp] ?? unaryCodes[op as UnaryOp] ?? functionCodes[op as UnaryOp] ?? sigmoidCode,
);

/** From this code on operations are functions. */
const firstFunction = workspaceOps.indexOf("exp");

/** Where a number that is repeated is written eight times, as the kernels want it. */
const left = scratch / 8;
const right = left + 8;

let made: Workspace | undefined;

export function workspace(): Workspace {
  if (made?.memory !== memory64()) made = withKernels(loadKernels(), memory64());
  return made as Workspace;
}

function withKernels(kernels: Kernels, memory: Float64Array): Workspace {
  const loops = makeWorkspace(memory, workspacePlace());
  return {
    ...loops,
    unary(code, n, out, a) {
      if (n < shortestFunction && code >= firstFunction) loops.unary(code, n, out, a);
      else kernels.each64(codes[code], n, out * 8, a * 8, 64, a * 8, 64);
    },
    binary(code, n, out, a, aStep, b, bStep) {
      const x = aStep === 1 ? a : repeat(memory, a, left);
      const y = bStep === 1 ? b : repeat(memory, b, right);
      kernels.each64(codes[code], n, out * 8, x * 8, aStep * 64, y * 8, bStep * 64);
    },
    sumRows(rows, columns, out, a) {
      for (let i = 0; i < rows; i++) memory[out + i] = 0 + kernels.sum64(columns, (a + i * columns) * 8);
    },
  };
}

function repeat(memory: Float64Array, from: number, place: number): number {
  const value = memory[from];
  for (let k = place; k < place + 8; k++) memory[k] = value;
  return place;
}
