// %% right
async function nnModel(X: np.Tensor, Y: np.Tensor, nH: number, options: any = {}) {
  const { numIterations = 10000, learningRate = 1.2 } = options;
  let p = initializeParameters(X.shape[0]!, nH, Y.shape[0]!);
  for (let k = 0; k < numIterations; k++) {
    const { cache } = forwardPropagation(X, p);
    p = updateParameters(p, backwardPropagation(p, cache, X, Y), { learningRate });
  }
  return p;
}
// %% loop
async function nnModel(X: np.Tensor, Y: np.Tensor, nH: number, options: any = {}) {
  const { numIterations = 10000, learningRate = 1.2 } = options;
  let p = initializeParameters(X.shape[0]!, nH, Y.shape[0]!);
  for (let k = 1; k < numIterations; k++) {
    const { cache } = forwardPropagation(X, p);
    p = updateParameters(p, backwardPropagation(p, cache, X, Y), { learningRate });
  }
  return p;
}
// %% own
async function nnModel(X: np.Tensor, Y: np.Tensor, nH: number, options: any = {}) {
  const { numIterations = 10000 } = options;
  let p = initializeParameters(X.shape[0]!, nH, Y.shape[0]!);
  for (let k = 0; k < numIterations; k++) {
    const { cache } = forwardPropagation(X, p);
    p = updateParameters(p, backwardPropagation(p, cache, X, Y));
  }
  return p;
}
// %% own
async function nnModel(X: np.Tensor, Y: np.Tensor, nH: number, options: any = {}) {
  const { numIterations = 10000, learningRate = 1.2 } = options;
  const sizes = layerSizes(X, Y);
  let p = initializeParameters(sizes.nX, sizes.nH, sizes.nY);
  for (let k = 0; k < numIterations; k++) {
    const { cache } = forwardPropagation(X, p);
    p = updateParameters(p, backwardPropagation(p, cache, X, Y), { learningRate });
  }
  return p;
}
