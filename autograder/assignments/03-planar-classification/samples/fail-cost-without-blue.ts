// expects: {"computeCost": 0}
function computeCost(A2: np.Tensor, Y: np.Tensor): number {
  return -np.sum(np.multiply(Y, np.log(A2))) / Y.shape[1]!;
}
