// expects: {"twoLayerModel": 0}
async function twoLayerModel(X: np.Tensor, Y: np.Tensor, layerDims: number[], options: any = {}) {
  const [nX, nH, nY] = layerDims as [number, number, number];
  const start = options.parameters ?? np.nn.initializeParameters(nX, nH, nY, { seed: 1 });
  const parameters = Object.fromEntries(
    Object.entries<np.Tensor>(start).map(([name, value]) => [name, np.full(value.shape, Number.NaN)]),
  );
  return { parameters, costs: [Number.NaN, Number.NaN, Number.NaN] };
}
