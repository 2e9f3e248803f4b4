/**
 * The operations that a tensor has as methods: declared here for readers and editors, installed by `ops/methods.ts`, so that
 * `core/` needs no operation. Each is the function of the same name with the tensor in front; more is said there.
 */
import type { DType, TypedArray } from "./dtype.js";
import type { Axis, Shape } from "./shape.js";

/** Reduce everything to one number. */
export interface WholeOptions {
  readonly axis?: null | undefined;
  readonly keepdims?: false | undefined;
}

/** Reduce along `axis`; `keepdims` leaves the reduced axes with length 1. */
export interface AxisOptions<A = Axis> {
  readonly axis: A;
  readonly keepdims?: boolean | undefined;
}

/** Reduce everything, keep every axis with length 1. */
export interface KeepdimsOptions {
  readonly axis?: null | undefined;
  readonly keepdims: boolean;
}

/** A reduction as a method: a plain value without axis and keepdims, else a tensor. */
export interface ReduceMethod<Tensor, R, A = Axis, More = unknown> {
  (options?: WholeOptions & More): R;
  (options: (AxisOptions<A> | KeepdimsOptions) & More): Tensor;
}

/** The methods, for the class `Tensor`, which is named as a parameter so that this file need not import it. */
export interface TensorMethods<Tensor, TensorLike, Index> {
  /**
   * This + `other`, broadcast.
   *
   * @example
   * ```ts
   * np.array([[1], [2]]).add([10, 20]).toArray(); // [[11, 21], [12, 22]]
   * ```
   */
  readonly add: (other: TensorLike, options?: { readonly out?: Tensor }) => Tensor;

  /**
   * This - `other`, broadcast.
   *
   * @example
   * ```ts
   * np.array([5, 7]).subtract([1, 2]).toArray(); // [4, 5]
   * ```
   */
  readonly subtract: (other: TensorLike, options?: { readonly out?: Tensor }) => Tensor;

  /**
   * This * `other`, element by element, broadcast; for products of matrices see `dot`.
   *
   * @example
   * ```ts
   * np.array([1, 2]).multiply([[10], [100]]).toArray(); // [[10, 20], [100, 200]]
   * ```
   */
  readonly multiply: (other: TensorLike, options?: { readonly out?: Tensor }) => Tensor;

  /**
   * This / `other`, broadcast; always in floating point.
   *
   * @example
   * ```ts
   * np.array([1, 2], { dtype: "int32" }).divide(4).toArray(); // [0.25, 0.5]
   * ```
   */
  readonly divide: (other: TensorLike, options?: { readonly out?: Tensor }) => Tensor;

  /**
   * This to the power `exponent`, broadcast.
   *
   * @example
   * ```ts
   * np.array([1, 2, 3]).power(2).toArray(); // [1, 4, 9]
   * ```
   */
  readonly power: (exponent: TensorLike, options?: { readonly out?: Tensor }) => Tensor;

  /**
   * The opposite of each element.
   *
   * @example
   * ```ts
   * np.array([1, -2]).negative().toArray(); // [-1, 2]
   * ```
   */
  readonly negative: (options?: { readonly out?: Tensor }) => Tensor;

  /**
   * Values below `low` become `low`, values above `high` become `high`; null leaves a side open.
   *
   * @example
   * ```ts
   * np.array([-1, 0.5, 2]).clip(0, 1).toArray(); // [0, 0.5, 1]
   * ```
   */
  readonly clip: (
    low: TensorLike | null,
    high?: TensorLike | null,
    options?: { readonly out?: Tensor },
  ) => Tensor;

  /**
   * Rounded to `decimals` places, halves to even.
   *
   * @example
   * ```ts
   * np.array([0.125, 2.5]).round().toArray(); // [0, 2]
   * ```
   */
  readonly round: (decimals?: number, options?: { readonly out?: Tensor }) => Tensor;

  /**
   * Product of matrices (n, k) x (k, m) -> (n, m), of vectors, or with a number.
   *
   * @throws {@link ShapeError} when the inner lengths differ
   *
   * @example
   * ```ts
   * np.array([[1, 2], [3, 4]]).dot([1, 1]).toArray(); // [3, 7]
   * np.array([1, 2]).dot([3, 4]).item(); // 11
   * ```
   */
  readonly dot: (other: TensorLike) => Tensor;

  /**
   * Product of matrices (n, k) x (k, m) -> (n, m); axes in front are batches, and broadcast.
   *
   * @throws {@link ShapeError} when the inner lengths differ
   *
   * @example
   * ```ts
   * np.ones([5, 2, 3]).matmul(np.ones([3, 4])).shape; // [5, 2, 4]
   * ```
   */
  readonly matmul: (other: TensorLike) => Tensor;

