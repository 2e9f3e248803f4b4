// Assignment 04, a network of any depth, in percent format: solutions stand between BEGIN SOLUTION and END SOLUTION.
// `npx autograder release` makes notebooks/04-deep-network-step-by-step.ipynb of it.

// %% [markdown] {"id": "title"}
// # A deep network, step by step
//
// Two layers took you four formulas forward and six backward. Twenty layers would take a hundred, and nobody wants to write `dW17`. In
// this notebook you write **one** layer, forward and backward, so that it can be used again and again. Then two loops make a network of any depth of it.
//
// **By the end you can**
//
// - *build* a network of any depth from ten small functions,
// - *follow* the numbers through it both ways, and say what a cache is for,
// - *check* your own backpropagation against slopes that are measured, not derived.
//
// **Before you start**: notebook 03. The formulas of the hidden layer come back, with a layer number $l$ in place of 1 and 2.
// **Time**: about two and a half hours; forward takes the first half, backward the second.
//
// **How this notebook works.** Run a cell with Shift + Enter. In cells that begin with `// EXERCISE` you replace the line that throws by
// your own; the `// CHECK` cell below tells at once whether it works.
//
// **When you come back** after a break, click into the cell where you stopped and choose *Run → Run All Above Selected Cell*. Nothing
// here takes longer than a few seconds.

// %% [markdown] {"id": "notation"}
// ## Notation
//
// | symbol | code | shape | meaning |
// | --- | --- | --- | --- |
// | $m$ | `m` | number | how many examples, the columns of $X$ |
// | $X,\ Y$ | `X, Y` | $(n_x, m)$, $(1, m)$ | the examples, one per column, and their labels 0 or 1 |
// | $L$ | `L` | number | how many layers; the input is not counted |
// | $n^{[l]}$ | `layerDims[l]` | number | units of layer $l$; $n^{[0]} = n_x$ is the size of the input |
// | $n_x,\ n_h,\ n_y$ | `nX, nH, nY` | numbers | the same with one hidden layer: units of input, hidden and output layer |
// | $W^{[l]}$ | `` parameters[`W${l}`] `` | $(n^{[l]}, n^{[l-1]})$ | weights of layer $l$: one **row** per unit |
// | $b^{[l]}$ | `` parameters[`b${l}`] `` | $(n^{[l]}, 1)$ | biases of layer $l$ |
// | $Z^{[l]}$ | `Z` | $(n^{[l]}, m)$ | weighted sums, before the bend |
// | $A^{[l]}$ | `A` | $(n^{[l]}, m)$ | activations, after the bend; $A^{[0]} = X$ |
// | $A^{[l-1]}$ | `APrev` | $(n^{[l-1]}, m)$ | what comes into layer $l$ |
// | $A^{[L]}$ | `AL` | $(1, m)$ | the network's answer, between 0 and 1 |
// | $g,\ g'$ | `relu, sigmoid` | any | the bend of a layer, and its slope; $\sigma$ is the sigmoid |
// | $J$ | `cost` | number | how wrong the answers are: the average of every example's loss $\mathcal{L}$ |
// | $dA^{[l]}, dZ^{[l]}, dW^{[l]}, db^{[l]}$ | `dA, dZ, dW, db` | that of `A`, `Z`, `W`, `b` | slopes of the cost $J$ |
// | $\alpha$ | `learningRate` | number | how long a step downhill is |
// | $\theta,\ \varepsilon$ | | number | any one number among the parameters, and a tiny change of it |
//
// A small letter is one number: $z$ an entry of $Z$, $a^{[L](i)}$ the answer to example $i$, $y^{(i)}$ its label; $n$ and $n_{\mathrm{prev}}$ are the units
// of a layer and of the one before.
//
// One rule saves a lot of searching: **a slope always has the shape of the thing it belongs to**.

// %% {"id": "imports", "role": "given"}
import * as np from "kernel-lib";
import { check } from "../lib/check.js";
import visible from "./visible.test.js";

// %% [markdown] {"id": "plan"}
// ## 1. The plan
//
// Here is the kind of network you are about to build. Between two layers every unit listens to every unit before it; the numbers on all
// these lines are the weights, and there are as many rows in $W^{[l]}$ as units in layer $l$. Point at a circle to see which unit it is.

// %% {"id": "network", "role": "given"}
np.plot
  .network([5, 4, 3, 1], {
    title: "Three layers: five numbers in, one answer out",
    activations: ["relu", "relu", "sigmoid"],
  })
  .show();

// %% [markdown] {"id": "plan-passes"}
// Learning is a way there and a way back. **Forward**, each layer turns $A^{[l-1]}$ into $A^{[l]}$, and the cost $J$ says how wrong the last
// one is. **Backward**, each layer is told how the cost depends on what it gave out, $dA^{[l]}$, and works out how it depends on
// its own weights and on what it was given.
//
// For that a layer must remember what it saw on the way there. It puts it into its **cache**.

// %% {"id": "passes", "role": "given"}
np.plot
  .passes(["relu", "relu", "sigmoid"], { title: "There and back: each layer hands itself a cache" })
  .show();

// %% [markdown] {"id": "plan-functions"}
// Ten functions, each a few lines long:
//
// | | one layer | the whole network |
// | --- | --- | --- |
// | start | | `initializeParameters`, `initializeParametersDeep` |
// | forward | `linearForward`, `linearActivationForward` | `lModelForward`, `computeCost` |
// | backward | `linearBackward`, `linearActivationBackward` | `lModelBackward` |
// | step | | `updateParameters` |

