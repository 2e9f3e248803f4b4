// %% right
function linearActivationBackward(
  dA: np.Tensor,
  cache: LayerCache,
  activation: Activation,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  const back = { relu: reluBackward, sigmoid: sigmoidBackward };
  return linearBackward(back[activation](dA, cache.activation), cache.linear);
}
// %% right
function linearActivationBackward(
  dA: np.Tensor,
  cache: LayerCache,
  activation: Activation,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  const { Z } = cache.activation;
  const s = np.divide(1, np.exp(np.negative(Z)).add(1));
  const slope = activation === "relu" ? np.greater(Z, 0).astype("float64") : s.multiply(np.subtract(1, s));
  return linearBackward(slope.multiply(dA), cache.linear);
}
// %% own: bend is missing
function linearActivationBackward(
  dA: np.Tensor,
  cache: LayerCache,
  activation: Activation,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  return linearBackward(dA, cache.linear);
}
// %% own: mixed up
function linearActivationBackward(
  dA: np.Tensor,
  cache: LayerCache,
  activation: Activation,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  const dZ =
    activation === "relu" ? sigmoidBackward(dA, cache.activation) : reluBackward(dA, cache.activation);
  return linearBackward(dZ, cache.linear);
}
// %% own: mixed up | argument
function linearActivationBackward(
  dA: np.Tensor,
  cache: LayerCache,
  activation: Activation,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  return linearBackward(reluBackward(dA, cache.activation), cache.linear);
}
// %% own: mixed up | argument
function linearActivationBackward(
  dA: np.Tensor,
  cache: LayerCache,
  activation: Activation,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  return linearBackward(sigmoidBackward(dA, cache.activation), cache.linear);
}
// %% own: slope of tanh
function linearActivationBackward(
  dA: np.Tensor,
  cache: LayerCache,
  activation: Activation,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  const t = np.tanh(cache.activation.Z);
  const dZ =
    activation === "relu" ? reluBackward(dA, cache.activation) : dA.multiply(np.subtract(1, t.multiply(t)));
  return linearBackward(dZ, cache.linear);
}
// %% own: without 1 - s | complement | own: s alone
function linearActivationBackward(
  dA: np.Tensor,
  cache: LayerCache,
  activation: Activation,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  const s = sigmoid(cache.activation.Z).A;
  const dZ = activation === "relu" ? reluBackward(dA, cache.activation) : dA.multiply(s);
  return linearBackward(dZ, cache.linear);
}
// %% own: Z itself
function linearActivationBackward(
  dA: np.Tensor,
  cache: LayerCache,
  activation: Activation,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  const { Z } = cache.activation;
  const dZ = activation === "relu" ? dA.multiply(relu(Z).A) : sigmoidBackward(dA, cache.activation);
  return linearBackward(dZ, cache.linear);
}
