// The grader's own small assignment with a class and with functions that are given functions.

// %% [markdown]
// # Layers

// %% {"id": "setup", "role": "given"}
import * as np from "kernel-lib";

// %% {"id": "layer", "role": "exercise"}
// EXERCISE: Layer
export class Layer {
  static count = 0;
  W: np.Tensor; // (n, nPrev)
  dW: np.Tensor | null = null;
  readonly activation: (Z: np.Tensor) => np.Tensor;
  #A: np.Tensor | null = null;

  constructor(W: np.Tensor, activation: (Z: np.Tensor) => np.Tensor) {
    this.W = W;
    this.activation = activation;
    Layer.count++;
  }

  /** A layer of zeros without an activation. */
  static zeros(n: number, nPrev: number): Layer {
    // BEGIN SOLUTION (about 1 line)
    return new Layer(np.zeros([n, nPrev]), (Z) => Z);
    // END SOLUTION
  }

  forward(A: np.Tensor): np.Tensor {
    // BEGIN SOLUTION (about 2 lines)
    this.#A = A;
    return this.activation(np.matmul(this.W, A)); // (n, m)
    // END SOLUTION
  }

  /** Of a layer without an activation: keeps dW, gives dA. */
  backward(dZ: np.Tensor): np.Tensor {
    if (this.#A === null) throw new Error("backward comes after forward");
    // BEGIN SOLUTION (about 2 lines)
    this.dW = np.matmul(dZ, this.#A.T); // (n, nPrev)
    return np.matmul(this.W.T, dZ); // (nPrev, m)
    // END SOLUTION
  }

  /** One step of gradient descent; gives the layer back. */
  step(rate: number): this {
    // BEGIN SOLUTION (about 1 line)
    this.W = np.subtract(this.W, np.multiply(rate, this.dW!));
    // END SOLUTION
    return this;
  }
}

// %% {"id": "chain", "role": "exercise"}
// EXERCISE: chain
export function chain(layers: Layer[], A: np.Tensor): { A: np.Tensor; last: Layer } {
  // BEGIN SOLUTION (about 4 lines)
  for (const layer of layers) {
    if (!(layer instanceof Layer)) throw new TypeError("a layer is an instance of Layer");
    A = layer.forward(A);
  }
  return { A, last: layers[layers.length - 1]! };
  // END SOLUTION
}

// %% {"id": "slope", "role": "exercise"}
// EXERCISE: slope
export function slope(f: (x: number) => number, x: number): number {
  // BEGIN SOLUTION (about 1 line)
  return (f(x + 1e-5) - f(x - 1e-5)) / 2e-5;
  // END SOLUTION
}

// %% {"id": "train", "role": "exercise"}
// EXERCISE: train
export async function train(
  f: (x: number) => number,
  x: number,
  { steps, onStep }: { steps: number; onStep: (step: number, x: number) => void },
): Promise<number> {
  for (let step = 1; step <= steps; step++) {
    await np.tick();
    // BEGIN SOLUTION (about 2 lines)
    x -= 0.1 * slope(f, x);
    onStep(step, x);
    // END SOLUTION
  }
  return x;
}
