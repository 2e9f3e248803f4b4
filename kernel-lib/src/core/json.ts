/**
 * What JSON cannot say: NaN and infinities become null there, and -0 becomes 0.
 */
import { DataError } from "./errors.js";

/** Throws a DataError unless JSON keeps every number of nested lists. */
export function checkJson(values: unknown, path: readonly number[] = []): void {
  if (Array.isArray(values)) {
    for (const [i, one] of values.entries()) checkJson(one, [...path, i]);
    return;
  }
  if (typeof values !== "number" || (Number.isFinite(values) && !Object.is(values, -0))) return;
  const got = `${Object.is(values, -0) ? "-0" : values}${path.length === 0 ? "" : ` at [${path.join(", ")}]`}`;
  throw new DataError(
    `toJSON: JSON has no NaN, Infinity or -0, got ${got}. Use np.toTransferable(t) or t.toArray()`,
  );
}
