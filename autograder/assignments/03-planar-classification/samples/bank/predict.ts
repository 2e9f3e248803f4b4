// %% right
const predict = (parameters: Parameters, X: np.Tensor) =>
  np.where(np.greater(forwardPropagation(X, parameters).cache.Z2, 0), 1, 0).astype("float64");
// %% labels
const predict = (parameters: Parameters, X: np.Tensor) => forwardPropagation(X, parameters).A2;
// %% border
const predict = (parameters: Parameters, X: np.Tensor) =>
  np.greaterEqual(forwardPropagation(X, parameters).A2, 0.5).astype("float64");
// %% threshold
const predict = (parameters: Parameters, X: np.Tensor) =>
  np.greater(forwardPropagation(X, parameters).A2, 0).astype("float64");
// %% reversed
const predict = (parameters: Parameters, X: np.Tensor) =>
  np.less(forwardPropagation(X, parameters).A2, 0.5).astype("float64");
// %% own
const predict = (parameters: Parameters, X: np.Tensor) =>
  np.greater(forwardPropagation(X, parameters).cache.Z2, 0.5).astype("float64");
