// expects: {}
// The way of the lecture: the last layer outside the loop, dAL kept, and a name for every step.
function lModelBackward(AL: np.Tensor, Y: np.Tensor, caches: LayerCache[]): Gradients {
  const grads: Gradients = {};
  const L = caches.length;
  const dAL = np.negative(np.subtract(np.divide(Y, AL), np.divide(np.subtract(1, Y), np.subtract(1, AL))));
  grads[`dA${L}`] = dAL;
  const last = linearActivationBackward(dAL, caches[L - 1]!, "sigmoid");
  grads[`dA${L - 1}`] = last.dAPrev;
  grads[`dW${L}`] = last.dW;
  grads[`db${L}`] = last.db;
  for (let l = L - 2; l >= 0; l--) {
    const { dAPrev, dW, db } = linearActivationBackward(grads[`dA${l + 1}`]!, caches[l]!, "relu");
    grads[`dA${l}`] = dAPrev;
    grads[`dW${l + 1}`] = dW;
    grads[`db${l + 1}`] = db;
  }
  return grads;
}
