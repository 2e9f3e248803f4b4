// expects: {"sigmoidDerivative": 0}
function sigmoidDerivative(x: np.Tensor): np.Tensor {
  return np.multiply(x, np.subtract(1, x));
}
