// %% right
function updateParameters(p: Parameters, g: Gradients, options: { learningRate?: number } = {}): Parameters {
  const rate = options.learningRate ?? 1.2;
  const step = (t: np.Tensor, d: np.Tensor) => t.add(d.multiply(-rate));
  return { b2: step(p.b2, g.db2), W2: step(p.W2, g.dW2), b1: step(p.b1, g.db1), W1: step(p.W1, g.dW1) };
}
// %% plus
function updateParameters(p: Parameters, g: Gradients, options: { learningRate?: number } = {}): Parameters {
  const rate = options.learningRate ?? 1.2;
  const step = (t: np.Tensor, d: np.Tensor) => t.add(d.multiply(rate));
  return { b2: step(p.b2, g.db2), W2: step(p.W2, g.dW2), b1: step(p.b1, g.db1), W1: step(p.W1, g.dW1) };
}
// %% rate
function updateParameters(p: Parameters, g: Gradients, options: { learningRate?: number } = {}): Parameters {
  const step = (t: np.Tensor, d: np.Tensor) => t.subtract(d);
  return { b2: step(p.b2, g.db2), W2: step(p.W2, g.dW2), b1: step(p.b1, g.db1), W1: step(p.W1, g.dW1) };
}
// %% own
function updateParameters(p: Parameters, g: Gradients, options: { learningRate?: number } = {}): Parameters {
  const step = (t: np.Tensor, d: np.Tensor) => t.subtract(d.multiply(1.2));
  return { b2: step(p.b2, g.db2), W2: step(p.W2, g.dW2), b1: step(p.b1, g.db1), W1: step(p.W1, g.dW1) };
}
// %% term
function updateParameters(p: Parameters, g: Gradients, options: { learningRate?: number } = {}): Parameters {
  const rate = options.learningRate ?? 1.2;
  const step = (t: np.Tensor, d: np.Tensor) => t.subtract(d.multiply(rate));
  return { b2: p.b2, W2: step(p.W2, g.dW2), b1: p.b1, W1: step(p.W1, g.dW1) };
}
// %% difference
function updateParameters(p: Parameters, g: Gradients, options: { learningRate?: number } = {}): Parameters {
  const rate = options.learningRate ?? 1.2;
  const step = (t: np.Tensor, d: np.Tensor) => d.multiply(rate).subtract(t);
  return { b2: step(p.b2, g.db2), W2: step(p.W2, g.dW2), b1: step(p.b1, g.db1), W1: step(p.W1, g.dW1) };
}
