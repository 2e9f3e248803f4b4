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

/**
 * A new axis of length 1 at this place: `t.slice(":", newaxis)`.
 *
 * @example
 * ```ts
 * np.arange(3).slice(":", np.newaxis).shape; // [3, 1]
 * ```
 */
export const newaxis = "newaxis";

/** Applies one index per axis; missing ones take the whole axis. */
export function sliceView(
  shape: Shape,
  strides: Strides,
  offset: number,
  indices: readonly SliceIndex[],
  name = "slice",
): View {
  const view: View = { shape: [], strides: [], offset };
  let start = offset;
  let axis = 0;
  for (const index of expandEllipsis(name, shape, indices)) {
    if (typeof index === "number") {
      start += resolveIndex(name, index, shape[axis], axis) * strides[axis];
      axis += 1;
    } else {
      const range = resolveRange(name, index, shape[axis]);
      start += range.start * (strides[axis] ?? 0);
      view.shape.push(range.length);
      view.strides.push(range.step * (strides[axis] ?? 0));
      axis += isNewAxis(index) ? 0 : 1;
    }
  }
  return { ...view, offset: start };
}

export function isNewAxis(index: unknown): boolean {
  return index === newaxis;
}

const isEllipsis = (index: unknown): boolean => typeof index === "string" && index.trim() === "...";

/** Every axis gets its index: "..." and what is missing at the end become whole axes. `axesOf` says how many an index takes. */
export function expandEllipsis<I>(
  name: string,
  shape: Shape,
  indices: readonly I[],
  axesOf: (index: I) => number = () => 1,
): (I | null)[] {
  let at = -1;
  let given = 0;
  for (const [k, index] of indices.entries()) {
    if (isEllipsis(index)) {
      if (at >= 0) throw new AxisError(`${name}: "..." may stand once, got it twice`);
      at = k;
    } else if (!isNewAxis(index)) given += axesOf(index);
  }
  if (given > shape.length) {
    throw new AxisError(`${name}: too many indices for shape ${formatShape(shape)}, got ${given}`);
  }
  const whole = new Array<null>(shape.length - given).fill(null);
  return at < 0 ? [...indices, ...whole] : [...indices.slice(0, at), ...whole, ...indices.slice(at + 1)];
}

type Range = readonly (number | null)[];

function parseRange(name: string, index: Exclude<SliceIndex, number>): Range {
  if (index === null || index === undefined) return [];
  const parts = typeof index === "string" ? parseText(index) : index;
  const valid =
    Array.isArray(parts) && parts.length <= 3 && parts.every((p) => p === null || Number.isInteger(p));
  if (valid && parts[2] !== 0) return parts;
  const got =
    Array.isArray(index) && index.length < 8
      ? `[${index.map(describeValue).join(", ")}]`
      : describeValue(index);
  const rule = valid
    ? "the step may not be 0"
    : 'an index is a number, "start:stop:step", [start, stop] or null';
  throw new AxisError(`${name}: ${rule}, got ${got}`);
}

function parseText(text: string): Range | null {
  const parts = text.split(":").map((part) => part.trim());
  if (parts.length < 2) return null;
  return parts.map((part) => (part === "" ? null : Number(part)));
}

/** What an index that keeps its axis takes of `length` places: Python's slice.indices. */
export function resolveRange(
  name: string,
  index: Exclude<SliceIndex, number>,
  length: number,
): { start: number; step: number; length: number } {
  if (isNewAxis(index)) return { start: 0, step: 0, length: 1 };
  const range = parseRange(name, index);
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
