/**
 * The n-dimensional array. A tensor is a window on storage: shape, strides and an offset say which elements
 * it shows, so that transposes, slices and most reshapes share memory with what they came from.
 * No arithmetic here: the operations are installed as methods by `ops/methods.ts`.
 */
import { broadcastShapes, broadcastStrides } from "./broadcast.js";
import type { DType, TypedArray } from "./dtype.js";
import { checkStorable, itemSize } from "./dtype.js";
import { DataError, internalError, ShapeError } from "./errors.js";
import { checkJson } from "./json.js";
import { formatTensor } from "./print.js";
import type { Shape } from "./shape.js";
import { formatShape, listOf, resolveAxis, resolveIndex, sizeOf, toShape } from "./shape.js";
import type { SliceIndex } from "./slice.js";
import { sliceView } from "./slice.js";
import { Storage, Values } from "./storage.js";
import type { Strides } from "./strides.js";
import { isContiguous } from "./strides.js";
import type { TensorMethods } from "./tensor-methods.js";
import { describeValue } from "./words.js";

/** Numbers in nested lists, one level per axis. */
export type NestedNumbers = readonly (number | boolean | NestedNumbers)[];

/** More would fill V8's memory for lists and strings, which ends the process. */
const longestLists = 100_000_000;

/** What `toArray` gives: nested lists, or the bare value of a tensor without axes. */
// biome-ignore lint/suspicious/noExplicitAny: the depth of the nesting is only known at run time
export type NestedValues = any;

/** Whatever an operation takes: numbers and lists become tensors. */
export type TensorLike = Tensor | number | boolean | NestedNumbers;

/**
 * One index of `t.index(…)` and `t.assign(value, …)`: a number, a slice in words like "1:3", "..." or "newaxis", null for a whole
 * axis, places as a list or tensor, or a bool tensor.
 */
export type Index = number | string | null | Tensor | NestedNumbers;

