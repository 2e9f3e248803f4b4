// %% right
function initializeParameters(nX: number, nH: number, nY: number): Parameters {
  np.random.seed(1);
  const small = (rows: number, columns: number) => np.random.randn(rows, columns).multiply(0.01);
  const W1 = small(nH, nX);
  const W2 = small(nY, nH);
  return { b2: np.zeros([nY, 1]), b1: np.zeros([nH, 1]), W2, W1 };
}
// %% right
function initializeParameters(nX: number, nH: number, nY: number): Parameters {
  np.random.seed(1);
  const parameters: Parameters = {};
  const sizes = [nX, nH, nY];
  [1, 2].forEach((l) => {
    parameters[`W${l}`] = np.random.randn(sizes[l]!, sizes[l - 1]!).divide(100);
    parameters[`b${l}`] = np.zeros([sizes[l]!, 1]);
  });
  return parameters;
}
// %% own: not made small
function initializeParameters(nX: number, nH: number, nY: number): Parameters {
  np.random.seed(1);
  const W1 = np.random.randn(nH, nX);
  const W2 = np.random.randn(nY, nH);
  return { W1, b1: np.zeros([nH, 1]), W2, b2: np.zeros([nY, 1]) };
}
// %% reversed-shape
function initializeParameters(nX: number, nH: number, nY: number): Parameters {
  np.random.seed(1);
  const W1 = np.multiply(np.random.randn(nX, nH), 0.01);
  const W2 = np.multiply(np.random.randn(nH, nY), 0.01);
  return { W1, b1: np.zeros([nH, 1]), W2, b2: np.zeros([nY, 1]) };
}
// %% reversed-shape
function initializeParameters(nX: number, nH: number, nY: number): Parameters {
  np.random.seed(1);
  const W1 = np.multiply(np.random.randn(nH, nX), 0.01);
  const W2 = np.multiply(np.random.randn(nY, nH), 0.01);
  return { W1, b1: np.zeros([1, nH]), W2, b2: np.zeros([1, nY]) };
}
// %% own: rand
function initializeParameters(nX: number, nH: number, nY: number): Parameters {
  np.random.seed(1);
  const W1 = np.multiply(np.random.rand(nH, nX), 0.01);
  const W2 = np.multiply(np.random.rand(nY, nH), 0.01);
  return { W1, b1: np.zeros([nH, 1]), W2, b2: np.zeros([nY, 1]) };
}
// %% own: zero
function initializeParameters(nX: number, nH: number, nY: number): Parameters {
  np.random.seed(1);
  return { W1: np.zeros([nH, nX]), b1: np.zeros([nH, 1]), W2: np.zeros([nY, nH]), b2: np.zeros([nY, 1]) };
}
// %% own: seed
function initializeParameters(nX: number, nH: number, nY: number): Parameters {
  np.random.seed(1);
  np.random.seed(2);
  const W1 = np.multiply(np.random.randn(nH, nX), 0.01);
  const W2 = np.multiply(np.random.randn(nY, nH), 0.01);
  return { W1, b1: np.zeros([nH, 1]), W2, b2: np.zeros([nY, 1]) };
}
// %% visible-answer
function initializeParameters(nX: number, nH: number, nY: number): Parameters {
  np.random.seed(1);
  const W1 = np.multiply(np.random.randn(2, 3), 0.01);
  const W2 = np.multiply(np.random.randn(1, 2), 0.01);
  return { W1, b1: np.zeros([2, 1]), W2, b2: np.zeros([1, 1]) };
}
