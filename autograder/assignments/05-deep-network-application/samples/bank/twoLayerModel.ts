// %% right
async function twoLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  const [nX, nH, nY] = layerDims;
  let parameters = options.parameters ?? np.nn.initializeParameters(nX, nH, nY, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { W1, b1, W2, b2 } = parameters;
    const m = X.shape[1]!;
    const A1 = np.maximum(0, W1.dot(X).add(b1));
    const A2 = np.divide(1, np.exp(W2.dot(A1).add(b2).negative()).add(1));
    if (i % 100 === 0) costs.push(-np.mean(np.log(np.where(np.equal(Y, 1), A2, np.subtract(1, A2)))));
    const dZ2 = A2.subtract(Y).divide(m);
    const dZ1 = W2.T.dot(dZ2).multiply(np.greater(A1, 0));
    const sum = (t: np.Tensor) => np.sum(t, { axis: 1, keepdims: true });
    parameters = {
      W1: W1.subtract(dZ1.dot(X.T).multiply(learningRate)),
      b1: b1.subtract(sum(dZ1).multiply(learningRate)),
      W2: W2.subtract(dZ2.dot(A1.T).multiply(learningRate)),
      b2: b2.subtract(sum(dZ2).multiply(learningRate)),
    };
  }
  return { parameters, costs };
}
// %% right
async function twoLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  const [nX, nH, nY] = layerDims;
  let parameters = options.parameters ?? np.nn.initializeParameters(nX, nH, nY, { seed: 1 });
  const costs: number[] = [];
  for (let left = numIterations; left > 0; left--) {
    const i = numIterations - left;
    const { W1, b1, W2, b2 } = parameters;
    const { A: A1, cache: cache1 } = np.nn.linearActivationForward(X, W1, b1, "relu");
    const { A: A2, cache: cache2 } = np.nn.linearActivationForward(A1, W2, b2, "sigmoid");
    if (i % 100 === 0) costs.push(np.nn.computeCost(A2, Y));
    const dA2 = A2.subtract(Y).divide(A2.multiply(np.subtract(1, A2)));
    const { dAPrev: dA1, dW: dW2, db: db2 } = np.nn.linearActivationBackward(dA2, cache2, "sigmoid");
    const { dW: dW1, db: db1 } = np.nn.linearActivationBackward(dA1, cache1, "relu");
    const grads = { dW1: dW1, db1: db1, dW2: dW2, db2: db2 };
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
  }
  return { parameters, costs };
}
// %% own: learning rate of the options is not passed on
async function twoLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  const [nX, nH, nY] = layerDims;
  let parameters = options.parameters ?? np.nn.initializeParameters(nX, nH, nY, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { W1, b1, W2, b2 } = parameters;
    const { A: A1, cache: cache1 } = np.nn.linearActivationForward(X, W1, b1, "relu");
    const { A: A2, cache: cache2 } = np.nn.linearActivationForward(A1, W2, b2, "sigmoid");
    if (i % 100 === 0) costs.push(np.nn.computeCost(A2, Y));
    const dA2 = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, A2)), np.divide(Y, A2));
    const { dAPrev: dA1, dW: dW2, db: db2 } = np.nn.linearActivationBackward(dA2, cache2, "sigmoid");
    const { dW: dW1, db: db1 } = np.nn.linearActivationBackward(dA1, cache1, "relu");
    const grads = { dW1: dW1, db1: db1, dW2: dW2, db2: db2 };
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: 0.0075 });
  }
  return { parameters, costs };
}
// %% returns
async function twoLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  const [nX, nH, nY] = layerDims;
  let parameters = options.parameters ?? np.nn.initializeParameters(nX, nH, nY, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { W1, b1, W2, b2 } = parameters;
    const { A: A1, cache: cache1 } = np.nn.linearActivationForward(X, W1, b1, "relu");
    const { A: A2, cache: cache2 } = np.nn.linearActivationForward(A1, W2, b2, "sigmoid");
    if (i % 100 === 0) costs.push(np.nn.computeCost(A2, Y));
    const dA2 = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, A2)), np.divide(Y, A2));
    const { dAPrev: dA1, dW: dW2, db: db2 } = np.nn.linearActivationBackward(dA2, cache2, "sigmoid");
    const { dW: dW1, db: db1 } = np.nn.linearActivationBackward(dA1, cache1, "relu");
    const grads = { dW1: dW1, db1: db1, dW2: dW2, db2: db2 };
    parameters = np.nn.updateParameters(parameters, grads);
  }
  return { parameters, costs };
}
// %% difference | own: uphill
async function twoLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  const [nX, nH, nY] = layerDims;
  let parameters = options.parameters ?? np.nn.initializeParameters(nX, nH, nY, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { W1, b1, W2, b2 } = parameters;
    const { A: A1, cache: cache1 } = np.nn.linearActivationForward(X, W1, b1, "relu");
    const { A: A2, cache: cache2 } = np.nn.linearActivationForward(A1, W2, b2, "sigmoid");
    if (i % 100 === 0) costs.push(np.nn.computeCost(A2, Y));
    const dA2 = np.subtract(np.divide(Y, A2), np.divide(np.subtract(1, Y), np.subtract(1, A2)));
    const { dAPrev: dA1, dW: dW2, db: db2 } = np.nn.linearActivationBackward(dA2, cache2, "sigmoid");
    const { dW: dW1, db: db1 } = np.nn.linearActivationBackward(dA1, cache1, "relu");
    const grads = { dW1: dW1, db1: db1, dW2: dW2, db2: db2 };
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
  }
  return { parameters, costs };
}
// %% own: it is the slope in Z2
async function twoLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  const [nX, nH, nY] = layerDims;
  let parameters = options.parameters ?? np.nn.initializeParameters(nX, nH, nY, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { W1, b1, W2, b2 } = parameters;
    const { A: A1, cache: cache1 } = np.nn.linearActivationForward(X, W1, b1, "relu");
    const { A: A2, cache: cache2 } = np.nn.linearActivationForward(A1, W2, b2, "sigmoid");
    if (i % 100 === 0) costs.push(np.nn.computeCost(A2, Y));
    const dA2 = np.subtract(A2, Y);
    const { dAPrev: dA1, dW: dW2, db: db2 } = np.nn.linearActivationBackward(dA2, cache2, "sigmoid");
    const { dW: dW1, db: db1 } = np.nn.linearActivationBackward(dA1, cache1, "relu");
    const grads = { dW1: dW1, db1: db1, dW2: dW2, db2: db2 };
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
  }
  return { parameters, costs };
}
// %% names | own: sigmoid
async function twoLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  const [nX, nH, nY] = layerDims;
  let parameters = options.parameters ?? np.nn.initializeParameters(nX, nH, nY, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { W1, b1, W2, b2 } = parameters;
    const { A: A1, cache: cache1 } = np.nn.linearActivationForward(X, W1, b1, "sigmoid");
    const { A: A2, cache: cache2 } = np.nn.linearActivationForward(A1, W2, b2, "relu");
    if (i % 100 === 0) costs.push(np.nn.computeCost(A2, Y));
    const dA2 = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, A2)), np.divide(Y, A2));
    const { dAPrev: dA1, dW: dW2, db: db2 } = np.nn.linearActivationBackward(dA2, cache2, "sigmoid");
    const { dW: dW1, db: db1 } = np.nn.linearActivationBackward(dA1, cache1, "relu");
    const grads = { dW1: dW1, db1: db1, dW2: dW2, db2: db2 };
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
  }
  return { parameters, costs };
}
// %% own: both layers have the sigmoid
async function twoLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  const [nX, nH, nY] = layerDims;
  let parameters = options.parameters ?? np.nn.initializeParameters(nX, nH, nY, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { W1, b1, W2, b2 } = parameters;
    const { A: A1, cache: cache1 } = np.nn.linearActivationForward(X, W1, b1, "sigmoid");
    const { A: A2, cache: cache2 } = np.nn.linearActivationForward(A1, W2, b2, "sigmoid");
    if (i % 100 === 0) costs.push(np.nn.computeCost(A2, Y));
    const dA2 = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, A2)), np.divide(Y, A2));
    const { dAPrev: dA1, dW: dW2, db: db2 } = np.nn.linearActivationBackward(dA2, cache2, "sigmoid");
    const { dW: dW1, db: db1 } = np.nn.linearActivationBackward(dA1, cache1, "sigmoid");
    const grads = { dW1: dW1, db1: db1, dW2: dW2, db2: db2 };
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
  }
  return { parameters, costs };
}
// %% own: last layer goes back through relu
async function twoLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  const [nX, nH, nY] = layerDims;
  let parameters = options.parameters ?? np.nn.initializeParameters(nX, nH, nY, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { W1, b1, W2, b2 } = parameters;
    const { A: A1, cache: cache1 } = np.nn.linearActivationForward(X, W1, b1, "relu");
    const { A: A2, cache: cache2 } = np.nn.linearActivationForward(A1, W2, b2, "sigmoid");
    if (i % 100 === 0) costs.push(np.nn.computeCost(A2, Y));
    const dA2 = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, A2)), np.divide(Y, A2));
    const { dAPrev: dA1, dW: dW2, db: db2 } = np.nn.linearActivationBackward(dA2, cache2, "relu");
    const { dW: dW1, db: db1 } = np.nn.linearActivationBackward(dA1, cache1, "relu");
    const grads = { dW1: dW1, db1: db1, dW2: dW2, db2: db2 };
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
  }
  return { parameters, costs };
}
// %% own: first layer goes back through the sigmoid
async function twoLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  const [nX, nH, nY] = layerDims;
  let parameters = options.parameters ?? np.nn.initializeParameters(nX, nH, nY, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { W1, b1, W2, b2 } = parameters;
    const { A: A1, cache: cache1 } = np.nn.linearActivationForward(X, W1, b1, "relu");
    const { A: A2, cache: cache2 } = np.nn.linearActivationForward(A1, W2, b2, "sigmoid");
    if (i % 100 === 0) costs.push(np.nn.computeCost(A2, Y));
    const dA2 = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, A2)), np.divide(Y, A2));
    const { dAPrev: dA1, dW: dW2, db: db2 } = np.nn.linearActivationBackward(dA2, cache2, "sigmoid");
    const { dW: dW1, db: db1 } = np.nn.linearActivationBackward(dA1, cache1, "sigmoid");
    const grads = { dW1: dW1, db1: db1, dW2: dW2, db2: db2 };
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
  }
  return { parameters, costs };
}
// %% own: W2 and b2 stay
async function twoLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  const [nX, nH, nY] = layerDims;
  let parameters = options.parameters ?? np.nn.initializeParameters(nX, nH, nY, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { W1, b1, W2, b2 } = parameters;
    const { A: A1, cache: cache1 } = np.nn.linearActivationForward(X, W1, b1, "relu");
    const { A: A2, cache: cache2 } = np.nn.linearActivationForward(A1, W2, b2, "sigmoid");
    if (i % 100 === 0) costs.push(np.nn.computeCost(A2, Y));
    const dA2 = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, A2)), np.divide(Y, A2));
    const { dAPrev: dA1, dW: dW2, db: db2 } = np.nn.linearActivationBackward(dA2, cache2, "sigmoid");
    const { dW: dW1, db: db1 } = np.nn.linearActivationBackward(dA1, cache1, "relu");
    const grads = { dW1: dW1, db1: db1, dW2: np.zerosLike(dW2), db2: np.zerosLike(db2) };
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
  }
  return { parameters, costs };
}
// %% own: biases stay
async function twoLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  const [nX, nH, nY] = layerDims;
  let parameters = options.parameters ?? np.nn.initializeParameters(nX, nH, nY, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { W1, b1, W2, b2 } = parameters;
    const { A: A1, cache: cache1 } = np.nn.linearActivationForward(X, W1, b1, "relu");
    const { A: A2, cache: cache2 } = np.nn.linearActivationForward(A1, W2, b2, "sigmoid");
    if (i % 100 === 0) costs.push(np.nn.computeCost(A2, Y));
    const dA2 = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, A2)), np.divide(Y, A2));
    const { dAPrev: dA1, dW: dW2, db: db2 } = np.nn.linearActivationBackward(dA2, cache2, "sigmoid");
    const { dW: dW1, db: db1 } = np.nn.linearActivationBackward(dA1, cache1, "relu");
    const grads = { dW1: dW1, db1: np.zerosLike(db1), dW2: dW2, db2: np.zerosLike(db2) };
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
  }
  return { parameters, costs };
}
// %% layer
async function twoLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  const [nX, nH, nY] = layerDims;
  let parameters = options.parameters ?? np.nn.initializeParameters(nX, nH, nY, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { W1, b1, W2, b2 } = parameters;
    const { A: A1, cache: cache1 } = np.nn.linearActivationForward(X, W1, b1, "relu");
    const { A: A2, cache: cache2 } = np.nn.linearActivationForward(A1, W2, b2, "sigmoid");
    if (i % 100 === 0) costs.push(np.nn.computeCost(A2, Y));
    const dA2 = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, A2)), np.divide(Y, A2));
    const { dAPrev: dA1, dW: dW2, db: db2 } = np.nn.linearActivationBackward(dA2, cache2, "sigmoid");
    const { dW: dW1, db: db1 } = np.nn.linearActivationBackward(dA1, cache1, "relu");
    const grads = { dW1: dW1, db1: db1, dW2: dW2, db2: db1 };
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
  }
  return { parameters, costs };
}
// %% own: every call begins anew
async function twoLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  const [nX, nH, nY] = layerDims;
  let parameters = np.nn.initializeParameters(nX, nH, nY, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { W1, b1, W2, b2 } = parameters;
    const { A: A1, cache: cache1 } = np.nn.linearActivationForward(X, W1, b1, "relu");
    const { A: A2, cache: cache2 } = np.nn.linearActivationForward(A1, W2, b2, "sigmoid");
    if (i % 100 === 0) costs.push(np.nn.computeCost(A2, Y));
    const dA2 = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, A2)), np.divide(Y, A2));
    const { dAPrev: dA1, dW: dW2, db: db2 } = np.nn.linearActivationBackward(dA2, cache2, "sigmoid");
    const { dW: dW1, db: db1 } = np.nn.linearActivationBackward(dA1, cache1, "relu");
    const grads = { dW1: dW1, db1: db1, dW2: dW2, db2: db2 };
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
  }
  return { parameters, costs };
}
// %% own: computed once
async function twoLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  const [nX, nH, nY] = layerDims;
  let parameters = options.parameters ?? np.nn.initializeParameters(nX, nH, nY, { seed: 1 });
  const costs: number[] = [];
  const { W1, b1, W2, b2 } = parameters;
  for (let i = 0; i < numIterations; i++) {
    const { A: A1, cache: cache1 } = np.nn.linearActivationForward(X, W1, b1, "relu");
    const { A: A2, cache: cache2 } = np.nn.linearActivationForward(A1, W2, b2, "sigmoid");
    if (i % 100 === 0) costs.push(np.nn.computeCost(A2, Y));
    const dA2 = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, A2)), np.divide(Y, A2));
    const { dAPrev: dA1, dW: dW2, db: db2 } = np.nn.linearActivationBackward(dA2, cache2, "sigmoid");
    const { dW: dW1, db: db1 } = np.nn.linearActivationBackward(dA1, cache1, "relu");
    const grads = { dW1: dW1, db1: db1, dW2: dW2, db2: db2 };
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
  }
  return { parameters, costs };
}
// %% own: measured after the step
async function twoLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  const [nX, nH, nY] = layerDims;
  let parameters = options.parameters ?? np.nn.initializeParameters(nX, nH, nY, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { W1, b1, W2, b2 } = parameters;
    const { A: A1, cache: cache1 } = np.nn.linearActivationForward(X, W1, b1, "relu");
    const { A: A2, cache: cache2 } = np.nn.linearActivationForward(A1, W2, b2, "sigmoid");
    const dA2 = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, A2)), np.divide(Y, A2));
    const { dAPrev: dA1, dW: dW2, db: db2 } = np.nn.linearActivationBackward(dA2, cache2, "sigmoid");
    const { dW: dW1, db: db1 } = np.nn.linearActivationBackward(dA1, cache1, "relu");
    const grads = { dW1: dW1, db1: db1, dW2: dW2, db2: db2 };
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
    const now = np.nn.lModelForward(X, parameters).AL;
    if (i % 100 === 0) costs.push(np.nn.computeCost(now, Y));
  }
  return { parameters, costs };
}
// %% own: every step
async function twoLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  const [nX, nH, nY] = layerDims;
  let parameters = options.parameters ?? np.nn.initializeParameters(nX, nH, nY, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { W1, b1, W2, b2 } = parameters;
    const { A: A1, cache: cache1 } = np.nn.linearActivationForward(X, W1, b1, "relu");
    const { A: A2, cache: cache2 } = np.nn.linearActivationForward(A1, W2, b2, "sigmoid");
    costs.push(np.nn.computeCost(A2, Y));
    const dA2 = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, A2)), np.divide(Y, A2));
    const { dAPrev: dA1, dW: dW2, db: db2 } = np.nn.linearActivationBackward(dA2, cache2, "sigmoid");
    const { dW: dW1, db: db1 } = np.nn.linearActivationBackward(dA1, cache1, "relu");
    const grads = { dW1: dW1, db1: db1, dW2: dW2, db2: db2 };
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
  }
  return { parameters, costs };
}
// %% loop
async function twoLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  const [nX, nH, nY] = layerDims;
  let parameters = options.parameters ?? np.nn.initializeParameters(nX, nH, nY, { seed: 1 });
  const costs: number[] = [];
  for (let i = 1; i < numIterations; i++) {
    const { W1, b1, W2, b2 } = parameters;
    const { A: A1, cache: cache1 } = np.nn.linearActivationForward(X, W1, b1, "relu");
    const { A: A2, cache: cache2 } = np.nn.linearActivationForward(A1, W2, b2, "sigmoid");
    if ((i - 1) % 100 === 0) costs.push(np.nn.computeCost(A2, Y));
    const dA2 = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, A2)), np.divide(Y, A2));
    const { dAPrev: dA1, dW: dW2, db: db2 } = np.nn.linearActivationBackward(dA2, cache2, "sigmoid");
    const { dW: dW1, db: db1 } = np.nn.linearActivationBackward(dA1, cache1, "relu");
    const grads = { dW1: dW1, db1: db1, dW2: dW2, db2: db2 };
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
  }
  return { parameters, costs };
}
// %% own: seed
async function twoLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  const [nX, nH, nY] = layerDims;
  let parameters = options.parameters ?? np.nn.initializeParameters(nX, nH, nY, { seed: 2 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const { W1, b1, W2, b2 } = parameters;
    const { A: A1, cache: cache1 } = np.nn.linearActivationForward(X, W1, b1, "relu");
    const { A: A2, cache: cache2 } = np.nn.linearActivationForward(A1, W2, b2, "sigmoid");
    if (i % 100 === 0) costs.push(np.nn.computeCost(A2, Y));
    const dA2 = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, A2)), np.divide(Y, A2));
    const { dAPrev: dA1, dW: dW2, db: db2 } = np.nn.linearActivationBackward(dA2, cache2, "sigmoid");
    const { dW: dW1, db: db1 } = np.nn.linearActivationBackward(dA1, cache1, "relu");
    const grads = { dW1: dW1, db1: db1, dW2: dW2, db2: db2 };
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
  }
  return { parameters, costs };
}
