// expects: {"propagate": 0}
function propagate(w: np.Tensor, b: number, X: np.Tensor, Y: np.Tensor) {
  return { grads: { dw: np.full([w.shape[0], 1], NaN), db: NaN }, cost: NaN };
}
