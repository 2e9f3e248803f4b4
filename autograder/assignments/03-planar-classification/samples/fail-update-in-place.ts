// expects: {"updateParameters": 7.5}
function updateParameters(
  parameters: Parameters,
  grads: Gradients,
  options: { learningRate?: number } = {},
): Parameters {
  const { learningRate = 1.2 } = options;
  const move = (t: np.Tensor, d: np.Tensor) => t.assign(np.subtract(t, np.multiply(learningRate, d)));
  move(parameters.W1, grads.dW1);
  move(parameters.b1, grads.db1);
  move(parameters.W2, grads.dW2);
  move(parameters.b2, grads.db2);
  return parameters;
}
