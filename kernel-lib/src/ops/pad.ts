/**
 * A border around a tensor. Each axis is padded on its own: with numbers, or by places mapped back into the axis.
 */
import { checkStorable } from "../core/dtype.js";
import { ShapeError } from "../core/errors.js";
import { formatShape, toShape } from "../core/shape.js";
import type { NestedNumbers, Tensor, TensorLike } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { castTo, copyInto, makeResult, makeScalar, toTensor } from "./convert.js";
import { fromBuffer } from "./creation.js";
import { take } from "./indexing.js";

/** How a border is filled. */
export type PadMode = "constant" | "edge" | "reflect" | "symmetric" | "wrap";

/** What `pad` takes besides the widths. */
export interface PadOptions {
  /** "constant" by default; see {@link pad}. */
  readonly mode?: PadMode | undefined;
  /** 0 by default; one number, [before, after], or [before, after] for each axis. For mode "constant" only. */
  readonly constantValues?: number | boolean | NestedNumbers | undefined;
}

/** From a place in the padded axis, counted from where the old axis starts, back into the old axis. */
const sources: Record<Exclude<PadMode, "constant">, (place: number, length: number) => number> = {
  edge: (place, length) => Math.min(Math.max(place, 0), length - 1),
  reflect: (place, length) =>
    length === 1 ? 0 : length - 1 - Math.abs(length - 1 - modulo(place, 2 * length - 2)),
  symmetric: (place, length) => {
    const there = modulo(place, 2 * length);
    return there < length ? there : 2 * length - 1 - there;
  },
  wrap: modulo,
};

function modulo(place: number, length: number): number {
  return ((place % length) + length) % length;
}

/**
 * The tensor with a border: `width` places on every side, or [before, after], or [before, after] for each axis. (2, 3) padded by
 * 1 gives (4, 5). The border holds numbers ("constant"), the outermost element ("edge"), the elements mirrored without
 * ("reflect") or with the outermost ("symmetric"), or those of the other end ("wrap").
 *
 * @throws {@link ShapeError} when the widths do not fit the axes, or there is nothing to repeat
 * @throws TypeError for another mode
 *
 * @example
 * ```ts
 * np.pad([1, 2, 3], 1).toArray(); // [0, 1, 2, 3, 0]
 * np.pad([1, 2, 3], [2, 0], { mode: "reflect" }).toArray(); // [3, 2, 1, 2, 3]
 * np.pad([[7]], [[0, 0], [1, 2]], { constantValues: 5 }).toArray(); // [[5, 7, 5, 5]]
 * ```
 */
export function pad(a: TensorLike, width: number | NestedNumbers | Tensor, options: PadOptions = {}): Tensor {
  checkOptions("pad", options, ["mode", "constantValues"]);
  const t = toTensor("pad", a);
  const widths = sidesOf("width", width, t.ndim);
  for (const pair of widths) toShape("pad", pair);
  const { mode = "constant", constantValues } = options;
  if (mode === "constant")
    return padConstant(t, widths, sidesOf("constantValues", constantValues ?? 0, t.ndim));
  if (typeof mode !== "string" || !Object.hasOwn(sources, mode)) {
    const known = ["constant", ...Object.keys(sources)].join(", ");
    throw new TypeError(`pad: mode must be one of ${known}, got ${describeValue(mode)}`);
  }
  if (constantValues !== undefined) {
    throw new TypeError(`pad: constantValues go with mode "constant", got mode ${describeValue(mode)}`);
  }
  return widths.reduce((padded, pair, axis) => padAxis(padded, axis, pair, mode), t);
}

/** [before, after] for each axis. */
function sidesOf(name: string, value: TensorLike, ndim: number): [number, number][] {
  const t = toTensor("pad", value);
  const fits =
    t.ndim <= 2 &&
    [1, 2].includes(t.shape[t.ndim - 1] ?? 1) &&
    [1, ndim].includes(t.ndim < 2 ? 1 : t.shape[0]);
  if (fits) return castTo(t, "float64").broadcastTo([ndim, 2]).toArray();
  throw new ShapeError(
    `pad: ${name} is a number, [before, after] or one such pair per axis, got shape ${formatShape(t.shape)} for ${ndim} axes`,
  );
}

/** Axis by axis, so that corners hold the number of the later axis. */
function padConstant(t: Tensor, widths: [number, number][], values: [number, number][]): Tensor {
  const shape = t.shape.map((length, axis) => length + widths[axis][0] + widths[axis][1]);
  const out = makeResult(t.dtype, toShape("pad", shape));
  const inner = t.shape.map((length, axis) => [widths[axis][0], widths[axis][0] + length]);
  copyInto(out.slice(...inner), t);
  for (const [axis, [before, after]] of widths.entries()) {
    const rest = inner.map((range, other) => (other < axis ? null : range));
    const border = (start: number, stop: number, value: number): void => {
      checkStorable("pad", t.dtype, value);
      const side = out.slice(...rest.map((range, other) => (other === axis ? [start, stop] : range)));
      copyInto(side, makeScalar("float64", value).broadcastTo(side.shape));
    };
    border(0, before, values[axis][0]);
    border(shape[axis] - after, shape[axis], values[axis][1]);
  }
  return out;
}

function padAxis(
  t: Tensor,
  axis: number,
  [before, after]: [number, number],
  mode: Exclude<PadMode, "constant">,
): Tensor {
  const length = t.shape[axis];
  if (length === 0 && before + after > 0) {
    throw new ShapeError(
      `pad: mode ${mode} needs elements to repeat, got shape ${formatShape(t.shape)}: axis ${axis} has 0`,
    );
  }
  const [total] = toShape("pad", [before + length + after]);
  const places = new Int32Array(total);
  for (let k = 0; k < total; k++) places[k] = sources[mode](k - before, length);
  return take(t, fromBuffer(places), { axis });
}
