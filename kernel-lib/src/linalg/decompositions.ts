/**
 * Matrices as products of simpler ones: singular values, eigenvectors, QR, Cholesky. Where a vector's sign is free, its
 * largest element is positive: NumPy leaves that to chance.
 */
import type { Tensor, TensorLike } from "../core/tensor.js";
import { checkOptions } from "../core/words.js";
import { choleskyOf } from "./cholesky.js";
import { checkFinite, matricesOf, squareMatricesOf, toTensorOf, transposed } from "./matrices.js";
import { singularValues } from "./norm.js";
import { qrOf } from "./qr.js";
import { singularOf } from "./svd.js";
import { type Eigen, eigenOf } from "./symmetric.js";

/** What {@link svd} gives: A is U times the diagonal matrix of S times Vh. */
export interface Svd {
  /** Orthonormal columns, the largest element of the first ones positive: (..., n, n), or (..., n, k) with k = min(n, m). */
  readonly U: Tensor;
  /** In descending order, (..., k). */
  readonly S: Tensor;
  /** Orthonormal rows: (..., m, m), or (..., k, m). */
  readonly Vh: Tensor;
}

/**
 * Singular values and vectors: A = U diag(S) Vh.
 *
 * @param a - shape (..., n, m)
 * @param options - fullMatrices: false leaves out the vectors that no singular value belongs to
 * @throws {@link LinAlgError} when a number is not finite
 *
 * @example
 * ```ts
 * const { U, S, Vh } = np.linalg.svd([[0, 2], [1, 0]]);
 * S.toArray(); // [2, 1]
 * np.allclose(np.matmul(np.multiply(U, S), Vh), [[0, 2], [1, 0]]); // true
 * ```
 */
export function svd(a: TensorLike, options: { readonly fullMatrices?: boolean } = {}): Svd {
  checkOptions("svd", options, ["fullMatrices"]);
  const complete = options.fullMatrices ?? true;
  const stack = matricesOf("svd", a);
  checkFinite("svd", stack);
  const all = stack.list.map((matrix) => singularOf("svd", matrix, complete));
  const [n, m] = stack.shape;
  const k = Math.min(n, m);
  return {
    U: toTensorOf(
      stack,
      [n, complete ? n : k],
      all.map(({ left }) => transposed(left).values),
    ),
    S: toTensorOf(
      stack,
      [k],
      all.map(({ values }) => values),
    ),
    Vh: toTensorOf(
      stack,
      [complete ? m : k, m],
      all.map(({ right }) => right.values),
    ),
  };
}

/**
 * The singular values alone, in descending order: (..., n, m) -> (..., min(n, m)).
 *
 * @example
 * ```ts
 * np.linalg.svdvals([[3, 0], [0, 4]]).toArray(); // [4, 3]
 * ```
 */
export function svdvals(a: TensorLike): Tensor {
  return singularValues("svdvals", a);
}

/** What {@link eigh} gives. */
export interface Eigh {
  /** In ascending order, (..., n). */
  readonly eigenvalues: Tensor;
  /** Column k belongs to value k; orthonormal, the largest element of each positive: (..., n, n). */
  readonly eigenvectors: Tensor;
}

function eigenOfAll(
  name: string,
  a: TensorLike,
): { stack: ReturnType<typeof squareMatricesOf>; all: Eigen[] } {
  const stack = squareMatricesOf(name, a);
  checkFinite(name, stack);
  return { stack, all: stack.list.map((matrix) => eigenOf(name, matrix)) };
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, A v = lambda v. Only the lower triangle is read.
 *
 * @param a - shape (..., n, n)
 * @throws {@link LinAlgError} when a number is not finite
 *
 * @example
 * ```ts
 * const { eigenvalues, eigenvectors } = np.linalg.eigh([[2, 0], [0, 1]]);
 * eigenvalues.toArray(); // [1, 2]
 * eigenvectors.toArray(); // [[0, 1], [1, 0]]
 * ```
 */
export function eigh(a: TensorLike): Eigh {
  const { stack, all } = eigenOfAll("eigh", a);
  return {
    eigenvalues: toTensorOf(
      stack,
      stack.shape.slice(1),
      all.map(({ values }) => values),
    ),
    eigenvectors: toTensorOf(
      stack,
      stack.shape,
      all.map(({ rows }) => transposed(rows).values),
    ),
  };
}

/**
 * The eigenvalues of a symmetric matrix, in ascending order: (..., n, n) -> (..., n).
 *
 * @example
 * ```ts
 * np.linalg.eigvalsh([[2, 0], [0, 1]]).toArray(); // [1, 2]
 * ```
 */
export function eigvalsh(a: TensorLike): Tensor {
  const { stack, all } = eigenOfAll("eigvalsh", a);
  return toTensorOf(
    stack,
    stack.shape.slice(1),
    all.map(({ values }) => values),
  );
}

/** What {@link qr} gives. */
export interface Qr {
  /** Orthonormal columns: (..., n, k). */
  readonly Q: Tensor;
  /** Upper triangular: (..., k, m). */
  readonly R: Tensor;
}

/**
 * A = QR, with the signs of LAPACK and NumPy.
 *
 * @param a - shape (..., n, m)
 * @param options - mode: "reduced" (k = min(n, m), the default) or "complete" (k = n)
 *
 * @example
 * ```ts
 * const { Q, R } = np.linalg.qr([[3, 1], [4, 2]]);
 * np.allclose(np.matmul(Q, R), [[3, 1], [4, 2]]); // true
 * R.get(0, 0); // -5
 * ```
 */
export function qr(a: TensorLike, options: { readonly mode?: "reduced" | "complete" } = {}): Qr {
  checkOptions("qr", options, ["mode"]);
  const { mode = "reduced" } = options;
  if (mode !== "reduced" && mode !== "complete") {
    throw new RangeError(`qr: mode must be "reduced" or "complete", got ${String(mode)}`);
  }
  const stack = matricesOf("qr", a);
  const [n, m] = stack.shape;
  const k = mode === "complete" ? n : Math.min(n, m);
  const all = stack.list.map((matrix) => qrOf(matrix, mode === "complete"));
  return {
    Q: toTensorOf(
      stack,
      [n, k],
      all.map(({ q }) => q.values),
    ),
    R: toTensorOf(
      stack,
      [k, m],
      all.map(({ r }) => r.values),
    ),
  };
}

/**
 * L with A = L L^T, lower triangular, for a symmetric positive definite matrix. Only the lower triangle is read.
 *
 * @param a - shape (..., n, n)
 * @throws {@link LinAlgError} when A is not positive definite
 *
 * @example
 * ```ts
 * np.linalg.cholesky([[4, 2], [2, 5]]).toArray(); // [[2, 0], [1, 2]]
 * ```
 */
export function cholesky(a: TensorLike): Tensor {
  const stack = squareMatricesOf("cholesky", a);
  return toTensorOf(
    stack,
    stack.shape,
    stack.list.map((matrix) => choleskyOf(matrix).values),
  );
}
