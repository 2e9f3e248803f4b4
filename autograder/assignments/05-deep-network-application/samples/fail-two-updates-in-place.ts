// expects: {"twoLayerModel": 36.36}
async function twoLayerModel(X: np.Tensor, Y: np.Tensor, layerDims: number[], options: any = {}) {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  const [nX, nH, nY] = layerDims as [number, number, number];
  const parameters = options.parameters ?? np.nn.initializeParameters(nX, nH, nY, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { W1, b1, W2, b2 } = parameters;
    const one = np.nn.linearActivationForward(X, W1, b1, "relu");
    const two = np.nn.linearActivationForward(one.A, W2, b2, "sigmoid");
    const A2 = two.A;
    if (i % 100 === 0) costs.push(np.nn.computeCost(A2, Y));
    const dA2 = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, A2)), np.divide(Y, A2));
    const back2 = np.nn.linearActivationBackward(dA2, two.cache, "sigmoid");
    const back1 = np.nn.linearActivationBackward(back2.dAPrev, one.cache, "relu");
    const rate = (value: np.Tensor, slope: np.Tensor) =>
      value.assign(np.subtract(value, np.multiply(learningRate, slope)));
    rate(W1, back1.dW);
    rate(b1, back1.db);
    rate(W2, back2.dW);
    rate(b2, back2.db);
  }
  return { parameters, costs };
}
