/**
 * Choosing elements by place or by condition, and writing into views.
 */
import { broadcastShapes, broadcastStrides } from "../core/broadcast.js";
import { DTypeError, ShapeError } from "../core/errors.js";
import { formatShape, resolveAxis, resolveIndex, sizeOf } from "../core/shape.js";
import type { TensorLike } from "../core/tensor.js";
import { Tensor } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { engine } from "../engines/index.js";
import { asContiguous, castTo, copyInto, copyOf, makeLoop, makeTensor, toTensor } from "./convert.js";

/** Elements at `indices` along `axis`, or of all elements row by row; negative places count from the end. */
export function take(
  a: TensorLike,
  indices: TensorLike,
  options: { readonly axis?: number | null } = {},
): Tensor {
  checkOptions("take", options, ["axis"]);
  const t = asContiguous(toTensor("take", a));
  const flat = options.axis === undefined || options.axis === null;
  const source = flat ? t.view([t.size], [1], t.offset) : t;
  const axis = flat ? 0 : resolveAxis("take", options.axis as number, t.shape);
  const wanted = toTensor("take", indices);
  const places = toPlaces(wanted, source.shape[axis], axis);
  const [before, after] = [source.shape.slice(0, axis), source.shape.slice(axis + 1)];
  const out = makeTensor(t.dtype, [...before, ...wanted.shape, ...after]);
  gatherBlocks(out, source, places, sizeOf(before), sizeOf(after), source.shape[axis]);
  return out;
}

function toPlaces(indices: Tensor, length: number, axis: number): Int32Array {
  if (indices.dtype === "bool") {
    throw new DTypeError("take: places are numbers, got bool. Use t.mask(condition)");
  }
  return Int32Array.from(indices.toTypedArray(), (index) => resolveIndex("take", index, length, axis));
}

/** out[i, k, :] = source[i, places[k], :] for each of the `outer` blocks. */
function gatherBlocks(
  out: Tensor,
  source: Tensor,
  places: Int32Array,
  outer: number,
  inner: number,
  length: number,
): void {
  const step = places.length * inner;
  for (let i = 0; i < outer; i++) {
    const target = out.writable.subarray(i * step, (i + 1) * step);
    engine().gather(target, source.readable, source.offset + i * length * inner, places, inner);
  }
}

/** The places of what is not 0: one int32 tensor per axis. */
export function nonzero(a: TensorLike): Tensor[] {
  const t = toTensor("nonzero", a);
  const flat = nonzeroPlaces(t);
  return t.shape.map((length, axis) => {
    const inner = sizeOf(t.shape.slice(axis + 1));
    const places = flat.map((place) => Math.floor(place / inner) % length);
    return new Tensor(places, "int32", [places.length], [1]);
  });
}

function nonzeroPlaces(t: Tensor): Int32Array {
  const { shape, blocks } = makeLoop(t.shape, [t], [t.strides], [...t.shape.keys()]);
  return engine().findNonzero(shape, blocks[0]);
}

/**
 * The elements of `a` where `condition` is true, in one axis. The condition may cover only the first axes,
 * it then picks whole rows.
 */
export function mask(a: TensorLike, condition: TensorLike): Tensor {
  const t = asContiguous(toTensor("mask", a));
  const chosen = toCondition("mask", condition);
  const covered = t.shape.slice(0, chosen.ndim);
  if (formatShape(covered) !== formatShape(chosen.shape)) {
    const got = `${formatShape(chosen.shape)} for ${formatShape(t.shape)}`;
    throw new ShapeError(
      `mask: the condition must have the shape of the tensor or of its first axes, got ${got}`,
    );
  }
  const rest = t.shape.slice(chosen.ndim);
  const places = nonzeroPlaces(chosen);
  const out = makeTensor(t.dtype, [places.length, ...rest]);
  engine().gather(out.writable, t.readable, t.offset, places, sizeOf(rest));
  return out;
}

function toCondition(name: string, condition: TensorLike): Tensor {
  const t = toTensor(name, condition);
  if (t.dtype === "bool") return t;
  throw new DTypeError(
    `${name}: the condition must be bool, got ${t.dtype}. Compare first, as in greater(a, 0)`,
  );
}

/** Writes `value`, broadcast, into `target`, which may be a view: `np.copyto(X.slice(":", 0), 1)`. */
export function copyto(
  target: Tensor,
  value: TensorLike,
  options: { readonly where?: TensorLike } = {},
): void {
  checkOptions("copyto", options, ["where"]);
  write("copyto", target, value, options.where);
}

/** Writes into a tensor or view and returns it. */
export function assign(target: Tensor, value: TensorLike): Tensor {
  write("assign", target, value, undefined);
  return target;
}

function write(name: string, target: Tensor, value: TensorLike, where: TensorLike | undefined): void {
  if (!(target instanceof Tensor)) {
    throw new TypeError(`${name}: a tensor to write into is needed, got ${describeValue(target)}`);
  }
  const source = toTensor(name, value);
  const common = broadcastShapes(name, target.shape, source.shape);
  if (formatShape(common) !== formatShape(target.shape)) {
    const got = `${formatShape(source.shape)} into ${formatShape(target.shape)}`;
    throw new ShapeError(
      `${name}: the value must broadcast to the target, got ${got}: the target would grow`,
    );
  }
  const own = source.readable.buffer === target.readable.buffer ? copyOf(source) : source;
  if (where === undefined) copyInto(target, own.broadcastTo(target.shape));
  else writeWhere(name, target, castTo(own, target.dtype), toCondition(name, where));
}

function writeWhere(name: string, target: Tensor, value: Tensor, condition: Tensor): void {
  broadcastShapes(name, target.shape, condition.shape);
  const operands = [target, condition, value, target];
  const strides = operands.map((t) => broadcastStrides(t.shape, t.strides, target.shape));
  const { shape, blocks } = makeLoop(target.shape, operands, strides);
  engine().select(shape, blocks[0], blocks[1], blocks[2], blocks[3]);
}
