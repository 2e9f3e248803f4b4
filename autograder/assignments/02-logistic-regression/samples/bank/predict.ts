// %% right
const predict = (w: np.Tensor, b: number, X: np.Tensor) =>
  np.where(np.greater(sigmoid(np.matmul(w.T, X).add(b)), 0.5), 1, 0).astype("float64");
// %% bias
const predict = (w: np.Tensor, b: number, X: np.Tensor) =>
  np.greater(sigmoid(np.matmul(w.T, X)), 0.5).astype("float64");
// %% border
const predict = (w: np.Tensor, b: number, X: np.Tensor) =>
  np.greaterEqual(sigmoid(np.matmul(w.T, X).add(b)), 0.5).astype("float64");
// %% threshold
const predict = (w: np.Tensor, b: number, X: np.Tensor) =>
  np.greater(sigmoid(np.matmul(w.T, X).add(b)), 0).astype("float64");
// %% reversed
const predict = (w: np.Tensor, b: number, X: np.Tensor) =>
  np.less(sigmoid(np.matmul(w.T, X).add(b)), 0.5).astype("float64");
// %% labels
const predict = (w: np.Tensor, b: number, X: np.Tensor) => sigmoid(np.matmul(w.T, X).add(b));
// %% activation
const predict = (w: np.Tensor, b: number, X: np.Tensor) =>
  np.greater(np.matmul(w.T, X).add(b), 0.5).astype("float64");
