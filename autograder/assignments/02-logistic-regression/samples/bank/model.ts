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
