// expects: {"image2vector": 0}
function image2vector(image: np.Tensor): np.Tensor {
  return image.reshape([-1]);
}
