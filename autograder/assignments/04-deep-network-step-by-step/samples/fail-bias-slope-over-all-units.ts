// expects: {"linearBackward": 3.64}
function linearBackward(dZ: np.Tensor, cache: LinearCache) {
  const m = dZ.shape[1]!;
  const dW = np.divide(np.dot(dZ, cache.A.T), m);
  const db = np.divide(np.sum(dZ), m);
  return { dAPrev: np.dot(cache.W.T, dZ), dW, db };
}
