/**
 * `np.testing`: comparisons for tests, with words a student can act on.
 */
import type { Difference, DifferenceOptions } from "./difference.js";
import { difference } from "./difference.js";

export type { Clue } from "./clues.js";
export { type Difference, type DifferenceOptions, difference, type Rung } from "./difference.js";
export { phrases, type Said, say } from "./phrases.js";

/** Thrown by `assertClose`; test runners know it by its name. */
export class ClosenessError extends Error {
  override name = "AssertionError";
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
  const found = difference(got, want, options);
  if (found !== null) throw new ClosenessError(found);
}
