// expects: {"layerSizes": 0}
function layerSizes(X: np.Tensor, Y: np.Tensor) {
  return { nX: X.shape[1]!, nH: 4, nY: Y.shape[1]! };
}
