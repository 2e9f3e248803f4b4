/**
 * `np.testing`: comparisons for tests, with words a student can act on.
 */
import { asName } from "../core/errors.js";
import type { Difference, DifferenceOptions } from "./difference.js";
import { difference } from "./difference.js";

export type { Clue } from "./clues.js";
export { type Difference, type DifferenceOptions, difference, type Rung } from "./difference.js";
export { phrases, type Said, say } from "./phrases.js";

/**
 * Thrown by `assertClose`; test runners know it by its name.
 *
 * @example
 * ```ts
 * try {
 *   np.testing.assertClose(np.ones([1, 3]), np.ones([3, 1]));
 * } catch (error) {
 *   error.difference.rung; // "shape"
 * }
 * ```
 */
export class ClosenessError extends Error {
  override name = "AssertionError";
  /** What differs, as data. */
  readonly difference: Difference;

  constructor(found: Difference) {
    super(found.message);
    this.difference = found;
  }
}

/**
 * Throws unless `got` is `want` within the tolerances (rtol 1e-7, atol 1e-9); the message says what differs.
 *
 * @throws {@link ClosenessError} named AssertionError, with the {@link Difference}
 *
 * @example
 * ```ts
 * np.testing.assertClose(np.exp(0), np.array(1), { name: "exp(0)" });
 * ```
 */
export function assertClose(got: unknown, want: unknown, options: DifferenceOptions = {}): void {
  const found = asName("assertClose", () => difference(got, want, options));
  if (found !== null) throw new ClosenessError(found);
}
