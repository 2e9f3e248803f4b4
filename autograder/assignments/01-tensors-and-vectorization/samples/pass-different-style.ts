// expects: {}
const basicSigmoid = (x: number) => (1 + Math.tanh(x / 2)) / 2;

const sigmoid = (x: np.Tensor) => np.multiply(0.5, np.add(1, np.tanh(np.divide(x, 2))));

function sigmoidDerivative(x: np.Tensor): np.Tensor {
  return np.multiply(0.25, np.subtract(1, np.square(np.tanh(np.multiply(x, 0.5)))));
}

function image2vector(image: np.Tensor): np.Tensor {
  const [h, w, c] = image.shape as [number, number, number];
  return np.reshape(image, [h * w * c, 1]);
}

function normalizeRows(x: np.Tensor): np.Tensor {
  const squares = np.sum(np.multiply(x, x), { axis: 1 }); // (n,)
  return np.divide(x, np.sqrt(squares).reshape([-1, 1]));
}

function softmax(x: np.Tensor): np.Tensor {
  const shifted = np.subtract(x.T, np.max(x, { axis: 1 })); // (m, n): one column per example
  const sums = np.log(np.sum(np.exp(shifted), { axis: 0 })); // (n,)
  return np.exp(np.subtract(shifted, sums)).T;
}

const l1Loss = (yHat: np.Tensor, y: np.Tensor) => np.linalg.norm(np.subtract(yHat, y), { ord: 1 });

function l2Loss(yHat: np.Tensor, y: np.Tensor): number {
  const d = np.subtract(yHat, y);
  return np.dot(d, d).item();
}
