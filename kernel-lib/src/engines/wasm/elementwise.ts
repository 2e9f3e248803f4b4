/**
 * exp, log and tanh in blocks of 16 KiB: copied into the scratch memory, computed in place, copied out. Everything
 * else stays with the js engine: V8's own loops for + - * / are limited by memory already.
 */
import type { Block, UnaryOp } from "../engine.js";
import { unary as unaryJs } from "../js/elementwise.js";
import { forEachRow, rowStride } from "../js/loop.js";
import { type Kernels, loadKernels, scratch } from "./memory.js";

type Floats = Float64Array | Float32Array;

const block = 2048;

/** Rows shorter than this are not worth three calls. */
const shortest = 16;

const kernelNames = { exp: "exp64", log: "log64", tanh: "tanh64" } as const;

/** out = op(a). Float32 is computed in float64 and rounded once. */
export function unary(op: UnaryOp, shape: readonly number[], out: Block, a: Block): void {
  const n = shape[shape.length - 1];
  const [x, y] = [a.data, out.data];
  const dense = rowStride(out) === 1 && rowStride(a) === 1 && n >= shortest;
  if (!dense || !hasKernel(op) || !isFloats(x) || !isFloats(y)) {
    unaryJs(op, shape, out, a);
    return;
  }
  const kernels = loadKernels();
  forEachRow(shape, [out, a], ([o, i]) => passRow(kernels, kernelNames[op], n, y, o, x, i));
}

function hasKernel(op: UnaryOp): op is keyof typeof kernelNames {
  return op in kernelNames;
}

function isFloats(data: unknown): data is Floats {
  return data instanceof Float64Array || data instanceof Float32Array;
}

function passRow(
  kernels: Kernels,
  name: (typeof kernelNames)[keyof typeof kernelNames],
  n: number,
  out: Floats,
  o: number,
  a: Floats,
  i: number,
): void {
  const space = new Float64Array(kernels.memory.buffer, scratch, Math.min(block, n));
  for (let done = 0; done < n; done += block) {
    const count = Math.min(block, n - done);
    space.set(a.subarray(i + done, i + done + count));
    kernels[name](count, scratch);
    out.set(count === space.length ? space : space.subarray(0, count), o + done);
  }
}