/**
 * An n-dimensional array: `dtype`, `shape`, and elements that views share. Make one with `np.array`, `np.zeros` and the like.
 *
 * @example
 * ```ts
 * const X = np.array([[1, 2, 3], [4, 5, 6]]); // (2, 3)
 * X.T.shape; // [3, 2]
 * X.slice(":", 0).toArray(); // [1, 4]
 * X.multiply(2).sum(); // 42
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: ops/methods.ts installs all that the interface below adds
export class Tensor {
  /**
   * The lists of `shape` and `strides` as the library itself reads them: frozen ones take V8 twice the time.
   *
   * @hidden
   */
  readonly lengths: Shape;
  /** @hidden */
  readonly steps: Strides;
  /** Place in storage of the first element. */
  readonly offset: number;
  /** The type of its elements. */
  readonly dtype: DType;
  /** Number of elements. */
  readonly size: number;
  /**
   * Shared with every view; for the library itself.
   *
   * @hidden
   */
  readonly memory: Storage;
  private dense: boolean | undefined;
  private frozenShape: Shape | undefined;
  private frozenStrides: Strides | undefined;

  /**
   * Use `np.array`, `np.zeros` or `np.fromBuffer`; this is for the library itself. Nobody else may keep `data`.
   *
   * @hidden
   */
  constructor(
    data: TypedArray | Storage,
    dtype: DType,
    shape: Shape,
    strides: Strides,
    offset = 0,
    model: Tensor | undefined = undefined,
  ) {
    if (shape.length !== strides.length) throw internalError("a stride for each axis");
    this.memory = data instanceof Storage ? data : new Storage(new Values(data.length, data, undefined));
    this.dtype = dtype;
    this.lengths = model === undefined ? listOf(shape) : model.lengths;
    this.steps = model === undefined ? listOf(strides) : model.steps;
    this.offset = offset;
    this.size = model === undefined ? sizeOf(shape) : model.size;
    this.dense = model?.dense;
    this.frozenShape = undefined;
    this.frozenStrides = undefined;
  }

  /** Length of each axis. */
  get shape(): readonly number[] {
    this.frozenShape ??= Object.freeze([...this.lengths]);
    return this.frozenShape;
  }

  /** Steps in storage, counted in elements, from one index to the next on each axis. */
  get strides(): readonly number[] {
    this.frozenStrides ??= Object.freeze([...this.steps]);
    return this.frozenStrides;
  }

  /**
   * Other storage in this one's shape and strides; for the library itself.
   *
   * @hidden
   */
  like(data: TypedArray | Storage, dtype: DType): Tensor {
    return new Tensor(data, dtype, this.lengths, this.steps, 0, this);
  }

  /** The elements' storage, shared with every view; to be read and written through shape, strides and offset. */
  get storage(): TypedArray {
    return this.memory.expose();
  }

  /**
   * The same for reading now, in the library itself: whoever keeps it may miss what is written later.
   *
   * @hidden
   */
  get readable(): TypedArray {
    return this.memory.values.read();
  }

  /**
   * The same for writing now, in the library itself.
   *
   * @hidden
   */
  get writable(): TypedArray {
    return this.memory.write();
  }

  /** Number of axes. */
  get ndim(): number {
    return this.lengths.length;
  }

  /** Length of the first axis. */
  get length(): number {
    if (this.ndim === 0) throw new ShapeError("length: a tensor with an axis is needed, got shape ()");
    return this.shape[0];
  }

  /** Bytes of one element. */
  get itemsize(): number {
    return itemSize(this.dtype);
  }

  /** Bytes of all elements. */
  get nbytes(): number {
    return this.size * this.itemsize;
  }

  /**
   * The transpose, a view: (n, m) -> (m, n).
   *
   * @example
   * ```ts
   * np.array([[1, 2, 3], [4, 5, 6]]).T.shape; // [3, 2]
   * ```
   */
  get T(): Tensor {
    const { lengths: shape, steps: strides, offset } = this;
    if (shape.length !== 2) return this.view([...shape].reverse(), [...strides].reverse(), offset);
    return this.view([shape[1], shape[0]], [strides[1], strides[0]], offset);
  }

  /** Whether the elements lie row by row without gaps. */
  get isContiguous(): boolean {
    this.dense ??= isContiguous(this.lengths, this.steps);
    return this.dense;
  }

  /**
   * Another window on the same storage; for the library itself.
   *
   * @hidden
   */
  view(shape: Shape, strides: Strides, offset: number): Tensor {
    return new Tensor(this.memory, this.dtype, shape, strides, offset);
  }

  /**
   * This tensor seen in a shape it broadcasts to.
   *
   * @throws {@link ShapeError} when the shape does not broadcast to it
   *
   * @example
   * ```ts
   * np.array([1, 2]).broadcastTo([2, 2]).toArray(); // [[1, 2], [1, 2]]
   * ```
   */
  broadcastTo(lengths: number | Shape): Tensor {
    const shape = toShape("broadcastTo", lengths);
    const joint = broadcastShapes("broadcastTo", this.shape, shape);
    if (joint.length !== shape.length || joint.some((length, axis) => length !== shape[axis])) {
      const clash = `${formatShape(this.shape)} -> ${formatShape(shape)}`;
      throw new ShapeError(`broadcastTo: only axes of length 1 stretch, got ${clash}: it would shrink`);
    }
    return this.view(shape, broadcastStrides(this.shape, this.strides, shape), this.offset);
  }

  /**
   * The element at one index per axis, as a number (booleans as 0 and 1): `t.get(0, -1)`.
   *
   * @throws {@link AxisError} when there is no such place
   *
   * @example
   * ```ts
   * np.array([[1, 2], [3, 4]]).get(0, -1); // 2
   * ```
   */
  get(...indices: number[]): number {
    return this.readable[this.placeOf("get", indices)];
  }

  /**
   * Writes one element: `t.set(7, 0, -1)`.
   *
   * @throws {@link AxisError} when there is no such place, {@link DTypeError} when the dtype cannot hold the value
   *
   * @example
   * ```ts
   * const t = np.zeros([2, 2]);
   * t.set(7, 0, -1);
   * t.toArray(); // [[0, 7], [0, 0]]
   * ```
   */
  set(value: number | boolean, ...indices: number[]): void {
    const place = this.placeOf("set", indices);
    checkStorable("set", this.dtype, value);
    this.writable[place] = this.dtype === "bool" ? Number(Boolean(value)) : Number(value);
  }

  private placeOf(name: string, indices: readonly number[]): number {
    if (indices.length !== this.ndim) {
      const got = `${indices.length} for shape ${formatShape(this.shape)}`;
      throw new ShapeError(`${name}: one index per axis is needed, got ${got}: ${this.ndim} axes`);
    }
    let place = this.offset;
    for (let axis = 0; axis < indices.length; axis++) {
      place += resolveIndex(name, indices[axis], this.lengths[axis], axis) * this.steps[axis];
    }
    return place;
  }

  /**
   * The only element, as a number: for tensors of size 1.
   *
   * @throws {@link ShapeError} when there is not exactly one
   *
   * @example
   * ```ts
   * np.dot([1, 2], [3, 4]).item(); // 11
   * ```
   */
  item(): number {
    if (this.size === 1) return this.readable[this.offset];
    throw new ShapeError(`item: exactly one element is needed, got shape ${formatShape(this.shape)}`);
  }

  /**
   * Row `index` of the first axis, a view without that axis.
   *
   * @throws {@link AxisError} when there is no such row
   *
   * @example
   * ```ts
   * np.array([[1, 2], [3, 4]]).at(-1).toArray(); // [3, 4]
   * ```
   */
  at(index: number): Tensor {
    if (this.ndim === 0) throw new ShapeError("at: a tensor with an axis is needed, got shape ()");
    const place = resolveIndex("at", index, this.shape[0], 0);
    return this.view(this.shape.slice(1), this.strides.slice(1), this.offset + place * this.strides[0]);
  }

  /**
   * A view, NumPy's indexing: `t.slice("1:3", ":", -1)` is `t[1:3, :, -1]`.
   *
   * @throws {@link AxisError} when an index is none, or there are too many
   *
   * @example
   * ```ts
   * const t = np.arange(12).reshape(3, 4);
   * t.slice("1:", "::-2").toArray(); // [[7, 5], [11, 9]]
   * t.slice("...", 0).assign(0); // a view: this writes into t
   * ```
   */
  slice(...indices: SliceIndex[]): Tensor {
    const { shape, strides, offset } = sliceView(this.shape, this.strides, this.offset, indices);
    return this.view(shape, strides, offset);
  }

  /**
   * Axes in a new order, a view; reversed without `axes`.
   *
   * @throws {@link ShapeError} unless every axis appears once
   *
   * @example
   * ```ts
   * np.ones([209, 64, 64, 3]).transpose([0, 3, 1, 2]).shape; // [209, 3, 64, 64]
   * ```
   */
  transpose(axes?: readonly number[]): Tensor {
    if (axes === undefined) return this.T;
    const isList = Array.isArray(axes) && axes.length <= this.ndim;
    const order = isList ? axes.map((axis) => resolveAxis("transpose", axis, this.shape)) : [];
    if (!isList || new Set(order).size !== this.ndim) {
      const got = `${isList ? formatShape(axes) : describeValue(axes)} for shape ${formatShape(this.shape)}`;
      throw new ShapeError(`transpose: every axis must appear once, got ${got}`);
    }
    const pick = (list: readonly number[]): number[] => order.map((axis) => list[axis]);
    return this.view(pick(this.shape), pick(this.strides), this.offset);
  }

  /**
   * The elements as nested lists of numbers (booleans for dtype bool).
   *
   * @throws {@link DataError} for more than a hundred million elements
   *
   * @example
   * ```ts
   * np.eye(2).toArray(); // [[1, 0], [0, 1]]
   * ```
   */
  toArray(): NestedValues {
    if (this.size > longestLists) {
      const got = `${this.size} in shape ${formatShape(this.shape)}`;
      throw new DataError(
        `toArray: lists of up to ${longestLists} elements can be made, got ${got}. Slice it`,
      );
    }
    return this.nested(0, this.offset);
  }

  private nested(axis: number, place: number): NestedValues {
    if (axis === this.ndim) return this.dtype === "bool" ? this.readable[place] !== 0 : this.readable[place];
    const step = this.steps[axis];
    return Array.from({ length: this.lengths[axis] }, (_, i) => this.nested(axis + 1, place + i * step));
  }

  /** Views along the first axis: `for (const row of X)`. */
  *[Symbol.iterator](): IterableIterator<Tensor> {
    for (let i = 0; i < this.length; i++) yield this.at(i);
  }

  /**
   * NumPy's `str`: `[[0.5 1. ]]`.
   *
   * @example
   * ```ts
   * String(np.array([[0.5, 1]])); // "[[0.5 1. ]]"
   * ```
   */
  toString(): string {
    return formatTensor(this, "str");
  }

  /**
   * NumPy's `repr`: `array([[0.5, 1. ]])`.
   *
   * @example
   * ```ts
   * np.array([0.5, 1]).toRepr(); // "array([0.5, 1. ])"
   * ```
   */
  toRepr(): string {
    return formatTensor(this, "repr");
  }

  /**
   * Nested lists for `JSON.stringify`. JSON has no NaN, Infinity or -0 and would turn them into null and 0.
   *
   * @throws {@link DataError} when such an element would be lost
   *
   * @example
   * ```ts
   * JSON.stringify({ W: np.ones([1, 2]) }); // '{"W":[[1,1]]}'
   * ```
   */
  toJSON(): NestedValues {
    const values = this.toArray();
    checkJson(values);
    return values;
  }

  /** `+` and `*` cannot be overloaded in JavaScript: only a tensor without axes turns into its number. */
  [Symbol.toPrimitive](hint: string): string | number {
    if (hint === "string") return this.toString();
    if (this.ndim === 0) return this.readable[this.offset];
    const shape = formatShape(this.shape);
    throw new TypeError(
      `Tensor: + and * do not work on tensors; use np.add(a, b) or a.add(b), got a tensor of shape ${shape}`,
    );
  }
}

export interface Tensor extends TensorMethods<Tensor, TensorLike, Index> {}

// console.log and tslab show the repr. Defined here since a computed name would have to be in the declarations.
Object.defineProperty(Tensor.prototype, Symbol.for("nodejs.util.inspect.custom"), {
  value(this: Tensor): string {
    return this.toRepr();
  },
});
