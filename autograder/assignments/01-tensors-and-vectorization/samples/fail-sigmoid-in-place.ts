// expects: {"sigmoid": 0}
function sigmoid(x: np.Tensor): np.Tensor {
  return x.assign(np.divide(1, np.add(1, np.exp(x))));
}
