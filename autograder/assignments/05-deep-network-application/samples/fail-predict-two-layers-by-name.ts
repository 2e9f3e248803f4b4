// expects: {"predict": 8.57}
function predict(parameters: np.nn.Parameters, X: np.Tensor): np.Tensor {
  const { W1, b1, W2, b2 } = parameters;
  return np.greater(np.nn.lModelForward(X, { W1, b1, W2, b2 }).AL, 0.5).astype("float64");
}
