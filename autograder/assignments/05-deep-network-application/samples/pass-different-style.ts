// expects: {}
const squash = (Z: np.Tensor) => np.power(np.add(1, np.exp(Z.negative())), -1);

/** One layer after the other, with nothing of np.nn in it. */
function walk(X: np.Tensor, p: Record<string, np.Tensor>) {
  const L = Object.keys(p).length / 2;
  const A = [X];
  for (let l = 1; l <= L; l++) {
    const Z = np.matmul(p[`W${l}`]!, A[l - 1]!).add(p[`b${l}`]!);
    A.push(l === L ? squash(Z) : np.where(np.greater(Z, 0), Z, 0));
  }
  return A;
}

async function descend(
  X: np.Tensor,
  Y: np.Tensor,
  p: Record<string, np.Tensor>,
  steps: number,
  rate: number,
) {
  const L = Object.keys(p).length / 2;
  const m = Y.shape[1]!;
  const costs: number[] = [];
  for (let i = 0; i < steps; i++) {
    const A = walk(X, p);
    if (i % 100 === 0) costs.push(-np.mean(np.log(np.where(np.equal(Y, 1), A[L]!, np.subtract(1, A[L]!)))));
    const next: Record<string, np.Tensor> = {};
    let dZ = np.subtract(A[L]!, Y);
    for (let l = L; l >= 1; l--) {
      const W = p[`W${l}`]!;
      next[`W${l}`] = W.subtract(np.matmul(dZ, A[l - 1]!.T).multiply(rate / m));
      next[`b${l}`] = p[`b${l}`]!.subtract(np.mean(dZ, { axis: 1, keepdims: true }).multiply(rate));
      if (l > 1) dZ = np.multiply(np.matmul(W.T, dZ), np.greater(A[l - 1]!, 0).astype("float64"));
    }
    p = next;
  }
  return { costs, parameters: p };
}

const twoLayerModel = async (X: np.Tensor, Y: np.Tensor, [nX, nH, nY]: number[], options: any = {}) => {
  const start = options.parameters ?? np.nn.initializeParameters(nX!, nH!, nY!, { seed: 1 });
  return descend(X, Y, start, options.numIterations ?? 2500, options.learningRate ?? 0.0075);
};

const lLayerModel = async (X: np.Tensor, Y: np.Tensor, layerDims: number[], options: any = {}) => {
  const start = options.parameters ?? np.nn.initializeParametersDeep(layerDims, { seed: 1 });
  return descend(X, Y, start, options.numIterations ?? 2500, options.learningRate ?? 0.0075);
};

const predict = (parameters: any, X: np.Tensor) =>
  np.where(np.greater(walk(X, parameters).at(-1)!, 0.5), 1, 0).astype("float64");
