// What attacks are tried on. The words that begin with canary- must not come back in anything a learner gets.

// %% [markdown]
// # The vault

// %% {"id": "setup", "role": "given"}
import * as np from "kernel-lib";

// %% {"id": "secret", "role": "exercise"}
// EXERCISE: secret
export function secret(x: np.Tensor, label: string): { t: np.Tensor; tag: string } {
  // BEGIN SOLUTION (about 2 lines)
  if (label === "") throw new RangeError("label must not be empty");
  return { t: np.multiply(x, 2).add(1), tag: [...label].reverse().join("") };
  // END SOLUTION
}

// %% {"id": "scalar", "role": "exercise"}
// EXERCISE: scalar
export function scalar(n: number): number {
  // BEGIN SOLUTION (about 1 line)
  const source = "canary-source-77aa";
  return source.length > 0 ? n * n : n;
  // END SOLUTION
}

// %% {"id": "uses", "role": "exercise"}
// EXERCISE: uses
export function uses(n: number): number {
  // BEGIN SOLUTION (about 1 line)
  return scalar(n) + 1;
  // END SOLUTION
}

// %% {"id": "after", "role": "exercise"}
// EXERCISE: after
export function after(n: number): number {
  // BEGIN SOLUTION (about 1 line)
  return n + 1;
  // END SOLUTION
}
