// expects: {}
function l1Loss(yHat: np.Tensor, y: np.Tensor): number {
  let loss = 0;
  for (let i = 0; i < y.size; i++) loss += Math.abs(y.get(i) - yHat.get(i));
  return loss;
}
function softmax(x: np.Tensor): np.Tensor {
  const out = np.zeros(x.shape);
  for (let i = 0; i < x.shape[0]!; i++) {
    let largest = -Infinity;
    for (let j = 0; j < x.shape[1]!; j++) largest = Math.max(largest, x.get(i, j));
    let sum = 0;
    for (let j = 0; j < x.shape[1]!; j++) sum += Math.exp(x.get(i, j) - largest);
    for (let j = 0; j < x.shape[1]!; j++) out.set(Math.exp(x.get(i, j) - largest) / sum, i, j);
  }
  return out;
}
