/**
 * Memory for results. An operation overwrites every element of its result, so the zeros that a fresh typed array
 * starts with are wasted: for 20 MB they cost 1.8 ms and 5,000 page faults. A host may offer memory as it comes, which
 * a C library takes from what was freed before. (Recycling by FinalizationRegistry would not do: its callbacks never
 * run inside a training loop that does not await.)
 */
import type { DType, TypedArray } from "./dtype.js";
import { itemSize, makeStorage } from "./dtype.js";

/** Gives a buffer of at least so many bytes, aligned to 8, with anything in it. */
export type RawMemory = (bytes: number) => ArrayBuffer;

/** Smaller results gain nothing. */
const fewestBytes = 8192;

let rawMemory: RawMemory | undefined;

/** Lets results live in memory that is not cleared. */
export function offerRawMemory(memory: RawMemory): void {
  rawMemory = memory;
}

/** A typed array with anything in it, for a result of which every element will be written. */
export function makeResultStorage(dtype: DType, length: number): TypedArray {
  const bytes = length * itemSize(dtype);
  if (rawMemory === undefined || !(bytes >= fewestBytes)) return makeStorage(dtype, length);
  const buffer = rawMemory(bytes);
  if (dtype === "float64") return new Float64Array(buffer, 0, length);
  if (dtype === "float32") return new Float32Array(buffer, 0, length);
  return dtype === "int32" ? new Int32Array(buffer, 0, length) : new Uint8Array(buffer, 0, length);
}
