// Assignment 03, a network with one hidden layer, in percent format: solutions stand between BEGIN SOLUTION and END SOLUTION.
// `npx autograder release` makes notebooks/03-planar-classification.ipynb of it.

// %% [markdown] {"id": "title"}
// # Planar classification: one hidden layer that bends the line
//
// A single neuron can only draw a straight line. In this notebook you meet a flower that no straight line can cut into its
// two colours, and you build the smallest network that can: one **hidden layer** of four neurons between input and answer.
//
// **By the end you can**
//
// - *explain* what a hidden layer adds, and see it in a picture,
// - *write* forward and backward propagation through two layers, without a loop over examples,
// - *choose* the size of the hidden layer, and recognise one that is too small or larger than it need be.
//
// **Before you start**: notebook 02, logistic regression. You need its sigmoid, its cost and its gradient descent; all three
// come back. **Time**: about two hours. You can stop after any check and come back: *Run → Run All Above Selected Cell* brings you
// back to where you were.
//
// **How this notebook works.** Run a cell with Shift + Enter. In cells that begin with `// EXERCISE` you replace the
// line that throws by your own; the `// CHECK` cell below tells at once whether it works.

// %% [markdown] {"id": "notation"}
// ## Notation
//
// | symbol | code | shape | meaning |
// | --- | --- | --- | --- |
// | $m$ | `m` | number | how many examples, the columns of $X$ |
// | $n_x,\ n_h,\ n_y$ | `nX, nH, nY` | numbers | units of the input, the hidden and the output layer; here 2, 4, 1 |
// | $X$ | `X` | $(n_x, m)$ | one point of the plane per **column** |
// | $Y$ | `Y` | $(1, m)$ | its colour: 0 is blue, 1 is orange |
// | $W^{[1]},\ b^{[1]}$ | `W1, b1` | $(n_h, n_x)$, $(n_h, 1)$ | weights and biases of the hidden layer, one row per neuron |
// | $W^{[2]},\ b^{[2]}$ | `W2, b2` | $(n_y, n_h)$, $(n_y, 1)$ | weights and biases of the output layer |
// | $Z^{[1]},\ A^{[1]}$ | `Z1, A1` | $(n_h, m)$ | weighted sums of the hidden layer, and what it answers |
// | $Z^{[2]},\ A^{[2]}$ | `Z2, A2` | $(n_y, m)$ | the same for the output layer; $A^{[2]}$ lies between 0 and 1 |
// | $\tanh,\ \sigma$ | `np.tanh, sigmoid` | any | the bends of the hidden and of the output layer |
// | $J$ | `cost` | number | how wrong the answers are, on average |
// | $dZ^{[1]}, dW^{[1]}, db^{[1]}$, … | `dZ1, dW1, db1`, … | that of `Z1, W1, b1`, … | slopes of the cost, short for $\partial J/\partial W^{[1]}$ and so on; always shaped like their variable |
// | $\alpha$ | `learningRate` | number | how long a step downhill is |
// | $\theta$ | | any | stands for any one of the parameters |
//
// A small letter with a number in round brackets is one example's: $y^{(i)}$ is the label of point $i$, $a^{[2](i)}$ the answer to it. $z$ is one of the
// sums in $Z$; $w_1, w_2, b$ are the weights and the bias of a single neuron.
// The number in square brackets counts layers. Each row of `W1` is one neuron like the one you built before.

// %% {"id": "imports", "role": "given"}
import * as np from "kernel-lib";
import { check } from "../lib/check.js";
import visible from "./visible.test.js";

// %% [markdown] {"id": "data"}
// ## 1. The data
//
// Four hundred points in the plane, in two colours. They come from a formula with some noise, always the same, so that your
// numbers are those of your neighbour.

// %% {"id": "load", "role": "given"}
const { X, Y } = np.datasets.makeFlower();
const colours = ["blue", "orange"];
console.log(
  `X (${X.shape.join(", ")}), Y (${Y.shape.join(", ")}), ${np.sum(Y)} of ${Y.size} points are orange`,
);

// %% {"id": "flower", "role": "given"}
np.plot
  .scatter(X.at(0), X.at(1), {
    labels: Y,
    classes: colours,
    title: "The flower",
    xLabel: "x₁",
    yLabel: "x₂",
  })
  .show();

// %% [markdown] {"id": "line-text"}
// ## 2. First try: a straight line
//
// Before you build something new, see where the old tool fails. Here is the neuron of notebook 02, trained on the flower. Whatever it
// learns, it says orange where $w_1 x_1 + w_2 x_2 + b > 0$, and that is one side of a straight line.

