/**
 * NumPy's basic indexing as data: `"1:3"`, `":"`, `"::-1"`, `"..."`, `-1`, `[1, 3]`, `[0, 10, 2]`, null for all.
 */
import { AxisError } from "./errors.js";
import type { Shape } from "./shape.js";
import { formatShape, resolveIndex } from "./shape.js";
import type { Strides } from "./strides.js";
import { describeValue } from "./words.js";

/** One axis: a number takes one place and drops the axis; the rest keeps it. */
export type SliceIndex = number | string | null | readonly (number | null)[];

/** Where the chosen elements lie. */
export interface View {
  readonly shape: number[];
  readonly strides: number[];
  readonly offset: number;
}

/** Applies one index per axis; missing ones take the whole axis. */
export function sliceView(
  shape: Shape,
  strides: Strides,
  offset: number,
  indices: readonly SliceIndex[],
): View {
  const full = expandEllipsis(shape, indices);
  const view: View = { shape: [], strides: [], offset };
  let start = offset;
  for (let axis = 0; axis < shape.length; axis++) {
    const index = full[axis] ?? null;
    if (typeof index === "number") {
      start += resolveIndex("slice", index, shape[axis], axis) * strides[axis];
      continue;
    }
    const range = resolveRange(parseRange(index), shape[axis]);
    start += range.start * strides[axis];
    view.shape.push(range.length);
    view.strides.push(range.step * strides[axis]);
  }
  return { ...view, offset: start };
}

function expandEllipsis(shape: Shape, indices: readonly SliceIndex[]): SliceIndex[] {
  const at = indices.findIndex((index) => typeof index === "string" && index.trim() === "...");
  const given = at < 0 ? indices.length : indices.length - 1;
  if (given > shape.length) {
    throw new AxisError(`slice: too many indices for shape ${formatShape(shape)}, got ${given}`);
  }
  if (at < 0) return [...indices];
  const whole = new Array<null>(shape.length - given).fill(null);
  return [...indices.slice(0, at), ...whole, ...indices.slice(at + 1)];
}

type Range = readonly (number | null)[];

function parseRange(index: Exclude<SliceIndex, number>): Range {
  if (index === null) return [];
  const parts = typeof index === "string" ? parseText(index) : index;
  const valid =
    Array.isArray(parts) && parts.length <= 3 && parts.every((p) => p === null || Number.isInteger(p));
  if (valid && parts[2] !== 0) return parts;
  const got = Array.isArray(index) ? `[${index.join(", ")}]` : describeValue(index);
  const rule = valid
    ? "the step may not be 0"
    : 'an index is a number, "start:stop:step", [start, stop] or null';
  throw new AxisError(`slice: ${rule}, got ${got}`);
}

function parseText(text: string): Range | null {
  const parts = text.split(":").map((part) => part.trim());
  if (parts.length < 2) return null;
  return parts.map((part) => (part === "" ? null : Number(part)));
}

/** Python's slice.indices. */
function resolveRange(range: Range, length: number): { start: number; step: number; length: number } {
  const step = range[2] ?? 1;
  const [low, high] = step > 0 ? [0, length] : [-1, length - 1];
  const clip = (value: number | null | undefined, missing: number): number => {
    if (value === null || value === undefined) return missing;
    return Math.min(Math.max(value < 0 ? value + length : value, low), high);
  };
  const start = clip(range[0], step > 0 ? low : high);
  const stop = clip(range[1], step > 0 ? high : low);
  return { start, step, length: Math.max(0, Math.ceil((stop - start) / step)) };
}
