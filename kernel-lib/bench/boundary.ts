/** A figure with a learned border: a 2-4-1 network asked at 200 x 200 places, 400 points on top. One call is one figure. */
import * as np from "kernel-lib";

export function boundary(): () => object {
  const { X, Y } = np.datasets.makeFlower(); // (2, 400), (1, 400)
  np.random.seed(1);
  const [W1, W2] = [np.random.randn(4, 2), np.random.randn(1, 4)];
  const predict = (points: np.Tensor): np.Tensor =>
    np.greater(np.dot(W2, np.tanh(np.dot(W1, points))), 0).astype("float64"); // (1, n)
  return () => np.plot.decisionBoundary(predict, X, Y, { title: "The flower" }).toMimeBundle();
}
