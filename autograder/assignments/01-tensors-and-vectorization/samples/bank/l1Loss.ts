// %% right
const l1Loss = (yHat: np.Tensor, y: np.Tensor) => {
  let total = 0;
  for (let i = 0; i < y.size; i++) total += Math.abs(yHat.get(i) - y.get(i));
  return total;
};
// %% mean-for-sum
const l1Loss = (yHat: np.Tensor, y: np.Tensor) => np.mean(np.abs(np.subtract(yHat, y)));
// %% function
const l1Loss = (yHat: np.Tensor, y: np.Tensor) => np.sum(y.subtract(yHat));
// %% square-for-abs
const l1Loss = (yHat: np.Tensor, y: np.Tensor) => np.sum(np.square(np.subtract(yHat, y)));
// %% plus
const l1Loss = (yHat: np.Tensor, y: np.Tensor) => np.sum(np.abs(np.add(yHat, y)));
// %% argument | term
const l1Loss = (yHat: np.Tensor, y: np.Tensor) => np.sum(np.abs(y));
