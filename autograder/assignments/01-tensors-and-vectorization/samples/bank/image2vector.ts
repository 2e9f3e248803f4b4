// %% right
const image2vector = (image: np.Tensor) => image.ravel().reshape([image.size, 1]);
// %% right
function image2vector(image: np.Tensor): np.Tensor {
  const [h, w, c] = image.shape as [number, number, number];
  return np.reshape(image, [h * w * c, 1]);
}
// %% reversed-shape
const image2vector = (image: np.Tensor) => image.reshape([1, image.size]);
// %% order | own
const image2vector = (image: np.Tensor) => image.T.reshape([-1, 1]);
// %% lost | own
const image2vector = (image: np.Tensor) => image.ravel();