  /**
   * The sum, or the sums along `axis`.
   *
   * @example
   * ```ts
   * np.array([[1, 2], [3, 4]]).sum(); // 10
   * np.array([[1, 2], [3, 4]]).sum({ axis: 1, keepdims: true }).toArray(); // [[3], [7]]
   * ```
   */
  readonly sum: ReduceMethod<Tensor, number>;

  /**
   * The product, or the products along `axis`.
   *
   * @example
   * ```ts
   * np.array([[1, 2], [3, 4]]).prod({ axis: 0 }).toArray(); // [3, 8]
   * ```
   */
  readonly prod: ReduceMethod<Tensor, number>;

  /**
   * The mean, or the means along `axis`; NaN when there is nothing.
   *
   * @example
   * ```ts
   * np.array([[1, 2], [3, 4]]).mean({ axis: 0 }).toArray(); // [2, 3]
   * ```
   */
  readonly mean: ReduceMethod<Tensor, number>;

  /**
   * The standard deviation; `ddof: 1` divides by n - 1.
   *
   * @example
   * ```ts
   * np.array([1, 3]).std(); // 1
   * ```
   */
  readonly std: ReduceMethod<Tensor, number, Axis, { readonly ddof?: number }>;

  /**
   * The variance; `ddof: 1` divides by n - 1.
   *
   * @example
   * ```ts
   * np.array([1, 3]).var({ ddof: 1 }); // 2
   * ```
   */
  readonly var: ReduceMethod<Tensor, number, Axis, { readonly ddof?: number }>;

  /**
   * The smallest element; NaN wins.
   *
   * @example
   * ```ts
   * np.array([[1, 2], [3, 0]]).min({ axis: 1 }).toArray(); // [1, 0]
   * ```
   */
  readonly min: ReduceMethod<Tensor, number>;

  /**
   * The largest element; NaN wins.
   *
   * @example
   * ```ts
   * np.array([[1, 2], [3, 0]]).max({ axis: 1 }).toArray(); // [2, 3]
   * ```
   */
  readonly max: ReduceMethod<Tensor, number>;

  /**
   * The place of the smallest element, counted row by row, or along one axis.
   *
   * @example
   * ```ts
   * np.array([[1, 2], [3, 0]]).argmin(); // 3
   * ```
   */
  readonly argmin: ReduceMethod<Tensor, number, number>;

  /**
   * The place of the largest element, counted row by row, or along one axis: the class of each example.
   *
   * @example
   * ```ts
   * np.array([[0.1, 0.8], [0.9, 0.2]]).argmax({ axis: 0 }).toArray(); // [1, 0]
   * ```
   */
  readonly argmax: ReduceMethod<Tensor, number, number>;

  /**
   * Whether something is true (not 0).
   *
   * @example
   * ```ts
   * np.array([0, 2]).any(); // true
   * ```
   */
  readonly any: ReduceMethod<Tensor, boolean>;

  /**
   * Whether everything is true (not 0).
   *
   * @example
   * ```ts
   * np.array([[0, 2], [1, 1]]).all({ axis: 1 }).toArray(); // [false, true]
   * ```
   */
  readonly all: ReduceMethod<Tensor, boolean>;

  /**
   * Running sums along `axis`, or over all elements row by row.
   *
   * @example
   * ```ts
   * np.array([1, 2, 3]).cumsum().toArray(); // [1, 3, 6]
   * ```
   */
  readonly cumsum: (options?: { readonly axis?: number | null }) => Tensor;

  /**
   * The same elements in a new shape; one length may be -1. A view where the layout allows, else a copy.
   *
   * @throws {@link ShapeError} when the number of elements would change
   *
   * @example
   * ```ts
   * np.arange(6).reshape(2, -1).toArray(); // [[0, 1, 2], [3, 4, 5]]
   * np.ones([209, 64, 64, 3]).reshape([209, -1]).T.shape; // [12288, 209]
   * ```
   */
  readonly reshape: (...shape: number[] | [readonly number[]]) => Tensor;

  /**
   * All elements in one axis, row by row; a view where they lie like that already, else a copy.
   *
   * @example
   * ```ts
   * np.array([[1, 2], [3, 4]]).T.ravel().toArray(); // [1, 3, 2, 4]
   * ```
   */
  readonly ravel: () => Tensor;

  /**
   * All elements in one axis, row by row; always a copy.
   *
   * @example
   * ```ts
   * np.array([[1, 2], [3, 4]]).flatten().toArray(); // [1, 2, 3, 4]
   * ```
   */
  readonly flatten: () => Tensor;

