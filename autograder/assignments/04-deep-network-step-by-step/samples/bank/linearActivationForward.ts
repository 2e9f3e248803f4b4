// %% right
function linearActivationForward(
  APrev: np.Tensor,
  W: np.Tensor,
  b: np.Tensor,
  activation: Activation,
): { A: np.Tensor; cache: LayerCache } {
  const { Z, cache: linear } = linearForward(APrev, W, b);
  const bends = { relu, sigmoid };
  const { A, cache } = bends[activation](Z);
  return { cache: { activation: cache, linear }, A };
}
// %% right
function linearActivationForward(
  APrev: np.Tensor,
  W: np.Tensor,
  b: np.Tensor,
  activation: Activation,
): { A: np.Tensor; cache: LayerCache } {
  const Z = W.dot(APrev).add(b);
  const A =
    activation === "sigmoid" ? np.divide(1, np.exp(Z.negative()).add(1)) : Z.multiply(np.greater(Z, 0));
  return { A, cache: { linear: { A: APrev, W, b }, activation: { Z } } };
}
// %% own: mixed up
function linearActivationForward(
  APrev: np.Tensor,
  W: np.Tensor,
  b: np.Tensor,
  activation: Activation,
): { A: np.Tensor; cache: LayerCache } {
  const weighed = linearForward(APrev, W, b);
  const bent = activation === "relu" ? sigmoid(weighed.Z) : relu(weighed.Z);
  return { A: bent.A, cache: { linear: weighed.cache, activation: bent.cache } };
}
// %% own: bend is missing
function linearActivationForward(
  APrev: np.Tensor,
  W: np.Tensor,
  b: np.Tensor,
  activation: Activation,
): { A: np.Tensor; cache: LayerCache } {
  const { Z, cache } = linearForward(APrev, W, b);
  return { A: Z, cache: { linear: cache, activation: { Z } } };
}
// %% own: holds A
function linearActivationForward(
  APrev: np.Tensor,
  W: np.Tensor,
  b: np.Tensor,
  activation: Activation,
): { A: np.Tensor; cache: LayerCache } {
  const weighed = linearForward(APrev, W, b);
  const { A } = activation === "relu" ? relu(weighed.Z) : sigmoid(weighed.Z);
  return { A, cache: { linear: weighed.cache, activation: { Z: A } } };
}
// %% argument | own: mixed up | sigmoid-for-relu
function linearActivationForward(
  APrev: np.Tensor,
  W: np.Tensor,
  b: np.Tensor,
  activation: Activation,
): { A: np.Tensor; cache: LayerCache } {
  const weighed = linearForward(APrev, W, b);
  const bent = sigmoid(weighed.Z);
  return { A: bent.A, cache: { linear: weighed.cache, activation: bent.cache } };
}
// %% argument | own: mixed up
function linearActivationForward(
  APrev: np.Tensor,
  W: np.Tensor,
  b: np.Tensor,
  activation: Activation,
): { A: np.Tensor; cache: LayerCache } {
  const weighed = linearForward(APrev, W, b);
  const bent = relu(weighed.Z);
  return { A: bent.A, cache: { linear: weighed.cache, activation: bent.cache } };
}
// %% tanh-for-sigmoid | own: tanh
function linearActivationForward(
  APrev: np.Tensor,
  W: np.Tensor,
  b: np.Tensor,
  activation: Activation,
): { A: np.Tensor; cache: LayerCache } {
  const { Z, cache: linear } = linearForward(APrev, W, b);
  const A = activation === "relu" ? relu(Z).A : np.tanh(Z);
  return { A, cache: { linear, activation: { Z } } };
}
// %% own: the bias
function linearActivationForward(
  APrev: np.Tensor,
  W: np.Tensor,
  b: np.Tensor,
  activation: Activation,
): { A: np.Tensor; cache: LayerCache } {
  const Z = np.dot(W, APrev);
  const bent = activation === "relu" ? relu(Z) : sigmoid(Z);
  return { A: bent.A, cache: { linear: { A: APrev, W, b }, activation: bent.cache } };
}
