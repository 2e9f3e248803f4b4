// %% right
const sigmoid = (x: np.Tensor) => np.power(np.exp(x.negative()).add(1), -1);
// %% right
function sigmoid(x: np.Tensor): np.Tensor {
  return np.multiply(0.5, np.add(1, np.tanh(np.divide(x, 2))));
}
// %% sign
function sigmoid(x: np.Tensor): np.Tensor {
  return np.exp(x).add(1).power(-1);
}
// %% function
const sigmoid = (x: np.Tensor) => np.divide(1, np.subtract(1, x));
// %% tanh-for-sigmoid | double | constant
const sigmoid = (x: np.Tensor) => np.multiply(2, np.divide(1, np.add(1, np.exp(np.negative(x)))));
// %% fraction
const sigmoid = (x: np.Tensor) => np.add(np.exp(np.negative(x)), 1);
// %% term
const sigmoid = (x: np.Tensor) => np.divide(1, np.exp(np.negative(x)));
// %% minus
const sigmoid = (x: np.Tensor) => np.divide(1, np.subtract(1, np.exp(np.negative(x))));
