// %% right
function softmax(x: np.Tensor): np.Tensor {
  const e = np.exp(x.subtract(np.max(x, { axis: 1, keepdims: true })));
  return e.multiply(np.power(np.sum(e, { axis: 1, keepdims: true }), -1));
}
// %% right
function softmax(x: np.Tensor): np.Tensor {
  const shifted = np.subtract(x.T, np.max(x, { axis: 1 }));
  const e = np.exp(shifted);
  return np.divide(e, np.sum(e, { axis: 0 })).T;
}
// %% overflow
function softmax(x: np.Tensor): np.Tensor {
  const e = np.exp(x);
  return e.divide(np.sum(e, { axis: 1, keepdims: true }));
}
// %% axis
function softmax(x: np.Tensor): np.Tensor {
  const e = np.exp(np.subtract(x, np.max(x, { axis: 1, keepdims: true })));
  return np.divide(e, np.sum(e, { axis: 0, keepdims: true }));
}
// %% axis
function softmax(x: np.Tensor): np.Tensor {
  const e = np.exp(np.subtract(x, np.max(x, { axis: 0, keepdims: true })));
  return np.divide(e, np.sum(e, { axis: 0, keepdims: true }));
}
// %% axis-missing
function softmax(x: np.Tensor): np.Tensor {
  const e = np.exp(np.subtract(x, np.max(x, { axis: 1, keepdims: true })));
  return np.divide(e, np.sum(e));
}
// %% keepdims
function softmax(x: np.Tensor): np.Tensor {
  const e = np.exp(np.subtract(x, np.max(x, { axis: 1, keepdims: true })));
  return np.divide(e, np.sum(e, { axis: 1 }));
}
// %% division
function softmax(x: np.Tensor): np.Tensor {
  return np.exp(np.subtract(x, np.max(x, { axis: 1, keepdims: true })));
}
// %% mean-for-sum
function softmax(x: np.Tensor): np.Tensor {
  const e = np.exp(np.subtract(x, np.max(x, { axis: 1, keepdims: true })));
  return np.divide(e, np.mean(e, { axis: 1, keepdims: true }));
}
// %% difference
function softmax(x: np.Tensor): np.Tensor {
  const e = np.exp(np.subtract(np.max(x, { axis: 1, keepdims: true }), x));
  return np.divide(e, np.sum(e, { axis: 1, keepdims: true }));
}
