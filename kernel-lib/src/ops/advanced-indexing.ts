/**
 * Indexing with lists of places and with conditions, NumPy's advanced indexing: they broadcast against each other and choose
 * single places; slices beside them keep their axes. Reading gives a copy, {@link assign} writes.
 */
import { checkStorable } from "../core/dtype.js";
import { sizeOf } from "../core/shape.js";
import type { SliceIndex } from "../core/slice.js";
import { sliceView } from "../core/slice.js";
import { contiguousStrides, makeLoopNest } from "../core/strides.js";
import type { Index, Tensor, TensorLike } from "../core/tensor.js";
import { engine } from "../engines/index.js";
import type { Choice } from "./choose.js";
import { choose } from "./choose.js";
import { asContiguous, castTo, copyOf, makeBlock, makeResult, makeTarget, toTensor } from "./convert.js";
import { checkTarget, fitTo, write } from "./indexing.js";

/**
 * NumPy's `a[...]`: each index is a number, a slice like "1:3", "..." or {@link newaxis}, null for a whole axis, a list or tensor
 * of places, or a bool tensor that covers as many axes as it has. A view when there are only numbers and slices, else a copy.
 *
 * Lists of places broadcast against each other, and their axes stand where the first of them stands, or in front
 * when slices stand between them.
 *
 * @throws {@link AxisError} when a place is not there, or there are too many indices
 * @throws {@link ShapeError} when places do not broadcast, or a condition does not fit its axes
 *
 * @example
 * ```ts
 * const a = np.arange(6).reshape(2, 3);
 * np.index(a, [1, 0], [2, 0]).toArray(); // [5, 0]
 * np.index(a, ":", [2, 0]).toArray(); // [[2, 0], [5, 3]]
 * np.index(a, np.greater(a, 3)).toArray(); // [4, 5]
 * ```
 */
export function index(a: TensorLike, ...indices: Index[]): Tensor {
  const t = toTensor("index", a);
  const choice = choose("index", t, indices);
  if (choice === null) return sliced("index", t, indices);
  const { rest, places, shape, at } = choice;
  const out = makeResult(t.dtype, [...shape, ...rest.shape]);
  const { lengths, spread, dense } = makeRows(choice);
  engine().pick(lengths, makeTarget(out, dense), makeBlock(rest, spread), places);
  return moveAxes(out, shape.length, at);
}

/**
 * Writes `value`, broadcast, into a tensor or view, or into what indices choose of it: `t.assign(0, [1, 2], ":")` is NumPy's
 * `t[[1, 2], :] = 0`. Where a place is chosen several times, the last value stays. Returns the tensor.
 *
 * @throws {@link ShapeError} when the value does not broadcast to what is chosen
 * @throws {@link DTypeError} when a number does not fit the dtype
 *
 * @example
 * ```ts
 * const t = np.zeros([2, 3]);
 * t.assign(7, ":", [0, 2]).toArray(); // [[7, 0, 7], [7, 0, 7]]
 * t.assign([1, 2], np.equal(t, 0)).toArray(); // [[7, 1, 7], [7, 2, 7]]
 * ```
 */
export function assign(target: Tensor, value: TensorLike, ...indices: Index[]): Tensor {
  checkTarget("assign", target);
  const choice = choose("assign", target, indices);
  if (choice === null) write("assign", sliced("assign", target, indices), value, undefined);
  else put(target, choice, value);
  return target;
}

function sliced(name: string, t: Tensor, indices: readonly Index[]): Tensor {
  const { shape, strides, offset } = sliceView(t.shape, t.strides, t.offset, indices as SliceIndex[], name);
  return t.view(shape, strides, offset);
}

function put(target: Tensor, choice: Choice, value: TensorLike): void {
  const { rest, places, shape, at } = choice;
  if (typeof value === "number") checkStorable("assign", target.dtype, value);
  const source = castTo(toTensor("assign", value), target.dtype);
  const wanted = [...rest.shape.slice(0, at), ...shape, ...rest.shape.slice(at)];
  const fitted = moveAxesBack(fitTo("assign", source, wanted), shape.length, at);
  const own = source.readable.buffer === target.readable.buffer ? copyOf(fitted) : asContiguous(fitted);
  const { lengths, spread, dense } = makeRows(choice);
  engine().put(lengths, makeTarget(rest, spread), makeBlock(own, dense), places);
}

/** The loop of pick and put: places first, then the axes of rest; strides of rest, and of what lies dense beside it. */
function makeRows({ places, rest }: Choice): { lengths: number[]; spread: number[]; dense: number[] } {
  const strides = [rest.strides, contiguousStrides(rest.shape)];
  const nest = makeLoopNest(rest.shape, strides, [...rest.shape.keys()]);
  return {
    lengths: [places.length, ...nest.shape],
    spread: [0, ...nest.strides[0]],
    dense: [sizeOf(rest.shape), ...nest.strides[1]],
  };
}

/** From (chosen axes, rest) to the order in which NumPy shows them. */
function moveAxes(t: Tensor, count: number, at: number): Tensor {
  const axes = [...t.shape.keys()];
  const chosen = axes.splice(0, count);
  return t.transpose([...axes.slice(0, at), ...chosen, ...axes.slice(at)]);
}

function moveAxesBack(t: Tensor, count: number, at: number): Tensor {
  const axes = [...t.shape.keys()];
  const chosen = axes.splice(at, count);
  return t.transpose([...chosen, ...axes]);
}
