/** The kernels under the training runs, one operation a call. */
import * as np from "kernel-lib";
import type { Workload } from "./measure.js";

const million = 1_000_000;

/** Reads an element: a result that nobody reads is not computed. */
function read(t: np.Tensor): number {
  return t.get(...t.shape.map(() => 0));
}

function product(m: number, k: number, n: number): Workload {
  return () => {
    const [A, B] = [np.random.randn(m, k), np.random.randn(k, n)];
    return () => read(np.matmul(A, B));
  };
}

/** The same with A given as the transpose of a dense matrix. */
function transposedProduct(m: number, k: number, n: number): Workload {
  return () => {
    const [A, B] = [np.random.randn(k, m).T, np.random.randn(k, n)];
    return () => read(np.matmul(A, B));
  };
}

function singleProduct(n: number): Workload {
  return () => {
    const [A, B] = [np.random.randn(n, n).astype("float32"), np.random.randn(n, n).astype("float32")];
    return () => read(np.matmul(A, B));
  };
}

function each(f: (x: np.Tensor) => np.Tensor): Workload {
  return () => {
    const x = np.random.uniform(0.01, 4, [million]);
    return () => read(f(x));
  };
}

export const kernels: Record<string, Workload> = {
  "matmul 512x512x512": product(512, 512, 512),
  "matmul 512x512x512, A.T": transposedProduct(512, 512, 512),
  "matmul 20x12288x209": product(20, 12288, 209),
  "matmul 12288x20x209, A.T": transposedProduct(12288, 20, 209),
  "matmul 1x12288x209": product(1, 12288, 209),
  "matmul 12288x209x1": product(12288, 209, 1),
  "matmul 4x2x400": product(4, 2, 400),
  "matmul 512x512x512, float32": singleProduct(512),
  "exp 1e6": each(np.exp),
  "log 1e6": each(np.log),
  "tanh 1e6": each(np.tanh),
  "sigmoid 1e6": each((x) => np.divide(1, np.add(1, np.exp(np.negative(x))))),
  "add 1e6": each((x) => np.add(x, x)),
  "sum 1e6": () => {
    const x = np.random.uniform(0, 1, [million]);
    return () => np.sum(x);
  },
};
