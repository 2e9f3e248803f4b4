// expects: {"lLayerModel": 3.33}
async function lLayerModel(X: np.Tensor, Y: np.Tensor, layerDims: number[], options: any = {}) {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  let parameters = options.parameters ?? np.nn.initializeParametersDeep(layerDims, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { AL, caches } = np.nn.lModelForward(XTrain, parameters);
    if (i % 100 === 0) costs.push(np.nn.computeCost(AL, trainY));
    const grads = np.nn.lModelBackward(AL, trainY, caches);
    parameters = np.nn.updateParameters(parameters, grads, { learningRate });
  }
  return { parameters, costs };
}
