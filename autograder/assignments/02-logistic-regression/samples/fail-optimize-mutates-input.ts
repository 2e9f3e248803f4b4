// expects: {"optimize": 16}
async function optimize(w: np.Tensor, b: number, X: np.Tensor, Y: np.Tensor, options: any) {
  const costs: number[] = [];
  let grads: any;
  for (let i = 0; i < options.numIterations; i++) {
    const step = propagate(w, b, X, Y);
    grads = step.grads;
    w.assign(np.subtract(w, np.multiply(options.learningRate, grads.dw)));
    b -= options.learningRate * grads.db;
    if (i % 100 === 0) costs.push(step.cost);
  }
  return { params: { w, b }, grads, costs };
}
