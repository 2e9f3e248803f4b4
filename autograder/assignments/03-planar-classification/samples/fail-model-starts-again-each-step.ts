// expects: {"nnModel": 2.5}
async function nnModel(X: np.Tensor, Y: np.Tensor, nH: number, options: any = {}) {
  const { numIterations = 10000, learningRate = 1.2 } = options;
  const { nX, nY } = layerSizes(X, Y);
  const start = initializeParameters(nX, nH, nY);
  let parameters = start;
  for (let i = 0; i < numIterations; i++) {
    const { cache } = forwardPropagation(X, start);
    parameters = updateParameters(start, backwardPropagation(start, cache, X, Y), { learningRate });
  }
  return parameters;
}
