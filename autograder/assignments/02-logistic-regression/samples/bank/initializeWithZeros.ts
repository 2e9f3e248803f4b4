// %% right
const initializeWithZeros = (dim: number) => ({ b: 0, w: np.full([dim, 1], 0) });
// %% reversed-shape
const initializeWithZeros = (dim: number) => ({ w: np.zeros([1, dim]), b: 0 });
// %% own
const initializeWithZeros = (dim: number) => ({ w: np.zeros([dim]), b: 0 });
// %% own
const initializeWithZeros = (dim: number) => ({ w: np.zeros([dim, 1]), b: np.zeros([1]) });
// %% part: it gives no w, where { w, b } is meant
function initializeWithZeros(dim: number) {
  return [np.zeros([dim, 1]), 0];
}
// %% part: it gives no b, where { w, b } is meant
function initializeWithZeros(dim: number) {
  return { w: np.zeros([dim, 1]) };
}