// %% [markdown] {"id": "initializeParameters-text"}
// ## 2. The start
//
// ### Exercise 1: initializeParameters
//
// First two layers, to get used to the new home of the parameters: a **record**, in which each tensor has a name, `W1`, `b1`, `W2`, `b2`.
// Weights begin small and random, so that no two units are the same; biases begin at zero.
//
// | code | shape | starts as |
// | --- | --- | --- |
// | `W1` | $(n_h, n_x)$ | standard normal, times 0.01 |
// | `b1` | $(n_h, 1)$ | zeros |
// | `W2` | $(n_y, n_h)$ | standard normal, times 0.01 |
// | `b2` | $(n_y, 1)$ | zeros |
//
// - `np.random.seed(1)` is given, so that everybody draws the same numbers. Draw `W1` first, `W2` second.
// - `np.random.randn(rows, columns)` draws a matrix, `np.zeros([rows, columns])` makes zeros.

// %% {"id": "types", "role": "given"}
/** Tensors by name: W1, b1, W2, b2, … */
type Parameters = Record<string, np.Tensor>;

/** Slopes by name: dA0, dW1, db1, dA1, dW2, db2, … */
type Gradients = Record<string, np.Tensor>;

// %% {"id": "initializeParameters", "role": "exercise"}
// EXERCISE: initializeParameters
/** Small random weights W1 (nH, nX), W2 (nY, nH) and zero biases b1 (nH, 1), b2 (nY, 1). */
function initializeParameters(nX: number, nH: number, nY: number): Parameters {
  np.random.seed(1);
  // BEGIN SOLUTION (about 5 lines)
  const W1 = np.multiply(np.random.randn(nH, nX), 0.01);
  const b1 = np.zeros([nH, 1]);
  const W2 = np.multiply(np.random.randn(nY, nH), 0.01);
  const b2 = np.zeros([nY, 1]);
  return { W1, b1, W2, b2 };
  // END SOLUTION
}

// %% {"id": "initializeParameters-check", "role": "check"}
// CHECK: initializeParameters
const two = initializeParameters(3, 2, 1);
console.log("W1 =", String(two.W1));
console.log("W2 =", String(two.W2));
await check("initializeParameters", visible, { initializeParameters: initializeParameters });

// %% [markdown] {"id": "initializeParameters-expected"}
// Expected:
//
// ```text
// W1 = [[ 0.01624345 -0.00611756 -0.00528172]
//  [-0.01072969  0.00865408 -0.02301539]]
// W2 = [[ 0.01744812 -0.00761207]]
// ```
//
// *The usual mistake*: `W1` of shape (3, 2). Rows are the units that listen, columns the units they listen to.

// %% [markdown] {"id": "initializeParametersDeep-text"}
// ### Exercise 2: initializeParametersDeep
//
// Now any number of layers. `layerDims` is the list of their sizes, the input first: `[5, 4, 3, 1]` is the network of the picture. Fill the
// record in a loop over the layers $l = 1, \dots, L$:
//
// $$W^{[l]} \text{ of shape } \big(n^{[l]}, n^{[l-1]}\big), \text{ standard normal, times } 0.01 \qquad b^{[l]} \text{ of shape } \big(n^{[l]}, 1\big), \text{ zeros}$$
//
// - `layerDims.length` counts the input too: for $L$ layers the list has $L + 1$ entries.
// - A name with a number in it is written with backticks: `` parameters[`W${l}`] = … ``.

// %% {"id": "initializeParametersDeep", "role": "exercise"}
// EXERCISE: initializeParametersDeep
/** W1 (n1, n0), b1 (n1, 1), W2 (n2, n1), … for the layer sizes n0, n1, n2, …; weights are drawn in this order. */
function initializeParametersDeep(layerDims: readonly number[]): Parameters {
  np.random.seed(3);
  const parameters: Parameters = {};
  // BEGIN SOLUTION (about 5 lines)
  for (let l = 1; l < layerDims.length; l++) {
    parameters[`W${l}`] = np.multiply(np.random.randn(layerDims[l], layerDims[l - 1]), 0.01); // (n, nPrev)
    parameters[`b${l}`] = np.zeros([layerDims[l], 1]);
  }
  return parameters;
  // END SOLUTION
}

// %% {"id": "initializeParametersDeep-check", "role": "check"}
// CHECK: initializeParametersDeep
const start = initializeParametersDeep([3, 4, 2, 1]);
for (const [name, tensor] of Object.entries(start)) console.log(`${name} (${tensor.shape.join(", ")})`);
console.log("W2 =", String(start.W2));
await check("initializeParametersDeep", visible, { initializeParametersDeep: initializeParametersDeep });

// %% [markdown] {"id": "initializeParametersDeep-expected"}
// Expected:
//
// ```text
// W1 (4, 3)
// b1 (4, 1)
// W2 (2, 4)
// b2 (2, 1)
// W3 (1, 2)
// b3 (1, 1)
// W2 = [[ 0.00881318  0.01709573  0.00050034 -0.00404677]
//  [-0.0054536  -0.01546477  0.00982367 -0.01101068]]
// ```
//
// *The usual mistakes*: the last layer is missing, because the loop stopped one too early (there is no `W3` in the list); or
// `randn` complains about a length that is `undefined`, because the loop began at 0 and asked for the layer before the input.

// %% [markdown] {"id": "forward"}
// ## 3. Forward
//
// ### Exercise 3: linearForward
//
// The first half of a layer: every unit weighs what it is given and adds its bias. For all units and all examples at once:
//
// $$Z^{[l]} = W^{[l]} A^{[l-1]} + b^{[l]}$$
//
// | step | code | shape |
// | --- | --- | --- |
// | $W A$ | `np.dot(W, A)` | $(n, n_{\mathrm{prev}}) \times (n_{\mathrm{prev}}, m) \to (n, m)$ |
// | $+\ b$ | `np.add(…, b)` | $(n, m) + (n, 1)$: the column $b$ is added to every column |
//
// Out: `{ Z, cache }`. The cache is `{ A, W, b }`, the three things that went in. You will see in Exercise 7 what they are good for.

