// expects: {}
async function lLayerModel(X: np.Tensor, Y: np.Tensor, layerDims: number[], options: any = {}) {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  let parameters = options.parameters ?? np.nn.initializeParametersDeep(layerDims, { seed: 1 });
  const costs: number[] = [];
  const live = np.plot.liveCurve({ every: 100 });
  for await (const i of np.progress(numIterations, { label: "training" })) {
    const { AL, caches } = np.nn.lModelForward(X, parameters);
    const cost = np.nn.computeCost(AL, Y);
    if (i % 100 === 0) {
      costs.push(cost);
      live.add(cost);
    }
    parameters = np.nn.updateParameters(parameters, np.nn.lModelBackward(AL, Y, caches), { learningRate });
  }
  live.done();
  return { parameters, costs };
}
