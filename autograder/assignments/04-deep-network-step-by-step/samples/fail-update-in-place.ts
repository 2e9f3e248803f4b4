// expects: {"updateParameters": 0}
function updateParameters(parameters: Parameters, grads: Gradients, learningRate: number): Parameters {
  for (const [name, t] of Object.entries(parameters))
    t.assign(np.subtract(t, np.multiply(learningRate, grads[`d${name}`]!)));
  return parameters;
}
