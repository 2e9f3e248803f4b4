/**
 * Elements repeated, and elements moved around.
 */
import { ShapeError } from "../core/errors.js";
import type { Axis, Shape } from "../core/shape.js";
import { checkAxisCount, resolveAxis, resolveWhole, toShape } from "../core/shape.js";
import type { Tensor, TensorLike } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { copyOf, toTensor } from "./convert.js";
import { fromBuffer } from "./creation.js";
import { take } from "./indexing.js";
import { concatenate } from "./join.js";
import { ravel, reshape } from "./movement.js";

/**
 * The whole tensor repeated, `counts` times or so many times along each axis.
 *
 * @throws {@link ShapeError} when a count is no whole number from 0
 *
 * @example
 * ```ts
 * np.tile([1, 2], 2).toArray(); // [1, 2, 1, 2]
 * np.tile([1, 2], [2, 1]).toArray(); // [[1, 2], [1, 2]]
 * ```
 */
export function tile(a: TensorLike, counts: number | Shape): Tensor {
  const t = toTensor("tile", a);
  const reps = toShape("tile", counts);
  const ndim = Math.max(t.ndim, reps.length);
  const pad = (list: readonly number[]): number[] => [...new Array(ndim - list.length).fill(1), ...list];
  const [shape, times] = [pad(t.shape), pad(reps)];
  const spread = reshape(
    t,
    shape.flatMap((length) => [1, length]),
  ).broadcastTo(shape.flatMap((length, axis) => [times[axis], length]));
  return reshape(
    copyOf(spread),
    shape.map((length, axis) => length * times[axis]),
  );
}

/**
 * Each element repeated, `counts` times or as often as its own count says; along `axis`, or over all row by row.
 *
 * @throws {@link ShapeError} when there are neither one count nor as many as elements
 *
 * @example
 * ```ts
 * np.repeat([1, 2], 2).toArray(); // [1, 1, 2, 2]
 * np.repeat([[1, 2]], [1, 3], { axis: 1 }).toArray(); // [[1, 2, 2, 2]]
 * ```
 */
export function repeat(
  a: TensorLike,
  counts: number | Shape,
  options: { readonly axis?: number | null } = {},
): Tensor {
  checkOptions("repeat", options, ["axis"]);
  const t = toTensor("repeat", a);
  const flat = options.axis === undefined || options.axis === null;
  const source = flat ? ravel(t) : t;
  const axis = flat ? 0 : resolveAxis("repeat", options.axis as number, t.shape);
  const length = source.shape[axis];
  return take(source, fromBuffer(repeatPlaces(toCounts(counts, length), length)), { axis });
}

function toCounts(counts: unknown, length: number): readonly number[] {
  const list = typeof counts === "number" ? [counts] : counts;
  const given = Array.isArray(list) ? list.length : 1;
  if (given !== 1 && given !== length) {
    throw new ShapeError(`repeat: one count or one per element is needed, got ${given} for ${length}`);
  }
  for (const count of Array.isArray(list) ? list : [list]) {
    if (Number.isInteger(count) && count >= 0) continue;
    throw new ShapeError(`repeat: counts are whole numbers from 0, got ${describeValue(count)}`);
  }
  return list as number[];
}

/** Each place as often as its count says. */
function repeatPlaces(counts: readonly number[], length: number): Int32Array {
  const countOf = (place: number): number => counts[place % counts.length];
  let total = 0;
  for (let place = 0; place < length; place++) total += countOf(place);
  const places = new Int32Array(toShape("repeat", total)[0]);
  let start = 0;
  for (let place = 0; place < length; place++) {
    places.fill(place, start, start + countOf(place));
    start += countOf(place);
  }
  return places;
}

/**
 * Elements moved on by `shift` places along `axis`; what is pushed out at the end comes in at the start. Over all elements row
 * by row without `axis`. Lists of shifts and axes go together. A copy.
 *
 * @throws {@link AxisError} when an axis is not there
 * @throws {@link ShapeError} when there are as many shifts as axes neither are
 *
 * @example
 * ```ts
 * np.roll([1, 2, 3, 4], 1).toArray(); // [4, 1, 2, 3]
 * np.roll([[1, 2], [3, 4]], -1, { axis: 0 }).toArray(); // [[3, 4], [1, 2]]
 * ```
 */
export function roll(
  a: TensorLike,
  shift: number | readonly number[],
  options: { readonly axis?: Axis | null | undefined } = {},
): Tensor {
  checkOptions("roll", options, ["axis"]);
  const t = toTensor("roll", a);
  const shifts = toList(shift).map((one) => resolveWhole("roll", "shift", one));
  if (options.axis === undefined || options.axis === null) {
    const flat = rollAxis(
      ravel(t),
      0,
      shifts.reduce((total, one) => total + one, 0),
    );
    return reshape(flat, t.shape);
  }
  const axes = toList(options.axis).map((axis) => resolveAxis("roll", axis, t.shape));
  const steps = Math.max(shifts.length, axes.length);
  if ([shifts, axes].some((list) => list.length !== 1 && list.length !== steps)) {
    const got = `${shifts.length} and ${axes.length}`;
    throw new ShapeError(`roll: as many shifts as axes are needed, or one of either, got ${got}`);
  }
  let rolled = copyOf(t);
  for (let k = 0; k < steps; k++) rolled = rollAxis(rolled, axes[k % axes.length], shifts[k % shifts.length]);
  return rolled;
}

function toList<T>(value: T | readonly T[]): readonly T[] {
  if (Array.isArray(value)) checkAxisCount("roll", value.length);
  return Array.isArray(value) ? Array.from(value) : [value as T]; // holes too
}

function rollAxis(t: Tensor, axis: number, shift: number): Tensor {
  const length = t.shape[axis];
  const cut = length === 0 ? 0 : (((length - shift) % length) + length) % length;
  const part = (start: number, stop: number): Tensor =>
    t.slice(...t.shape.map((_, other) => (other === axis ? [start, stop] : null)));
  return concatenate([part(cut, length), part(0, cut)], { axis });
}
