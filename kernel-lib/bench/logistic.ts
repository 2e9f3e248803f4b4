/** Logistic regression, 12288 x 209, as a learner writes it. One call is one step. */
import * as np from "kernel-lib";

export function logistic(): () => number {
  np.random.seed(1);
  const X = np.random.rand(12288, 209);
  const Y = np.greater(np.random.rand(1, 209), 0.6).astype("float64");
  let w = np.zeros([12288, 1]);
  let b = 0;
  return () => {
    const m = X.shape[1];
    const Z = np.add(np.dot(w.T, X), b); // (1, 209)
    const A = np.divide(1, np.add(1, np.exp(np.negative(Z)))); // (1, 209)
    const gain = np.add(np.multiply(Y, np.log(A)), np.multiply(np.subtract(1, Y), np.log(np.subtract(1, A))));
    const cost = -np.sum(gain) / m;
    const dZ = np.subtract(A, Y); // (1, 209)
    const dw = np.divide(np.dot(X, dZ.T), m); // (12288, 1)
    w = np.subtract(w, np.multiply(0.0005, dw));
    b -= (0.0005 * np.sum(dZ)) / m;
    return cost;
  };
}
