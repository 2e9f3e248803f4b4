// expects: {"lModelForward": 0}
function lModelForward(X: np.Tensor, parameters: Parameters): { AL: np.Tensor; caches: LayerCache[] } {
  for (;;) {}
}
