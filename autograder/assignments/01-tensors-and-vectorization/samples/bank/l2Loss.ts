// %% right
const l2Loss = (yHat: np.Tensor, y: np.Tensor) => {
  const d = yHat.subtract(y);
  return Number(np.dot(d, d));
};
// %% mean-for-sum
const l2Loss = (yHat: np.Tensor, y: np.Tensor) => np.mean(np.power(np.subtract(yHat, y), 2));
// %% function
const l2Loss = (yHat: np.Tensor, y: np.Tensor) => np.sum(y.subtract(yHat));
// %% abs-for-square
const l2Loss = (yHat: np.Tensor, y: np.Tensor) => np.sum(np.abs(np.subtract(yHat, y)));
// %% root | own
const l2Loss = (yHat: np.Tensor, y: np.Tensor) => Math.sqrt(np.sum(np.square(np.subtract(yHat, y))));
// %% half | own
const l2Loss = (yHat: np.Tensor, y: np.Tensor) => np.sum(np.square(np.subtract(yHat, y))) / 2;
// %% plus
const l2Loss = (yHat: np.Tensor, y: np.Tensor) => np.sum(np.square(np.add(yHat, y)));
