// expects: {"initializeParametersDeep": 1.11}
function initializeParametersDeep(layerDims: readonly number[]): Parameters {
  np.random.seed(3);
  const parameters: Parameters = {};
  for (let l = 1; l < layerDims.length - 1; l++) {
    parameters[`W${l}`] = np.multiply(np.random.randn(layerDims[l]!, layerDims[l - 1]!), 0.01);
    parameters[`b${l}`] = np.zeros([layerDims[l]!, 1]);
  }
  return parameters;
}
