// %% right
function propagate(w: np.Tensor, b: number, X: np.Tensor, Y: np.Tensor) {
  const A = sigmoid(w.T.dot(X).add(b));
  const loss = np.negative(np.log(np.where(np.equal(Y, 1), A, np.subtract(1, A))));
  const dZ = A.subtract(Y);
  return {
    cost: np.mean(loss),
    grads: { dw: np.mean(np.multiply(X, dZ), { axis: 1, keepdims: true }), db: np.mean(dZ) },
  };
}
// %% right
function propagate(w: np.Tensor, b: number, X: np.Tensor, Y: np.Tensor) {
  const [n, m] = X.shape as [number, number];
  const dw = np.zeros([n, 1]);
  let [cost, db] = [0, 0];
  for (let j = 0; j < m; j++) {
    let z = b;
    for (let i = 0; i < n; i++) z += w.get(i, 0) * X.get(i, j);
    const a = 1 / (1 + Math.exp(-z));
    cost += Y.get(0, j) === 1 ? -Math.log(a) / m : -Math.log(1 - a) / m;
    db += (a - Y.get(0, j)) / m;
    for (let i = 0; i < n; i++) dw.set(dw.get(i, 0) + ((a - Y.get(0, j)) * X.get(i, j)) / m, i, 0);
  }
  return { grads: { dw, db }, cost };
}
// %% sum-for-mean
function propagate(w: np.Tensor, b: number, X: np.Tensor, Y: np.Tensor) {
  const m = X.shape[1]!;
  const A = sigmoid(np.matmul(w.T, X).add(b));
  const cost = -np.mean(np.add(Y.multiply(np.log(A)), np.subtract(1, Y).multiply(np.log(np.subtract(1, A)))));
  const dZ = A.subtract(Y);
  return { grads: { dw: np.matmul(X, dZ.T), db: np.sum(dZ) / m }, cost };
}
// %% sum-for-mean
function propagate(w: np.Tensor, b: number, X: np.Tensor, Y: np.Tensor) {
  const A = sigmoid(np.matmul(w.T, X).add(b));
  const cost = -np.sum(np.add(Y.multiply(np.log(A)), np.subtract(1, Y).multiply(np.log(np.subtract(1, A)))));
  const dZ = A.subtract(Y);
  return { grads: { dw: np.matmul(X, dZ.T), db: np.sum(dZ) }, cost };
}
// %% mean-for-sum
function propagate(w: np.Tensor, b: number, X: np.Tensor, Y: np.Tensor) {
  const m = X.shape[1]!;
  const A = sigmoid(np.matmul(w.T, X).add(b));
  const cost =
    -np.mean(np.add(Y.multiply(np.log(A)), np.subtract(1, Y).multiply(np.log(np.subtract(1, A))))) / m;
  const dZ = A.subtract(Y);
  return { grads: { dw: np.divide(np.matmul(X, dZ.T), m), db: np.mean(dZ) }, cost };
}
// %% sign
function propagate(w: np.Tensor, b: number, X: np.Tensor, Y: np.Tensor) {
  const m = X.shape[1]!;
  const A = sigmoid(np.matmul(w.T, X).add(b));
  const cost =
    np.sum(np.add(Y.multiply(np.log(A)), np.subtract(1, Y).multiply(np.log(np.subtract(1, A))))) / m;
  const dZ = A.subtract(Y);
  return { grads: { dw: np.divide(np.matmul(X, dZ.T), m), db: np.mean(dZ) }, cost };
}
// %% difference
function propagate(w: np.Tensor, b: number, X: np.Tensor, Y: np.Tensor) {
  const m = X.shape[1]!;
  const A = sigmoid(np.matmul(w.T, X).add(b));
  const cost = -np.mean(np.add(Y.multiply(np.log(A)), np.subtract(1, Y).multiply(np.log(np.subtract(1, A)))));
  const dZ = Y.subtract(A);
  return { grads: { dw: np.divide(np.matmul(X, dZ.T), m), db: np.mean(dZ) }, cost };
}
// %% bias
function propagate(w: np.Tensor, b: number, X: np.Tensor, Y: np.Tensor) {
  const m = X.shape[1]!;
  const A = sigmoid(np.matmul(w.T, X));
  const cost = -np.mean(np.add(Y.multiply(np.log(A)), np.subtract(1, Y).multiply(np.log(np.subtract(1, A)))));
  const dZ = A.subtract(Y);
  return { grads: { dw: np.divide(np.matmul(X, dZ.T), m), db: np.mean(dZ) }, cost };
}
// %% log2
function propagate(w: np.Tensor, b: number, X: np.Tensor, Y: np.Tensor) {
  const m = X.shape[1]!;
  const log2 = (t: np.Tensor) => np.divide(np.log(t), Math.log(2));
  const A = sigmoid(np.matmul(w.T, X).add(b));
  const cost = -np.mean(np.add(Y.multiply(log2(A)), np.subtract(1, Y).multiply(log2(np.subtract(1, A)))));
  const dZ = A.subtract(Y);
  return { grads: { dw: np.divide(np.matmul(X, dZ.T), m), db: np.mean(dZ) }, cost };
}
// %% term
function propagate(w: np.Tensor, b: number, X: np.Tensor, Y: np.Tensor) {
  const m = X.shape[1]!;
  const A = sigmoid(np.matmul(w.T, X).add(b));
  const cost = -np.mean(Y.multiply(np.log(A)));
  const dZ = A.subtract(Y);
  return { grads: { dw: np.divide(np.matmul(X, dZ.T), m), db: np.mean(dZ) }, cost };
}
// %% activation
function propagate(w: np.Tensor, b: number, X: np.Tensor, Y: np.Tensor) {
  const m = X.shape[1]!;
  const A = np.matmul(w.T, X).add(b);
  const cost = -np.mean(np.add(Y.multiply(np.log(A)), np.subtract(1, Y).multiply(np.log(np.subtract(1, A)))));
  const dZ = A.subtract(Y);
  return { grads: { dw: np.divide(np.matmul(X, dZ.T), m), db: np.mean(dZ) }, cost };
}
// %% transpose
function propagate(w: np.Tensor, b: number, X: np.Tensor, Y: np.Tensor) {
  const m = X.shape[1]!;
  const A = sigmoid(np.dot(w, X).add(b));
  const dZ = A.subtract(Y);
  return { grads: { dw: np.divide(np.dot(X, dZ.T), m), db: np.mean(dZ) }, cost: 0 };
}
// %% complement
function propagate(w: np.Tensor, b: number, X: np.Tensor, Y: np.Tensor) {
  const m = X.shape[1]!;
  const A = sigmoid(np.matmul(w.T, X).add(b));
  const cost = -np.mean(np.add(Y.multiply(np.log(A)), np.subtract(1, Y).multiply(np.log(A))));
  const dZ = A.subtract(Y);
  return { grads: { dw: np.divide(np.matmul(X, dZ.T), m), db: np.mean(dZ) }, cost };
}
// %% shape-index
function propagate(w: np.Tensor, b: number, X: np.Tensor, Y: np.Tensor) {
  const m = X.shape[0]!;
  const A = sigmoid(np.matmul(w.T, X).add(b));
  const cost =
    -np.sum(np.add(Y.multiply(np.log(A)), np.subtract(1, Y).multiply(np.log(np.subtract(1, A))))) / m;
  const dZ = A.subtract(Y);
  return { grads: { dw: np.divide(np.matmul(X, dZ.T), m), db: np.sum(dZ) / m }, cost };
}
// %% part: it gives no grads, where { grads, cost } is meant
function propagate(w: np.Tensor, b: number, X: np.Tensor, Y: np.Tensor) {
  const A = sigmoid(np.matmul(w.T, X).add(b));
  const cost = -np.mean(np.add(Y.multiply(np.log(A)), np.subtract(1, Y).multiply(np.log(np.subtract(1, A)))));
  const dZ = A.subtract(Y);
  return { dw: np.divide(np.matmul(X, dZ.T), X.shape[1]!), db: np.mean(dZ), cost };
}
