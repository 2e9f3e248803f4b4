/**
 * Einstein's sums for one or two tensors. Each letter names an axis: letters that both operands and the result share are
 * batches, letters missing in the result are summed over, and what is left is one product of matrices.
 */
import { promote } from "../core/dtype.js";
import { ShapeError } from "../core/errors.js";
import { formatShape, sizeOf } from "../core/shape.js";
import type { Tensor, TensorLike } from "../core/tensor.js";
import { castTo, toTensor } from "./convert.js";
import { parseSubscripts } from "./einsum-words.js";
import { multiply } from "./elementwise.js";
import { expandDims, reshape, squeeze } from "./movement.js";
import { matmul } from "./products.js";
import { total } from "./reduce.js";

/** A tensor whose axes have names. */
interface Named {
  readonly t: Tensor;
  readonly labels: readonly string[];
}

/**
 * Products and sums by the names of the axes: `np.einsum("ij,jk->ik", A, B)` is `np.matmul(A, B)`.
 *
 * @param subscripts - a letter per axis, operands parted by a comma, `->` before the result; `...` stands for any axes.
 * Without `->` the result has the letters that come once, in the order of the alphabet
 * @param operands - one or two tensors; axes of length 1 stretch
 * @returns always a Tensor, with shape `()` when everything is summed
 * @throws {@link ShapeError} when letters and shapes do not fit
 *
 * @example
 * ```ts
 * np.einsum("ij,jk->ik", [[1, 2], [3, 4]], [[1, 0], [0, 1]]).toArray(); // [[1, 2], [3, 4]]
 * np.einsum("ii->i", [[1, 2], [3, 4]]).toArray(); // [1, 4]
 * np.einsum("ij,ij->", [[1, 2], [3, 4]], [[1, 1], [1, 1]]).item(); // 10
 * ```
 */
export function einsum(subscripts: string, ...operands: TensorLike[]): Tensor {
  const given = operands.map((operand) => toTensor("einsum", operand));
  const dtype = given.map((t) => t.dtype).reduce(promote, "bool"); // before anything is summed
  const tensors = given.map((t) => castTo(t, dtype));
  const words = parseSubscripts(
    subscripts,
    tensors.map((t) => t.shape),
  );
  const [a, b] = tensors.map((t, k) => withoutRepeats({ t, labels: words.inputs[k] }));
  if (b === undefined) return arrange(sumOver(a, words.output), words.output).copy();
  const [x, y] = [sumOver(a, [...words.output, ...b.labels]), sumOver(b, [...words.output, ...a.labels])];
  return arrange(contract(...stretchPair(x, y), words.output), words.output);
}

/** A letter that an operand names twice: its diagonal, a view. */
function withoutRepeats({ t, labels }: Named): Named {
  const once = [...new Set(labels)];
  const shape = once.map((label) => lengthOf(t, labels, label));
  const strides = once.map((label) =>
    labels.reduce((total, other, axis) => total + (other === label ? t.strides[axis] : 0), 0),
  );
  return { t: t.view(shape, strides, t.offset), labels: once };
}

function lengthOf(t: Tensor, labels: readonly string[], label: string): number {
  const lengths = t.shape.filter((_, axis) => labels[axis] === label);
  if (lengths.every((length) => length === lengths[0])) return lengths[0];
  const clash = `${formatShape(t.shape)}: ${[...new Set(lengths)].join(" != ")}`;
  throw new ShapeError(`einsum: ${label} is one length, got ${labels.join("")} for shape ${clash}`);
}

/** Sums over the axes that nobody needs; the dtype stays. */
function sumOver({ t, labels }: Named, needed: readonly string[]): Named {
  const axis = [...labels.keys()].filter((k) => !needed.includes(labels[k]));
  if (axis.length === 0) return { t, labels };
  const sums = squeeze(total("sum", "einsum", t, axis, { axis }), { axis });
  return { t: castTo(sums, t.dtype), labels: labels.filter((label) => needed.includes(label)) };
}

/** Shared axes get one length: those of length 1 stretch. */
function stretchPair(a: Named, b: Named): [Named, Named] {
  const stretch = (one: Named, other: Named): Named => {
    const shape = one.labels.map((label, axis) => {
      const theirs = other.labels.indexOf(label);
      return one.t.shape[axis] === 1 && theirs >= 0 ? other.t.shape[theirs] : one.t.shape[axis];
    });
    return { t: one.t.broadcastTo(shape), labels: one.labels };
  };
  const [x, y] = [stretch(a, b), stretch(b, a)];
  for (const [axis, label] of x.labels.entries()) {
    const theirs = y.labels.indexOf(label);
    if (theirs < 0 || x.t.shape[axis] === y.t.shape[theirs]) continue;
    const got = `${formatShape(a.t.shape)} for ${a.labels.join("")} and ${formatShape(b.t.shape)}`;
    const clash = `${x.t.shape[axis]} != ${y.t.shape[theirs]}`;
    throw new ShapeError(`einsum: ${label} is one length, got ${got} for ${b.labels.join("")}: ${clash}`);
  }
  return [x, y];
}

/** The product of two operands, as one (batched) product of matrices where there is something to sum over. */
function contract(a: Named, b: Named, output: readonly string[]): Named {
  const shared = a.labels.filter((label) => b.labels.includes(label));
  const summed = shared.filter((label) => !output.includes(label));
  const batch = shared.filter((label) => output.includes(label));
  const left = a.labels.filter((label) => !shared.includes(label));
  const right = b.labels.filter((label) => !shared.includes(label));
  const labels = [...batch, ...left, ...right];
  if (summed.length === 0) return { t: multiplyNamed(a, b, batch, left, right), labels };
  const x = grouped(a, [batch, left, summed]);
  const y = grouped(b, [batch, summed, right]);
  const shape = labels.map((label) =>
    a.labels.includes(label) ? lengthOf(a.t, a.labels, label) : lengthOf(b.t, b.labels, label),
  );
  return { t: reshape(matmul(x, y), shape), labels };
}

/** Nothing to sum: axes side by side, and elements multiplied. */
function multiplyNamed(a: Named, b: Named, batch: string[], left: string[], right: string[]): Tensor {
  const x = arrange(a, [...batch, ...left]);
  const y = arrange(b, [...batch, ...right]);
  const missing = left.map((_, k) => batch.length + k);
  const wide = right.map((_, k) => batch.length + left.length + k);
  return multiply(
    wide.length === 0 ? x : expandDims(x, wide),
    missing.length === 0 ? y : expandDims(y, missing),
  );
}

/** Axes gathered into groups, each group one axis; (m, k) without the batch when there is none. */
function grouped(named: Named, groups: readonly (readonly string[])[]): Tensor {
  const t = arrange(named, groups.flat());
  const lengths = groups.map((group) => sizeOf(group.map((label) => lengthOf(named.t, named.labels, label))));
  return reshape(t, groups[0].length === 0 ? lengths.slice(1) : lengths);
}

/** The axes in the order of `labels`, a view. */
function arrange({ t, labels }: Named, order: readonly string[]): Tensor {
  return t.transpose(order.map((label) => labels.indexOf(label)));
}
