// %% right
const model = async (
  XTrain: np.Tensor,
  YTrain: np.Tensor,
  XTest: np.Tensor,
  YTest: np.Tensor,
  options: any,
) => {
  const nX = XTrain.shape[0]!;
  const done = await optimize(np.zeros([nX, 1]), 0, XTrain, YTrain, options);
  const [YPredictionTrain, YPredictionTest] = [XTrain, XTest].map((X) =>
    predict(done.params.w, done.params.b, X),
  );
  return { ...done.params, costs: done.costs, YPredictionTrain, YPredictionTest, ...options };
};
// %% names
const model = async (
  XTrain: np.Tensor,
  YTrain: np.Tensor,
  XTest: np.Tensor,
  YTest: np.Tensor,
  options: any,
) => {
  const done = await optimize(np.zeros([XTrain.shape[0]!, 1]), 0, XTrain, YTrain, options);
  const { w, b } = done.params;
  return {
    w,
    b,
    costs: done.costs,
    YPredictionTrain: predict(w, b, XTrain),
    YPredictionTest: predict(w, b, XTrain),
    ...options,
  };
};
// %% shape-index
const model = async (
  XTrain: np.Tensor,
  YTrain: np.Tensor,
  XTest: np.Tensor,
  YTest: np.Tensor,
  options: any,
) => {
  const done = await optimize(np.zeros([XTrain.shape[1]!, 1]), 0, XTrain, YTrain, options);
  const { w, b } = done.params;
  return {
    w,
    b,
    costs: done.costs,
    YPredictionTrain: predict(w, b, XTrain),
    YPredictionTest: predict(w, b, XTest),
    ...options,
  };
};
// %% values
async function model(
  XTrain: np.Tensor,
  YTrain: np.Tensor,
  XTest: np.Tensor,
  _YTest: np.Tensor,
  { numIterations, learningRate }: { numIterations: number; learningRate: number },
) {
  const start = initializeWithZeros(XTrain.shape[0]!);
  const fixed = { numIterations: 7, learningRate: 0.005 };
  const { params, costs } = await optimize(start.w, start.b, XTrain, YTrain, fixed);
  const { w, b } = params;
  const [YPredictionTrain, YPredictionTest] = [predict(w, b, XTrain), predict(w, b, XTest)];
  return { costs, YPredictionTrain, YPredictionTest, w, b, learningRate, numIterations };
}
