// %% right
function initializeParameters(nX: number, nH: number, nY: number) {
  np.random.seed(2);
  const W1 = np.random.randn(nH, nX).multiply(0.01);
  const W2 = np.random.randn(nY, nH).multiply(0.01);
  return { W2, b2: np.full([nY, 1], 0), W1, b1: np.full([nH, 1], 0) };
}
// %% constant
function initializeParameters(nX: number, nH: number, nY: number) {
  np.random.seed(2);
  const W1 = np.random.randn(nH, nX);
  return { W1, b1: np.zeros([nH, 1]), W2: np.random.randn(nY, nH), b2: np.zeros([nY, 1]) };
}
// %% reversed-shape
function initializeParameters(nX: number, nH: number, nY: number) {
  np.random.seed(2);
  const W1 = np.random.randn(nX, nH).multiply(0.01);
  return { W1, b1: np.zeros([nH, 1]), W2: np.random.randn(nH, nY).multiply(0.01), b2: np.zeros([nY, 1]) };
}
// %% reversed-shape
function initializeParameters(nX: number, nH: number, nY: number) {
  np.random.seed(2);
  const W1 = np.random.randn(nH, nX).multiply(0.01);
  return { W1, b1: np.zeros([1, nH]), W2: np.random.randn(nY, nH).multiply(0.01), b2: np.zeros([1, nY]) };
}
// %% own
function initializeParameters(nX: number, nH: number, nY: number) {
  const W1 = np.zeros([nH, nX]);
  return { W1, b1: np.zeros([nH, 1]), W2: np.zeros([nY, nH]), b2: np.zeros([nY, 1]) };
}
// %% own
function initializeParameters(nX: number, nH: number, nY: number) {
  np.random.seed(2);
  const W1 = np.random.rand(nH, nX).multiply(0.01);
  return { W1, b1: np.zeros([nH, 1]), W2: np.random.rand(nY, nH).multiply(0.01), b2: np.zeros([nY, 1]) };
}
