// %% right
function linearBackward(
  dZ: np.Tensor,
  cache: LinearCache,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  const m = dZ.shape[1]!;
  return {
    db: np.mean(dZ, { axis: 1, keepdims: true }),
    dW: dZ.divide(m).dot(cache.A.T),
    dAPrev: dZ.T.dot(cache.W).T,
  };
}
// %% right
function linearBackward(
  dZ: np.Tensor,
  cache: LinearCache,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  const { A, W } = cache;
  const [n, m] = dZ.shape as [number, number];
  const ones = np.ones([m, 1]);
  const average = (right: np.Tensor) => np.matmul(dZ, right).multiply(1 / m);
  return { dAPrev: np.matmul(W.T, dZ), dW: average(A.T), db: average(ones).reshape([n, 1]) };
}
// %% sum-for-mean
function linearBackward(
  dZ: np.Tensor,
  cache: LinearCache,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  const { A, W } = cache;
  return { dAPrev: np.dot(W.T, dZ), dW: np.dot(dZ, A.T), db: np.sum(dZ, { axis: 1, keepdims: true }) };
}
// %% sum-for-mean
function linearBackward(
  dZ: np.Tensor,
  cache: LinearCache,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  const { A, W } = cache;
  const m = A.shape[1]!;
  return {
    dAPrev: np.dot(W.T, dZ),
    dW: np.divide(np.dot(dZ, A.T), m),
    db: np.sum(dZ, { axis: 1, keepdims: true }),
  };
}
// %% own: one number for all units
function linearBackward(
  dZ: np.Tensor,
  cache: LinearCache,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  const { A, W } = cache;
  const m = A.shape[1]!;
  return {
    dAPrev: np.dot(W.T, dZ),
    dW: np.divide(np.dot(dZ, A.T), m),
    db: np.divide(np.sum(dZ, { keepdims: true }), m),
  };
}
// %% own: over the units
function linearBackward(
  dZ: np.Tensor,
  cache: LinearCache,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  const { A, W } = cache;
  const m = A.shape[1]!;
  const db = np.divide(np.sum(dZ, { axis: 0, keepdims: true }), m);
  return { dAPrev: np.dot(W.T, dZ), dW: np.divide(np.dot(dZ, A.T), m), db };
}
// %% keepdims
function linearBackward(
  dZ: np.Tensor,
  cache: LinearCache,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  const { A, W } = cache;
  const m = A.shape[1]!;
  const db = np.divide(np.sum(dZ, { axis: 1 }), m);
  return { dAPrev: np.dot(W.T, dZ), dW: np.divide(np.dot(dZ, A.T), m), db };
}
// %% own: W transposed | transpose
function linearBackward(
  dZ: np.Tensor,
  cache: LinearCache,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  const { A, W } = cache;
  const m = A.shape[1]!;
  const db = np.divide(np.sum(dZ, { axis: 1, keepdims: true }), m);
  return { dAPrev: np.dot(W, dZ), dW: np.divide(np.dot(dZ, A.T), m), db };
}
// %% own: divided by m
function linearBackward(
  dZ: np.Tensor,
  cache: LinearCache,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  const { A, W } = cache;
  const m = A.shape[1]!;
  const db = np.divide(np.sum(dZ, { axis: 1, keepdims: true }), m);
  return { dAPrev: np.divide(np.dot(W.T, dZ), m), dW: np.divide(np.dot(dZ, A.T), m), db };
}
// %% transpose
function linearBackward(
  dZ: np.Tensor,
  cache: LinearCache,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  const { A, W } = cache;
  const m = A.shape[1]!;
  const db = np.divide(np.sum(dZ, { axis: 1, keepdims: true }), m);
  return { dAPrev: np.dot(W.T, dZ), dW: np.divide(np.dot(dZ, A), m), db };
}
// %% shape-index
function linearBackward(
  dZ: np.Tensor,
  cache: LinearCache,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  const { A, W } = cache;
  const m = A.shape[0]!;
  const db = np.divide(np.sum(dZ, { axis: 1, keepdims: true }), m);
  return { dAPrev: np.dot(W.T, dZ), dW: np.divide(np.dot(dZ, A.T), m), db };
}
// %% transposed
function linearBackward(
  dZ: np.Tensor,
  cache: LinearCache,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  const { A, W } = cache;
  const m = A.shape[1]!;
  const db = np.divide(np.sum(dZ, { axis: 1, keepdims: true }), m);
  return { dAPrev: np.dot(W.T, dZ), dW: np.divide(np.dot(A, dZ.T), m), db };
}
// %% multiply-for-dot
function linearBackward(
  dZ: np.Tensor,
  cache: LinearCache,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  const { A, W } = cache;
  const m = A.shape[1]!;
  const db = np.divide(np.sum(dZ, { axis: 1, keepdims: true }), m);
  return { dAPrev: np.dot(W.T, dZ), dW: np.divide(np.multiply(dZ, A), m), db };
}
// %% mean-for-sum | own: divided
function linearBackward(
  dZ: np.Tensor,
  cache: LinearCache,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  const { A, W } = cache;
  const m = A.shape[1]!;
  const db = np.divide(np.mean(dZ, { axis: 1, keepdims: true }), m);
  return { dAPrev: np.dot(W.T, dZ), dW: np.divide(np.dot(dZ, A.T), m), db };
}
