// expects: {}
const squash = (z: np.Tensor): np.Tensor => {
  const e = np.exp(z.negative());
  return np.power(np.add(e, 1), -1);
};

const sigmoid = (z: np.Tensor): np.Tensor => squash(z);

const propagate = (w: np.Tensor, b: number, X: np.Tensor, Y: np.Tensor) => {
  const [, m] = X.shape as [number, number];
  const A = sigmoid(np.matmul(w.transpose(), X).add(b));
  const losses = np.where(np.equal(Y, 1), np.log(A), np.log1p(np.negative(A)));
  const error = A.subtract(Y);
  return {
    cost: np.mean(losses) * -1,
    grads: { db: np.mean(error), dw: np.matmul(X, error.transpose()).multiply(1 / m) },
  };
};

function predict(w: np.Tensor, b: number, X: np.Tensor): np.Tensor {
  const Z = np.add(np.matmul(w.T, X), b);
  return np.where(np.greater(Z, 0), 1, 0).astype("float64");
}