// %% {"id": "line-train", "role": "given"}
/** The sigmoid of notebook 02: 1 / (1 + e^-z), entry by entry. */
function sigmoid(z: np.Tensor): np.Tensor {
  return np.divide(1, np.add(1, np.exp(np.negative(z))));
}

/** Percent of the predictions that equal the labels; both (1, m) of zeros and ones. */
function accuracy(prediction: np.Tensor, labels: np.Tensor): number {
  return 100 - 100 * np.mean(np.abs(np.subtract(prediction, labels)));
}

/** Trains one neuron on X (2, m), Y (1, m); returns its predictions as a function of points (2, n). */
function trainLine(X: np.Tensor, Y: np.Tensor): (points: np.Tensor) => np.Tensor {
  let w = np.zeros([2, 1]);
  let b = 0;
  for (let i = 0; i < 1000; i++) {
    const error = np.subtract(sigmoid(np.add(np.dot(w.T, X), b)), Y); // (1, m)
    w = np.subtract(w, np.multiply(0.1 / X.shape[1], np.dot(X, error.T))); // (2, m) x (m, 1) -> (2, 1)
    b -= 0.1 * np.mean(error);
  }
  return (points) => np.greater(np.add(np.dot(w.T, points), b), 0).astype("float64"); // (1, n)
}

const straight = trainLine(X, Y);
console.log(`accuracy of the straight line: ${accuracy(straight(X), Y).toFixed(2)} %`);

// %% {"id": "line-plot", "role": "given"}
np.plot
  .decisionBoundary(straight, X, Y, { classes: colours, title: "A straight line through a flower" })
  .show();

// %% [markdown] {"id": "line-read"}
// The background shows what the neuron says about every place of the plane, the marks show the truth. No better than tossing a
// coin: not because the training was too short, but because no line is any good. The model is too simple for the question.

// %% [markdown] {"id": "idea"}
// ## 3. The idea: let several lines vote
//
// Four neurons draw four lines. A fifth looks only at their four answers and weighs them up. Each neuron is as simple as before, but
// together they can fence in a region with corners and bends. The four are called **hidden**: the data say what goes in and what
// should come out, but never what a hidden neuron ought to answer. It has to find its own job.
//
// $$Z^{[1]} = W^{[1]} X + b^{[1]} \qquad A^{[1]} = \tanh Z^{[1]}$$
//
// $$Z^{[2]} = W^{[2]} A^{[1]} + b^{[2]} \qquad A^{[2]} = \sigma(Z^{[2]})$$
//
// **Why $\tanh$?** Without a bend between the layers, $W^{[2]} (W^{[1]} X)$ is $(W^{[2]} W^{[1]}) X$: one straight line again, in two steps.
// $\tanh$ looks like the sigmoid but runs from -1 to 1, so the hidden answers are centred around 0, which the next layer likes.
// At the end stands a sigmoid, because there we want a number between 0 and 1.
//
// You will write eight small functions: sizes, start, forward, cost, backward, step, training, prediction.

// %% [markdown] {"id": "layerSizes-text"}
// ### Exercise 1: layerSizes
//
// In: the data, `X` of shape $(n_x, m)$ and `Y` of shape $(n_y, m)$. Out: `{ nX, nH, nY }`, how many units each layer has. The data
// decide about the outer two; the hidden layer is your choice, and here it is 4.
//
// - `X.shape` is a list of two numbers: rows, columns.
// - Units are rows. The columns are examples, and their number is none of the network's business.

// %% {"id": "layerSizes", "role": "exercise"}
// EXERCISE: layerSizes
/** Units per layer for X (nX, m) and Y (nY, m), with 4 hidden units. */
function layerSizes(X: np.Tensor, Y: np.Tensor): { nX: number; nH: number; nY: number } {
  // BEGIN SOLUTION (about 1 line)
  return { nX: X.shape[0], nH: 4, nY: Y.shape[0] };
  // END SOLUTION
}

// %% {"id": "layerSizes-check", "role": "check"}
// CHECK: layerSizes
const sizes = layerSizes(X, Y);
console.log(`nX = ${sizes.nX}, nH = ${sizes.nH}, nY = ${sizes.nY}`);
await check("layerSizes", visible, { layerSizes: layerSizes });

