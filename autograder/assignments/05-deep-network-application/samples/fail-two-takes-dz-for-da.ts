// expects: {"twoLayerModel": 3.64}
async function twoLayerModel(X: np.Tensor, Y: np.Tensor, layerDims: number[], options: any = {}) {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  const [nX, nH, nY] = layerDims as [number, number, number];
  let parameters = options.parameters ?? np.nn.initializeParameters(nX, nH, nY, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { W1, b1, W2, b2 } = parameters;
    const one = np.nn.linearActivationForward(X, W1, b1, "relu");
    const two = np.nn.linearActivationForward(one.A, W2, b2, "sigmoid");
    const A2 = two.A;
    if (i % 100 === 0) costs.push(np.nn.computeCost(A2, Y));
    const back2 = np.nn.linearActivationBackward(np.subtract(A2, Y), two.cache, "sigmoid");
    const back1 = np.nn.linearActivationBackward(back2.dAPrev, one.cache, "relu");
    const grads = { dW1: back1.dW, db1: back1.db, dW2: back2.dW, db2: back2.db };
    parameters = np.nn.updateParameters(parameters, grads, { learningRate });
  }
  return { parameters, costs };
}
