// expects: {"linearActivationForward": [5, 8]}
function linearActivationForward(APrev: np.Tensor, W: np.Tensor, b: np.Tensor, activation: Activation) {
  const { Z, cache: linear } = linearForward(APrev, W, b);
  const { A } = activation === "relu" ? relu(Z) : sigmoid(Z);
  return { A, cache: { linear, activation: { Z: A } } };
}
