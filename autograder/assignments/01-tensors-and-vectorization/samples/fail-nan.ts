// expects: {"sigmoid": 0, "normalizeRows": 0, "l1Loss": 0}
const sigmoid = (x: np.Tensor) => np.full(x.shape, NaN);
const normalizeRows = (x: np.Tensor) => np.full(x.shape, NaN);
const l1Loss = (yHat: np.Tensor, y: np.Tensor) => NaN;
