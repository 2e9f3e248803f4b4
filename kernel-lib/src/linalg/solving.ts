/**
 * Systems of linear equations: solve, inv, det, and least squares.
 */
import { broadcastShapes } from "../core/broadcast.js";
import { promote } from "../core/dtype.js";
import { asName, ShapeError } from "../core/errors.js";
import { formatShape } from "../core/shape.js";
import type { Tensor, TensorLike } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { toTensor } from "../ops/convert.js";
import { zeros, zerosLike } from "../ops/creation.js";
import { divide, greater, multiply, square, subtract, where } from "../ops/elementwise.js";
import { expandDims, reshape } from "../ops/movement.js";
import { matmul } from "../ops/products.js";
import { max, sum } from "../ops/reduce.js";
import { svd, svdvals } from "./decompositions.js";
import { factorize, solveMatrix } from "./lu.js";
import { identity, type Matrix, matricesOf, type Stack, squareMatricesOf, toTensorOf } from "./matrices.js";

/**
 * x with A x = b, by elimination with row exchanges.
 *
 * @param a - shape (..., n, n)
 * @param b - shape (n,), or (..., n, m) for m right sides
 * @throws {@link LinAlgError} when A is singular
 *
 * @example
 * ```ts
 * np.linalg.solve([[2, 0], [0, 4]], [2, 2]).toArray(); // [1, 0.5]
 * ```
 */
export function solve(a: TensorLike, b: TensorLike): Tensor {
  const x = toTensor("solve", a);
  const y = toTensor("solve", b);
  const [n] = squareMatricesOf("solve", x).shape;
  const columns = y.ndim === 1 ? expandDims(y, -1) : y;
  if (y.ndim === 0 || columns.shape[columns.ndim - 2] !== n) {
    const got = `${formatShape(x.shape)} and ${formatShape(y.shape)}`;
    throw new ShapeError(`solve: b needs a row for each row of a, got ${got}`);
  }
  const batch = broadcastShapes("solve", x.shape.slice(0, -2), columns.shape.slice(0, -2));
  const left = matricesOf("solve", x.broadcastTo([...batch, n, n]));
  const right = matricesOf("solve", columns.broadcastTo([...batch, ...columns.shape.slice(-2)]));
  const lists = left.list.map((matrix, k) => solveMatrix("solve", matrix, right.list[k]));
  const result = toTensorOf(widest(left, right), columns.shape.slice(-2), lists);
  return y.ndim === 1 ? reshape(result, [...batch, n]) : result;
}

/** The first stack, with the dtype that holds both. */
function widest(a: Stack, b: Stack): Stack {
  return { ...a, dtype: promote(a.dtype, b.dtype) };
}

/**
 * The inverse: A inv(A) is the identity. For systems of equations {@link solve} is faster and more exact.
 *
 * @param a - shape (..., n, n)
 * @throws {@link LinAlgError} when A is singular
 *
 * @example
 * ```ts
 * np.linalg.inv([[2, 0], [0, 4]]).toArray(); // [[0.5, 0], [0, 0.25]]
 * ```
 */
export function inv(a: TensorLike): Tensor {
  const stack = squareMatricesOf("inv", a);
  return toTensorOf(
    stack,
    stack.shape,
    stack.list.map((matrix) => solveMatrix("inv", matrix, identity(matrix.rows))),
  );
}

function determinantOf(matrix: Matrix): number {
  const { lu, sign } = factorize(matrix);
  let product = sign;
  for (let i = 0; i < matrix.rows; i++) product *= lu[i * (matrix.rows + 1)];
  return product;
}

/**
 * The determinant of a square matrix; 0 when it is singular.
 *
 * @param a - shape (n, n)
 *
 * @example
 * ```ts
 * np.linalg.det([[2, 0], [1, 3]]); // 6
 * ```
 */
export function det(a: TensorLike): number {
  const { list, batch, shape } = squareMatricesOf("det", a);
  if (batch.length === 0) return determinantOf(list[0]);
  const got = formatShape([...batch, ...shape]);
  throw new ShapeError(
    `det: one matrix is needed, got shape ${got}. Take them one by one: for (const A of stack)`,
  );
}

/** What counts as 0. */
export interface CutOptions {
  /** Singular values up to this share of the largest count as 0. */
  readonly rtol?: number | undefined;
}

