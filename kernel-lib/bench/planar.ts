/** A shallow network, 2-4-1 with tanh, on m points of the plane. One call is one step. */
import * as np from "kernel-lib";

export function planar(m = 400): () => number {
  np.random.seed(1);
  const X = np.random.randn(2, m);
  const Y = np.greater(np.random.rand(1, m), 0.5).astype("float64");
  let W1 = np.multiply(np.random.randn(4, 2), 0.01);
  let b1 = np.zeros([4, 1]);
  let W2 = np.multiply(np.random.randn(1, 4), 0.01);
  let b2 = np.zeros([1, 1]);
  return () => {
    const Z1 = np.add(np.dot(W1, X), b1); // (4, m)
    const A1 = np.tanh(Z1);
    const Z2 = np.add(np.dot(W2, A1), b2); // (1, m)
    const A2 = np.divide(1, np.add(1, np.exp(np.negative(Z2))));
    const gain = np.add(
      np.multiply(np.log(A2), Y),
      np.multiply(np.log(np.subtract(1, A2)), np.subtract(1, Y)),
    );
    const cost = -np.sum(gain) / m;
    const dZ2 = np.subtract(A2, Y); // (1, m)
    const dW2 = np.divide(np.dot(dZ2, A1.T), m); // (1, 4)
    const db2 = np.divide(np.sum(dZ2, { axis: 1, keepdims: true }), m);
    const dZ1 = np.multiply(np.dot(W2.T, dZ2), np.subtract(1, np.power(A1, 2))); // (4, m)
    const dW1 = np.divide(np.dot(dZ1, X.T), m); // (4, 2)
    const db1 = np.divide(np.sum(dZ1, { axis: 1, keepdims: true }), m);
    W1 = np.subtract(W1, np.multiply(1.2, dW1));
    b1 = np.subtract(b1, np.multiply(1.2, db1));
    W2 = np.subtract(W2, np.multiply(1.2, dW2));
    b2 = np.subtract(b2, np.multiply(1.2, db2));
    return cost;
  };
}
