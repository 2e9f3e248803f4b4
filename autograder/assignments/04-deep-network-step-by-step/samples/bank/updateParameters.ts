// %% right
function updateParameters(parameters: Parameters, grads: Gradients, learningRate: number): Parameters {
  const steps = Object.entries(parameters).map(([name, t]) => [
    name,
    t.subtract(grads[`d${name}`]!.multiply(learningRate)),
  ]);
  return Object.fromEntries(steps);
}
// %% right
function updateParameters(parameters: Parameters, grads: Gradients, learningRate: number): Parameters {
  const moved: Parameters = {};
  for (let l = Object.keys(parameters).length / 2; l > 0; l--)
    for (const kind of ["b", "W"]) {
      const name = kind + l;
      moved[name] = np.add(parameters[name]!, np.multiply(grads["d" + name]!, -learningRate));
    }
  return moved;
}
// %% own: uphill
function updateParameters(parameters: Parameters, grads: Gradients, learningRate: number): Parameters {
  const L = Object.keys(parameters).length / 2;
  const updated: Parameters = {};
  for (let l = 1; l <= L; l++) {
    updated[`W${l}`] = np.add(parameters[`W${l}`], np.multiply(learningRate, grads[`dW${l}`]));
    updated[`b${l}`] = np.add(parameters[`b${l}`], np.multiply(learningRate, grads[`db${l}`]));
  }
  return updated;
}
// %% own: does not depend on the learning rate
function updateParameters(parameters: Parameters, grads: Gradients, learningRate: number): Parameters {
  const L = Object.keys(parameters).length / 2;
  const updated: Parameters = {};
  for (let l = 1; l <= L; l++) {
    updated[`W${l}`] = np.subtract(parameters[`W${l}`], grads[`dW${l}`]);
    updated[`b${l}`] = np.subtract(parameters[`b${l}`], grads[`db${l}`]);
  }
  return updated;
}
// %% own: last layer stays
function updateParameters(parameters: Parameters, grads: Gradients, learningRate: number): Parameters {
  const L = Object.keys(parameters).length / 2;
  const updated: Parameters = {};
  for (let l = 1; l < L; l++) {
    updated[`W${l}`] = np.subtract(parameters[`W${l}`], np.multiply(learningRate, grads[`dW${l}`]));
    updated[`b${l}`] = np.subtract(parameters[`b${l}`], np.multiply(learningRate, grads[`db${l}`]));
  }
  return updated;
}
// %% own: biases stay
function updateParameters(parameters: Parameters, grads: Gradients, learningRate: number): Parameters {
  const L = Object.keys(parameters).length / 2;
  const updated: Parameters = {};
  for (let l = 1; l <= L; l++) {
    updated[`W${l}`] = np.subtract(parameters[`W${l}`], np.multiply(learningRate, grads[`dW${l}`]));
    updated[`b${l}`] = parameters[`b${l}`];
  }
  return updated;
}
// %% own: the step alone
function updateParameters(parameters: Parameters, grads: Gradients, learningRate: number): Parameters {
  const L = Object.keys(parameters).length / 2;
  const updated: Parameters = {};
  for (let l = 1; l <= L; l++) {
    updated[`W${l}`] = np.multiply(-learningRate, grads[`dW${l}`]);
    updated[`b${l}`] = np.multiply(-learningRate, grads[`db${l}`]);
  }
  return updated;
}
// %% changed | own: changed
function updateParameters(parameters: Parameters, grads: Gradients, learningRate: number): Parameters {
  for (const name of Object.keys(parameters))
    parameters[name] = np.subtract(parameters[name]!, np.multiply(learningRate, grads[`d${name}`]!));
  return parameters;
}
// %% own: always
function updateParameters(parameters: Parameters, grads: Gradients, learningRate: number): Parameters {
  const L = Object.keys(parameters).length / 2;
  const updated: Parameters = {};
  for (let l = 1; l <= L; l++) {
    updated[`W${l}`] = np.subtract(parameters[`W${l}`], np.multiply(0.1, grads[`dW${l}`]));
    updated[`b${l}`] = np.subtract(parameters[`b${l}`], np.multiply(0.1, grads[`db${l}`]));
  }
  return updated;
}
// %% own: slopes of W
function updateParameters(parameters: Parameters, grads: Gradients, learningRate: number): Parameters {
  const L = Object.keys(parameters).length / 2;
  const updated: Parameters = {};
  for (let l = 1; l <= L; l++) {
    updated[`W${l}`] = np.subtract(parameters[`W${l}`], np.multiply(learningRate, grads[`dW${l}`]));
    updated[`b${l}`] = np.subtract(
      parameters[`b${l}`],
      np.multiply(learningRate, np.sum(grads[`dW${l}`], { axis: 1, keepdims: true })),
    );
  }
  return updated;
}
