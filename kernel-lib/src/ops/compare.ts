/**
 * Whole tensors compared: one answer for all elements.
 */
import { broadcastShapes } from "../core/broadcast.js";
import { sameShape } from "../core/shape.js";
import type { TensorLike } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { toTensor } from "./convert.js";
import { equal } from "./elementwise.js";
import { all } from "./reduce.js";

/** How near is near. */
export interface CloseOptions {
  /** Relative to the size of `b`; 1e-5. */
  readonly rtol?: number;
  /** Absolute; 1e-8. */
  readonly atol?: number;
  /** NaN equals NaN. */
  readonly equalNan?: boolean;
}

/**
 * Whether |a - b| <= atol + rtol |b| everywhere; shapes broadcast.
 *
 * @throws {@link ShapeError} when the shapes do not broadcast
 *
 * @example
 * ```ts
 * np.allclose([1, 2], [1, 2.00001]); // true
 * np.allclose([0], [1e-9], { atol: 0 }); // false
 * ```
 */
export function allclose(a: TensorLike, b: TensorLike, options: CloseOptions = {}): boolean {
  checkOptions("allclose", options, ["rtol", "atol", "equalNan"]);
  const { rtol = 1e-5, atol = 1e-8, equalNan = false } = options;
  const [x, y] = [toTensor("allclose", a), toTensor("allclose", b)];
  const shape = broadcastShapes("allclose", x.shape, y.shape);
  checkTolerance("rtol", rtol);
  checkTolerance("atol", atol);
  const wanted = y.broadcastTo(shape).toTypedArray();
  return x
    .broadcastTo(shape)
    .toTypedArray()
    .every((got: number, i: number) => {
      const want = wanted[i];
      if (got === want) return true;
      if (Number.isNaN(want)) return equalNan && Number.isNaN(got);
      return Number.isFinite(want) && Math.abs(got - want) <= atol + rtol * Math.abs(want);
    });
}

function checkTolerance(name: string, value: unknown): void {
  if (typeof value === "number" && value >= 0) return;
  throw new RangeError(`allclose: ${name} must be a number from 0, got ${describeValue(value)}`);
}

/**
 * Whether shapes and all elements are equal; NaN equals nothing.
 *
 * @example
 * ```ts
 * np.arrayEqual([1, 2], [1, 2]); // true
 * np.arrayEqual([[1, 2]], [1, 2]); // false
 * ```
 */
export function arrayEqual(a: TensorLike, b: TensorLike): boolean {
  const [x, y] = [toTensor("arrayEqual", a), toTensor("arrayEqual", b)];
  return sameShape(x.shape, y.shape) && all(equal(x, y));
}
