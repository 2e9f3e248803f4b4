// %% right
const linearForward = (A: np.Tensor, W: np.Tensor, b: np.Tensor) => ({
  cache: { b, W, A },
  Z: W.dot(A).add(b),
});
// %% right
function linearForward(A: np.Tensor, W: np.Tensor, b: np.Tensor): { Z: np.Tensor; cache: LinearCache } {
  const Z = np.dot(A.T, W.T).T.add(b);
  const cache = { A, W, b };
  return { Z, cache };
}
// %% right
function linearForward(A: np.Tensor, W: np.Tensor, b: np.Tensor): { Z: np.Tensor; cache: LinearCache } {
  return { Z: np.add(b, np.matmul(W, A)), cache: { A: A, W: W, b: b } };
}
// %% own: not added
function linearForward(A: np.Tensor, W: np.Tensor, b: np.Tensor): { Z: np.Tensor; cache: LinearCache } {
  return { Z: np.dot(W, A), cache: { A, W, b } };
}
// %% own: subtracted
function linearForward(A: np.Tensor, W: np.Tensor, b: np.Tensor): { Z: np.Tensor; cache: LinearCache } {
  return { Z: np.dot(W, A).subtract(b), cache: { A, W, b } };
}
// %% order | own: must be W A
function linearForward(A: np.Tensor, W: np.Tensor, b: np.Tensor): { Z: np.Tensor; cache: LinearCache } {
  return { Z: np.add(np.dot(A, W), b), cache: { A, W, b } };
}
// %% own: W is transposed | transpose | own: must be W A
function linearForward(A: np.Tensor, W: np.Tensor, b: np.Tensor): { Z: np.Tensor; cache: LinearCache } {
  return { Z: np.add(np.dot(W.T, A), b), cache: { A, W, b } };
}
// %% multiply-for-dot
function linearForward(A: np.Tensor, W: np.Tensor, b: np.Tensor): { Z: np.Tensor; cache: LinearCache } {
  return { Z: np.add(np.multiply(W, A), b), cache: { A, W, b } };
}
// %% argument | own: not added
function linearForward(A: np.Tensor, W: np.Tensor, b: np.Tensor): { Z: np.Tensor; cache: LinearCache } {
  const [rows] = W.shape;
  return { Z: np.add(np.dot(W, A), np.multiply(0.1, np.ones([rows!, 1]))), cache: { A, W, b } };
}
// %% own: the cache holds Z
function linearForward(A: np.Tensor, W: np.Tensor, b: np.Tensor): { Z: np.Tensor; cache: LinearCache } {
  const Z = np.dot(W, A).add(b);
  return { Z, cache: { A: Z, W, b } };
}
// %% mean-for-sum | own: divided by
function linearForward(A: np.Tensor, W: np.Tensor, b: np.Tensor): { Z: np.Tensor; cache: LinearCache } {
  return { Z: np.add(np.divide(np.dot(W, A), A.shape[1]!), b), cache: { A, W, b } };
}
// %% zero | own: changed
function linearForward(A: np.Tensor, W: np.Tensor, b: np.Tensor): { Z: np.Tensor; cache: LinearCache } {
  const Z = np.add(np.dot(W, A), b);
  b.assign(np.zeros(b.shape));
  return { Z, cache: { A, W, b } };
}
// %% notebook
function linearForward(A: np.Tensor, W: np.Tensor, b: np.Tensor): { Z: np.Tensor; cache: LinearCache } {
  return { Z: np.add(np.dot(W, layerInput), b), cache: { A, W, b } };
}
const layerInput = np.plot.anything;
function unusedLinear() {}
