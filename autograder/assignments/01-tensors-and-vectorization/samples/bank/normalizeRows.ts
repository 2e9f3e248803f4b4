// %% right
function normalizeRows(x: np.Tensor): np.Tensor {
  const squares = np.sum(np.square(x.astype("float64")), { axis: 1, keepdims: true });
  return np.divide(x, np.sqrt(squares));
}
// %% right
const normalizeRows = (x: np.Tensor) => np.divide(x.T, np.linalg.norm(x, { axis: 1 })).T;
// %% axis
function normalizeRows(x: np.Tensor): np.Tensor {
  return x.divide(np.sqrt(np.sum(np.square(x.astype("float64")), { axis: 0, keepdims: true })));
}
// %% keepdims
const normalizeRows = (x: np.Tensor) => np.divide(x, np.linalg.norm(x, { axis: 1 }));
// %% axis-missing
const normalizeRows = (x: np.Tensor) => np.divide(x, np.linalg.norm(x));
// %% fraction
const normalizeRows = (x: np.Tensor) => np.divide(np.linalg.norm(x, { axis: 1, keepdims: true }), x);
// %% own
const normalizeRows = (x: np.Tensor) =>
  np.divide(x, np.sum(np.square(x.astype("float64")), { axis: 1, keepdims: true }));
// %% own
const normalizeRows = (x: np.Tensor) => np.divide(x, np.sum(x, { axis: 1, keepdims: true }));
// %% division
const normalizeRows = (x: np.Tensor) => x.astype("float64");
