// %% right
function sigmoidDerivative(x: np.Tensor): np.Tensor {
  const s = sigmoid(x);
  return np.subtract(s, np.square(s));
}
// %% right
const sigmoidDerivative = (x: np.Tensor) => sigmoid(x).multiply(sigmoid(np.negative(x)));
// %% complement
function sigmoidDerivative(x: np.Tensor): np.Tensor {
  const s = sigmoid(x);
  return s.multiply(s);
}
// %% activation
const sigmoidDerivative = (x: np.Tensor) => np.multiply(x, np.subtract(1, x));
// %% factor
const sigmoidDerivative = (x: np.Tensor) => np.subtract(1, sigmoid(x));
// %% factor
const sigmoidDerivative = (x: np.Tensor) => sigmoid(x);
// %% sign | difference
const sigmoidDerivative = (x: np.Tensor) => {
  const s = sigmoid(x);
  return s.multiply(s.subtract(1));
};
// %% plus
const sigmoidDerivative = (x: np.Tensor) => np.multiply(sigmoid(x), np.add(1, sigmoid(x)));