// %% {"id": "linear-cache", "role": "given"}
/** What linearForward was given. */
interface LinearCache {
  A: np.Tensor;
  W: np.Tensor;
  b: np.Tensor;
}

// %% {"id": "linearForward", "role": "exercise"}
// EXERCISE: linearForward
/** Z = W A + b, shape (n, m), for A (nPrev, m), W (n, nPrev), b (n, 1); the cache holds A, W and b. */
function linearForward(A: np.Tensor, W: np.Tensor, b: np.Tensor): { Z: np.Tensor; cache: LinearCache } {
  // BEGIN SOLUTION (about 2 lines)
  const Z = np.add(np.dot(W, A), b); // (n, nPrev) x (nPrev, m) -> (n, m)
  return { Z, cache: { A, W, b } };
  // END SOLUTION
}

// %% {"id": "linearForward-check", "role": "check"}
// CHECK: linearForward
const layer = {
  A: np.array([
    [1, -2],
    [0.5, 1],
    [-1, 0],
  ]), // (3, 2): two examples of three numbers
  W: np.array([
    [1, -1, -0.5],
    [-0.5, 0, -1],
  ]), // (2, 3): two units
  b: np.array([[0.1], [-0.2]]), // (2, 1)
};
console.log("Z =", String(linearForward(layer.A, layer.W, layer.b).Z));
await check("linearForward", visible, { linearForward: linearForward });

// %% [markdown] {"id": "linearForward-expected"}
// Expected:
//
// ```text
// Z = [[ 1.1 -2.9]
//  [ 0.3  0.8]]
// ```
//
// *The usual mistake* is the order of the product. `np.dot(A, W)` stops with the two shapes side by side when you are lucky; when the layer
// happens to be square it goes through, and every number is wrong.

// %% [markdown] {"id": "activations-text"}
// ### The bend
//
// A layer that only weighs and adds is a straight line, and a hundred of them in a row are one straight line. So every layer bends its
// sums. Two bends are enough for us, and they are given:
//
// - $\mathrm{relu}(z) = \max(0, z)$ in all layers but the last. It is cheap, and where it is not flat its slope is 1, however large $z$: unlike
//   the two ends of $\tanh$ and sigmoid it does not put the slope to sleep.
// - $\sigma(z) = 1 / (1 + e^{-z})$ in the last, because there we want a number between 0 and 1.
//
// Both return `{ A, cache }` as well. This cache holds `Z`: the way back has to know where on its curve each unit was.

// %% {"id": "activations", "role": "given"}
/** What the bend of a layer was given. */
interface ActivationCache {
  Z: np.Tensor;
}

type Activation = "relu" | "sigmoid";

/** 1 / (1 + e^-Z), entry by entry; any shape. */
function sigmoid(Z: np.Tensor): { A: np.Tensor; cache: ActivationCache } {
  return { A: np.divide(1, np.add(1, np.exp(np.negative(Z)))), cache: { Z } };
}

/** max(0, Z), entry by entry; any shape. */
function relu(Z: np.Tensor): { A: np.Tensor; cache: ActivationCache } {
  return { A: np.maximum(0, Z), cache: { Z } };
}

const zs = np.linspace(-4, 4, 161);
np.plot
  .lines(
    { relu: relu(zs).A, sigmoid: sigmoid(zs).A },
    { x: zs, title: "Two bends", xLabel: "z", yLabel: "a" },
  )
  .show();

// %% [markdown] {"id": "linearActivationForward-text"}
// ### Exercise 4: linearActivationForward
//
// A whole layer: weigh, then bend.
//
// $$A^{[l]} = g\big(W^{[l]} A^{[l-1]} + b^{[l]}\big) \qquad g = \mathrm{relu} \text{ or } \sigma$$
//
// In: `APrev`, `W`, `b`, and the word `"relu"` or `"sigmoid"`. Out: `{ A, cache }`, where the cache keeps both halves:
// `linear` from `linearForward` and `activation` from the bend.
//
// - Both halves give back something called `cache`. So do not unpack them: keep each answer under a name of its own, like
//   `const weighed = linearForward(…);`, and write `weighed.Z` and `weighed.cache`.

// %% {"id": "layer-cache", "role": "given"}
/** What a layer keeps for the way back. */
interface LayerCache {
  linear: LinearCache;
  activation: ActivationCache;
}

// %% {"id": "linearActivationForward", "role": "exercise"}
// EXERCISE: linearActivationForward
/** A = g(W APrev + b), shape (n, m), and what its two halves keep for the way back. */
function linearActivationForward(
  APrev: np.Tensor,
  W: np.Tensor,
  b: np.Tensor,
  activation: Activation,
): { A: np.Tensor; cache: LayerCache } {
  // BEGIN SOLUTION (about 3 lines)
  const weighed = linearForward(APrev, W, b);
  const bent = activation === "relu" ? relu(weighed.Z) : sigmoid(weighed.Z);
  return { A: bent.A, cache: { linear: weighed.cache, activation: bent.cache } };
  // END SOLUTION
}