// %% [markdown] {"id": "layerSizes-expected"}
// Expected:
//
// ```text
// nX = 2, nH = 4, nY = 1
// ```
//
// *The usual mistake* is to take the columns: then `nX` is 400, and the first matrix product will complain.

// %% [markdown] {"id": "initializeParameters-text"}
// ### Exercise 2: initializeParameters
//
// The single neuron could start at zero. Four neurons cannot: if they start equal, they get the same slopes, take the same steps and
// stay equal for ever. You would have four copies of one line. Small **random** weights give each its own beginning. Small,
// because $\tanh$ is steep near 0 and flat far out, and where it is flat nothing is learned. The biases may be zero.
//
// | symbol | code | shape | starts as |
// | --- | --- | --- | --- |
// | $W^{[1]}$ | `W1` | $(n_h, n_x)$ | standard normal, times 0.01 |
// | $b^{[1]}$ | `b1` | $(n_h, 1)$ | zeros |
// | $W^{[2]}$ | `W2` | $(n_y, n_h)$ | standard normal, times 0.01 |
// | $b^{[2]}$ | `b2` | $(n_y, 1)$ | zeros |
//
// - The first line, `np.random.seed(2)`, is given: it makes everybody draw the same numbers. Leave it out in your own projects.
// - `np.random.randn(rows, columns)` draws a matrix. Draw `W1` first and `W2` second, or your numbers will be others.

// %% {"id": "parameters-type", "role": "given"}
/** What the network learns. */
interface Parameters {
  W1: np.Tensor;
  b1: np.Tensor;
  W2: np.Tensor;
  b2: np.Tensor;
}

