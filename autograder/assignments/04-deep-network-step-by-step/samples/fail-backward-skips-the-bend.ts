// expects: {"linearActivationBackward": [0, 3.33]}
function linearActivationBackward(dA: np.Tensor, cache: LayerCache, activation: Activation) {
  return linearBackward(dA, cache.linear);
}
