/**
 * From one draw to a number or a tensor of draws, and the shapes users give for that.
 */
import { makeStorage } from "../core/memory.js";
import type { Shape } from "../core/shape.js";
import { sizeOf, toShape } from "../core/shape.js";
import type { Tensor } from "../core/tensor.js";
import { describeValue } from "../core/words.js";
import { adopt } from "../ops/convert.js";

/** How many to draw: a length, a list of lengths, or nothing for a plain number. */
export type Size = number | Shape | null | undefined;

export function sizeToShape(name: string, size: Size): number[] | null {
  return size === undefined || size === null ? null : toShape(name, size);
}

/** One draw, or a float64 tensor of draws. */
export function fill(shape: number[] | null, draw: () => number): number | Tensor {
  if (shape === null) return draw();
  return adopt(fillArray(makeStorage("float64", sizeOf(shape)), draw), shape);
}

/** Writes a draw into each place, from the first to the last. */
export function fillArray<A extends Float64Array | Float32Array | Int32Array | Uint8Array>(
  out: A,
  draw: () => number,
): A {
  for (let i = 0; i < out.length; i++) out[i] = draw();
  return out;
}

/** Throws unless every named value is a finite number. */
export function checkFinite(name: string, values: Record<string, unknown>): void {
  for (const [label, value] of Object.entries(values)) {
    if (Number.isFinite(value)) continue;
    throw new RangeError(`${name}: ${label} must be a finite number, got ${describeValue(value)}`);
  }
}

/** high - low, when all three are finite. */
export function rangeOf(name: string, low: number, high: number): number {
  checkFinite(name, { low, high });
  checkFinite(name, { range: high - low });
  return high - low;
}
