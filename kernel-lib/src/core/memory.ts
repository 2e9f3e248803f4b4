/**
 * Memory for results. An operation overwrites every element of its result, so the zeros that a fresh typed array
 * starts with are wasted: for 20 MB they cost 1.8 ms and 5,000 page faults. A host may offer memory as it comes, which
 * a C library takes from what was freed before. (Recycling by FinalizationRegistry would not do: its callbacks never
 * run inside a training loop that does not await.) Small results are cut from slabs: a buffer of its own costs a
 * result of 400 elements 0.5 µs, a piece of a slab 0.05 µs.
 */
import type { DType, TypedArray } from "./dtype.js";
import { itemSize, makeStorage } from "./dtype.js";

/** Gives a buffer of at least so many bytes, aligned to 8, with anything in it. */
export type RawMemory = (bytes: number) => ArrayBuffer;

/** Smaller results are cheapest on V8's own heap, and would keep a whole slab alive for next to nothing. */
const fewestBytes = 512;

/** Results up to a quarter of a slab are cut from one; a slab lives as long as any of them. */
const slabBytes = 65536;

let rawMemory: RawMemory = (bytes) => new ArrayBuffer(bytes);
let slab = new ArrayBuffer(0);
let used = 0;

/** Lets results live in memory that is not cleared. */
export function offerRawMemory(memory: RawMemory): void {
  rawMemory = memory;
}

/** A typed array with anything in it, for a result of which every element will be written. */
export function makeResultStorage(dtype: DType, length: number): TypedArray {
  const bytes = length * itemSize(dtype);
  if (!(bytes >= fewestBytes)) return makeStorage(dtype, length);
  if (bytes > slabBytes / 4) return view(rawMemory(bytes), 0, dtype, length);
  if (used + bytes > slab.byteLength) {
    slab = rawMemory(slabBytes);
    used = 0;
  }
  const start = used;
  used = (used + bytes + 7) & ~7;
  return view(slab, start, dtype, length);
}

function view(buffer: ArrayBuffer, start: number, dtype: DType, length: number): TypedArray {
  if (dtype === "float64") return new Float64Array(buffer, start, length);
  if (dtype === "float32") return new Float32Array(buffer, start, length);
  return dtype === "int32" ? new Int32Array(buffer, start, length) : new Uint8Array(buffer, start, length);
}