// %% {"id": "linearActivationForward-check", "role": "check"}
// CHECK: linearActivationForward
const bent = linearActivationForward(layer.A, layer.W, layer.b, "relu");
console.log("relu:    A =", String(bent.A));
const squashed = linearActivationForward(layer.A, layer.W, layer.b, "sigmoid");
console.log("sigmoid: A =", String(squashed.A));
await check("linearActivationForward", visible, { linearActivationForward: linearActivationForward });

// %% [markdown] {"id": "linearActivationForward-expected"}
// Expected:
//
// ```text
// relu:    A = [[1.1 0. ]
//  [0.3 0.8]]
// sigmoid: A = [[0.75026011 0.05215356]
//  [0.57444252 0.68997448]]
// ```
//
// *The usual mistake* is to keep `A` where `Z` belongs. Forward nobody notices; backward the slope of the sigmoid is then taken at the
// wrong place, and the training gets slow for no visible reason.

// %% [markdown] {"id": "lModelForward-text"}
// ### Exercise 5: lModelForward
//
// The whole way there: $L - 1$ layers with relu, then one with the sigmoid. Each gets what the one before gave out.
//
// $$A^{[0]} = X \qquad A^{[l]} = \mathrm{relu}\big(W^{[l]} A^{[l-1]} + b^{[l]}\big) \ \text{ for } l < L \qquad A^{[L]} = \sigma\big(W^{[L]} A^{[L-1]} + b^{[L]}\big)$$
//
// Out: `{ AL, caches }`, where `caches` is the list of the layers' caches, the first layer's first.
//
// - Two tensors per layer: `L` is `Object.keys(parameters).length / 2`.
// - `caches.push(cache)` appends. The list counts from 0, the layers from 1: the cache of layer $l$ is `caches[l - 1]`.
// - `let A = X;` before the loop and `A = …` inside hand the activations on.

// %% {"id": "lModelForward", "role": "exercise"}
// EXERCISE: lModelForward
/** Answers AL (nY, m) for X (nX, m), relu in all layers but the last, and the cache of every layer. */
function lModelForward(X: np.Tensor, parameters: Parameters): { AL: np.Tensor; caches: LayerCache[] } {
  const caches: LayerCache[] = [];
  const L = Object.keys(parameters).length / 2;
  // BEGIN SOLUTION (about 8 lines)
  let A = X;
  for (let l = 1; l < L; l++) {
    const hidden = linearActivationForward(A, parameters[`W${l}`], parameters[`b${l}`], "relu");
    A = hidden.A; // (n, m)
    caches.push(hidden.cache);
  }
  const last = linearActivationForward(A, parameters[`W${L}`], parameters[`b${L}`], "sigmoid");
  caches.push(last.cache);
  return { AL: last.A, caches };
  // END SOLUTION
}

// %% {"id": "lModelForward-check", "role": "check"}
// CHECK: lModelForward
np.random.seed(22);
const weights: Parameters = {
  W1: np.random.randn(4, 3),
  b1: np.random.randn(4, 1),
  W2: np.random.randn(2, 4),
  b2: np.random.randn(2, 1),
  W3: np.random.randn(1, 2),
  b3: np.random.randn(1, 1),
};
const small = {
  X: np.random.randn(3, 4), // four examples of three numbers
  Y: np.array([[1, 0, 1, 0]]), // (1, 4)
  parameters: weights,
};
const forward = lModelForward(small.X, small.parameters);
console.log("AL =", String(forward.AL));
console.log("caches:", forward.caches.length);
await check("lModelForward", visible, { lModelForward: lModelForward });

// %% [markdown] {"id": "lModelForward-expected"}
// Expected:
//
// ```text
// AL = [[0.33736515 0.85477125 0.25189151 0.65212323]]
// caches: 3
// ```
//
// *The usual mistakes*: relu in the last layer too, which shows in answers of exactly 0 or above 1; `X` in every layer, where the shapes do
// not fit from layer 2 on; and one cache too few, because the last layer stands outside the loop.

// %% [markdown] {"id": "computeCost-text"}
// ### Exercise 6: computeCost
//
// You know it from notebooks 02 and 03; it asks only for the answers, not for how many layers made them:
//
// $$J = -\frac{1}{m} \sum_{i=1}^{m} \Big( y^{(i)} \log a^{[L](i)} + \big(1 - y^{(i)}\big) \log\big(1 - a^{[L](i)}\big) \Big)$$
//
// In: `AL` and `Y`, both $(1, m)$. Out: a plain number.

// %% {"id": "computeCost", "role": "exercise"}
// EXERCISE: computeCost
/** Cross-entropy of the answers AL (1, m) with the labels Y (1, m), averaged over the m examples. */
function computeCost(AL: np.Tensor, Y: np.Tensor): number {
  // BEGIN SOLUTION (about 4 lines)
  const m = Y.shape[1];
  const ones = np.multiply(Y, np.log(AL));
  const zeros = np.multiply(np.subtract(1, Y), np.log(np.subtract(1, AL)));
  return -np.sum(np.add(ones, zeros)) / m;
  // END SOLUTION
}

// %% {"id": "computeCost-check", "role": "check"}
// CHECK: computeCost
console.log("cost =", computeCost(np.array([[0.8, 0.9, 0.4]]), np.array([[1, 1, 0]])).toFixed(6));
await check("computeCost", visible, { computeCost: computeCost });

// %% [markdown] {"id": "computeCost-expected"}
// Expected:
//
// ```text
// cost = 0.279777
// ```
//
// *The usual mistakes*: a negative cost (no minus in front), and 0.109501, when the second half is forgotten.
//
// > **Half-way.** This is a good place for a break. You have a network that answers; it does not learn yet. When you come back: *Run → Run
// > All Above Selected Cell*, look once more at the picture with the caches, and go on here.

