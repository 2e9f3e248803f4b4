/**
 * What an engine can do. Engines know typed arrays, offsets and strides, nothing of tensors: whoever calls
 * has validated shapes, allocated `out` and chosen the order of the axes.
 */

export type TypedArray = Float64Array | Float32Array | Int32Array | Uint8Array;

export type DType = "float64" | "float32" | "int32" | "uint8" | "bool";

/** Elements in storage: `data[offset + sum(index[k] * strides[k])]`. */
export interface Block {
  readonly data: TypedArray;
  readonly dtype: DType;
  readonly offset: number;
  /** One stride per axis of the loop, slowest axis first. */
  readonly strides: readonly number[];
}

export type UnaryOp =
  | "negative"
  | "abs"
  | "sign"
  | "sqrt"
  | "square"
  | "exp"
  | "expm1"
  | "log"
  | "log1p"
  | "tanh"
  | "floor"
  | "ceil"
  | "round"
  | "isnan"
  | "isfinite"
  | "logicalNot";

export type BinaryOp =
  | "add"
  | "subtract"
  | "multiply"
  | "divide"
  | "power"
  | "maximum"
  | "minimum"
  | "equal"
  | "notEqual"
  | "less"
  | "lessEqual"
  | "greater"
  | "greaterEqual"
  | "logicalAnd"
  | "logicalOr";

export type ReduceOp = "sum" | "prod" | "min" | "max";

/** Rows of float64 in storage, `rowStride` apart; `step` is 1, or 0 where a row repeats one value. */
export interface Rows {
  readonly data: Float64Array;
  readonly offset: number;
  readonly rowStride: number;
  readonly step: number;
}

/**
 * One operation of a chain. Its result goes to the slot `into`, a buffer for part of a row. `a` and `b` are where its
 * operands come from; without them they are results that stand in the slots `into` and `into + 1` already.
 */
export interface Step {
  readonly op: UnaryOp | BinaryOp;
  readonly into: number;
  readonly a: Rows | undefined;
  readonly b: Rows | undefined;
}

/** A matrix for products: element (i, j) lies at `offset + i * rowStride + j * columnStride`. */
export interface Matrix {
  readonly data: TypedArray;
  readonly offset: number;
  readonly rowStride: number;
  readonly columnStride: number;
}

export type Floats = Float64Array | Float32Array;

/** out (m, n) = a (m, k) times b (k, n), all float64 or all float32, out dense; out overlaps nothing. */
export type Matmul = (
  m: number,
  k: number,
  n: number,
  out: Floats,
  outOffset: number,
  a: Matrix,
  b: Matrix,
) => void;

/**
 * out (n,) = x (k,) times b (k, n), all float64. `prepare` is called before the elements of x from `start` on are read, to put
 * them there: once, or for block after block of b's rows, so that what it reads of b itself is still in the cache.
 */
export type MultiplyRow = (
  k: number,
  n: number,
  out: Float64Array,
  x: Float64Array,
  b: Matrix,
  prepare: (start: number, count: number) => void,
) => void;

/**
 * What a workspace computes element by element; where an operation stands in this list is its code there. A sigmoid is
 * 1 / (1 + exp(-x)), with the bits of the four operations.
 */
export const workspaceOps: readonly (UnaryOp | BinaryOp | "sigmoid")[] = [
  "add",
  "subtract",
  "multiply",
  "divide",
  "maximum",
  "minimum",
  "negative",
  "abs",
  "sqrt",
  "square",
  "exp",
  "log",
  "tanh",
  "sigmoid",
];

/** Places in a workspace, in elements. */
export const workspaceSize = 262144;

/**
 * Memory of the engine's own, in which small float64 values stay while one operation after the other works on them.
 * Products go through `matmul`, with `memory` as data. An operation may spoil seven places behind its result.
 */
export interface Workspace {
  readonly memory: Float64Array;
  /** The first of the places that callers may use. */
  readonly start: number;
  /** Copies values to a place. */
  put(values: Float64Array, place: number): void;
  /** A number to a place. */
  putNumber(value: number, place: number): void;
  /** Copies what lies at a place to `out`. */
  get(out: Float64Array, place: number): void;
  /** n results at `out`; operations are known by their codes. */
  unary(code: number, n: number, out: number, a: number): void;
  /** The steps of the operands are 1, or 0 for one value repeated. */
  binary(code: number, n: number, out: number, a: number, aStep: number, b: number, bStep: number): void;
  /** out[i] = sum of row i, for dense rows of `columns` elements, in NumPy's order. */
  sumRows(rows: number, columns: number, out: number, a: number): void;
}

/** All blocks of a call share the loop's `shape`; `out` may alias an input only element by element. */
export interface Engine {
  readonly name: string;
  /** out = a, converted: fractions are cut off for integers, anything but 0 is true. */
  copy(shape: readonly number[], out: Block, a: Block): void;
  /** out = op(a); a and out have one dtype, except for questions (isnan …) whose out is bool. */
  unary(op: UnaryOp, shape: readonly number[], out: Block, a: Block): void;
  /** out = op(a, b); a, b and out have one dtype, except for comparisons whose out is bool. */
  binary(op: BinaryOp, shape: readonly number[], out: Block, a: Block, b: Block): void;
  /** out (rows, columns), dense = what the last step leaves in slot 0; all float64. out overlaps no operand. */
  chain(steps: readonly Step[], rows: number, columns: number, out: Float64Array): void;
  /** out = condition ? a : b; condition is bool, the rest has one dtype. */
  select(shape: readonly number[], out: Block, condition: Block, a: Block, b: Block): void;
  /** out = op(out, a), where out has stride 0 on the reduced axes and holds the first value already. */
  reduce(op: ReduceOp, shape: readonly number[], out: Block, a: Block): void;
  /** out[j] = place of the first extreme of a[j, :], the last axis of the loop; NaN wins. out is int32. */
  argExtreme(op: "min" | "max", shape: readonly number[], out: Block, a: Block): void;
  /** out = running sums of a along the last axis of the loop. */
  cumulate(shape: readonly number[], out: Block, a: Block): void;
  /** out = a sorted along the last axis of the loop, stable, NaN last. */
  sort(shape: readonly number[], out: Block, a: Block): void;
  /** out = places that sort a along the last axis of the loop, stable, NaN last. out is int32. */
  argSort(shape: readonly number[], out: Block, a: Block): void;
  /** out[k] = the first place (or the last one) at which values[k] may be inserted into `sorted`. */
  search(out: Int32Array, sorted: Float64Array, values: Float64Array, last: boolean): void;
  /** The flat places of what is not 0, counted in loop order. */
  findNonzero(shape: readonly number[], a: Block): Int32Array;
  /** out[k, i] = a[indices[k], i] for dense blocks of `inner` elements; indices are in range. */
  gather(out: TypedArray, a: TypedArray, aOffset: number, indices: Int32Array, inner: number): void;
  /** out[k, :] = a[places[k] + :] for each of the places, which count from a's offset; a's first stride does not count. */
  pick(shape: readonly number[], out: Block, a: Block, places: Int32Array): void;
  /** out[places[k] + :] = a[k, :], of one dtype, later ones last; out's first stride does not count. */
  put(shape: readonly number[], out: Block, a: Block, places: Int32Array): void;
  matmul: Matmul;
  multiplyRow: MultiplyRow;
  /** Made when it is first asked for. */
  workspace(): Workspace;
}
