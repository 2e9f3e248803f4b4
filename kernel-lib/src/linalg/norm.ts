/**
 * Norms of vectors and matrices, with NumPy's `ord`.
 */
import { asName, ShapeError } from "../core/errors.js";
import type { Axis } from "../core/shape.js";
import { formatShape, resolveAxes } from "../core/shape.js";
import type { Tensor, TensorLike } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { asFloat, toTensor } from "../ops/convert.js";
import { notEqual, power, square } from "../ops/elementwise.js";
import { ravel, reshape } from "../ops/movement.js";
import { inner } from "../ops/products.js";
import type { Reduction } from "../ops/reduce.js";
import { max, min, sum } from "../ops/reduce.js";
import { abs, sqrt } from "../ops/unary.js";
import { checkFinite, matricesOf, toTensorOf } from "./matrices.js";
import { singularOf } from "./svd.js";

/** Which norm. */
export interface NormOptions {
  /** Vectors: any number, also 0 and Infinity. Matrices: 1, 2, Infinity, -1, -2, -Infinity, "fro", "nuc". */
  readonly ord?: number | "fro" | "nuc" | undefined;
}

type NormArguments = { axis?: Axis | null; keepdims?: boolean } & NormOptions;

function computeNorm(a: TensorLike, options: NormArguments = {}): number | Tensor {
  checkOptions("norm", options, ["ord", "axis", "keepdims"]);
  const { ord, axis, keepdims = false } = options;
  const t = asFloat(toTensor("norm", a));
  const whole = axis === undefined || axis === null;
  if (whole && ord === undefined && !keepdims) return sqrt(inner(ravel(t), ravel(t))).item();
  if (ord === undefined) return rootOfSquares(t, { axis: axis ?? null, keepdims });
  const axes = resolveAxes("norm", axis, t.shape);
  if (axes.length === 1) return asAsked(vectorNorm(t, axes[0], ord), t, axes, whole, keepdims);
  if (axes.length === 2) return asAsked(matrixNorm(t, axes, ord), t, axes, whole, keepdims);
  throw new ShapeError(
    `norm: ord ${ord} is for vectors and matrices, got shape ${formatShape(t.shape)}. Name one axis or two`,
  );
}

/** A number when everything was reduced, else a tensor, perhaps with axes of length 1. */
function asAsked(
  result: Tensor,
  t: Tensor,
  axes: number[],
  whole: boolean,
  keepdims: boolean,
): number | Tensor {
  if (!keepdims) return whole ? result.item() : result;
  return reshape(
    result,
    t.shape.map((length, axis) => (axes.includes(axis) ? 1 : length)),
  );
}

function rootOfSquares(t: Tensor, how: { axis: Axis | null; keepdims: boolean }): number | Tensor {
  const squares = sum(square(t), how);
  return typeof squares === "number" ? Math.sqrt(squares) : sqrt(squares);
}

function vectorNorm(t: Tensor, axis: number, ord: number | string): Tensor {
  if (typeof ord !== "number") throw ordError(ord, "a vector");
  if (ord === Infinity) return max(abs(t), { axis });
  if (ord === -Infinity) return min(abs(t), { axis });
  if (ord === 0) return sum(notEqual(t, 0), { axis }).astype(t.dtype);
  if (ord === 1) return sum(abs(t), { axis });
  if (ord === 2) return sqrt(sum(square(t), { axis }));
  return power(sum(power(abs(t), ord), { axis }), 1 / ord);
}

function matrixNorm(t: Tensor, axes: readonly number[], ord: number | string): Tensor {
  const [row, column] = axes;
  const rest = [...t.shape.keys()].filter((axis) => !axes.includes(axis));
  const last = t.transpose([...rest, row, column]); // (..., n, m)
  if (ord === "fro") return sqrt(sum(square(last), { axis: [-2, -1] }));
  if (ord === 1 || ord === -1) return extreme(ord, sum(abs(last), { axis: -2 }));
  if (ord === Infinity || ord === -Infinity) return extreme(ord, sum(abs(last), { axis: -1 }));
  if (ord !== "nuc" && ord !== 2 && ord !== -2) throw ordError(ord, "a matrix");
  const values = singularValues("norm", last);
  return ord === "nuc" ? sum(values, { axis: -1 }) : extreme(ord, values);
}

function extreme(ord: number, t: Tensor): Tensor {
  return ord > 0 ? max(t, { axis: -1 }) : min(t, { axis: -1 });
}

function ordError(ord: unknown, what: string): RangeError {
  const known = what === "a vector" ? "a number" : '1, 2, Infinity, -1, -2, -Infinity, "fro" or "nuc"';
  return new RangeError(`norm: ord of ${what} must be ${known}, got ${describeValue(ord)}`);
}

/** The singular values of every matrix, in descending order: (..., n, m) -> (..., min(n, m)). */
export function singularValues(name: string, a: TensorLike): Tensor {
  const stack = matricesOf(name, a);
  checkFinite(name, stack);
  const lists = stack.list.map((matrix) => singularOf(name, matrix, false).values);
  return toTensorOf(stack, [Math.min(...stack.shape)], lists);
}

/**
 * The size of a vector or matrix. Without `ord` the root of the sum of squares of all elements; with `axis` that of each
 * vector along it, with two axes that of each matrix.
 *
 * @throws {@link ShapeError} when `ord` is given for more than two axes, RangeError when it is none
 *
 * @example
 * ```ts
 * np.linalg.norm([3, 4]); // 5
 * np.linalg.norm([[3, 4], [6, 8]], { axis: 1, keepdims: true }).toArray(); // [[5], [10]]
 * np.linalg.norm([[1, 2], [3, 4]], { ord: 1 }); // 6
 * ```
 */
export const norm: Reduction<number, Axis, NormOptions> = ((
  a: TensorLike,
  options?: NormArguments,
): number | Tensor => asName("norm", () => computeNorm(a, options))) as Reduction<number, Axis, NormOptions>;
