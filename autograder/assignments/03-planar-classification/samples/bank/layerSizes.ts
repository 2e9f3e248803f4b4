// %% right
const layerSizes = (X: np.Tensor, Y: np.Tensor) => ({ nH: 4, nY: Y.shape.at(0)!, nX: X.shape.at(0)! });
// %% shape-index
const layerSizes = (X: np.Tensor, Y: np.Tensor) => ({ nX: X.shape[1]!, nH: 4, nY: Y.shape[1]! });
// %% shape-index
const layerSizes = (X: np.Tensor, Y: np.Tensor) => ({ nX: X.shape[1]!, nH: 4, nY: Y.shape[0]! });
// %% own
const layerSizes = (X: np.Tensor, Y: np.Tensor) => ({ nX: X.shape[0]!, nH: 4, nY: X.shape[0]! });
