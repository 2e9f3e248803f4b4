// %% right
function initializeParametersDeep(layerDims: readonly number[]): Parameters {
  np.random.seed(3);
  const pairs = layerDims.slice(1).flatMap((n, i): [string, np.Tensor][] => [
    [`W${i + 1}`, np.random.randn(n, layerDims[i]!).multiply(0.01)],
    [`b${i + 1}`, np.zeros([n, 1])],
  ]);
  return Object.fromEntries(pairs);
}
// %% right
function initializeParametersDeep(layerDims: readonly number[]): Parameters {
  np.random.seed(3);
  const parameters: Parameters = {};
  let l = 0;
  while (++l < layerDims.length) {
    const [nPrev, n] = layerDims.slice(l - 1, l + 1) as [number, number];
    parameters["b" + l] = np.multiply(0, np.ones([n, 1]));
    parameters["W" + l] = np.divide(np.random.randn(n, nPrev), 100);
  }
  return parameters;
}
// %% own: not enough
function initializeParametersDeep(layerDims: readonly number[]): Parameters {
  np.random.seed(3);
  const parameters: Parameters = {};
  for (let l = 1; l < layerDims.length - 1; l++) {
    parameters[`W${l}`] = np.multiply(np.random.randn(layerDims[l], layerDims[l - 1]), 0.01);
    parameters[`b${l}`] = np.zeros([layerDims[l], 1]);
  }
  return parameters;
}
// %% own: no layer
function initializeParametersDeep(layerDims: readonly number[]): Parameters {
  np.random.seed(3);
  const parameters: Parameters = {};
  for (let l = 0; l < layerDims.length - 1; l++) {
    parameters[`W${l}`] = np.multiply(np.random.randn(layerDims[l + 1], layerDims[l]), 0.01);
    parameters[`b${l}`] = np.zeros([layerDims[l + 1], 1]);
  }
  return parameters;
}
// %% own: not made small
function initializeParametersDeep(layerDims: readonly number[]): Parameters {
  np.random.seed(3);
  const parameters: Parameters = {};
  for (let l = 1; l < layerDims.length; l++) {
    parameters[`W${l}`] = np.random.randn(layerDims[l], layerDims[l - 1]);
    parameters[`b${l}`] = np.zeros([layerDims[l], 1]);
  }
  return parameters;
}
// %% own: root of nPrev
function initializeParametersDeep(layerDims: readonly number[]): Parameters {
  np.random.seed(3);
  const parameters: Parameters = {};
  for (let l = 1; l < layerDims.length; l++) {
    parameters[`W${l}`] = np.divide(
      np.random.randn(layerDims[l], layerDims[l - 1]),
      Math.sqrt(layerDims[l - 1]!),
    );
    parameters[`b${l}`] = np.zeros([layerDims[l], 1]);
  }
  return parameters;
}
// %% reversed-shape
function initializeParametersDeep(layerDims: readonly number[]): Parameters {
  np.random.seed(3);
  const parameters: Parameters = {};
  for (let l = 1; l < layerDims.length; l++) {
    parameters[`W${l}`] = np.multiply(np.random.randn(layerDims[l - 1], layerDims[l]), 0.01);
    parameters[`b${l}`] = np.zeros([layerDims[l], 1]);
  }
  return parameters;
}
// %% reversed-shape
function initializeParametersDeep(layerDims: readonly number[]): Parameters {
  np.random.seed(3);
  const parameters: Parameters = {};
  for (let l = 1; l < layerDims.length; l++) {
    parameters[`W${l}`] = np.multiply(np.random.randn(layerDims[l], layerDims[l - 1]), 0.01);
    parameters[`b${l}`] = np.zeros([1, layerDims[l]]);
  }
  return parameters;
}
// %% layer-index
function initializeParametersDeep(layerDims: readonly number[]): Parameters {
  np.random.seed(3);
  const parameters: Parameters = {};
  for (let l = 1; l < layerDims.length; l++) {
    parameters[`W${l}`] = np.multiply(np.random.randn(layerDims[l], layerDims[l]), 0.01);
    parameters[`b${l}`] = np.zeros([layerDims[l], 1]);
  }
  return parameters;
}
// %% own: a new seed for every layer
function initializeParametersDeep(layerDims: readonly number[]): Parameters {
  np.random.seed(3);
  const parameters: Parameters = {};
  for (let l = 1; l < layerDims.length; l++) {
    np.random.seed(3);
    parameters[`W${l}`] = np.multiply(np.random.randn(layerDims[l], layerDims[l - 1]), 0.01);
    parameters[`b${l}`] = np.zeros([layerDims[l], 1]);
  }
  return parameters;
}
