/**
 * The errors a user can meet. Their words follow one form:
 * `<function>: <rule>, got <values>: <what clashes>. <cure>`.
 */

/**
 * Shapes that do not fit each other or the operation.
 *
 * @example
 * ```ts
 * try {
 *   np.add(np.ones([2, 3]), np.ones([2, 4]));
 * } catch (error) {
 *   error instanceof np.ShapeError; // true
 *   error.message; // "add: shapes (2, 3) and (2, 4) do not broadcast: axis 1 has 3 and 4"
 * }
 * ```
 */
export class ShapeError extends RangeError {
  override name = "ShapeError";
}

/**
 * An axis or index outside the tensor.
 *
 * @example
 * ```ts
 * try {
 *   np.sum(np.ones([2, 3]), { axis: 2 });
 * } catch (error) {
 *   error.message; // "sum: axis 2 is out of range for shape (2, 3); use -2..1"
 * }
 * ```
 */
export class AxisError extends RangeError {
  override name = "AxisError";
}

/**
 * A dtype that the operation cannot take, or a value that the dtype cannot hold.
 *
 * @example
 * ```ts
 * try {
 *   np.add(np.ones(2, { dtype: "uint8" }), 300);
 * } catch (error) {
 *   error instanceof np.DTypeError; // true
 * }
 * ```
 */
export class DTypeError extends TypeError {
  override name = "DTypeError";
}

/**
 * Data that is not what it should be: a file, a ragged list, a word among numbers.
 *
 * @example
 * ```ts
 * try {
 *   np.array([1, "2" as never]);
 * } catch (error) {
 *   error instanceof np.DataError; // true
 * }
 * ```
 */
export class DataError extends Error {
  override name = "DataError";
}

/**
 * A matrix that the algorithm cannot take: singular, not positive definite, with NaN. NumPy's `LinAlgError`.
 *
 * @example
 * ```ts
 * try {
 *   np.linalg.inv([[1, 2], [2, 4]]);
 * } catch (error) {
 *   error instanceof np.LinAlgError; // true
 * }
 * ```
 */
export class LinAlgError extends Error {
  override name = "LinAlgError";
}

/** Runs `f`; an error in the name of a function inside it gets the name of the one that the user called. */
export function asName<T>(name: string, f: () => T): T {
  try {
    return f();
  } catch (error) {
    if (!(error instanceof Error) || !/^[a-zA-Z]+: /.test(error.message)) throw error;
    const Kind = error.constructor as new (message: string, options: { cause: unknown }) => Error;
    throw new Kind(error.message.replace(/^[a-zA-Z]+/, name), { cause: error });
  }
}

/** A broken invariant of the library itself; never the user's fault. */
export function internalError(message: string): Error {
  return new Error(`internal: ${message}`);
}
