// expects: {"predict": 0}
function predict(parameters: Parameters, X: np.Tensor): np.Tensor {
  return forwardPropagation(X, parameters).A2;
}
