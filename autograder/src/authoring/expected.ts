// Looks over the shoulder of an assignment's tests: what they hand to chai as expected, whatever comes of it. np.testing's own
// comparisons need no watching, since they fail for what is not finite.
import { use } from "chai";

export interface Watch {
  /** Whose tests run. */
  exercise: string;
  /** What is expected that is not finite, by exercise. */
  readonly found: ReadonlyMap<string, string>;
  stop(): void;
}

const methods = ["equal", "equals", "eq", "eql", "eqls", "closeTo", "approximately", "members"];

let watch: ((expected: unknown) => void) | null = null;
let isInstalled = false;

export function watchExpected(): Watch {
  if (!isInstalled) install();
  isInstalled = true;
  const found = new Map<string, string>();
  const stop = (): void => {
    watch = null;
  };
  const mine: Watch = { exercise: "", found, stop };
  watch = (expected) => {
    const odd = notFiniteIn(expected);
    if (odd !== null) found.set(mine.exercise, String(odd));
  };
  return mine;
}

function install(): void {
  use(({ Assertion }) => {
    for (const name of methods)
      Assertion.overwriteMethod(
        name,
        (original) =>
          function watched(this: object, ...args: unknown[]) {
            watch?.(args[0]);
            return (original as (...all: unknown[]) => unknown).apply(this, args);
          },
      );
  });
}

/** The first number in it that is not finite. */
function notFiniteIn(value: unknown, depth = 6): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? null : value;
  if (typeof value !== "object" || value === null || depth === 0) return null;
  const { toArray } = value as { toArray?: () => unknown };
  const parts = typeof toArray === "function" ? [toArray.call(value)] : Object.values(value);
  for (const part of parts) {
    const odd = notFiniteIn(part, depth - 1);
    if (odd !== null) return odd;
  }
  return null;
}