// %% [markdown] {"id": "backward"}
// ## 4. Backward
//
// Stand in the middle of the network, at layer $l$. Somebody on your right tells you $dA^{[l]}$: by how much the cost changes when your
// answers change. Your job has three parts, and each is one line of the chain rule:
//
// 1. through your bend: $dZ^{[l]} = dA^{[l]} \odot g'(Z^{[l]})$, entry by entry,
// 2. to your weights and biases: $dW^{[l]}$ and $db^{[l]}$, which you keep for the update,
// 3. to your input: $dA^{[l-1]}$, which you tell your neighbour on the left.
//
// ### Exercise 7: linearBackward
//
// Parts 2 and 3. From $Z = W A_{\mathrm{prev}} + b$:
//
// $$dW = \frac{1}{m}\, dZ\, A_{\mathrm{prev}}^{T} \qquad db = \frac{1}{m} \sum_{\text{columns}} dZ \qquad dA_{\mathrm{prev}} = W^{T} dZ$$
//
// **Why so?** A weight acts through its input, so its slope is the error times that input, averaged over the examples: that is the product
// with $A_{\mathrm{prev}}^T$. A bias acts on every example alike, so the errors of **its own** unit are averaged. And an input acts on all units it is
// connected to: it collects their errors along the weights, which is the product with $W^T$.
//
// | symbol | code | shape |
// | --- | --- | --- |
// | $dZ$ | `dZ` | $(n, m)$, comes in |
// | $dW$ | `dW` | $(n, m) \times (m, n_{\mathrm{prev}}) \to (n, n_{\mathrm{prev}})$ |
// | $db$ | `db` | $(n, m) \to (n, 1)$ |
// | $dA_{\mathrm{prev}}$ | `dAPrev` | $(n_{\mathrm{prev}}, n) \times (n, m) \to (n_{\mathrm{prev}}, m)$ |
//
// - `const { A, W } = cache;` unpacks what `linearForward` kept: `A` is what we call $A_{\mathrm{prev}}$ here.
// - `np.sum(dZ, { axis: 1, keepdims: true })` adds up each row and keeps it a column.
// - $dA_{\mathrm{prev}}$ has no $1/m$: each example has its own.

// %% {"id": "linearBackward", "role": "exercise"}
// EXERCISE: linearBackward
/** Slopes dAPrev (nPrev, m), dW (n, nPrev), db (n, 1) from dZ (n, m) and the layer's inputs. */
function linearBackward(
  dZ: np.Tensor,
  cache: LinearCache,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  // BEGIN SOLUTION (about 6 lines)
  const { A, W } = cache;
  const m = A.shape[1];
  const dW = np.divide(np.dot(dZ, A.T), m); // (n, m) x (m, nPrev) -> (n, nPrev)
  const db = np.divide(np.sum(dZ, { axis: 1, keepdims: true }), m); // (n, 1)
  const dAPrev = np.dot(W.T, dZ); // (nPrev, n) x (n, m) -> (nPrev, m)
  return { dAPrev, dW, db };
  // END SOLUTION
}

// %% {"id": "linearBackward-check", "role": "check"}
// CHECK: linearBackward
const dZ = np.array([
  [1, -0.5],
  [0.25, 2],
]); // (2, 2): two units, two examples
const slopes = linearBackward(dZ, layer);
console.log("dAPrev =", String(slopes.dAPrev));
console.log("dW =", String(slopes.dW));
console.log("db =", String(slopes.db));
await check("linearBackward", visible, { linearBackward: linearBackward });

// %% [markdown] {"id": "linearBackward-expected"}
// Expected:
//
// ```text
// dAPrev = [[ 0.875 -1.5  ]
//  [-1.     0.5  ]
//  [-0.75  -1.75 ]]
// dW = [[ 1.      0.     -0.5   ]
//  [-1.875   1.0625 -0.125 ]]
// db = [[0.25 ]
//  [1.125]]
// ```
//
// *The usual mistakes*, and how they look. `dW` and `db` twice too large: no division by $m$. `db` of shape (2,): `keepdims` is missing.
//
// And one that deserves a box of its own:
//
// > **One number for all biases.** `np.sum(dZ)` without an axis adds up *all* units, here 2.75 / 2 = 1.375. In the update it
// > is subtracted from every bias alike; broadcasting makes the shapes fit, nothing complains, and the network still learns,
// > only worse. Well-known teaching code carried this mistake for a long time, and accuracies computed with it are still being quoted. Nothing
// > finds it like a measurement: section 5 has one.

// %% [markdown] {"id": "activation-slopes-text"}
// ### Back through the bend
//
// Part 1 of the three. The slopes of the two bends are given:
//
// - **relu**: where $z > 0$ the slope is 1 and the message passes unchanged; elsewhere it is 0 and nothing passes.
// - **sigmoid**: $\sigma'(z) = \sigma(z)\,(1 - \sigma(z))$, at most one quarter.

// %% {"id": "activation-slopes", "role": "given"}
/** dZ from dA, both (n, m): passes where Z > 0. */
function reluBackward(dA: np.Tensor, cache: ActivationCache): np.Tensor {
  return np.where(np.greater(cache.Z, 0), dA, 0);
}

/** dZ from dA, both (n, m): times s (1 - s) with s the sigmoid of Z. */
function sigmoidBackward(dA: np.Tensor, cache: ActivationCache): np.Tensor {
  const s = sigmoid(cache.Z).A;
  return np.multiply(dA, np.multiply(s, np.subtract(1, s)));
}

