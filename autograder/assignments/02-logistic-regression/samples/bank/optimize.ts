// %% right
async function optimize(
  w: np.Tensor,
  b: number,
  X: np.Tensor,
  Y: np.Tensor,
  { numIterations, learningRate }: any,
) {
  const costs: number[] = [];
  let last: any;
  for (let step = 0; step < numIterations; step += 1) {
    last = propagate(w, b, X, Y);
    if (step % 100 === 0) costs.push(last.cost);
    [w, b] = [w.subtract(last.grads.dw.multiply(learningRate)), b - last.grads.db * learningRate];
  }
  return { costs, grads: last.grads, params: { b, w } };
}
// %% plus
async function optimize(
  w: np.Tensor,
  b: number,
  X: np.Tensor,
  Y: np.Tensor,
  { numIterations, learningRate }: any,
) {
  const costs: number[] = [];
  let grads: any;
  for (let i = 0; i < numIterations; i++) {
    const step = propagate(w, b, X, Y);
    grads = step.grads;
    w = np.add(w, np.multiply(learningRate, grads.dw));
    b = b + learningRate * grads.db;
    if (i % 100 === 0) costs.push(step.cost);
  }
  return { params: { w, b }, grads, costs };
}
// %% rate
async function optimize(
  w: np.Tensor,
  b: number,
  X: np.Tensor,
  Y: np.Tensor,
  { numIterations, learningRate }: any,
) {
  const costs: number[] = [];
  let grads: any;
  for (let i = 0; i < numIterations; i++) {
    const step = propagate(w, b, X, Y);
    grads = step.grads;
    w = np.subtract(w, grads.dw);
    b = b - grads.db;
    if (i % 100 === 0) costs.push(step.cost);
  }
  return { params: { w, b }, grads, costs };
}
// %% loop
async function optimize(
  w: np.Tensor,
  b: number,
  X: np.Tensor,
  Y: np.Tensor,
  { numIterations, learningRate }: any,
) {
  const costs: number[] = [];
  let grads: any;
  for (let i = 1; i < numIterations; i++) {
    const step = propagate(w, b, X, Y);
    grads = step.grads;
    w = np.subtract(w, np.multiply(learningRate, grads.dw));
    b = b - learningRate * grads.db;
    if ((i - 1) % 100 === 0) costs.push(step.cost);
  }
  return { params: { w, b }, grads, costs };
}
// %% own
async function optimize(
  w: np.Tensor,
  b: number,
  X: np.Tensor,
  Y: np.Tensor,
  { numIterations, learningRate }: any,
) {
  const costs: number[] = [];
  const step = propagate(w, b, X, Y);
  for (let i = 0; i < numIterations; i++) {
    w = np.subtract(w, np.multiply(learningRate, step.grads.dw));
    b = b - learningRate * step.grads.db;
    if (i % 100 === 0) costs.push(step.cost);
  }
  return { params: { w, b }, grads: step.grads, costs };
}
// %% own: b stays as it was
async function optimize(
  w: np.Tensor,
  b: number,
  X: np.Tensor,
  Y: np.Tensor,
  { numIterations, learningRate }: { numIterations: number; learningRate: number },
) {
  const costs: number[] = [];
  let grads = { dw: np.zerosLike(w), db: 0 };
  for (let i = 0; i < numIterations; i++) {
    const now = propagate(w, b, X, Y);
    grads = now.grads;
    if (i % 100 === 0) costs.push(now.cost);
    w = np.subtract(w, np.multiply(learningRate, grads.dw));
  }
  return { params: { w, b }, grads, costs };
}
