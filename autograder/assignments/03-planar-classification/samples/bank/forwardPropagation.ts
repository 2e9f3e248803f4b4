// %% right
function forwardPropagation(X: np.Tensor, p: Parameters) {
  const Z1 = p.W1.dot(X).add(p.b1);
  const e = np.exp(np.multiply(2, np.clip(Z1, -300, 300)));
  const A1 = np.divide(np.subtract(e, 1), np.add(e, 1));
  const Z2 = p.W2.dot(A1).add(p.b2);
  const A2 = sigmoid(Z2);
  return { A2, cache: { Z1, A1, Z2, A2 } };
}
// %% sigmoid-for-tanh
function forwardPropagation(X: np.Tensor, { W1, b1, W2, b2 }: Parameters) {
  const Z1 = np.add(np.dot(W1, X), b1);
  const A1 = sigmoid(Z1);
  const Z2 = np.add(np.dot(W2, A1), b2);
  const A2 = sigmoid(Z2);
  return { A2, cache: { Z1, A1, Z2, A2 } };
}
// %% tanh-for-sigmoid
function forwardPropagation(X: np.Tensor, { W1, b1, W2, b2 }: Parameters) {
  const Z1 = np.add(np.dot(W1, X), b1);
  const A1 = np.tanh(Z1);
  const Z2 = np.add(np.dot(W2, A1), b2);
  const A2 = np.tanh(Z2);
  return { A2, cache: { Z1, A1, Z2, A2 } };
}
// %% bias
function forwardPropagation(X: np.Tensor, { W1, b1, W2, b2 }: Parameters) {
  const Z1 = np.dot(W1, X);
  const A1 = np.tanh(Z1);
  const Z2 = np.dot(W2, A1);
  const A2 = sigmoid(Z2);
  return { A2, cache: { Z1, A1, Z2, A2 } };
}
// %% bias
function forwardPropagation(X: np.Tensor, { W1, b1, W2, b2 }: Parameters) {
  const Z1 = np.add(np.dot(W1, X), b1);
  const A1 = np.tanh(Z1);
  const Z2 = np.dot(W2, A1);
  const A2 = sigmoid(Z2);
  return { A2, cache: { Z1, A1, Z2, A2 } };
}
// %% function | activation | names
function forwardPropagation(X: np.Tensor, { W1, b1, W2, b2 }: Parameters) {
  const Z1 = np.add(np.dot(W1, X), b1);
  const A1 = Z1;
  const Z2 = np.add(np.dot(W2, A1), b2);
  const A2 = sigmoid(Z2);
  return { A2, cache: { Z1, A1, Z2, A2 } };
}
// %% names
function forwardPropagation(X: np.Tensor, { W1, b1, W2, b2 }: Parameters) {
  const Z1 = np.add(np.dot(W1, X), b1);
  const A1 = np.tanh(Z1);
  const Z2 = np.add(np.dot(W2, Z1), b2);
  const A2 = sigmoid(Z2);
  return { A2, cache: { Z1, A1, Z2, A2 } };
}
// %% names
function forwardPropagation(X: np.Tensor, { W1, b1, W2, b2 }: Parameters) {
  const Z1 = np.add(np.dot(W1, X), b1);
  const A1 = np.tanh(Z1);
  const Z2 = np.add(np.dot(W2, A1), b2);
  const A2 = sigmoid(Z2);
  return { A2, cache: { Z1: A1, A1, Z2, A2 } };
}
// %% activation | names
function forwardPropagation(X: np.Tensor, { W1, b1, W2, b2 }: Parameters) {
  const Z1 = np.add(np.dot(W1, X), b1);
  const A1 = np.tanh(Z1);
  const Z2 = np.add(np.dot(W2, A1), b2);
  return { A2: Z2, cache: { Z1, A1, Z2, A2: Z2 } };
}
// %% minus
function forwardPropagation(X: np.Tensor, { W1, b1, W2, b2 }: Parameters) {
  const Z1 = np.subtract(np.dot(W1, X), b1);
  const A1 = np.tanh(Z1);
  const Z2 = np.subtract(np.dot(W2, A1), b2);
  const A2 = sigmoid(Z2);
  return { A2, cache: { Z1, A1, Z2, A2 } };
}
