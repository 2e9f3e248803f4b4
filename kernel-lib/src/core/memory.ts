/**
 * Memory for results. An operation overwrites every element of its result, so the zeros that a fresh typed array
 * starts with are wasted: for 20 MB they cost 1.8 ms and 5,000 page faults. A host may offer memory as it comes, which
 * a C library takes from what was freed before. (Recycling by FinalizationRegistry would not do: its callbacks never
 * run inside a training loop that does not await.) Small results are cut from slabs: a buffer of its own costs a
 * result of 400 elements 0.5 µs, a piece of a slab 0.05 µs.
 */
import type { DType, TypedArray } from "./dtype.js";
import { itemSize } from "./dtype.js";
import { DataError } from "./errors.js";

/** What a host may know about memory. */
export interface HostMemory {
  /** Gives a buffer of at least so many bytes, aligned to 8, with anything in it. */
  raw(bytes: number): ArrayBuffer;
  /** Told of a large buffer before anything is written to it. */
  prepare(buffer: ArrayBuffer): unknown;
}

/** Smaller results are cheapest on V8's own heap, and would keep a whole slab alive for next to nothing. */
const fewestBytes = 512;

/** Results up to a quarter of a slab are cut from one; a slab lives as long as any of them. */
const slabBytes = 65536;

/** From here on a buffer is large: NumPy's limit for asking the system for huge pages. */
const largeBytes = 4 * 1024 * 1024;

let host: HostMemory = { raw: (bytes) => new ArrayBuffer(bytes), prepare: () => undefined };
let slab = new ArrayBuffer(0);
let used = 0;

/** Lets results live in memory of the host's. */
export function offerMemory(memory: HostMemory): void {
  host = memory;
}

/** A typed array of zeros that stores `dtype`; a DataError when there is no memory for it. */
export function makeStorage(dtype: DType, length: number): TypedArray {
  const zeros = orDataError(dtype, length, () => makeZeros(dtype, length));
  if (length >= largeBytes / 8 && zeros.byteLength >= largeBytes) host.prepare(zeros.buffer as ArrayBuffer);
  return zeros;
}

function orDataError<T>(dtype: DType, length: number, make: () => T): T {
  try {
    return make();
  } catch (cause) {
    const needed = `${length} elements of ${dtype}, ${length * itemSize(dtype)} bytes`;
    throw new DataError(`tensor: there is no memory for it, got ${needed}`, { cause });
  }
}

function makeZeros(dtype: DType, length: number): TypedArray {
  if (dtype === "float64") return new Float64Array(length);
  if (dtype === "float32") return new Float32Array(length);
  return dtype === "int32" ? new Int32Array(length) : new Uint8Array(length);
}

/** A typed array with anything in it, for a result of which every element will be written. */
export function makeResultStorage(dtype: DType, length: number): TypedArray {
  const bytes = length * itemSize(dtype);
  if (!(bytes >= fewestBytes)) return makeStorage(dtype, length);
  if (bytes > slabBytes / 4) return orDataError(dtype, length, () => view(makeOwn(bytes), 0, dtype, length));
  if (used + bytes > slab.byteLength) {
    slab = host.raw(slabBytes);
    used = 0;
  }
  const start = used;
  used = (used + bytes + 7) & ~7;
  return view(slab, start, dtype, length);
}

function makeOwn(bytes: number): ArrayBuffer {
  const buffer = host.raw(bytes);
  if (bytes >= largeBytes) host.prepare(buffer);
  return buffer;
}

function view(buffer: ArrayBuffer, start: number, dtype: DType, length: number): TypedArray {
  if (dtype === "float64") return new Float64Array(buffer, start, length);
  if (dtype === "float32") return new Float32Array(buffer, start, length);
  return dtype === "int32" ? new Int32Array(buffer, start, length) : new Uint8Array(buffer, start, length);
}
