// expects: {"predict": 0}
function predict(parameters: np.nn.Parameters, X: np.Tensor): np.Tensor {
  return np.nn.lModelForward(X, parameters).AL;
}