const all = np.ones([1, 161]);
np.plot
  .lines(
    {
      relu: reluBackward(all, { Z: zs.reshape([1, -1]) }),
      sigmoid: sigmoidBackward(all, { Z: zs.reshape([1, -1]) }),
    },
    { x: zs, title: "Slopes of the two bends", xLabel: "z", yLabel: "slope" },
  )
  .show();

// %% [markdown] {"id": "linearActivationBackward-text"}
// ### Exercise 8: linearActivationBackward
//
// A whole layer backward: first through the bend, then through the weights. The reverse order of Exercise 4, like getting out of
// a coat and a pullover.
//
// $$dZ^{[l]} = dA^{[l]} \odot g'\big(Z^{[l]}\big) \qquad \text{then Exercise 7}$$
//
// - `cache.activation` belongs to the bend, `cache.linear` to the weights.

// %% {"id": "linearActivationBackward", "role": "exercise"}
// EXERCISE: linearActivationBackward
/** Slopes dAPrev (nPrev, m), dW (n, nPrev), db (n, 1) from dA (n, m) and the layer's cache. */
function linearActivationBackward(
  dA: np.Tensor,
  cache: LayerCache,
  activation: Activation,
): { dAPrev: np.Tensor; dW: np.Tensor; db: np.Tensor } {
  // BEGIN SOLUTION (about 3 lines)
  const dZ =
    activation === "relu" ? reluBackward(dA, cache.activation) : sigmoidBackward(dA, cache.activation);
  return linearBackward(dZ, cache.linear);
  // END SOLUTION
}

// %% {"id": "linearActivationBackward-check", "role": "check"}
// CHECK: linearActivationBackward
console.log("relu:    db =", String(linearActivationBackward(dZ, bent.cache, "relu").db));
console.log("sigmoid: db =", String(linearActivationBackward(dZ, squashed.cache, "sigmoid").db));
await check("linearActivationBackward", visible, { linearActivationBackward: linearActivationBackward });

// %% [markdown] {"id": "linearActivationBackward-expected"}
// Expected:
//
// ```text
// relu:    db = [[0.5  ]
//  [1.125]]
// sigmoid: db = [[0.08132655]
//  [0.24446699]]
// ```
//
// *The usual mistake* is to skip the bend: without it both lines print the `db` of Exercise 7, 0.25 and 1.125.

// %% [markdown] {"id": "lModelBackward-text"}
// ### Exercise 9: lModelBackward
//
// The whole way back. It begins with the slope of the cost itself. Per example, $\mathcal{L} = -y \log a - (1 - y) \log(1 - a)$, and its
// derivative is
//
// $$dA^{[L]} = -\left( \frac{Y}{A^{[L]}} - \frac{1 - Y}{1 - A^{[L]}} \right)$$
//
// Then the last layer (sigmoid), then layers $L-1, \dots, 1$ (relu), each with its own cache and with the `dAPrev` of the layer to its right.
//
// | name | from | shape |
// | --- | --- | --- |
// | `` grads[`dA${l - 1}`] `` | `dAPrev` of layer $l$ | that of $A^{[l-1]}$ |
// | `` grads[`dW${l}`] `` | `dW` of layer $l$ | that of $W^{[l]}$ |
// | `` grads[`db${l}`] `` | `db` of layer $l$ | that of $b^{[l]}$ |
//
// - `caches[l - 1]` is the cache of layer $l$, so the last one is `caches[L - 1]`.
// - A loop can run downwards: `for (let l = L - 1; l >= 1; l--)`.
// - If you have worked out on paper that $dZ^{[L]} = A^{[L]} - Y$, you may begin there with `linearBackward`: the numbers are the same.

// %% {"id": "lModelBackward", "role": "exercise"}
// EXERCISE: lModelBackward
/** Slopes dA0, dW1, db1, dA1, dW2, db2, … from AL (1, m), Y (1, m) and the caches of all layers. */
function lModelBackward(AL: np.Tensor, Y: np.Tensor, caches: LayerCache[]): Gradients {
  const grads: Gradients = {};
  const L = caches.length;
  // BEGIN SOLUTION (about 10 lines)
  let dA = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, AL)), np.divide(Y, AL)); // (1, m)
  for (let l = L; l >= 1; l--) {
    const { dAPrev, dW, db } = linearActivationBackward(dA, caches[l - 1], l === L ? "sigmoid" : "relu");
    grads[`dA${l - 1}`] = dAPrev;
    grads[`dW${l}`] = dW;
    grads[`db${l}`] = db;
    dA = dAPrev; // (nPrev, m)
  }
  return grads;
  // END SOLUTION
}

// %% {"id": "lModelBackward-check", "role": "check"}
// CHECK: lModelBackward
const grads = lModelBackward(forward.AL, small.Y, forward.caches);
console.log("dW1 =", String(grads.dW1));
console.log("db1 =", String(grads.db1));
console.log("dA1 =", String(grads.dA1));
await check("lModelBackward", visible, { lModelBackward: lModelBackward });

// %% [markdown] {"id": "lModelBackward-expected"}
// Expected:
//
// ```text
// dW1 = [[ 0.64193437 -0.20446345  0.15886316]
//  [-0.24684921  0.0786243  -0.06108918]
//  [ 0.10298826 -0.03653288 -0.00324777]
//  [ 0.01490118 -0.01157357 -0.04890938]]
// db1 = [[ 0.27547482]
//  [-0.10593098]
//  [ 0.04120888]
//  [ 0.0009276 ]]
// dA1 = [[-0.86484872  1.11561868  0.          0.8511293 ]
//  [ 0.33256861 -0.42899959  0.         -0.32729295]
//  [-0.1277836   0.16483551  0.          0.12575652]
//  [ 0.23389855 -0.30171935  0.         -0.23018813]]
// ```
//
// The third column of `dA1` is zero: for the third example both relus of layer 2 are closed, and nothing gets past them.
//
// *The usual mistakes*: the wrong cache (`caches[l]` for layer $l$: the shapes clash, or the last one is `undefined`), `dA` names that are
// off by one, and a wrong sign in $dA^{[L]}$, which turns every number above around.

