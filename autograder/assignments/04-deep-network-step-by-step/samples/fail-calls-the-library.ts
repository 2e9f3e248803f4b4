// expects: {"linearForward": 0, "computeCost": 0}
const linearForward = (A: np.Tensor, W: np.Tensor, b: np.Tensor): any => np.nn.linearForward(A, W, b);
function computeCost(AL: np.Tensor, Y: np.Tensor): number {
  const part = ["n", "n"].join("") as "nn";
  return np[part].computeCost(AL, Y);
}
