/**
 * Numbers in even steps, rounded as NumPy rounds them.
 */
import type { DType } from "../core/dtype.js";
import { isInteger } from "../core/dtype.js";
import { DataError, DTypeError } from "../core/errors.js";
import { makeStorage } from "../core/memory.js";
import { toShape } from "../core/shape.js";
import type { Tensor } from "../core/tensor.js";
import { describeValue } from "../core/words.js";
import { castTo } from "./convert.js";
import { fromBuffer } from "./creation.js";
import type { DTypeOptions } from "./options.js";
import { readDType, splitOptions } from "./options.js";

/**
 * Numbers from `start` (0) up to but without `stop`, in steps of `step` (1): `arange(stop)`, `arange(start, stop)`,
 * `arange(start, stop, step)`, each with options behind. float64 unless told otherwise, (n,).
 *
 * @throws RangeError when a number is not finite or the step is 0
 *
 * @example
 * ```ts
 * np.arange(3).toArray(); // [0, 1, 2]
 * np.arange(1, 2, 0.5).toArray(); // [1, 1.5]
 * np.arange(3, { dtype: "int32" }).dtype; // "int32"
 * ```
 */
export function arange(
  start: number,
  ...rest: [DTypeOptions?] | [number?, DTypeOptions?] | [number?, number?, DTypeOptions?]
): Tensor {
  const [[stop, step = 1], options] = splitOptions<DTypeOptions>("arange", rest, ["dtype"]);
  const dtype = readDType("arange", options, "float64");
  const [first, end] = stop === undefined ? [0, start] : [start, stop];
  if (![first, end, step].every(Number.isFinite) || step === 0) {
    const got = [first, end, step].map(describeValue).join(", ");
    throw new RangeError(`arange: finite start and stop and a step that is not 0 are needed, got ${got}`);
  }
  if (dtype === "bool")
    throw new DTypeError("arange: numbers are counted, got bool. Compare the result instead");
  const [length] = toShape("arange", Math.max(0, Math.ceil((end - first) / step)));
  return countFrom(first, step, length, dtype);
}

/** NumPy steps by the rounded difference of its first two values, which it rounds to the dtype. */
function countFrom(first: number, step: number, length: number, dtype: DType): Tensor {
  const rounded = makeStorage(dtype, 3);
  rounded[0] = first;
  rounded[1] = first + step;
  const [origin] = rounded;
  const delta = dtype === "float32" ? Math.fround(rounded[1] - origin) : rounded[1] - origin;
  const values = makeStorage(dtype, length);
  for (let i = 0; i < length; i++) {
    rounded[2] = i * delta;
    values[i] = origin + rounded[2];
  }
  return fromBuffer(values);
}

/** What `linspace` takes besides its numbers. */
export interface LinspaceOptions extends DTypeOptions {
  /** Whether `stop` is the last number; true by default. */
  readonly endpoint?: boolean | undefined;
}

/**
 * `count` (50) numbers in even steps from `start` to `stop`, (count,); rounded down for integer dtypes.
 *
 * @throws {@link ShapeError} when `count` is no whole number from 0
 *
 * @example
 * ```ts
 * np.linspace(0, 1, 3).toArray(); // [0, 0.5, 1]
 * np.linspace(0, 1, 4, { endpoint: false }).toArray(); // [0, 0.25, 0.5, 0.75]
 * ```
 */
export function linspace(
  start: number,
  stop: number,
  ...rest: [LinspaceOptions?] | [number?, LinspaceOptions?]
): Tensor {
  const known = ["endpoint", "dtype"];
  const [[count = 50], options] = splitOptions<LinspaceOptions>("linspace", rest, known);
  const dtype = readDType("linspace", { dtype: options.dtype }, "float64");
  if (typeof start !== "number" || typeof stop !== "number") {
    const got = `${describeValue(start)} and ${describeValue(stop)}`;
    throw new DataError(`linspace: start and stop must be numbers, got ${got}`);
  }
  const [length] = toShape("linspace", count);
  const values = evenly(start, stop, length, options.endpoint ?? true);
  if (isInteger(dtype)) for (let i = 0; i < length; i++) values[i] = Math.floor(values[i]);
  return castTo(fromBuffer(values), dtype);
}

function evenly(start: number, stop: number, length: number, endpoint: boolean): Float64Array {
  const values = new Float64Array(length);
  const parts = endpoint ? length - 1 : length;
  const width = stop - start;
  const step = width / parts;
  for (let i = 0; i < length; i++) {
    // a step that underflows to 0 is taken apart; a single number is the start
    values[i] = (parts === 0 ? i * width : step === 0 ? (i / parts) * width : i * step) + start;
  }
  if (endpoint && length > 1) values[length - 1] = stop;
  return values;
}