// %% [markdown] {"id": "measure-text"}
// ## 5. Is it right? Measure it
//
// Backpropagation with a mistake in it often learns nevertheless, only worse. So do not believe it; measure. A slope says by how
// much the cost changes per unit of a weight. Move one weight a tiny bit up and down, look at the cost, and you have it:
//
// $$\frac{\partial J}{\partial \theta} \approx \frac{J(\theta + \varepsilon) - J(\theta - \varepsilon)}{2 \varepsilon}$$
//
// Nothing here uses your backward functions. If both columns agree, they are right.

// %% {"id": "measure", "role": "given"}
/** The slope of the cost along one entry of a parameter, from a step of 1e-6 to both sides. */
function measuredSlope(name: string, i: number, j: number): number {
  const costAt = (step: number): number => {
    const moved = small.parameters[name].copy();
    moved.set(moved.get(i, j) + step, i, j);
    return computeCost(lModelForward(small.X, { ...small.parameters, [name]: moved }).AL, small.Y);
  };
  return (costAt(1e-6) - costAt(-1e-6)) / 2e-6;
}

const sixDigits = (slope: number): string => slope.toFixed(6).padStart(12);

console.log("entry        measured    computed");
for (const [name, t] of Object.entries(small.parameters)) {
  const last = t.shape.map((length) => length - 1); // the last entry of each
  const [measured, computed] = [measuredSlope(name, last[0], last[1]), grads[`d${name}`].get(...last)];
  console.log(`${name}[${last.join(", ")}] ${sixDigits(measured)} ${sixDigits(computed)}`);
}

// %% [markdown] {"id": "updateParameters-text"}
// ## 6. The step
//
// ### Exercise 10: updateParameters
//
// One step downhill for every parameter of every layer:
//
// $$W^{[l]} \leftarrow W^{[l]} - \alpha\, dW^{[l]} \qquad b^{[l]} \leftarrow b^{[l]} - \alpha\, db^{[l]} \qquad l = 1, \dots, L$$
//
// - Return a *new* record with *new* tensors. What came in belongs to the caller: leave it as it was.
// - There are more names in `grads` than in `parameters` (`dA0`, `dA1`, …): go by the parameters.

// %% {"id": "updateParameters", "role": "exercise"}
// EXERCISE: updateParameters
/** The parameters after one step of gradient descent; names and shapes stay as they are. */
function updateParameters(parameters: Parameters, grads: Gradients, learningRate: number): Parameters {
  const L = Object.keys(parameters).length / 2;
  const updated: Parameters = {};
  // BEGIN SOLUTION (about 5 lines)
  for (let l = 1; l <= L; l++) {
    updated[`W${l}`] = np.subtract(parameters[`W${l}`], np.multiply(learningRate, grads[`dW${l}`])); // (n, nPrev)
    updated[`b${l}`] = np.subtract(parameters[`b${l}`], np.multiply(learningRate, grads[`db${l}`])); // (n, 1)
  }
  return updated;
  // END SOLUTION
}

// %% {"id": "updateParameters-check", "role": "check"}
// CHECK: updateParameters
const moved = updateParameters(small.parameters, grads, 0.1);
console.log("W3 =", String(moved.W3));
console.log("b1 =", String(moved.b1));
const after = computeCost(lModelForward(small.X, moved).AL, small.Y);
console.log(`cost: ${computeCost(forward.AL, small.Y).toFixed(6)} before, ${after.toFixed(6)} after`);
await check("updateParameters", visible, { updateParameters: updateParameters });

// %% [markdown] {"id": "updateParameters-expected"}
// Expected:
//
// ```text
// W3 = [[0.23661713 0.49029818]]
// b1 = [[ 0.56020473]
//  [ 0.76291068]
//  [-1.06262344]
//  [ 1.05587965]]
// cost: 1.362675 before, 1.120930 after
// ```
//
// *The usual mistakes*: a cost that is larger after the step (plus in place of minus), and a last layer that never moves (`l < L`).

// %% [markdown] {"id": "by-layer-text"}
// ## 7. How loud is the message in each layer?
//
// On its way back the message passes one layer after the other, and each multiplies it by its weights. What if all weights are as small
// as 0.01? Here is a network of six layers, started in two ways: with your `initializeParametersDeep`, and with each $W^{[l]}$ made larger
// to $\mathrm{randn} / \sqrt{n^{[l-1]}}$, so that sums of many inputs come out neither small nor large.

// %% {"id": "by-layer", "role": "given"}
/** The weights of initializeParametersDeep, from 0.01 times normal to normal / sqrt(nPrev). */
function rescaled(parameters: Parameters): Parameters {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, t]) => [
      name,
      name.startsWith("W") ? np.multiply(t, 100 / Math.sqrt(t.shape[1])) : t,
    ]),
  );
}

const deepDims = [2, 8, 8, 8, 8, 8, 1];
const moons = np.datasets.makeMoons({ m: 200, noise: 0.2, seed: 1 });

/** Mean size of the entries of dW, per layer, as a power of ten. */
function loudness(parameters: Parameters): number[] {
  const { AL, caches } = lModelForward(moons.X, parameters);
  const grads = lModelBackward(AL, moons.Y, caches);
  return caches.map((_, i) => Math.log10(np.mean(np.abs(grads[`dW${i + 1}`]))));
}

