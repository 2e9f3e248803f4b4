// expects: {"softmax": 0}
function softmax(x: np.Tensor): np.Tensor {
  const e = np.exp(np.subtract(x, np.max(x, { axis: 0, keepdims: true })));
  return np.divide(e, np.sum(e, { axis: 0, keepdims: true }));
}