  /**
   * Two axes exchanged; a view.
   *
   * @example
   * ```ts
   * np.ones([2, 3, 4]).swapaxes(0, -1).shape; // [4, 3, 2]
   * ```
   */
  readonly swapaxes: (a: number, b: number) => Tensor;

  /**
   * Without the axes of length 1, or without those named; a view.
   *
   * @example
   * ```ts
   * np.ones([1, 3, 1]).squeeze().shape; // [3]
   * np.ones([1, 3, 1]).squeeze({ axis: 0 }).shape; // [3, 1]
   * ```
   */
  readonly squeeze: (options?: { readonly axis?: Axis | null }) => Tensor;

  /**
   * A copy with another dtype; fractions are cut off for integers.
   *
   * @example
   * ```ts
   * np.array([1.7, -1.7]).astype("int32").toArray(); // [1, -1]
   * ```
   */
  readonly astype: (dtype: DType) => Tensor;

  /**
   * A copy, row by row, that shares nothing.
   *
   * @example
   * ```ts
   * const row = np.ones([2, 2]).at(0).copy();
   * row.isContiguous; // true
   * ```
   */
  readonly copy: () => Tensor;

  /**
   * The elements row by row in a fresh typed array, for code that knows no tensors.
   *
   * @example
   * ```ts
   * const data = np.array([[1, 2], [3, 4]]).T.toTypedArray(); // a Float64Array
   * [...data]; // [1, 3, 2, 4]
   * ```
   */
  readonly toTypedArray: () => TypedArray;

  /**
   * Writes `value`, broadcast, into this tensor, or into what indices choose. Returns the tensor.
   *
   * @throws {@link ShapeError} when the value does not broadcast to what is chosen
   *
   * @example
   * ```ts
   * np.zeros([2, 3]).assign([7, 8], ":", [0, 2]).toArray(); // [[7, 0, 8], [7, 0, 8]]
   * const t = np.array([-1, 2, -3]);
   * t.assign(0, np.less(t, 0)).toArray(); // [0, 2, 0]
   * ```
   */
  readonly assign: (value: TensorLike, ...indices: Index[]) => Tensor;

  /**
   * NumPy's `t[…]` with lists of places and conditions; a copy then, else a view.
   *
   * @throws {@link AxisError} when a place is not there
   *
   * @example
   * ```ts
   * const t = np.arange(6).reshape(2, 3);
   * t.index([1, 0], ":").toArray(); // [[3, 4, 5], [0, 1, 2]]
   * t.index(np.greater(t, 3)).toArray(); // [4, 5]
   * ```
   */
  readonly index: (...indices: Index[]) => Tensor;

  /**
   * The elements where `condition`, a bool tensor, is true, in one axis; a copy.
   *
   * @example
   * ```ts
   * np.array([5, 6, 7]).mask([true, false, true]).toArray(); // [5, 7]
   * ```
   */
  readonly mask: (condition: TensorLike) => Tensor;

  /**
   * The elements at `indices` along `axis`, or of all elements row by row; a copy.
   *
   * @example
   * ```ts
   * np.array([[1, 2, 3], [4, 5, 6]]).take([2, 0], { axis: 1 }).toArray(); // [[3, 1], [6, 4]]
   * ```
   */
  readonly take: (indices: TensorLike, options?: { readonly axis?: number | null }) => Tensor;

  /**
   * The places that sort along `axis`, the last one by default.
   *
   * @example
   * ```ts
   * np.array([30, 10, 20]).argsort().toArray(); // [1, 2, 0]
   * ```
   */
  readonly argsort: (options?: { readonly axis?: number | null }) => Tensor;

  /**
   * Where `values` belong in this sorted tensor.
   *
   * @example
   * ```ts
   * np.array([10, 20, 30]).searchsorted([5, 20, 99]).toArray(); // [0, 1, 3]
   * ```
   */
  readonly searchsorted: (values: TensorLike, options?: { readonly side?: "left" | "right" }) => Tensor;

  /**
   * Each element, or each slice along `axis`, several times.
   *
   * @example
   * ```ts
   * np.array([1, 2]).repeat([1, 3]).toArray(); // [1, 2, 2, 2]
   * ```
   */
  readonly repeat: (counts: number | Shape, options?: { readonly axis?: number | null }) => Tensor;

  /**
   * The places of what is not 0, one tensor per axis.
   *
   * @example
   * ```ts
   * np.array([[0, 1], [2, 0]]).nonzero()[1].toArray(); // [1, 0]
   * ```
   */
  readonly nonzero: () => Tensor[];
}