// %% {"id": "initializeParameters", "role": "exercise"}
// EXERCISE: initializeParameters
/** Small random weights W1 (nH, nX), W2 (nY, nH) and zero biases b1 (nH, 1), b2 (nY, 1). */
function initializeParameters(nX: number, nH: number, nY: number): Parameters {
  np.random.seed(2);
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
const start = initializeParameters(2, 4, 1);
console.log("W1 =", String(start.W1));
console.log("W2 =", String(start.W2));
await check("initializeParameters", visible, { initializeParameters: initializeParameters });

// %% [markdown] {"id": "initializeParameters-expected"}
// Expected:
//
// ```text
// W1 = [[-0.00416758 -0.00056267]
//  [-0.02136196  0.01640271]
//  [-0.01793436 -0.00841747]
//  [ 0.00502881 -0.01245288]]
// W2 = [[-0.01057952 -0.00909008  0.00551454  0.02292208]]
// ```
//
// *The usual mistakes*: `W1` of shape (2, 4), because columns and rows were swapped (one **row** per neuron!), and weights a hundred
// times too large, because the 0.01 was forgotten.

// %% [markdown] {"id": "forwardPropagation-text"}
// ### Exercise 3: forwardPropagation
//
// The four formulas of section 3, for all examples at once. In: `X` and the parameters. Out: `A2`, and a **cache** with `Z1`, `A1`, `Z2`,
// `A2`. The way back will need some of these again; keeping them is cheaper than computing them twice.
//
// | step | code | shape |
// | --- | --- | --- |
// | $W^{[1]} X$ | `np.dot(W1, X)` | $(n_h, n_x) \times (n_x, m) \to (n_h, m)$ |
// | $+\ b^{[1]}$ | `np.add(…, b1)` | $(n_h, m) + (n_h, 1)$: the column is added to every column |
// | $W^{[2]} A^{[1]}$ | yours | $(n_y, n_h) \times (n_h, m) \to (n_y, m)$ |
//
// - `np.tanh` works on a whole tensor, and so does the `sigmoid` above.
// - `const { W1, b1, W2, b2 } = parameters;` unpacks the four.

// %% {"id": "cache-type", "role": "given"}
/** What backward propagation needs from forward propagation. */
interface Cache {
  Z1: np.Tensor;
  A1: np.Tensor;
  Z2: np.Tensor;
  A2: np.Tensor;
}

// %% {"id": "forwardPropagation", "role": "exercise"}
// EXERCISE: forwardPropagation
/** Answers A2 (nY, m) for X (nX, m), and the cache: Z1, A1 (nH, m), Z2, A2 (nY, m). */
function forwardPropagation(X: np.Tensor, parameters: Parameters): { A2: np.Tensor; cache: Cache } {
  // BEGIN SOLUTION (about 6 lines)
  const { W1, b1, W2, b2 } = parameters;
  const Z1 = np.add(np.dot(W1, X), b1); // (nH, nX) x (nX, m) -> (nH, m)
  const A1 = np.tanh(Z1);
  const Z2 = np.add(np.dot(W2, A1), b2); // (nY, nH) x (nH, m) -> (nY, m)
  const A2 = sigmoid(Z2);
  return { A2, cache: { Z1, A1, Z2, A2 } };
  // END SOLUTION
}

// %% {"id": "forwardPropagation-check", "role": "check"}
// CHECK: forwardPropagation
const small = {
  X: np.array([
    [1, -2, 0.5, 3],
    [0.5, 1, -1, -2],
  ]), // (2, 4)
  Y: np.array([[1, 0, 1, 0]]), // (1, 4)
  parameters: {
    W1: np.array([
      [0.5, -1],
      [1, 0.25],
      [-0.5, 0.75],
    ]), // (3, 2): three hidden neurons
    b1: np.array([[0.1], [-0.2], [0]]), // (3, 1)
    W2: np.array([[1, -0.5, 2]]), // (1, 3)
    b2: np.array([[0.3]]), // (1, 1)
  },
};
const forward = forwardPropagation(small.X, small.parameters);
console.log("A1 =", String(forward.cache.A1));
console.log("A2 =", String(forward.A2));
await check("forwardPropagation", visible, { forwardPropagation: forwardPropagation });

// %% [markdown] {"id": "forwardPropagation-expected"}
// Expected:
//
// ```text
// A1 = [[ 0.09966799 -0.95623746  0.87405329  0.99850794]
//  [ 0.72825421 -0.96031939  0.04995837  0.9800964 ]
//  [-0.124353    0.94137554 -0.76159416 -0.99505475]]
// A2 = [[0.4469096  0.8464043  0.40754726 0.23475569]]
// ```
//
// *The usual mistake* is one squashing function in both places. With a sigmoid in the hidden layer no entry of `A1` is negative; with a
// $\tanh$ at the end some entries of `A2` are, and the logarithm in the cost makes `NaN` of them.

// %% [markdown] {"id": "computeCost-text"}
// ### Exercise 4: computeCost
//
// How wrong are the answers? The same cost as for the single neuron; it does not care how many layers produced $A^{[2]}$:
//
// $$J = -\frac{1}{m} \sum_{i=1}^{m} \Big( y^{(i)} \log a^{[2](i)} + \big(1 - y^{(i)}\big) \log\big(1 - a^{[2](i)}\big) \Big)$$
//
// In: `A2` and `Y`, both $(1, m)$. Out: a plain number.
//
// - `np.multiply` multiplies entry by entry; `np.sum` of a whole tensor is a number.
// - Both halves are needed. The first looks only at orange points, the second only at blue ones.

// %% {"id": "computeCost", "role": "exercise"}
// EXERCISE: computeCost
/** Cross-entropy of A2 (1, m), each in (0, 1), with the labels Y (1, m), averaged over the m examples. */
function computeCost(A2: np.Tensor, Y: np.Tensor): number {
  // BEGIN SOLUTION (about 4 lines)
  const m = Y.shape[1];
  const orange = np.multiply(Y, np.log(A2));
  const blue = np.multiply(np.subtract(1, Y), np.log(np.subtract(1, A2)));
  return -np.sum(np.add(orange, blue)) / m;
  // END SOLUTION
}

// %% {"id": "computeCost-check", "role": "check"}
// CHECK: computeCost
console.log("cost =", computeCost(np.array([[0.9, 0.2, 0.6]]), np.array([[1, 0, 1]])).toFixed(6));
await check("computeCost", visible, { computeCost: computeCost });

// %% [markdown] {"id": "computeCost-expected"}
// Expected:
//
// ```text
// cost = 0.279777
// ```
//
// *The usual mistakes*: a negative cost (the minus in front is missing) and 0.205395, which comes out when the second half is left out:
// then blue points may be called orange free of charge.

// %% [markdown] {"id": "backwardPropagation-text"}
// ### Exercise 5: backwardPropagation
//
// Now the way back. The last layer is the neuron you know, except that its input is $A^{[1]}$ in place of $X$:
//
// $$dZ^{[2]} = A^{[2]} - Y \qquad dW^{[2]} = \frac{1}{m}\, dZ^{[2]} A^{[1]T} \qquad db^{[2]} = \frac{1}{m} \sum_{\text{columns}} dZ^{[2]}$$
//
// How much did a hidden neuron contribute to the error? As much as the output layer listened to it: the error travels back through
// the same weights, $W^{[2]T} dZ^{[2]}$, and then through the bend of $\tanh$. Its slope is $\tanh'(z) = 1 - \tanh^2 z$, which is 1 where the
// neuron is undecided and almost 0 where it is sure. The dot in a circle multiplies entry by entry:
//
// $$dZ^{[1]} = W^{[2]T} dZ^{[2]} \odot \big(1 - A^{[1]} \odot A^{[1]}\big) \qquad dW^{[1]} = \frac{1}{m}\, dZ^{[1]} X^{T} \qquad db^{[1]} = \frac{1}{m} \sum_{\text{columns}} dZ^{[1]}$$
//
// | symbol | code | shape |
// | --- | --- | --- |
// | $dZ^{[2]}$ | `dZ2` | $(n_y, m)$ |
// | $dW^{[2]}$ | `dW2` | $(n_y, m) \times (m, n_h) \to (n_y, n_h)$ |
// | $db^{[2]}$ | `db2` | $(n_y, 1)$ |
// | $dZ^{[1]}$ | `dZ1` | $(n_h, n_y) \times (n_y, m) \to (n_h, m)$, times $(n_h, m)$ entry by entry |
// | $dW^{[1]}$ | `dW1` | $(n_h, m) \times (m, n_x) \to (n_h, n_x)$ |
// | $db^{[1]}$ | `db1` | $(n_h, 1)$ |
//
// - `np.sum(dZ, { axis: 1, keepdims: true })` adds up each row and keeps it a column: (n, m) becomes (n, 1).
// - When a product does not fit, write the shapes side by side. There is usually only one way they do.

// %% {"id": "gradients-type", "role": "given"}
/** Slopes of the cost, shaped like the parameters. */
interface Gradients {
  dW1: np.Tensor;
  db1: np.Tensor;
  dW2: np.Tensor;
  db2: np.Tensor;
}

// %% {"id": "backwardPropagation", "role": "exercise"}
// EXERCISE: backwardPropagation
/** Slopes dW1 (nH, nX), db1 (nH, 1), dW2 (nY, nH), db2 (nY, 1) from the cache and the data. */
function backwardPropagation(parameters: Parameters, cache: Cache, X: np.Tensor, Y: np.Tensor): Gradients {
  // BEGIN SOLUTION (about 9 lines)
  const m = X.shape[1];
  const { A1, A2 } = cache;
  const dZ2 = np.subtract(A2, Y); // (nY, m)
  const dW2 = np.multiply(1 / m, np.dot(dZ2, A1.T)); // (nY, m) x (m, nH) -> (nY, nH)
  const db2 = np.multiply(1 / m, np.sum(dZ2, { axis: 1, keepdims: true })); // (nY, 1)
  const slope = np.subtract(1, np.square(A1)); // (nH, m)
  const dZ1 = np.multiply(np.dot(parameters.W2.T, dZ2), slope); // (nH, nY) x (nY, m) -> (nH, m)
  const dW1 = np.multiply(1 / m, np.dot(dZ1, X.T)); // (nH, m) x (m, nX) -> (nH, nX)
  const db1 = np.multiply(1 / m, np.sum(dZ1, { axis: 1, keepdims: true })); // (nH, 1)
  return { dW1, db1, dW2, db2 };
  // END SOLUTION
}

// %% {"id": "backwardPropagation-check", "role": "check"}
// CHECK: backwardPropagation
const back = backwardPropagation(small.parameters, forward.cache, small.X, small.Y);
console.log("dW1 =", String(back.dW1));
console.log("db1 =", String(back.db1));
console.log("dW2 =", String(back.dW2));
console.log("db2 =", String(back.db2));
await check("backwardPropagation", visible, { backwardPropagation: backwardPropagation });

// %% [markdown] {"id": "backwardPropagation-expected"}
// Expected:
//
// ```text
// dW1 = [[-0.19008397 -0.01572509]
//  [ 0.08239571 -0.06355385]
//  [-0.42732942  0.03412249]]
// db1 = [[-0.15356816]
//  [ 0.09695497]
//  [-0.34735269]]
// dW2 = [[-0.28697969 -0.25378091  0.27079413]]
// db2 = [[-0.01609579]]
// ```
//
// *The usual mistakes*, and how they look: `db1` of shape (3,) or a single number (`keepdims` or `axis` was forgotten); everything four times
// too large (no division by $m$); `dW2` right but `dW1` wrong ($1 - A^{[1]} \odot A^{[1]}$ is missing, or it got $A^{[2]}$); everything right except
// the sign ($Y - A^{[2]}$).

// %% [markdown] {"id": "updateParameters-text"}
// ### Exercise 6: updateParameters
//
// One step downhill, for all four parameters:
//
// $$\theta \leftarrow \theta - \alpha\, \frac{\partial J}{\partial \theta} \qquad \text{for } \theta = W^{[1]}, b^{[1]}, W^{[2]}, b^{[2]}$$
//
// The learning rate $\alpha$ is 1.2 unless somebody says otherwise; `options` may be left out.
//
// - Return *new* tensors. Those that came in belong to the caller: leave them as they were.

// %% {"id": "updateParameters", "role": "exercise"}
// EXERCISE: updateParameters
/** The parameters after one step of gradient descent; shapes stay as they are. */
function updateParameters(
  parameters: Parameters,
  grads: Gradients,
  options: { learningRate?: number } = {},
): Parameters {
  const { learningRate = 1.2 } = options;
  // BEGIN SOLUTION (about 5 lines)
  const W1 = np.subtract(parameters.W1, np.multiply(learningRate, grads.dW1));
  const b1 = np.subtract(parameters.b1, np.multiply(learningRate, grads.db1));
  const W2 = np.subtract(parameters.W2, np.multiply(learningRate, grads.dW2));
  const b2 = np.subtract(parameters.b2, np.multiply(learningRate, grads.db2));
  return { W1, b1, W2, b2 };
  // END SOLUTION
}

// %% {"id": "updateParameters-check", "role": "check"}
// CHECK: updateParameters
const moved = updateParameters(small.parameters, back);
console.log("W1 =", String(moved.W1));
console.log("b2 =", String(moved.b2));
await check("updateParameters", visible, { updateParameters: updateParameters });

// %% [markdown] {"id": "updateParameters-expected"}
// Expected:
//
// ```text
// W1 = [[ 0.72810077 -0.98112989]
//  [ 0.90112515  0.32626462]
//  [ 0.0127953   0.70905301]]
// b2 = [[0.31931494]]
// ```
//
// *The usual mistake* is a plus in place of the minus: then `b2` is 0.28068506, and the cost climbs.

// %% [markdown] {"id": "nnModel-text"}
// ### Exercise 7: nnModel
//
// Put it together. Start with `initializeParameters`, then in every step: forward, cost, backward, update.
//
// - `layerSizes` gives `nX` and `nY`; the number of hidden units comes in as `nH`.
// - With `printCost`, print the cost at step 0, 1000, 2000, … in the form shown. Computing it only then saves time.
// - `await np.tick()` lets the notebook breathe: prints appear while the loop runs, and the stop button works.

// %% {"id": "nnModel", "role": "exercise"}
// EXERCISE: nnModel
/** Trains a network with nH hidden units on X (nX, m), Y (nY, m) for numIterations steps. */
async function nnModel(
  X: np.Tensor,
  Y: np.Tensor,
  nH: number,
  options: { numIterations?: number; learningRate?: number; printCost?: boolean } = {},
): Promise<Parameters> {
  const { numIterations = 10000, learningRate = 1.2, printCost = false } = options;
  // BEGIN SOLUTION (about 9 lines; print with console.log(`cost after ${i} steps: ${cost.toFixed(6)}`))
  const { nX, nY } = layerSizes(X, Y);
  let parameters = initializeParameters(nX, nH, nY);
  for (let i = 0; i < numIterations; i++) {
    await np.tick();
    const { A2, cache } = forwardPropagation(X, parameters);
    if (printCost && i % 1000 === 0) console.log(`cost after ${i} steps: ${computeCost(A2, Y).toFixed(6)}`);
    const grads = backwardPropagation(parameters, cache, X, Y);
    parameters = updateParameters(parameters, grads, { learningRate });
  }
  return parameters;
  // END SOLUTION
}

// %% {"id": "nnModel-check", "role": "check"}
// CHECK: nnModel
const tiny = await nnModel(small.X, small.Y, 3, { numIterations: 500, learningRate: 0.5 });
console.log("A2 =", String(forwardPropagation(small.X, tiny).A2));
await check("nnModel", visible, { nnModel: nnModel });

// %% [markdown] {"id": "nnModel-expected"}
// Expected, after 500 steps on the four points of the small example:
//
// ```text
// A2 = [[0.99895269 0.01643535 0.97788255 0.01769979]]
// ```
//
// The labels were 1, 0, 1, 0. *The usual mistake* is `const parameters` outside the loop and a new one inside: each step then starts from
// the beginning again, and the answers stay at one half.

// %% [markdown] {"id": "predict-text"}
// ### Exercise 8: predict
//
// Turn sureness into a decision: orange (1) where $a^{[2]} > 0.5$, blue (0) otherwise.
//
// - `forwardPropagation` does the work.
// - `np.greater` compares, `.astype("float64")` makes numbers of booleans.

// %% {"id": "predict", "role": "exercise"}
// EXERCISE: predict
/** Labels 0 or 1 for the columns of X (nX, m); shape (1, m). */
function predict(parameters: Parameters, X: np.Tensor): np.Tensor {
  // BEGIN SOLUTION (about 2 lines)
  const { A2 } = forwardPropagation(X, parameters);
  return np.greater(A2, 0.5).astype("float64");
  // END SOLUTION
}

// %% {"id": "predict-check", "role": "check"}
// CHECK: predict
console.log("before training:", String(predict(small.parameters, small.X)));
console.log("after training: ", String(predict(tiny, small.X)));
await check("predict", visible, { predict: predict });

// %% [markdown] {"id": "predict-expected"}
// Expected:
//
// ```text
// before training: [[0. 1. 0. 0.]]
// after training:  [[1. 0. 1. 0.]]
// ```
//
// *The usual mistake* is to give back the sureness itself: numbers like 0.998953 where a decision is asked for.

// %% [markdown] {"id": "train"}
// ## 4. Train it on the flower
//
// Ten thousand steps with four hidden units take some seconds. The first cost is close to $\log 2 = 0.6931$, the price of
// tossing a coin: with weights near 0 every answer is near one half.

// %% {"id": "train-run", "role": "given"}
const flowerModel = await nnModel(X, Y, 4, { numIterations: 10000, printCost: true });
console.log(`accuracy: ${accuracy(predict(flowerModel, X), Y).toFixed(2)} %`);

// %% [markdown] {"id": "train-read"}
// From 0.693048 down to about 0.2186, and more than 90 % of the points are right: 90.5 or 90.75 %, depending on your computer.
//
// > **Why might your last digits differ?** Up to step 7,000 everyone gets the same six digits. After that the network sits in a narrow
// > valley and bounces between its walls. Sums taken in another order differ in the sixteenth digit, and each bounce makes that
// > difference larger. The same program in NumPy, with two settings of the library under it, ends at 0.218548 and at 0.218640:
// > both are right, and a point or two next to the border change sides. Compare costs to three digits, never to the last.

// %% {"id": "compare-plot", "role": "given"}
np.plot
  .decisionBoundary(
    {
      [`one neuron: ${accuracy(straight(X), Y).toFixed(2)} %`]: straight,
      [`four hidden units: ${accuracy(predict(flowerModel, X), Y).toFixed(2)} %`]: (points) =>
        predict(flowerModel, points),
    },
    X,
    Y,
    { classes: colours, title: "A straight border and a learned one", columns: 2 },
  )
  .show();

// %% [markdown] {"id": "watch-text"}
// ## 5. Watch it learn
//
// Where does the border come from? Stop the training early and look. Because `initializeParameters` always draws the same numbers, a
// training of 120 steps is exactly the beginning of one of 4,000.

// %% {"id": "watch", "role": "given"}
type Model = (points: np.Tensor) => np.Tensor;

const stopped: Record<string, Model> = {};
for (const numIterations of [0, 60, 120, 150, 200, 4000]) {
  const early = await nnModel(X, Y, 4, { numIterations });
  const percent = accuracy(predict(early, X), Y).toFixed(2);
  stopped[`${numIterations} steps: ${percent} %`] = (points) => predict(early, points);
}
np.plot
  .decisionBoundary(stopped, X, Y, { classes: colours, title: "The border while the network learns" })
  .show();

// %% {"id": "watch-cost", "role": "given"}
const earlyCosts: number[] = [];
for (let steps = 0; steps <= 400; steps += 10) {
  const early = await nnModel(X, Y, 4, { numIterations: steps });
  earlyCosts.push(computeCost(forwardPropagation(X, early).A2, Y));
}
np.plot.costCurve(earlyCosts, { every: 10, title: "Cost in the first 400 steps (rate 1.2)" }).show();

// %% [markdown] {"id": "watch-read"}
// Read both together. The curve falls in steps, not evenly. First all neurons do the same job and find one rough border; then comes a
// stretch where hardly anything happens, while small differences between them grow. Suddenly, within fifty steps, they divide the
// petals among themselves, and the thousands of steps after that mostly polish. A flat stretch in a cost curve need not be the end
// of learning.

// %% [markdown] {"id": "sizes-text"}
// ## 6. How many hidden units?
//
// You chose four. What would one do, or fifty? Seven networks, 5,000 steps each; this takes about half a minute.

// %% {"id": "sizes", "role": "given"}
const bySize: Record<string, Model> = {};
for (const nH of [1, 2, 3, 4, 5, 20, 50]) {
  const parameters = await nnModel(X, Y, nH, { numIterations: 5000 });
  const percent = accuracy(predict(parameters, X), Y);
  console.log(`${nH} hidden unit${nH === 1 ? "" : "s"}: ${percent.toFixed(2)} %`);
  bySize[`${nH} hidden: ${percent.toFixed(2)} %`] = (points) => predict(parameters, points);
}
np.plot
  .decisionBoundary(bySize, X, Y, { classes: colours, columns: 3, title: "Seven sizes of the hidden layer" })
  .show();

// %% [markdown] {"id": "sizes-read"}
// One or two units cannot bend enough: that is **underfitting**, bad on the points it has seen. Three are suddenly enough, five are best
// here. With 20 and 50 the border grows extra corners and wedges for a handful of points: it begins to learn the noise by heart. That
// is **overfitting**, and the remedy has a name you will meet later, regularisation. More units are not more truth.

// %% [markdown] {"id": "others-text"}
// ## 7. Other shapes
//
// The same five-unit network, without a change, on four other sets of points.

// %% {"id": "others", "role": "given"}
const others = {
  circles: np.datasets.makeCircles({ m: 200, noise: 0.3, seed: 1 }),
  moons: np.datasets.makeMoons({ m: 200, noise: 0.2, seed: 1 }),
  blobs: np.datasets.makeBlobs({ m: 200, centers: 6, classes: 2, seed: 5 }),
  "gaussian quantiles": np.datasets.makeGaussianQuantiles({ m: 200, cov: 0.5, classes: 2, seed: 1 }),
};
for (const [name, set] of Object.entries(others)) {
  const parameters = await nnModel(set.X, set.Y, 5, { numIterations: 3000 });
  const percent = accuracy(predict(parameters, set.X), set.Y).toFixed(2);
  np.plot
    .decisionBoundary((points) => predict(parameters, points), set.X, set.Y, {
      classes: colours,
      title: `${name}: ${percent} %`,
    })
    .show();
}

// %% [markdown] {"id": "others-read"}
// Nobody told the network about circles or moons. Where two colours really overlap, as in the noisy circles, 100 % is not the goal: a
// border that got every point right would have to be wrong about the next ones.

// %% {"id": "own"}
// Yours to play with: another size, another rate, another seed for the data.
const playground = np.datasets.makeMoons({ m: 200, noise: 0.3, seed: 7 });
const player = await nnModel(playground.X, playground.Y, 8, { numIterations: 1000, learningRate: 1.2 });
np.plot
  .decisionBoundary((points) => predict(player, points), playground.X, playground.Y, { title: "My network" })
  .show();

// %% [markdown] {"id": "end"}
// ## What you built
//
// A neural network with a hidden layer, and the algorithm that trains nearly all of them: **backpropagation**. A network with fifty
// layers repeats your `dZ1` line fifty times. The next notebook does just that.
//
// **New words**: *hidden layer*, *hidden unit*, *tanh*, *cache*, *symmetry breaking*, *backpropagation*, *underfitting*, *overfitting*.
//
// **Five questions**
//
// 1. What happens if all weights start at zero? Try it, and look at the rows of `W1` after a hundred steps.
// 2. Why is the network a straight line again when $\tanh$ is left out?
// 3. Why is the first cost so close to log 2, and why not exactly log 2?
// 4. Which of the six formulas of backward propagation would change with a sigmoid in the hidden layer, and how?
// 5. Fifty units reach no better accuracy than five. How would you find out which of the two networks you should trust with new points?
//
// **What to try**: learning rates 0.1 and 5; weights times 1 in place of 0.01; a flower of another seed, `np.datasets.makeFlower({ seed: 3 })`,
// as test set for the network you trained on this one.
//
// **Hand in**: save, then run `npx autograder check notebooks/03-planar-classification.ipynb` in a terminal to see all checks at once.
