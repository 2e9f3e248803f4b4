// %% right
function predict(parameters: np.nn.Parameters, X: np.Tensor): np.Tensor {
  return np.where(np.greater(np.nn.lModelForward(X, parameters).AL, 0.5), 1, 0).astype("float64");
}
// %% right
function predict(parameters: np.nn.Parameters, X: np.Tensor): np.Tensor {
  const L = Object.keys(parameters).length / 2;
  let Z = X;
  for (let l = 1; l <= L; l++) {
    const A = l === 1 ? X : np.maximum(Z, 0);
    Z = parameters[`W${l}`]!.dot(A).add(parameters[`b${l}`]!);
  }
  return np.greater(Z, 0).multiply(1).astype("float64"); // sigmoid(z) > 1/2 where z > 0
}
// %% labels
function predict(parameters: np.nn.Parameters, X: np.Tensor): np.Tensor {
  return np.nn.lModelForward(X, parameters).AL;
}
// %% border
function predict(parameters: np.nn.Parameters, X: np.Tensor): np.Tensor {
  return np.greaterEqual(np.nn.lModelForward(X, parameters).AL, 0.5).astype("float64");
}
// %% reversed
function predict(parameters: np.nn.Parameters, X: np.Tensor): np.Tensor {
  return np.less(np.nn.lModelForward(X, parameters).AL, 0.5).astype("float64");
}
// %% threshold
function predict(parameters: np.nn.Parameters, X: np.Tensor): np.Tensor {
  return np.greater(np.nn.lModelForward(X, parameters).AL, 0).astype("float64");
}
// %% dtype
function predict(parameters: np.nn.Parameters, X: np.Tensor): np.Tensor {
  return np.greater(np.nn.lModelForward(X, parameters).AL, 0.5) as unknown as np.Tensor;
}
// %% own: only two layers
function predict(parameters: np.nn.Parameters, X: np.Tensor): np.Tensor {
  const { W1, b1, W2, b2 } = parameters as Record<string, np.Tensor>;
  const A1 = np.maximum(0, W1!.dot(X).add(b1!));
  const A2 = np.divide(1, np.exp(W2!.dot(A1).add(b2!).negative()).add(1));
  return np.greater(A2, 0.5).astype("float64");
}
// %% transposed
function predict(parameters: np.nn.Parameters, X: np.Tensor): np.Tensor {
  return np.greater(np.nn.lModelForward(X, parameters).AL, 0.5).astype("float64").T;
}
