// expects: {"softmax": 18.75}
function softmax(x: np.Tensor): np.Tensor {
  const e = np.exp(x);
  return np.divide(e, np.sum(e, { axis: 1, keepdims: true }));
}
