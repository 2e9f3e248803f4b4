/**
 * Generator.integers: NumPy's ways to whole numbers, which differ by dtype in how many bits they use up.
 */
import type { DType } from "../core/dtype.js";
import { DTypeError } from "../core/errors.js";
import { sizeOf } from "../core/shape.js";
import type { Tensor } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { fromBuffer } from "../ops/creation.js";
import { type BitSource, drawMultiplied } from "./bits.js";
import { fillArray } from "./fill.js";

/** The kind of whole numbers, and whether the end may be drawn. */
export interface IntegerOptions {
  /** int32 (default), uint8 or bool. */
  readonly dtype?: DType | undefined;
  /** Whether `high` itself may be drawn. */
  readonly endpoint?: boolean | undefined;
}

const ends: Partial<Record<DType, readonly [number, number]>> = {
  int32: [-2147483648, 2147483647],
  uint8: [0, 255],
  bool: [0, 1],
};

/** See {@link Generator.integers}; `shape` null gives a plain number. */
export function makeIntegers(
  source: BitSource,
  low: number,
  high: number | null,
  shape: number[] | null,
  options: IntegerOptions,
): number | Tensor {
  checkOptions("integers", options, ["dtype", "endpoint"]);
  const { dtype = "int32", endpoint = false } = options;
  const [first, end] = high === null ? [0, low] : [low, high];
  checkWhole(first, end);
  const last = endpoint ? end : end - 1;
  checkRange(first, last, end, dtype);
  const draw = makeDraw(source, dtype, last - first);
  if (shape === null) return first + draw();
  const out = dtype === "int32" ? new Int32Array(sizeOf(shape)) : new Uint8Array(sizeOf(shape));
  const t = fromBuffer(
    fillArray(out, () => first + draw()),
    shape,
  );
  return dtype === "bool" ? t.astype("bool") : t;
}

function checkWhole(first: number, end: number): void {
  if (!Number.isInteger(first) || !Number.isInteger(end)) {
    throw new TypeError(
      `integers: whole numbers are needed, got ${describeValue(first)} and ${describeValue(end)}`,
    );
  }
}

function checkRange(first: number, last: number, end: number, dtype: DType): void {
  const range = typeof dtype === "string" ? ends[dtype] : undefined;
  if (range === undefined) {
    throw new DTypeError(`integers: dtype must be int32, uint8 or bool, got ${describeValue(dtype)}`);
  }
  if (last < first) throw new RangeError(`integers: high must be above low, got [${first}, ${end}): empty`);
  if (first >= range[0] && last <= range[1]) return;
  throw new DTypeError(`integers: the numbers must fit ${dtype}, got ${first} to ${last}`);
}

/** Draws from 0..max. Bytes and bits are cut from words of 32 bits, lowest first. */
function makeDraw(source: BitSource, dtype: DType, max: number): () => number {
  if (max === 0) return () => 0;
  if (dtype === "int32") return () => drawMultiplied(source, max);
  const next = makeSmallWords(source, dtype === "bool" ? 1 : 8);
  return dtype === "bool" || max === 255 ? next : () => multiplyByte(next, max);
}

function makeSmallWords(source: BitSource, bits: number): () => number {
  let word = 0;
  let left = 0;
  return () => {
    word = left === 0 ? source.nextUint32() : word >>> bits;
    left = left === 0 ? 32 / bits - 1 : left - 1;
    return word & (2 ** bits - 1);
  };
}

/** Lemire's method with bytes; see {@link drawMultiplied}. */
function multiplyByte(next: () => number, max: number): number {
  const count = max + 1;
  const threshold = (255 - max) % count;
  for (;;) {
    const product = next() * count;
    if ((product & 255) >= threshold) return product >> 8;
  }
}