function readRtol(name: string, options: CutOptions): number | undefined {
  checkOptions(name, options, ["rtol"]);
  const { rtol } = options;
  if (rtol === undefined || (typeof rtol === "number" && rtol >= 0)) return rtol;
  throw new RangeError(`${name}: rtol must be a number from 0, got ${describeValue(rtol)}`);
}

/** Singular values below it are noise: the longer side of the matrix times the distance of 1 from the next float. */
function defaultRtol(shape: readonly number[]): number {
  return Math.max(...shape.slice(-2)) * 2 ** -52;
}

/**
 * Number of linearly independent rows: how many singular values are above `rtol` times the largest.
 *
 * @param options - rtol: max(n, m) * 2.2e-16 by default
 *
 * @example
 * ```ts
 * np.linalg.matrixRank([[1, 2], [2, 4]]); // 1
 * ```
 */
export function matrixRank(a: TensorLike, options: CutOptions = {}): number {
  const rtol = readRtol("matrixRank", options);
  const t = toTensor("matrixRank", a);
  if (t.ndim !== 2) throw new ShapeError(`matrixRank: a matrix is needed, got ${formatShape(t.shape)}`);
  if (t.size === 0) return 0;
  const values = asName("matrixRank", () => svdvals(t));
  const limit = max(values) * (rtol ?? defaultRtol(t.shape));
  return sum(greater(values, limit));
}

/**
 * The pseudo-inverse (Moore and Penrose): what comes nearest to an inverse for any matrix, (..., n, m) -> (..., m, n).
 *
 * @param options - rtol: max(n, m) * 2.2e-16 by default, as in {@link matrixRank}
 *
 * @example
 * ```ts
 * np.linalg.pinv([[2, 0], [0, 0]]).toArray(); // [[0.5, 0], [0, 0]]
 * ```
 */
export function pinv(a: TensorLike, options: CutOptions = {}): Tensor {
  const rtol = readRtol("pinv", options);
  const t = toTensor("pinv", a);
  if (t.size === 0 && t.ndim >= 2) return zerosLike(t.swapaxes(-1, -2));
  const { U, S, Vh } = asName("pinv", () => svd(t, { fullMatrices: false }));
  const limit = multiply(max(S, { axis: -1, keepdims: true }), rtol ?? defaultRtol(t.shape));
  const large = greater(S, limit);
  const inverse = where(large, divide(1, where(large, S, 1)), 0);
  const turn = (x: Tensor): Tensor => x.swapaxes(-1, -2);
  return matmul(turn(Vh), multiply(expandDims(inverse, -1), turn(U)));
}

/** What {@link lstsq} gives. */
export interface LeastSquares {
  /** The solution, shape (m,), or (m, k) for k right sides; the shortest one when there are several. */
  readonly x: Tensor;
  /** Sum of squared residuals of each right side; empty when A's columns are dependent or it has no more rows than columns. */
  readonly residuals: Tensor;
  readonly rank: number;
  /** A's singular values in descending order. */
  readonly s: Tensor;
}

/**
 * The x that makes the sum of squares of b - A x smallest.
 *
 * @param a - shape (n, m)
 * @param b - shape (n,), or (n, k) for k right sides
 * @param options - rtol: singular values up to this share of the largest count as 0, max(n, m) * 2.2e-16 by default
 *
 * @example
 * ```ts
 * const { x } = np.linalg.lstsq([[1, 0], [1, 1], [1, 2]], [1, 3, 5]);
 * np.round(x, 10).toArray(); // [1, 2]
 * ```
 */
export function lstsq(a: TensorLike, b: TensorLike, options: CutOptions = {}): LeastSquares {
  const given = readRtol("lstsq", options);
  const [A, y] = [toTensor("lstsq", a), toTensor("lstsq", b)];
  if (A.ndim !== 2 || y.ndim < 1 || y.ndim > 2 || y.shape[0] !== A.shape[0]) {
    const got = `${formatShape(A.shape)} and ${formatShape(y.shape)}`;
    throw new ShapeError(`lstsq: a matrix and a right side with as many rows are needed, got ${got}`);
  }
  const rtol = given ?? defaultRtol(A.shape);
  const x = matmul(
    asName("lstsq", () => pinv(A, { rtol })),
    y,
  );
  const rank = matrixRank(A, { rtol });
  const [n, m] = A.shape;
  const squares = sum(square(subtract(y, matmul(A, x))), { axis: 0, keepdims: y.ndim === 1 });
  const residuals = rank === m && n > m ? squares : zeros(0);
  return { x, residuals, rank, s: svdvals(A) };
}
