// expects: {"sigmoid": 0}
function sigmoid(z: np.Tensor): np.Tensor {
  while (true) {}
}
