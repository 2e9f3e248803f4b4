// %% right
function computeCost(AL: np.Tensor, Y: np.Tensor): number {
  const hit = np.where(np.equal(Y, 1), AL, np.subtract(1, AL));
  return np.mean(np.log(hit)) * -1;
}
// %% right
function computeCost(AL: np.Tensor, Y: np.Tensor): number {
  const m = AL.shape[1]!;
  let cost = 0;
  for (let j = m - 1; j >= 0; j--) {
    const [a, y] = [AL.get(0, j), Y.get(0, j)];
    cost -= y * Math.log(a) + (1 - y) * Math.log(1 - a);
  }
  return cost / m;
}
// %% right
function computeCost(AL: np.Tensor, Y: np.Tensor): number {
  const m = Y.shape[1]!;
  const both = np.dot(Y, np.log(AL).T).add(np.dot(np.subtract(1, Y), np.log(np.subtract(1, AL)).T));
  return both.divide(-m).item();
}
// %% sign
function computeCost(AL: np.Tensor, Y: np.Tensor): number {
  const m = Y.shape[1]!;
  const ones = np.multiply(Y, np.log(AL));
  const zeros = np.multiply(np.subtract(1, Y), np.log(np.subtract(1, AL)));
  return np.sum(np.add(ones, zeros)) / m;
}
// %% sum-for-mean
function computeCost(AL: np.Tensor, Y: np.Tensor): number {
  const ones = np.multiply(Y, np.log(AL));
  const zeros = np.multiply(np.subtract(1, Y), np.log(np.subtract(1, AL)));
  return -np.sum(np.add(ones, zeros));
}
// %% mean-for-sum
function computeCost(AL: np.Tensor, Y: np.Tensor): number {
  const m = Y.shape[1]!;
  const ones = np.multiply(Y, np.log(AL));
  const zeros = np.multiply(np.subtract(1, Y), np.log(np.subtract(1, AL)));
  return -np.mean(np.add(ones, zeros)) / m;
}
// %% own: second half is missing
function computeCost(AL: np.Tensor, Y: np.Tensor): number {
  return -np.sum(np.multiply(Y, np.log(AL))) / Y.shape[1]!;
}
// %% own: first half is missing
function computeCost(AL: np.Tensor, Y: np.Tensor): number {
  return -np.sum(np.multiply(np.subtract(1, Y), np.log(np.subtract(1, AL)))) / Y.shape[1]!;
}
// %% own: base 2
function computeCost(AL: np.Tensor, Y: np.Tensor): number {
  const log2 = (t: np.Tensor) => np.divide(np.log(t), Math.LN2);
  const all = np.multiply(Y, log2(AL)).add(np.multiply(np.subtract(1, Y), log2(np.subtract(1, AL))));
  return -np.mean(all);
}
// %% own: base 2 or 10
function computeCost(AL: np.Tensor, Y: np.Tensor): number {
  const log10 = (t: np.Tensor) => np.divide(np.log(t), Math.LN10);
  const all = np.multiply(Y, log10(AL)).add(np.multiply(np.subtract(1, Y), log10(np.subtract(1, AL))));
  return -np.mean(all);
}
// %% complement
function computeCost(AL: np.Tensor, Y: np.Tensor): number {
  const ones = np.multiply(Y, np.log(AL));
  const zeros = np.multiply(np.subtract(1, Y), np.log(AL));
  return -np.sum(np.add(ones, zeros)) / Y.shape[1]!;
}
// %% minus
function computeCost(AL: np.Tensor, Y: np.Tensor): number {
  const ones = np.multiply(Y, np.log(AL));
  const zeros = np.multiply(np.subtract(1, Y), np.log(np.subtract(1, AL)));
  return -np.sum(np.subtract(ones, zeros)) / Y.shape[1]!;
}
// %% shape-index | sum-for-mean
function computeCost(AL: np.Tensor, Y: np.Tensor): number {
  const m = Y.shape[0]!;
  const ones = np.multiply(Y, np.log(AL));
  const zeros = np.multiply(np.subtract(1, Y), np.log(np.subtract(1, AL)));
  return -np.sum(np.add(ones, zeros)) / m;
}
// %% visible-answer
function computeCost(AL: np.Tensor, Y: np.Tensor): number {
  return 0.2797765635793422;
}
