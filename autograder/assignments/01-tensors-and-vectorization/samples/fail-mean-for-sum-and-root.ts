// expects: {"l1Loss": 1.43, "l2Loss": 1.43}
function l1Loss(yHat: np.Tensor, y: np.Tensor): number {
  return np.mean(np.abs(np.subtract(y, yHat)));
}
function l2Loss(yHat: np.Tensor, y: np.Tensor): number {
  return np.mean(np.square(np.subtract(y, yHat)));
}
