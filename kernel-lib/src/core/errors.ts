/**
 * The errors a user can meet. Their words follow one form:
 * `<function>: <rule>, got <values>: <what clashes>. <cure>`.
 */

/** Shapes that do not fit each other or the operation. */
export class ShapeError extends RangeError {
  override name = "ShapeError";
}

/** An axis or index outside the tensor. */
export class AxisError extends RangeError {
  override name = "AxisError";
}

/** A dtype that the operation cannot take, or a value that the dtype cannot hold. */
export class DTypeError extends TypeError {
  override name = "DTypeError";
}

/** Data that is not what it should be: a file, a ragged list, a word among numbers. */
export class DataError extends Error {
  override name = "DataError";
}

/** A matrix that the algorithm cannot take: singular, not positive definite, with NaN. NumPy's `LinAlgError`. */
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
