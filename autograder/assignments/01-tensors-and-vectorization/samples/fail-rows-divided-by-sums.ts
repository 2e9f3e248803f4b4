// expects: {"normalizeRows": [0, 4.3]}
function normalizeRows(x: np.Tensor): np.Tensor {
  return np.divide(x, np.sum(x, { axis: 1, keepdims: true }));
}
