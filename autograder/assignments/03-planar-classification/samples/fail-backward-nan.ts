// expects: {"backwardPropagation": 0}
function backwardPropagation(parameters: Parameters, cache: Cache, X: np.Tensor, Y: np.Tensor): Gradients {
  const nan = (t: np.Tensor) => np.full(t.shape, Number.NaN);
  const { W1, b1, W2, b2 } = parameters;
  return { dW1: nan(W1), db1: nan(b1), dW2: nan(W2), db2: nan(b2) };
}
