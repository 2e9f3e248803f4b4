// expects: {}
const layerSizes = (X: np.Tensor, Y: np.Tensor) => {
  const [nX] = X.shape as [number];
  const [nY] = Y.shape as [number];
  return { nY, nH: 4, nX };
};

function forwardPropagation(X: np.Tensor, p: { W1: np.Tensor; b1: np.Tensor; W2: np.Tensor; b2: np.Tensor }) {
  const layer = (W: np.Tensor, A: np.Tensor, b: np.Tensor) => np.matmul(W, A).add(b);
  const Z1 = layer(p.W1, X, p.b1);
  const A1 = np.subtract(np.divide(2, np.add(1, np.exp(np.multiply(-2, Z1)))), 1);
  const Z2 = layer(p.W2, A1, p.b2);
  const A2 = np.power(np.add(1, np.exp(Z2.negative())), -1);
  return { A2, cache: { Z1, A1, Z2, A2 } };
}

const computeCost = (A2: np.Tensor, Y: np.Tensor) =>
  np.mean(np.negative(np.log(np.where(np.equal(Y, 1), A2, np.subtract(1, A2)))));

function backwardPropagation(parameters: any, { Z1, Z2 }: any, X: np.Tensor, Y: np.Tensor) {
  const m = X.shape[1]!;
  const A1 = np.tanh(Z1);
  const A2 = sigmoid(Z2);
  // the long way: through dA2 and the slope of the sigmoid
  const dA2 = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, A2)), np.divide(Y, A2));
  const dZ2 = np.multiply(dA2, np.multiply(A2, np.subtract(1, A2)));
  const dZ1 = np.matmul(parameters.W2.T, dZ2).multiply(np.subtract(1, np.power(np.tanh(Z1), 2)));
  return {
    db1: np.mean(dZ1, { axis: 1, keepdims: true }),
    db2: np.mean(dZ2, { axis: 1, keepdims: true }),
    dW1: np.divide(np.matmul(X, dZ1.T).T, m),
    dW2: np.divide(np.matmul(A1, dZ2.T).T, m),
  };
}

async function nnModel(X: np.Tensor, Y: np.Tensor, nH: number, options: any = {}) {
  const settings = { numIterations: 10000, learningRate: 1.2, ...options };
  let p = initializeParameters(X.shape[0]!, nH, Y.shape[0]!);
  let left = settings.numIterations;
  while (left-- > 0) {
    await np.tick();
    p = updateParameters(p, backwardPropagation(p, forwardPropagation(X, p).cache, X, Y), settings);
  }
  return p;
}

const predict = (parameters: any, X: np.Tensor) =>
  np.where(np.greater(forwardPropagation(X, parameters).cache.Z2, 0), 1, 0).astype("float64");
