// What attacks are tried on: a class, and functions that are given functions and instances.

// %% [markdown]
// # Lent

// %% {"id": "setup", "role": "given"}
import * as np from "kernel-lib";

// %% {"id": "box", "role": "exercise"}
// EXERCISE: Box
export class Box {
  label: string;
  readonly #n: number;

  constructor(n: number, label: string) {
    // BEGIN SOLUTION (about 3 lines)
    if (n < 0) throw new RangeError("n must not be negative");
    this.#n = n;
    this.label = label;
    // END SOLUTION
  }

  value(): number {
    // BEGIN SOLUTION (about 1 line)
    return "canary-source-77aa".length * this.#n;
    // END SOLUTION
  }

  self(): Box {
    return this;
  }
}

// %% {"id": "applied", "role": "exercise"}
// EXERCISE: applied
export function applied(f: (x: number) => number, n: number): number {
  // BEGIN SOLUTION (about 1 line)
  return f(n) + 1;
  // END SOLUTION
}

// %% {"id": "each-of", "role": "exercise"}
// EXERCISE: eachOf
export async function eachOf(items: number[], onItem: (item: number) => void): Promise<number> {
  // BEGIN SOLUTION (about 4 lines)
  for (const item of items) {
    await np.tick();
    onItem(item);
  }
  return items.length;
  // END SOLUTION
}

// %% {"id": "opened", "role": "exercise"}
// EXERCISE: opened
export function opened(box: Box): { box: Box; value: number } {
  // BEGIN SOLUTION (about 1 line)
  return { box, value: box.value() };
  // END SOLUTION
}
