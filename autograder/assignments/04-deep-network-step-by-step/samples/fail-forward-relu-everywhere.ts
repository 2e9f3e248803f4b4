// expects: {"lModelForward": [5.77, 8.08]}
function lModelForward(X: np.Tensor, parameters: Parameters) {
  const caches: LayerCache[] = [];
  let A = X;
  for (let l = 1; l <= Object.keys(parameters).length / 2; l++) {
    const next = linearActivationForward(A, parameters[`W${l}`]!, parameters[`b${l}`]!, "relu");
    A = next.A;
    caches.push(next.cache);
  }
  return { AL: A, caches };
}
