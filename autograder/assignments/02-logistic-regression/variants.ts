// Mistakes of this assignment that no general rule knows: wrong versions by what is to be said of them.
import * as np from "kernel-lib";

type Slopes = { dw: np.Tensor; db: number };
interface Options {
  numIterations: number;
  learningRate: number;
}

const sigmoid = (z: np.Tensor): np.Tensor => np.divide(1, np.add(1, np.exp(np.negative(z))));

function slopesOf(w: np.Tensor, b: number, X: np.Tensor, Y: np.Tensor): { grads: Slopes; cost: number } {
  const m = X.shape[1]!;
  const A = sigmoid(np.add(np.dot(w.T, X), b)); // (1, m)
  const gain = np.add(np.multiply(Y, np.log(A)), np.multiply(np.subtract(1, Y), np.log(np.subtract(1, A))));
  const dZ = np.subtract(A, Y); // (1, m)
  return { grads: { dw: np.divide(np.dot(X, dZ.T), m), db: np.mean(dZ) }, cost: -np.mean(gain) };
}

const variants = {
  initializeWithZeros: {
    "w is a list (dim,) where a column (dim, 1) is meant": (dim: number) => ({ w: np.zeros([dim]), b: 0 }),
    "b is a tensor where the plain number 0 is meant": (dim: number) => ({
      w: np.zeros([dim, 1]),
      b: np.zeros([1]),
    }),
  },
  optimize: {
    "the slopes are computed once, before the loop: each step needs its own": (
      w: np.Tensor,
      b: number,
      X: np.Tensor,
      Y: np.Tensor,
      { numIterations: steps, learningRate }: Options,
    ) => {
      const { grads, cost } = slopesOf(w, b, X, Y);
      const far = steps * learningRate;
      const params = { w: np.subtract(w, np.multiply(far, grads.dw)), b: b - far * grads.db };
      return { params, grads, costs: Array.from({ length: Math.ceil(steps / 100) }, () => cost) };
    },
    "b stays as it was: it takes its step, too": (
      w: np.Tensor,
      b: number,
      X: np.Tensor,
      Y: np.Tensor,
      { numIterations: steps, learningRate }: Options,
    ) => {
      const costs: number[] = [];
      let grads: Slopes = { dw: w, db: 0 };
      let W = w;
      for (let i = 0; i < steps; i++) {
        const now = slopesOf(W, b, X, Y);
        grads = now.grads;
        if (i % 100 === 0) costs.push(now.cost);
        W = np.subtract(W, np.multiply(learningRate, grads.dw));
      }
      return { params: { w: W, b }, grads, costs };
    },
  },
};
export default variants;
