// expects: {}
const initializeParameters = (nX: number, nH: number, nY: number) => {
  np.random.seed(1);
  const weights = (...shape: [number, number]) => np.random.randn(...shape).divide(100);
  const W1 = weights(nH, nX);
  const W2 = weights(nY, nH);
  return { b2: np.zeros([nY, 1]), W2, b1: np.zeros([nH, 1]), W1 };
};

function initializeParametersDeep([nX, ...sizes]: readonly number[]): Parameters {
  np.random.seed(3);
  let before = nX!;
  const all = sizes.map((n, i) => {
    const entry = {
      [`W${i + 1}`]: np.random.randn(n, before).multiply(0.01),
      [`b${i + 1}`]: np.zeros([n, 1]),
    };
    before = n;
    return entry;
  });
  return Object.assign({}, ...all);
}

const linearForward = (A: np.Tensor, W: np.Tensor, b: np.Tensor) => ({
  cache: { b, W, A },
  Z: np.matmul(W, A).add(b),
});

function linearActivationForward(APrev: np.Tensor, W: np.Tensor, b: np.Tensor, activation: string) {
  const { Z, cache: linear } = linearForward(APrev, W, b);
  if (activation === "sigmoid")
    return { A: np.power(np.add(1, np.exp(Z.negative())), -1), cache: { linear, activation: { Z } } };
  return { A: np.where(np.greater(Z, 0), Z, 0), cache: { linear, activation: { Z } } };
}

const lModelForward = (X: np.Tensor, parameters: Parameters) => {
  let AL = X;
  const caches: LayerCache[] = [];
  for (let l = 1; parameters[`W${l}`] !== undefined; l++) {
    const isLast = parameters[`W${l + 1}`] === undefined;
    const { A, cache } = linearActivationForward(
      AL,
      parameters[`W${l}`]!,
      parameters[`b${l}`]!,
      isLast ? "sigmoid" : "relu",
    );
    AL = A;
    caches.push(cache);
  }
  return { caches, AL };
};

const computeCost = (AL: np.Tensor, Y: np.Tensor) =>
  np.sum(np.negative(np.log(np.where(np.equal(Y, 1), AL, np.subtract(1, AL))))) / AL.shape[1]!;

function linearBackward(dZ: np.Tensor, { A, W }: LinearCache) {
  const db = np.mean(dZ, { axis: 1, keepdims: true });
  return { db, dW: np.matmul(A, dZ.T).T.divide(dZ.shape[1]!), dAPrev: np.matmul(dZ.T, W).T };
}

const linearActivationBackward = (
  dA: np.Tensor,
  { linear, activation: { Z } }: LayerCache,
  activation: string,
) => {
  const A = sigmoid(Z).A;
  const slope = activation === "relu" ? np.greater(Z, 0).astype("float64") : A.subtract(np.square(A));
  return linearBackward(dA.multiply(slope), linear);
};

// the short form: the last layer's dZ is AL - Y
function lModelBackward(AL: np.Tensor, Y: np.Tensor, caches: LayerCache[]) {
  const L = caches.length;
  const { dAPrev, dW, db } = linearBackward(np.subtract(AL, Y), caches[L - 1]!.linear);
  const grads: Gradients = { [`dA${L - 1}`]: dAPrev, [`dW${L}`]: dW, [`db${L}`]: db };
  caches.slice(0, -1).reduceRight((dA, cache, i) => {
    const slopes = linearActivationBackward(dA, cache, "relu");
    Object.assign(grads, { [`dA${i}`]: slopes.dAPrev, [`dW${i + 1}`]: slopes.dW, [`db${i + 1}`]: slopes.db });
    return slopes.dAPrev;
  }, dAPrev);
  return grads;
}

const updateParameters = (parameters: Parameters, grads: Gradients, learningRate: number) =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, t]) => [
      name,
      t.subtract(grads[`d${name}`]!.multiply(learningRate)),
    ]),
  );
