// expects: {"linearActivationBackward": 1.11}
function linearActivationBackward(dA: np.Tensor, cache: LayerCache, activation: Activation) {
  return linearBackward(dA, cache.linear);
}
