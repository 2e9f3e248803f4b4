// %% right
function backwardPropagation(parameters: Parameters, cache: Cache, X: np.Tensor, Y: np.Tensor): Gradients {
  const m = X.shape[1]!;
  const { A1, A2 } = cache;
  const mean = (t: np.Tensor) => np.mean(t, { axis: 1, keepdims: true });
  const dZ2 = A2.subtract(Y);
  const dZ1 = parameters.W2.T.dot(dZ2).multiply(np.subtract(1, A1.multiply(A1)));
  return { dW2: dZ2.dot(A1.T).divide(m), db2: mean(dZ2), dW1: dZ1.dot(X.T).divide(m), db1: mean(dZ1) };
}
// %% sum-for-mean
function backwardPropagation(parameters: Parameters, cache: Cache, X: np.Tensor, Y: np.Tensor): Gradients {
  const { A1, A2 } = cache;
  const sum = (t: np.Tensor) => np.sum(t, { axis: 1, keepdims: true });
  const dZ2 = A2.subtract(Y);
  const dZ1 = parameters.W2.T.dot(dZ2).multiply(np.subtract(1, A1.multiply(A1)));
  return { dW2: dZ2.dot(A1.T), db2: sum(dZ2), dW1: dZ1.dot(X.T), db1: sum(dZ1) };
}
// %% sum-for-mean
function backwardPropagation(parameters: Parameters, cache: Cache, X: np.Tensor, Y: np.Tensor): Gradients {
  const m = X.shape[1]!;
  const { A1, A2 } = cache;
  const mean = (t: np.Tensor) => np.mean(t, { axis: 1, keepdims: true });
  const dZ2 = A2.subtract(Y);
  const dZ1 = parameters.W2.T.dot(dZ2).multiply(np.subtract(1, A1.multiply(A1)));
  return { dW2: dZ2.dot(A1.T), db2: mean(dZ2), dW1: dZ1.dot(X.T), db1: mean(dZ1) };
}
// %% factor
function backwardPropagation(parameters: Parameters, cache: Cache, X: np.Tensor, Y: np.Tensor): Gradients {
  const m = X.shape[1]!;
  const { A1, A2 } = cache;
  const mean = (t: np.Tensor) => np.mean(t, { axis: 1, keepdims: true });
  const dZ2 = A2.subtract(Y);
  const dZ1 = parameters.W2.T.dot(dZ2);
  return { dW2: dZ2.dot(A1.T).divide(m), db2: mean(dZ2), dW1: dZ1.dot(X.T).divide(m), db1: mean(dZ1) };
}
// %% function
function backwardPropagation(parameters: Parameters, cache: Cache, X: np.Tensor, Y: np.Tensor): Gradients {
  const m = X.shape[1]!;
  const { A1, A2 } = cache;
  const mean = (t: np.Tensor) => np.mean(t, { axis: 1, keepdims: true });
  const dZ2 = A2.subtract(Y);
  const dZ1 = parameters.W2.T.dot(dZ2).multiply(np.subtract(1, A1));
  return { dW2: dZ2.dot(A1.T).divide(m), db2: mean(dZ2), dW1: dZ1.dot(X.T).divide(m), db1: mean(dZ1) };
}
// %% difference
function backwardPropagation(parameters: Parameters, cache: Cache, X: np.Tensor, Y: np.Tensor): Gradients {
  const m = X.shape[1]!;
  const { A1, A2 } = cache;
  const mean = (t: np.Tensor) => np.mean(t, { axis: 1, keepdims: true });
  const dZ2 = Y.subtract(A2);
  const dZ1 = parameters.W2.T.dot(dZ2).multiply(np.subtract(1, A1.multiply(A1)));
  return { dW2: dZ2.dot(A1.T).divide(m), db2: mean(dZ2), dW1: dZ1.dot(X.T).divide(m), db1: mean(dZ1) };
}
// %% keepdims
function backwardPropagation(parameters: Parameters, cache: Cache, X: np.Tensor, Y: np.Tensor): Gradients {
  const m = X.shape[1]!;
  const { A1, A2 } = cache;
  const mean = (t: np.Tensor) => np.mean(t, { axis: 1, keepdims: true });
  const flat = (t: np.Tensor) => np.mean(t, { axis: 1 });
  const dZ2 = A2.subtract(Y);
  const dZ1 = parameters.W2.T.dot(dZ2).multiply(np.subtract(1, A1.multiply(A1)));
  return { dW2: dZ2.dot(A1.T).divide(m), db2: flat(dZ2), dW1: dZ1.dot(X.T).divide(m), db1: flat(dZ1) };
}
// %% axis
function backwardPropagation(parameters: Parameters, cache: Cache, X: np.Tensor, Y: np.Tensor): Gradients {
  const m = X.shape[1]!;
  const { A1, A2 } = cache;
  const mean = (t: np.Tensor) => np.mean(t, { axis: 1, keepdims: true });
  const down = (t: np.Tensor) => np.sum(t, { axis: 0, keepdims: true }).divide(m);
  const dZ2 = A2.subtract(Y);
  const dZ1 = parameters.W2.T.dot(dZ2).multiply(np.subtract(1, A1.multiply(A1)));
  return { dW2: dZ2.dot(A1.T).divide(m), db2: down(dZ2), dW1: dZ1.dot(X.T).divide(m), db1: down(dZ1) };
}
// %% axis-missing
function backwardPropagation(parameters: Parameters, cache: Cache, X: np.Tensor, Y: np.Tensor): Gradients {
  const m = X.shape[1]!;
  const { A1, A2 } = cache;
  const mean = (t: np.Tensor) => np.mean(t, { axis: 1, keepdims: true });
  const all = (t: np.Tensor) => np.sum(t, { keepdims: true }).divide(m);
  const dZ2 = A2.subtract(Y);
  const dZ1 = parameters.W2.T.dot(dZ2).multiply(np.subtract(1, A1.multiply(A1)));
  return { dW2: dZ2.dot(A1.T).divide(m), db2: all(dZ2), dW1: dZ1.dot(X.T).divide(m), db1: all(dZ1) };
}
// %% layer
function backwardPropagation(parameters: Parameters, cache: Cache, X: np.Tensor, Y: np.Tensor): Gradients {
  const m = X.shape[1]!;
  const { A1, A2 } = cache;
  const mean = (t: np.Tensor) => np.mean(t, { axis: 1, keepdims: true });
  const dZ2 = A2.subtract(Y);
  const dZ1 = parameters.W2.T.dot(dZ2).multiply(np.subtract(1, A1.multiply(A1)));
  return { dW2: dZ2.dot(A1.T).divide(m), db2: mean(dZ2), dW1: dZ1.dot(X.T).divide(m), db1: mean(dZ2) };
}
// %% layer
function backwardPropagation(parameters: Parameters, cache: Cache, X: np.Tensor, Y: np.Tensor): Gradients {
  const m = X.shape[1]!;
  const { A1, A2 } = cache;
  const mean = (t: np.Tensor) => np.mean(t, { axis: 1, keepdims: true });
  const dZ2 = A2.subtract(Y);
  const dZ1 = parameters.W1.T.dot(dZ2).multiply(np.subtract(1, A1.multiply(A1)));
  return { dW2: dZ2.dot(A1.T).divide(m), db2: mean(dZ2), dW1: dZ1.dot(X.T).divide(m), db1: mean(dZ1) };
}
// %% transpose
function backwardPropagation(parameters: Parameters, cache: Cache, X: np.Tensor, Y: np.Tensor): Gradients {
  const m = X.shape[1]!;
  const { A1, A2 } = cache;
  const mean = (t: np.Tensor) => np.mean(t, { axis: 1, keepdims: true });
  const dZ2 = A2.subtract(Y);
  const dZ1 = np.dot(parameters.W2, dZ2).multiply(np.subtract(1, A1.multiply(A1)));
  return {
    dW2: np.dot(dZ2, A1.T).divide(m),
    db2: mean(dZ2),
    dW1: np.dot(dZ1, X.T).divide(m),
    db1: mean(dZ1),
  };
}
// %% complement
function backwardPropagation(parameters: Parameters, cache: Cache, X: np.Tensor, Y: np.Tensor): Gradients {
  const m = X.shape[1]!;
  const { A1, A2 } = cache;
  const mean = (t: np.Tensor) => np.mean(t, { axis: 1, keepdims: true });
  const dZ2 = A2.subtract(Y);
  const dZ1 = parameters.W2.T.dot(dZ2).multiply(A1.multiply(A1));
  return { dW2: dZ2.dot(A1.T).divide(m), db2: mean(dZ2), dW1: dZ1.dot(X.T).divide(m), db1: mean(dZ1) };
}
// %% own
function backwardPropagation(parameters: Parameters, cache: Cache, X: np.Tensor, Y: np.Tensor): Gradients {
  const m = X.shape[1]!;
  const { A1, A2 } = cache;
  const mean = (t: np.Tensor) => np.mean(t, { axis: 1, keepdims: true });
  const dZ2 = A2.subtract(Y);
  const dZ1 = parameters.W2.T.dot(dZ2).multiply(A1.multiply(np.subtract(1, A1)));
  return { dW2: dZ2.dot(A1.T).divide(m), db2: mean(dZ2), dW1: dZ1.dot(X.T).divide(m), db1: mean(dZ1) };
}
// %% plus
function backwardPropagation(parameters: Parameters, cache: Cache, X: np.Tensor, Y: np.Tensor): Gradients {
  const m = X.shape[1]!;
  const { A1, A2 } = cache;
  const mean = (t: np.Tensor) => np.mean(t, { axis: 1, keepdims: true });
  const dZ2 = A2.subtract(Y);
  const dZ1 = parameters.W2.T.dot(dZ2).multiply(np.add(1, A1.multiply(A1)));
  return { dW2: dZ2.dot(A1.T).divide(m), db2: mean(dZ2), dW1: dZ1.dot(X.T).divide(m), db1: mean(dZ1) };
}
