// expects: {"lModelBackward": 1.36}
function lModelBackward(AL: np.Tensor, Y: np.Tensor, caches: LayerCache[]): Gradients {
  const grads: Gradients = {};
  const L = caches.length;
  let dA = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, AL)), np.divide(Y, AL));
  for (let l = L; l >= 1; l--) {
    grads[`dA${l - 1}`] = dA;
    const slopes = linearActivationBackward(dA, caches[l - 1]!, l === L ? "sigmoid" : "relu");
    grads[`dW${l}`] = slopes.dW;
    grads[`db${l}`] = slopes.db;
    dA = slopes.dAPrev;
  }
  return grads;
}
