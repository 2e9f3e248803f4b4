// %% right
function lModelBackward(AL: np.Tensor, Y: np.Tensor, caches: LayerCache[]): Gradients {
  let dA = AL.subtract(Y).divide(AL.multiply(np.subtract(1, AL)));
  let kind: Activation = "sigmoid";
  return [...caches].reverse().reduce<Gradients>((grads, cache, i) => {
    const l = caches.length - i;
    const { dAPrev, dW, db } = linearActivationBackward(dA, cache, kind);
    [dA, kind] = [dAPrev, "relu"];
    return { ...grads, [`dA${l - 1}`]: dAPrev, [`dW${l}`]: dW, [`db${l}`]: db };
  }, {});
}
// %% right
function lModelBackward(AL: np.Tensor, Y: np.Tensor, caches: LayerCache[]): Gradients {
  const grads: Gradients = {};
  const L = caches.length;
  const last = np.negative(np.divide(Y, AL).subtract(np.divide(np.subtract(1, Y), np.subtract(1, AL))));
  let step = linearActivationBackward(last, caches[L - 1], "sigmoid");
  for (let l = L; ; l--) {
    Object.assign(grads, { [`dA${l - 1}`]: step.dAPrev, [`dW${l}`]: step.dW, [`db${l}`]: step.db });
    if (l === 1) return grads;
    step = linearActivationBackward(step.dAPrev, caches[l - 2], "relu");
  }
}
// %% own: goes back through relu
function lModelBackward(AL: np.Tensor, Y: np.Tensor, caches: LayerCache[]): Gradients {
  const grads: Gradients = {};
  const L = caches.length;
  let dA = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, AL)), np.divide(Y, AL));
  for (let l = L; l >= 1; l--) {
    const { dAPrev, dW, db } = linearActivationBackward(dA, caches[l - 1], "relu");
    grads[`dA${l - 1}`] = dAPrev;
    grads[`dW${l}`] = dW;
    grads[`db${l}`] = db;
    dA = dAPrev;
  }
  return grads;
}
// %% own: go back through the sigmoid
function lModelBackward(AL: np.Tensor, Y: np.Tensor, caches: LayerCache[]): Gradients {
  const grads: Gradients = {};
  const L = caches.length;
  let dA = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, AL)), np.divide(Y, AL));
  for (let l = L; l >= 1; l--) {
    const { dAPrev, dW, db } = linearActivationBackward(dA, caches[l - 1], "sigmoid");
    grads[`dA${l - 1}`] = dAPrev;
    grads[`dW${l}`] = dW;
    grads[`db${l}`] = db;
    dA = dAPrev;
  }
  return grads;
}
// %% own: another layer
function lModelBackward(AL: np.Tensor, Y: np.Tensor, caches: LayerCache[]): Gradients {
  const grads: Gradients = {};
  const L = caches.length;
  let dA = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, AL)), np.divide(Y, AL));
  for (let l = L; l >= 1; l--) {
    const { dAPrev, dW, db } = linearActivationBackward(dA, caches[l - 1], l === L ? "sigmoid" : "relu");
    grads[`dA${l}`] = dAPrev;
    grads[`dW${l}`] = dW;
    grads[`db${l}`] = db;
    dA = dAPrev;
  }
  grads.dA0 = dA;
  return grads;
}
// %% own: it is missing
function lModelBackward(AL: np.Tensor, Y: np.Tensor, caches: LayerCache[]): Gradients {
  const grads: Gradients = {};
  const L = caches.length;
  let dA = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, AL)), np.divide(Y, AL));
  for (let l = L; l >= 1; l--) {
    const { dAPrev, dW, db } = linearActivationBackward(dA, caches[l - 1], l === L ? "sigmoid" : "relu");
    grads[`dA${l}`] = dAPrev;
    grads[`dW${l}`] = dW;
    grads[`db${l}`] = db;
    dA = dAPrev;
  }
  return grads;
}
// %% own: it is missing
function lModelBackward(AL: np.Tensor, Y: np.Tensor, caches: LayerCache[]): Gradients {
  const grads: Gradients = {};
  const L = caches.length;
  let dA = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, AL)), np.divide(Y, AL));
  for (let l = L; l > 1; l--) {
    const { dAPrev, dW, db } = linearActivationBackward(dA, caches[l - 1], l === L ? "sigmoid" : "relu");
    grads[`dA${l - 1}`] = dAPrev;
    grads[`dW${l}`] = dW;
    grads[`db${l}`] = db;
    dA = dAPrev;
  }
  return grads;
}
// %% own: it is missing
function lModelBackward(AL: np.Tensor, Y: np.Tensor, caches: LayerCache[]): Gradients {
  const grads: Gradients = {};
  const L = caches.length;
  let dA = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, AL)), np.divide(Y, AL));
  for (let l = L; l >= 1; l--) {
    const { dAPrev, dW, db } = linearActivationBackward(dA, caches[l - 1], l === L ? "sigmoid" : "relu");
    grads[`dA${l - 1}`] = dAPrev;
    grads[`dW${l - 1}`] = dW;
    grads[`db${l - 1}`] = db;
    dA = dAPrev;
  }
  return grads;
}
// %% difference | own: the wrong way | sign
function lModelBackward(AL: np.Tensor, Y: np.Tensor, caches: LayerCache[]): Gradients {
  const grads: Gradients = {};
  const L = caches.length;
  let dA = np.subtract(np.divide(Y, AL), np.divide(np.subtract(1, Y), np.subtract(1, AL)));
  for (let l = L; l >= 1; l--) {
    const { dAPrev, dW, db } = linearActivationBackward(dA, caches[l - 1], l === L ? "sigmoid" : "relu");
    grads[`dA${l - 1}`] = dAPrev;
    grads[`dW${l}`] = dW;
    grads[`db${l}`] = db;
    dA = dAPrev;
  }
  return grads;
}
// %% own: AL - Y
function lModelBackward(AL: np.Tensor, Y: np.Tensor, caches: LayerCache[]): Gradients {
  const grads: Gradients = {};
  const L = caches.length;
  let dA = np.subtract(AL, Y);
  for (let l = L; l >= 1; l--) {
    const { dAPrev, dW, db } = linearActivationBackward(dA, caches[l - 1], l === L ? "sigmoid" : "relu");
    grads[`dA${l - 1}`] = dAPrev;
    grads[`dW${l}`] = dW;
    grads[`db${l}`] = db;
    dA = dAPrev;
  }
  return grads;
}
// %% plus
function lModelBackward(AL: np.Tensor, Y: np.Tensor, caches: LayerCache[]): Gradients {
  const grads: Gradients = {};
  const L = caches.length;
  let dA = np.add(np.divide(np.subtract(1, Y), np.subtract(1, AL)), np.divide(Y, AL));
  for (let l = L; l >= 1; l--) {
    const { dAPrev, dW, db } = linearActivationBackward(dA, caches[l - 1], l === L ? "sigmoid" : "relu");
    grads[`dA${l - 1}`] = dAPrev;
    grads[`dW${l}`] = dW;
    grads[`db${l}`] = db;
    dA = dAPrev;
  }
  return grads;
}
// %% own: every layer starts from dAL | own: dAL
function lModelBackward(AL: np.Tensor, Y: np.Tensor, caches: LayerCache[]): Gradients {
  const grads: Gradients = {};
  const L = caches.length;
  let dA = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, AL)), np.divide(Y, AL));
  for (let l = L; l >= 1; l--) {
    const { dAPrev, dW, db } = linearActivationBackward(dA, caches[l - 1], l === L ? "sigmoid" : "relu");
    grads[`dA${l - 1}`] = dAPrev;
    grads[`dW${l}`] = dW;
    grads[`db${l}`] = db;
  }
  return grads;
}
// %% complement
function lModelBackward(AL: np.Tensor, Y: np.Tensor, caches: LayerCache[]): Gradients {
  const grads: Gradients = {};
  const L = caches.length;
  let dA = np.subtract(np.divide(np.subtract(1, Y), AL), np.divide(Y, AL));
  for (let l = L; l >= 1; l--) {
    const { dAPrev, dW, db } = linearActivationBackward(dA, caches[l - 1], l === L ? "sigmoid" : "relu");
    grads[`dA${l - 1}`] = dAPrev;
    grads[`dW${l}`] = dW;
    grads[`db${l}`] = db;
    dA = dAPrev;
  }
  return grads;
}
