/**
 * Linear algebra beyond products: norms for now.
 */

import { ShapeError } from "../core/errors.js";
import type { Axis } from "../core/shape.js";
import { formatShape } from "../core/shape.js";
import type { Tensor, TensorLike } from "../core/tensor.js";
import { checkOptions } from "../core/words.js";
import { asFloat, toTensor } from "./convert.js";
import { square } from "./elementwise.js";
import { ravel } from "./movement.js";
import { inner } from "./products.js";
import type { Reduction } from "./reduce.js";
import { max, sum } from "./reduce.js";
import { abs, sqrt } from "./unary.js";

interface NormOptions {
  /** 2 (default): root of the sum of squares; 1: sum of sizes; Infinity: the largest size. */
  readonly ord?: 1 | 2 | number | "fro" | undefined;
}

type NormArguments = { axis?: Axis | null; keepdims?: boolean } & NormOptions;

function computeNorm(a: TensorLike, options: NormArguments = {}): number | Tensor {
  checkOptions("norm", options, ["ord", "axis", "keepdims"]);
  const { ord, ...rest } = options;
  const t = asFloat(toTensor("norm", a));
  const whole = rest.axis === undefined || rest.axis === null;
  if ((ord === 2 || ord === 1 || ord === Infinity) && whole && t.ndim > 1) {
    throw new ShapeError(`norm: ord ${ord} is for vectors, got shape ${formatShape(t.shape)}. Name an axis`);
  }
  if (ord === 1) return sum(abs(t), rest);
  if (ord === Infinity) return max(abs(t), rest);
  if (ord !== undefined && ord !== 2 && ord !== "fro") {
    throw new RangeError(`norm: ord must be 1, 2, Infinity or "fro", got ${String(ord)}`);
  }
  if (whole && !rest.keepdims) return sqrt(inner(ravel(t), ravel(t))).item();
  const squares = sum(square(t), rest);
  return typeof squares === "number" ? Math.sqrt(squares) : sqrt(squares);
}

/** Length of a vector, or root of the sum of squares of any tensor; along `axis` a tensor of lengths. */
const norm: Reduction<number, Axis, NormOptions> = computeNorm as Reduction<number, Axis, NormOptions>;

/** `np.linalg`. */
export const linalg: { readonly norm: Reduction<number, Axis, NormOptions> } = { norm };
