// expects: {"propagate": 15}
function propagate(w: np.Tensor, b: number, X: np.Tensor, Y: np.Tensor) {
  const m = X.shape[1];
  const A = sigmoid(np.add(np.dot(w.T, X), b));
  const cost =
    -np.sum(np.add(np.multiply(Y, np.log(A)), np.multiply(np.subtract(1, Y), np.log(np.subtract(1, A))))) / m;
  const dZ = np.subtract(A, Y);
  return { grads: { dw: np.dot(X, dZ.T), db: np.sum(dZ) }, cost };
}
