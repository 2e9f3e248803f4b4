// expects: {"lLayerModel": 6.67}
async function lLayerModel(X: np.Tensor, Y: np.Tensor, layerDims: number[], options: any = {}) {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  const start = options.parameters ?? np.nn.initializeParametersDeep(layerDims, { seed: 1 });
  let parameters = start;
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { AL, caches } = np.nn.lModelForward(X, parameters);
    if (i % 100 === 0) costs.push(np.nn.computeCost(AL, Y));
    const grads = np.nn.lModelBackward(AL, Y, caches);
    parameters = np.nn.updateParameters(start, grads, { learningRate });
  }
  return { parameters, costs };
}
