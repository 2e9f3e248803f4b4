// %% right
const computeCost = (A2: np.Tensor, Y: np.Tensor) =>
  np.mean(
    np.negative(np.log(np.add(np.multiply(Y, A2), np.multiply(np.subtract(1, Y), np.subtract(1, A2))))),
  );
// %% right
function computeCost(A2: np.Tensor, Y: np.Tensor): number {
  let cost = 0;
  for (let j = 0; j < Y.shape[1]!; j++) {
    const a = A2.get(0, j);
    cost -= Math.log(Y.get(0, j) === 1 ? a : 1 - a);
  }
  return cost / Y.shape[1]!;
}
// %% sum-for-mean
const computeCost = (A2: np.Tensor, Y: np.Tensor) =>
  -np.sum(np.add(np.multiply(Y, np.log(A2)), np.multiply(np.subtract(1, Y), np.log(np.subtract(1, A2)))));
// %% mean-for-sum
const computeCost = (A2: np.Tensor, Y: np.Tensor) =>
  -np.mean(np.add(np.multiply(Y, np.log(A2)), np.multiply(np.subtract(1, Y), np.log(np.subtract(1, A2))))) /
  Y.size;
// %% sign
const computeCost = (A2: np.Tensor, Y: np.Tensor) =>
  np.mean(np.add(np.multiply(Y, np.log(A2)), np.multiply(np.subtract(1, Y), np.log(np.subtract(1, A2)))));
// %% term
const computeCost = (A2: np.Tensor, Y: np.Tensor) => -np.mean(np.multiply(Y, np.log(A2)));
// %% term
const computeCost = (A2: np.Tensor, Y: np.Tensor) =>
  -np.mean(np.multiply(np.subtract(1, Y), np.log(np.subtract(1, A2))));
// %% log2
const computeCost = (A2: np.Tensor, Y: np.Tensor) =>
  -np.mean(np.add(np.multiply(Y, np.log(A2)), np.multiply(np.subtract(1, Y), np.log(np.subtract(1, A2))))) /
  Math.LN2;
// %% log10
const computeCost = (A2: np.Tensor, Y: np.Tensor) =>
  -np.mean(np.add(np.multiply(Y, np.log(A2)), np.multiply(np.subtract(1, Y), np.log(np.subtract(1, A2))))) /
  Math.LN10;
// %% minus
const computeCost = (A2: np.Tensor, Y: np.Tensor) =>
  -np.mean(
    np.subtract(np.multiply(Y, np.log(A2)), np.multiply(np.subtract(1, Y), np.log(np.subtract(1, A2)))),
  );
// %% complement
const computeCost = (A2: np.Tensor, Y: np.Tensor) =>
  -np.mean(np.add(np.multiply(Y, np.log(A2)), np.multiply(np.subtract(1, Y), np.log(A2))));
// %% shape-index | sum-for-mean
const computeCost = (A2: np.Tensor, Y: np.Tensor) =>
  -np.sum(np.add(np.multiply(Y, np.log(A2)), np.multiply(np.subtract(1, Y), np.log(np.subtract(1, A2))))) /
  Y.shape[0]!;
