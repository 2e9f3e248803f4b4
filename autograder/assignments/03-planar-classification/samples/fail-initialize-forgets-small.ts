// expects: {"initializeParameters": 0}
function initializeParameters(nX: number, nH: number, nY: number) {
  np.random.seed(2);
  return {
    W1: np.random.randn(nH, nX),
    b1: np.zeros([nH, 1]),
    W2: np.random.randn(nY, nH),
    b2: np.zeros([nY, 1]),
  };
}
