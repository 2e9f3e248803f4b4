// expects: {"backwardPropagation": 8.33}
function backwardPropagation(parameters: Parameters, cache: Cache, X: np.Tensor, Y: np.Tensor): Gradients {
  const m = X.shape[1]!;
  const dZ2 = np.subtract(cache.A2, Y);
  const dZ1 = np.dot(parameters.W2.T, dZ2);
  const mean = (t: np.Tensor) => np.mean(t, { axis: 1, keepdims: true });
  return {
    dW2: np.divide(np.dot(dZ2, cache.A1.T), m),
    db2: mean(dZ2),
    dW1: np.divide(np.dot(dZ1, X.T), m),
    db1: mean(dZ1),
  };
}
