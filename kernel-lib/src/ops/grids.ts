/**
 * Grids: the coordinates of their points, and values computed from places.
 */
import { asName, DataError } from "../core/errors.js";
import type { Shape } from "../core/shape.js";
import { sizeOf, toShape } from "../core/shape.js";
import type { Tensor, TensorLike } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { copyOf, toTensor } from "./convert.js";
import { array } from "./creation.js";
import { ravel } from "./movement.js";
import type { DTypeOptions } from "./options.js";

/** What `meshgrid` takes behind its axes. */
export interface MeshgridOptions {
  /** "xy" (default): the first axis runs along columns; "ij": along rows. */
  readonly indexing?: "xy" | "ij" | undefined;
}

/**
 * The coordinates of every point of a grid: for axes (n,) and (m,) two tensors (m, n), or (n, m) with `indexing: "ij"`.
 * Any number of axes; fresh tensors.
 *
 * @throws TypeError when `indexing` is something else
 *
 * @example
 * ```ts
 * const [X, Y] = np.meshgrid([0, 1, 2], [10, 20]);
 * X.toArray(); // [[0, 1, 2], [0, 1, 2]]
 * Y.toArray(); // [[10, 10, 10], [20, 20, 20]]
 * ```
 */
export function meshgrid(...axes: TensorLike[] | [...TensorLike[], MeshgridOptions]): Tensor[] {
  const hasOptions = axes.length > 0 && isPlain(axes[axes.length - 1]);
  const options = (hasOptions ? axes[axes.length - 1] : {}) as MeshgridOptions;
  const lines = (hasOptions ? axes.slice(0, -1) : axes) as TensorLike[];
  const swap = readIndexing(options) === "xy" && lines.length > 1;
  const lists = lines.map((line) => ravel(toTensor("meshgrid", line)));
  const place = (k: number): number => (swap && k < 2 ? 1 - k : k);
  const shape = toShape(
    "meshgrid",
    lists.map((_, k) => lists[place(k)].size),
  );
  return lists.map((line, k) => {
    const strides = shape.map((_, axis) => (axis === place(k) ? line.strides[0] : 0));
    return copyOf(line.view(shape, strides, line.offset));
  });
}

function isPlain(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function readIndexing(options: MeshgridOptions): "xy" | "ij" {
  checkOptions("meshgrid", options, ["indexing"]);
  const { indexing = "xy" } = options;
  if (indexing === "xy" || indexing === "ij") return indexing;
  throw new TypeError(`meshgrid: indexing must be "xy" or "ij", got ${describeValue(indexing)}`);
}

/**
 * A tensor of values computed from their places: element (i, j) is f(i, j). float64, or bool when every value is true or
 * false. Unlike NumPy's fromfunction, f is called for each element with numbers, on which + and * work.
 *
 * @throws {@link DataError} when f gives something that is no number or boolean
 *
 * @example
 * ```ts
 * np.fromFunction((i, j) => 10 * i + j, [2, 3]).toArray(); // [[0, 1, 2], [10, 11, 12]]
 * ```
 */
export function fromFunction(
  f: (...place: number[]) => number | boolean,
  shape: number | Shape,
  options?: DTypeOptions,
): Tensor {
  if (typeof f !== "function") {
    throw new DataError(`fromFunction: a function of the place is needed, got ${describeValue(f)}`);
  }
  const lengths = toShape("fromFunction", shape);
  const values = Array.from({ length: sizeOf(lengths) }, (_, flat) => f(...placeOf(flat, lengths)));
  const wrong = values.findIndex((value) => typeof value !== "number" && typeof value !== "boolean");
  if (wrong < 0) return asName("fromFunction", () => array(values, options)).reshape(lengths);
  const got = `${describeValue(values[wrong])} at [${placeOf(wrong, lengths).join(", ")}]`;
  throw new DataError(`fromFunction: the function must give numbers or booleans, got ${got}`);
}

/** The indices of the element that is `flat`-th row by row. */
function placeOf(flat: number, shape: Shape): number[] {
  const place = new Array<number>(shape.length);
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    place[axis] = flat % shape[axis];
    flat = Math.floor(flat / shape[axis]);
  }
  return place;
}
