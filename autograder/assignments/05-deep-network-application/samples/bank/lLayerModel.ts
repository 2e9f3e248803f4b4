// %% right
async function lLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  let parameters = options.parameters ?? np.nn.initializeParametersDeep(layerDims, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { AL, caches } = np.nn.lModelForward(X, parameters);
    if (i % 100 === 0) costs.push(np.nn.computeCost(AL, Y));
    const grads = np.nn.lModelBackward(AL, Y, caches);
    const moved = Object.entries(parameters).map(([name, t]) => [
      name,
      t.subtract(grads[`d${name}`]!.multiply(learningRate)),
    ]);
    parameters = Object.fromEntries(moved);
  }
  return { parameters: parameters, costs: costs };
}
// %% right
async function lLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate: alpha = 0.0075, numIterations: steps = 2500, parameters: before } = options;
  const costs: number[] = [];
  const step = (parameters: np.nn.Parameters, i: number): np.nn.Parameters => {
    const forward = np.nn.lModelForward(X, parameters);
    if (i % 100 === 0) costs[i / 100] = np.nn.computeCost(forward.AL, Y);
    return np.nn.updateParameters(parameters, np.nn.lModelBackward(forward.AL, Y, forward.caches), {
      learningRate: alpha,
    });
  };
  const first = before ?? np.nn.initializeParametersDeep(layerDims, { seed: 1 });
  const parameters = Array.from({ length: steps }, (_, i) => i).reduce(step, first);
  return { costs, parameters };
}
// %% own: learning rate of the options is not passed on
async function lLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  let parameters = options.parameters ?? np.nn.initializeParametersDeep(layerDims, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { AL, caches } = np.nn.lModelForward(X, parameters);
    if (i % 100 === 0) costs.push(np.nn.computeCost(AL, Y));
    const grads = np.nn.lModelBackward(AL, Y, caches);
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: 0.0075 });
  }
  return { parameters: parameters, costs: costs };
}
// %% returns
async function lLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  let parameters = options.parameters ?? np.nn.initializeParametersDeep(layerDims, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { AL, caches } = np.nn.lModelForward(X, parameters);
    if (i % 100 === 0) costs.push(np.nn.computeCost(AL, Y));
    const grads = np.nn.lModelBackward(AL, Y, caches);
    parameters = np.nn.updateParameters(parameters, grads);
  }
  return { parameters: parameters, costs: costs };
}
// %% own: every call begins anew
async function lLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  let parameters = np.nn.initializeParametersDeep(layerDims, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { AL, caches } = np.nn.lModelForward(X, parameters);
    if (i % 100 === 0) costs.push(np.nn.computeCost(AL, Y));
    const grads = np.nn.lModelBackward(AL, Y, caches);
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
  }
  return { parameters: parameters, costs: costs };
}
// %% own: computed once
async function lLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  let parameters = options.parameters ?? np.nn.initializeParametersDeep(layerDims, { seed: 1 });
  const costs: number[] = [];
  const first = parameters;
  for (let i = 0; i < numIterations; i++) {
    const { AL, caches } = np.nn.lModelForward(X, first);
    if (i % 100 === 0) costs.push(np.nn.computeCost(AL, Y));
    parameters = np.nn.updateParameters(parameters, np.nn.lModelBackward(AL, Y, caches), { learningRate });
  }
  return { parameters, costs };
}
// %% own: gets the start in every step
async function lLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  let parameters = options.parameters ?? np.nn.initializeParametersDeep(layerDims, { seed: 1 });
  const first = parameters;
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { AL, caches } = np.nn.lModelForward(X, parameters);
    if (i % 100 === 0) costs.push(np.nn.computeCost(AL, Y));
    const grads = np.nn.lModelBackward(AL, Y, caches);
    parameters = np.nn.updateParameters(first, grads, { learningRate: learningRate });
  }
  return { parameters: parameters, costs: costs };
}
// %% own: measured after the step
async function lLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  let parameters = options.parameters ?? np.nn.initializeParametersDeep(layerDims, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { AL, caches } = np.nn.lModelForward(X, parameters);
    const grads = np.nn.lModelBackward(AL, Y, caches);
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
    if (i % 100 === 0) costs.push(np.nn.computeCost(np.nn.lModelForward(X, parameters).AL, Y));
  }
  return { parameters: parameters, costs: costs };
}
// %% own: every step
async function lLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  let parameters = options.parameters ?? np.nn.initializeParametersDeep(layerDims, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { AL, caches } = np.nn.lModelForward(X, parameters);
    costs.push(np.nn.computeCost(AL, Y));
    const grads = np.nn.lModelBackward(AL, Y, caches);
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
  }
  return { parameters: parameters, costs: costs };
}
// %% loop
async function lLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  let parameters = options.parameters ?? np.nn.initializeParametersDeep(layerDims, { seed: 1 });
  const costs: number[] = [];
  for (let i = 1; i < numIterations; i++) {
    const { AL, caches } = np.nn.lModelForward(X, parameters);
    if ((i - 1) % 100 === 0) costs.push(np.nn.computeCost(AL, Y));
    const grads = np.nn.lModelBackward(AL, Y, caches);
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
  }
  return { parameters: parameters, costs: costs };
}
// %% own: uphill | plus
async function lLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  let parameters = options.parameters ?? np.nn.initializeParametersDeep(layerDims, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { AL, caches } = np.nn.lModelForward(X, parameters);
    if (i % 100 === 0) costs.push(np.nn.computeCost(AL, Y));
    const grads = np.nn.lModelBackward(AL, Y, caches);
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: -learningRate });
  }
  return { parameters: parameters, costs: costs };
}
// %% own: seed
async function lLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  let parameters = options.parameters ?? np.nn.initializeParametersDeep(layerDims, { seed: 3 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { AL, caches } = np.nn.lModelForward(X, parameters);
    if (i % 100 === 0) costs.push(np.nn.computeCost(AL, Y));
    const grads = np.nn.lModelBackward(AL, Y, caches);
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
  }
  return { parameters: parameters, costs: costs };
}
// %% factor | own: 0.01
async function lLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  let parameters =
    options.parameters ?? np.nn.initializeParameters(layerDims[0], layerDims[1], layerDims[2], { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { AL, caches } = np.nn.lModelForward(X, parameters);
    if (i % 100 === 0) costs.push(np.nn.computeCost(AL, Y));
    const grads = np.nn.lModelBackward(AL, Y, caches);
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
  }
  return { parameters: parameters, costs: costs };
}
// %% own: biases stay
async function lLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  let parameters = options.parameters ?? np.nn.initializeParametersDeep(layerDims, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { AL, caches } = np.nn.lModelForward(X, parameters);
    if (i % 100 === 0) costs.push(np.nn.computeCost(AL, Y));
    const grads = np.nn.lModelBackward(AL, Y, caches);
    for (const name of Object.keys(grads)) if (name.startsWith("db")) grads[name] = np.zerosLike(grads[name]);
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
  }
  return { parameters: parameters, costs: costs };
}
