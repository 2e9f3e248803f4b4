// expects: {"predict": 17.14}
function predict(parameters: np.nn.Parameters, X: np.Tensor): np.Tensor {
  return np.greaterEqual(np.nn.lModelForward(X, parameters).AL, 0.5).astype("float64");
}