const smallStart = initializeParametersDeep(deepDims);
np.plot
  .lines(
    { "0.01 randn": loudness(smallStart), "randn / √nPrev": loudness(rescaled(smallStart)) },
    {
      x: [1, 2, 3, 4, 5, 6],
      title: "Mean size of dW in each of six layers",
      xLabel: "layer",
      yLabel: "log₁₀ of the mean size",
    },
  )
  .show();

// %% [markdown] {"id": "by-layer-read"}
// Each step down the scale is a factor of ten: with the small start the slopes are a hundred million times smaller. On the way there every
// layer shrinks the activations, on the way back every layer shrinks the message, and in $dW^{[l]}$ both meet: so all six layers
// get the same whisper. Nothing moves; the answers stay at one half. This is a **vanishing gradient**. With the other start all layers
// hear well. Two layers can work with 0.01; a deep network needs a start that knows how many inputs a unit has. The next
// notebook uses it.

// %% {"id": "by-layer-heatmap", "role": "given"}
const heard = lModelForward(moons.X, rescaled(smallStart));
np.plot
  .heatmap(lModelBackward(heard.AL, moons.Y, heard.caches).dW3, {
    title: "The slopes of layer 3, one by one",
    xLabel: "unit of layer 2",
    yLabel: "unit of layer 3",
    diverging: true,
    values: false,
  })
  .show();

// %% [markdown] {"id": "heatmap-read"}
// One row per unit of layer 3, one column per unit that it listens to. Column 3 is white: that unit of layer 2 gave out only zeros, for all
// two hundred points, so nobody can learn anything from it. Row 1 is almost white: its relu is closed for nearly every point, and what
// does not pass through cannot be learned from. Such units are called **dead**, or nearly so; it is why one makes layers a little wider.

// %% [markdown] {"id": "learn-text"}
// ## 8. Does it learn?
//
// All ten functions in five lines. Two moons, 2-8-4-1, two thousand steps; a few seconds.

// %% {"id": "learn", "role": "given"}
/** Gradient descent with your functions; the cost of every hundredth step. */
async function train(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: readonly number[],
  numIterations: number,
  learningRate: number,
): Promise<{ parameters: Parameters; costs: number[] }> {
  let parameters = rescaled(initializeParametersDeep(layerDims));
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    await np.tick();
    const { AL, caches } = lModelForward(X, parameters);
    if (i % 100 === 0) costs.push(computeCost(AL, Y));
    parameters = updateParameters(parameters, lModelBackward(AL, Y, caches), learningRate);
  }
  return { parameters, costs };
}

/** 1 where the network says more than one half, else 0; shape (1, m). */
function decide(X: np.Tensor, parameters: Parameters): np.Tensor {
  return np.greater(lModelForward(X, parameters).AL, 0.5).astype("float64");
}

const trained = await train(moons.X, moons.Y, [2, 8, 4, 1], 2000, 0.5);
const percent = 100 * np.mean(np.equal(decide(moons.X, trained.parameters), moons.Y));
console.log(
  `cost ${trained.costs[0].toFixed(4)} at the start, ${trained.costs.at(-1)?.toFixed(4)} at step 1900`,
);
console.log(`accuracy: ${percent.toFixed(1)} %`);

// %% {"id": "learn-cost", "role": "given"}
np.plot.costCurve(trained.costs, { every: 100, title: "A three-layer network learns two moons" }).show();

// %% {"id": "learn-border", "role": "given"}
np.plot
  .decisionBoundary((points) => decide(points, trained.parameters), moons.X, moons.Y, {
    title: `2-8-4-1 on two moons: ${percent.toFixed(1)} %`,
  })
  .show();

// %% [markdown] {"id": "learn-read"}
// Look at the border: it is made of straight pieces. A relu unit has one kink, and the layers after it fold the plane again along other
// lines. Notebook 03's border was round because $\tanh$ is.

// %% {"id": "own"}
// Yours to play with: deeper, wider, another rate. What happens with [2, 1, 1]?
// And with the small start, when train leaves `rescaled` out?
const played = await train(moons.X, moons.Y, [2, 16, 8, 4, 1], 1000, 0.1);
np.plot.costCurve(played.costs, { every: 100, title: "My network" }).show();

// %% [markdown] {"id": "end"}
// ## What you built
//
// The machine room of deep learning. Big networks have other kinds of layers and faster numbers, but each layer in them does what
// yours does: forward with a cache, backward with three slopes. In the next notebook you put the machine to work on pictures of cats.
//
// **New words**: *layer*, *relu*, *cache*, *forward and backward pass*, *chain rule*, *gradient check*, *vanishing gradient*, *dead unit*.
//
// **Five questions**
//
// 1. Which parts of a layer's cache does `linearBackward` read, and for which slope does it need each? Which part does nobody read?
// 2. Why do `dW` and `db` carry a factor $1/m$ and `dAPrev` not?
// 3. Show on paper that $dA^{[L]} \odot \sigma'(Z^{[L]})$ is $A^{[L]} - Y$. Why could the short form be the better one when an answer is very sure?
// 4. A unit's relu is closed for all examples. What are its row of `dW` and its entry of `db`? Can it ever wake up?
// 5. `measuredSlope` needs two forward passes per entry. How many would a network with a million weights need, and how many does
//    backpropagation need?
//
// **What to try**: break one line of your `linearBackward` (sum `db` over all units!) and run section 5 and section 8 again. Which of the two
// would have told you?
//
// **Hand in**: save, then run `npx autograder check notebooks/04-deep-network-step-by-step.ipynb` in a terminal to see all checks at once.
