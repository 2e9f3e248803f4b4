// expects: {"sigmoid": 0}
function sigmoid(z: np.Tensor): np.Tensor {
  return np.divide(1, np.add(1, np.exp(z)));
}
