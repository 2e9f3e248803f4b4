// expects: {"forwardPropagation": 0}
function forwardPropagation(X: np.Tensor, { W1, b1, W2, b2 }: Parameters) {
  const Z1 = np.add(np.dot(W1, X), b1);
  const A1 = sigmoid(Z1);
  const Z2 = np.add(np.dot(W2, A1), b2);
  const A2 = sigmoid(Z2);
  return { A2, cache: { Z1, A1, Z2, A2 } };
}
