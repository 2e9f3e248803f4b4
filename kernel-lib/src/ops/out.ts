/**
 * `out`: an element-wise result that is written into a tensor which is there already. Results are as if nothing overlapped.
 */
import { broadcastShapes, broadcastStrides } from "../core/broadcast.js";
import { canCast, type DType } from "../core/dtype.js";
import { DTypeError, ShapeError } from "../core/errors.js";
import { formatShape, type Shape, sameShape } from "../core/shape.js";
import type { Tensor } from "../core/tensor.js";
import { checkOptions } from "../core/words.js";
import type { Block } from "../engines/engine.js";
import { copyInto, copyOf, makeLoop } from "./convert.js";
import { checkTarget } from "./indexing.js";

/** Where an element-wise result goes. */
export interface OutOptions {
  /**
   * Is written and returned, instead of a fresh tensor: in a long loop that saves memory. It may be an operand or a view of one.
   * The result must broadcast to its shape, and its dtype must be of the same kind or a wider one, as in NumPy.
   */
  readonly out?: Tensor | undefined;
}

/** The tensor in the options, if there is one. */
export function readOut(name: string, options: OutOptions | undefined): Tensor | undefined {
  if (options === undefined) return undefined;
  checkOptions(name, options, ["out"]);
  if (options.out !== undefined) checkTarget(name, options.out);
  return options.out;
}

/** Writes a result that is there. */
export function giveOut(name: string, out: Tensor | undefined, result: Tensor): Tensor {
  if (out === undefined) return result;
  checkOut(name, out, result.shape, result.dtype);
  copyInto(out, result.broadcastTo(out.shape));
  return out;
}

/**
 * Runs an engine's operation straight into `out`, which has the dtype of its result.
 *
 * @param run - is given the shape of the loop and the blocks of `out` and of the operands
 */
export function runInto(
  name: string,
  out: Tensor,
  operands: readonly Tensor[],
  run: (shape: number[], blocks: Block[]) => void,
): Tensor {
  checkOut(name, out, broadcastShapes(name, ...operands.map((t) => t.shape)), out.dtype);
  const apart = operands.map((t) => (overlaps(t, out) ? copyOf(t) : t));
  const strides = apart.map((t) => broadcastStrides(t.shape, t.strides, out.shape));
  const { shape, blocks } = makeLoop(out.shape, [out, ...apart], [out.strides, ...strides]);
  run(shape, blocks);
  return out;
}

/** Whether writing one may change what is still to be read of the other: not when both are the same window. */
function overlaps(t: Tensor, out: Tensor): boolean {
  if (t.readable.buffer !== out.readable.buffer) return false;
  const same = t.memory === out.memory && t.offset === out.offset && sameShape(t.strides, out.strides);
  return !(same && sameShape(t.shape, out.shape));
}

function checkOut(name: string, out: Tensor, shape: Shape, dtype: DType): void {
  if (!sameShape(broadcastShapes(name, out.shape, shape), out.shape)) {
    const got = `${formatShape(out.shape)} for ${formatShape(shape)}`;
    throw new ShapeError(`${name}: the result must broadcast to out, got ${got}: out would grow`);
  }
  if (canCast(dtype, out.dtype)) return;
  const cure = `Use astype("${out.dtype}") and assign`;
  throw new DTypeError(`${name}: out must be able to hold ${dtype}, got ${out.dtype}. ${cure}`);
}
