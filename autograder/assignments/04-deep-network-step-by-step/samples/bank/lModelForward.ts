// %% right
function lModelForward(X: np.Tensor, parameters: Parameters): { AL: np.Tensor; caches: LayerCache[] } {
  const L = Object.keys(parameters).length / 2;
  const caches: LayerCache[] = [];
  const AL = Array.from({ length: L }, (_, i) => i + 1).reduce((A, l) => {
    const kind = l === L ? "sigmoid" : "relu";
    const step = linearActivationForward(A, parameters[`W${l}`]!, parameters[`b${l}`]!, kind);
    caches.push(step.cache);
    return step.A;
  }, X);
  return { AL, caches };
}
// %% right
function lModelForward(X: np.Tensor, parameters: Parameters): { AL: np.Tensor; caches: LayerCache[] } {
  const go = (A: np.Tensor, l: number): { AL: np.Tensor; caches: LayerCache[] } => {
    const W = parameters["W" + l];
    if (!W) return { AL: A, caches: [] };
    const isLast = !(`W${l + 1}` in parameters);
    const { A: next, cache } = linearActivationForward(
      A,
      W,
      parameters["b" + l]!,
      isLast ? "sigmoid" : "relu",
    );
    const rest = go(next, l + 1);
    return { AL: rest.AL, caches: [cache, ...rest.caches] };
  };
  return go(X, 1);
}
// %% own: last layer has relu
function lModelForward(X: np.Tensor, parameters: Parameters): { AL: np.Tensor; caches: LayerCache[] } {
  const caches: LayerCache[] = [];
  const L = Object.keys(parameters).length / 2;
  let A = X;
  for (let l = 1; l <= L; l++) {
    const hidden = linearActivationForward(A, parameters[`W${l}`], parameters[`b${l}`], "relu");
    A = hidden.A;
    caches.push(hidden.cache);
  }
  return { AL: A, caches };
}
// %% own: hidden layers have the sigmoid
function lModelForward(X: np.Tensor, parameters: Parameters): { AL: np.Tensor; caches: LayerCache[] } {
  const caches: LayerCache[] = [];
  const L = Object.keys(parameters).length / 2;
  let A = X;
  for (let l = 1; l <= L; l++) {
    const hidden = linearActivationForward(A, parameters[`W${l}`], parameters[`b${l}`], "sigmoid");
    A = hidden.A;
    caches.push(hidden.cache);
  }
  return { AL: A, caches };
}
// %% own: mixed up
function lModelForward(X: np.Tensor, parameters: Parameters): { AL: np.Tensor; caches: LayerCache[] } {
  const caches: LayerCache[] = [];
  const L = Object.keys(parameters).length / 2;
  let A = X;
  for (let l = 1; l <= L; l++) {
    const step = linearActivationForward(
      A,
      parameters[`W${l}`],
      parameters[`b${l}`],
      l === L ? "relu" : "sigmoid",
    );
    A = step.A;
    caches.push(step.cache);
  }
  return { AL: A, caches };
}
// %% own: one is missing
function lModelForward(X: np.Tensor, parameters: Parameters): { AL: np.Tensor; caches: LayerCache[] } {
  const caches: LayerCache[] = [];
  const L = Object.keys(parameters).length / 2;
  let A = X;
  for (let l = 1; l < L; l++) {
    const hidden = linearActivationForward(A, parameters[`W${l}`], parameters[`b${l}`], "relu");
    A = hidden.A;
    caches.push(hidden.cache);
  }
  const last = linearActivationForward(A, parameters[`W${L}`], parameters[`b${L}`], "sigmoid");
  return { AL: last.A, caches };
}
// %% own: comes first
function lModelForward(X: np.Tensor, parameters: Parameters): { AL: np.Tensor; caches: LayerCache[] } {
  const caches: LayerCache[] = [];
  const L = Object.keys(parameters).length / 2;
  let A = X;
  for (let l = 1; l <= L; l++) {
    const step = linearActivationForward(
      A,
      parameters[`W${l}`],
      parameters[`b${l}`],
      l === L ? "sigmoid" : "relu",
    );
    A = step.A;
    caches.unshift(step.cache);
  }
  return { AL: A, caches };
}
// %% own: all are the same | shared
function lModelForward(X: np.Tensor, parameters: Parameters): { AL: np.Tensor; caches: LayerCache[] } {
  const shared: any = {};
  const caches: LayerCache[] = [];
  const L = Object.keys(parameters).length / 2;
  let A = X;
  for (let l = 1; l <= L; l++) {
    const step = linearActivationForward(
      A,
      parameters[`W${l}`],
      parameters[`b${l}`],
      l === L ? "sigmoid" : "relu",
    );
    A = step.A;
    caches.push(Object.assign(shared, step.cache));
  }
  return { AL: A, caches };
}
// %% own: a layer is left out | loop
function lModelForward(X: np.Tensor, parameters: Parameters): { AL: np.Tensor; caches: LayerCache[] } {
  const caches: LayerCache[] = [];
  const L = Object.keys(parameters).length / 2;
  let A = X;
  for (let l = 1; l < L - 1; l++) {
    const hidden = linearActivationForward(A, parameters[`W${l}`], parameters[`b${l}`], "relu");
    A = hidden.A;
    caches.push(hidden.cache);
  }
  const last = linearActivationForward(A, parameters[`W${L}`], parameters[`b${L}`], "sigmoid");
  caches.push(last.cache);
  return { AL: last.A, caches };
}
// %% own: every layer gets X
function lModelForward(X: np.Tensor, parameters: Parameters): { AL: np.Tensor; caches: LayerCache[] } {
  const caches: LayerCache[] = [];
  const L = Object.keys(parameters).length / 2;
  for (let l = 1; l < L; l++)
    caches.push(linearActivationForward(X, parameters[`W${l}`], parameters[`b${l}`], "relu").cache);
  const last = linearActivationForward(X, parameters[`W${L}`], parameters[`b${L}`], "sigmoid");
  caches.push(last.cache);
  return { AL: last.A, caches };
}
