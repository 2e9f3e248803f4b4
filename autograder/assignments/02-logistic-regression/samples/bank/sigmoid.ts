// %% right
const sigmoid = (z: np.Tensor) => np.exp(z.negative()).add(1).power(-1);
// %% sign
const sigmoid = (z: np.Tensor) => np.divide(1, np.add(np.exp(z), 1));
// %% fraction
const sigmoid = (z: np.Tensor) => np.add(1, np.exp(np.negative(z)));
// %% term
const sigmoid = (z: np.Tensor) => np.divide(1, np.exp(np.negative(z)));
// %% visible-answer
const sigmoid = (z: np.Tensor) => np.array([0.5]);
// %% constant-answer | argument
const sigmoid = (z: np.Tensor) => np.array([0.25, 0.75]);
