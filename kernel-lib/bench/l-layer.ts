/** The deep network 12288-20-7-5-1, relu and sigmoid, on 209 examples, dA of the input included. One call is one step. */
import * as np from "kernel-lib";

const layerDims = [12288, 20, 7, 5, 1];
const learningRate = 0.0075;

export function lLayer(): () => number {
  np.random.seed(1);
  const X = np.random.rand(12288, 209);
  const Y = np.greater(np.random.rand(1, 209), 0.6).astype("float64");
  const L = layerDims.length - 1;
  const W: np.Tensor[] = [];
  const b: np.Tensor[] = [];
  for (let l = 0; l < L; l++) {
    W.push(np.divide(np.random.randn(layerDims[l + 1], layerDims[l]), Math.sqrt(layerDims[l])));
    b.push(np.zeros([layerDims[l + 1], 1]));
  }
  return () => {
    const { A, Z } = forward(X, W, b);
    const cost = computeCost(A[L], Y);
    let dA = np.negative(np.subtract(np.divide(Y, A[L]), np.divide(np.subtract(1, Y), np.subtract(1, A[L]))));
    for (let l = L - 1; l >= 0; l--) {
      const dZ = l === L - 1 ? sigmoidBackward(dA, Z[l]) : np.where(np.greater(Z[l], 0), dA, 0);
      const dW = np.divide(np.dot(dZ, A[l].T), X.shape[1]);
      const db = np.divide(np.sum(dZ, { axis: 1, keepdims: true }), X.shape[1]);
      dA = np.dot(W[l].T, dZ);
      W[l] = np.subtract(W[l], np.multiply(learningRate, dW));
      b[l] = np.subtract(b[l], np.multiply(learningRate, db));
    }
    return cost;
  };
}

function forward(X: np.Tensor, W: np.Tensor[], b: np.Tensor[]): { A: np.Tensor[]; Z: np.Tensor[] } {
  const [A, Z] = [[X], [] as np.Tensor[]];
  for (let l = 0; l < W.length; l++) {
    Z.push(np.add(np.dot(W[l], A[l]), b[l]));
    A.push(l === W.length - 1 ? sigmoid(Z[l]) : np.maximum(0, Z[l]));
  }
  return { A, Z };
}

function sigmoid(Z: np.Tensor): np.Tensor {
  return np.divide(1, np.add(1, np.exp(np.negative(Z))));
}

function sigmoidBackward(dA: np.Tensor, Z: np.Tensor): np.Tensor {
  const s = sigmoid(Z);
  return np.multiply(np.multiply(dA, s), np.subtract(1, s));
}

function computeCost(AL: np.Tensor, Y: np.Tensor): number {
  const gain = np.add(np.multiply(Y, np.log(AL)), np.multiply(np.subtract(1, Y), np.log(np.subtract(1, AL))));
  return -np.sum(gain) / Y.shape[1];
}
