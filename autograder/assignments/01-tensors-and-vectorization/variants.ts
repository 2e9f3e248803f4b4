// Mistakes of this assignment that no general rule knows: wrong versions by what is to be said of them.
import * as np from "kernel-lib";

const wide = { axis: 1, keepdims: true } as const;

const variants = {
  image2vector: {
    "the picture is turned before it is unrolled, so its numbers come in another order": (image: np.Tensor) =>
      image.T.reshape([-1, 1]),
    "it is a list (h * w * c,) where a column (h * w * c, 1) is meant": (image: np.Tensor) => image.ravel(),
  },
  normalizeRows: {
    "rows are divided by their squared length: a square root is missing": (x: np.Tensor) =>
      np.divide(x, np.sum(np.square(x.astype("float64")), wide)),
    "rows are divided by their sum where their length is meant": (x: np.Tensor) =>
      np.divide(x, np.sum(x, wide)),
  },
  l2Loss: {
    "it is the length of the difference: no square root here": (yHat: np.Tensor, y: np.Tensor) =>
      np.linalg.norm(np.subtract(y, yHat)),
    "it is halved: there is no factor 1/2 in this loss": (yHat: np.Tensor, y: np.Tensor) =>
      np.sum(np.square(np.subtract(y, yHat))) / 2,
  },
};
export default variants;
