// expects: {}
function backwardPropagation(parameters: Parameters, cache: Cache, X: np.Tensor, Y: np.Tensor): Gradients {
  const m = X.shape[1]!;
  const dZ2 = np.subtract(cache.A2, Y);
  const dW2 = np.divide(np.dot(dZ2, cache.A1.T), m);
  const db2 = np.divide(np.sum(dZ2, { axis: 1, keepdims: true }), m);
  const dZ1 = np.multiply(np.dot(parameters.W2.T, dZ2), np.subtract(1, np.power(cache.A1, 2)));
  const dW1 = np.divide(np.dot(dZ1, X.T), m);
  const db1 = np.divide(np.sum(dZ1, { axis: 1, keepdims: true }), m);
  return { dW1, db1, dW2, db2 };
}
