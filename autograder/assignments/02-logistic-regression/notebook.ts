// Assignment 02, logistic regression, in percent format: solutions stand between BEGIN SOLUTION and END SOLUTION.
// `npx autograder release` makes notebooks/02-logistic-regression.ipynb of it.

// %% [markdown] {"id": "title"}
// # Logistic regression: one neuron that recognises cats
//
// You are about to build the smallest thing that deserves the name neural network: a single neuron. It looks at a
// picture of 64 x 64 pixels and says *cat* or *not a cat*. Nobody tells it what a cat is; it finds out from 209 labelled
// examples, and you write every line of how.
//
// **By the end you can**
//
// - *turn* a stack of pictures into the matrix that a network eats,
// - *derive and code* a forward and a backward pass without a loop over examples,
// - *train* a model by gradient descent and *read* its cost curve like a doctor reads a chart.
//
// **Before you start** you should be at ease with matrix products and with the derivative of $\log$ and $e^x$, and have done notebook 01 or
// know NumPy. **Time**: about an hour and a half, of which the trainings take a minute or two. You can stop after any check and come back:
// *Run → Run All Above Selected Cell* brings you to where you were.
//
// **How this notebook works.** Run a cell with Shift + Enter. In cells that begin with `// EXERCISE` you replace the
// line that throws by your own; the `// CHECK` cell below tells at once whether it works. Your work is saved as you go.

// %% [markdown] {"id": "notation"}
// ## Notation
//
// | symbol | code | shape | meaning |
// | --- | --- | --- | --- |
// | $m$ | `m` | number | how many examples, the columns of $X$ |
// | $n_x$ | `nX` | number | how many inputs an example has; here 64 · 64 · 3 = 12288 |
// | $X$ | `X` | $(n_x, m)$ | one example per **column** |
// | $Y$ | `Y` | $(1, m)$ | the labels: 1 is a cat, 0 is not |
// | $w,\ b$ | `w, b` | $(n_x, 1)$, number | the neuron's weights and its bias |
// | $Z$ | `Z` | $(1, m)$ | the neuron's weighted sums |
// | $\sigma$ | `sigmoid` | any | squashes a number into the range from 0 to 1 |
// | $A$ | `A` | $(1, m)$ | the neuron's answers $\sigma(Z)$, each between 0 and 1 |
// | $J$ | `cost` | number | how wrong the answers are, on average |
// | $\partial J/\partial w,\ \partial J/\partial b$ | `dw, db` | $(n_x, 1)$, number | slopes of the cost; always shaped like their variable |
// | $\alpha$ | `learningRate` | number | how long a step downhill is |
// | $\hat Y$ | `YPrediction` | $(1, m)$ | the answers rounded to 0 or 1 |
//
// A small letter with a number in brackets is one example's: $x^{(i)}$ is column $i$ of $X$, $y^{(i)}$ its label, $a^{(i)}$ the answer to it; $z$ is one
// of the sums in $Z$.
//
// Tensors behave like NumPy's arrays, with NumPy's names: `np.dot(w.T, X)`, `np.sum(Z, { axis: 1, keepdims: true })`.
// TypeScript has no operators for them, so `A - Y` is written `np.subtract(A, Y)` or `A.subtract(Y)`.

// %% {"id": "imports", "role": "given"}
import * as np from "kernel-lib";
import { check } from "../lib/check.js";
import visible from "./visible.test.js";

// %% [markdown] {"id": "data"}
// ## 1. The data
//
// Before any mathematics: look at what you have. Each picture is a block of numbers of shape (64, 64, 3): rows, columns,
// and the three colours red, green and blue, from 0 to 255.

// %% {"id": "load", "role": "given"}
const { trainX, trainY, testX, testY, classes, source } = await np.datasets.loadCats();
console.log(`pictures: ${source}`);
console.log(`training: ${trainX.shape.join(" x ")}, test: ${testX.shape.join(" x ")}`);

// %% {"id": "some-pictures", "role": "given"}
np.plot
  .images(trainX.slice("0:12"), {
    titles: Array.from({ length: 12 }, (_, i) => classes[trainY.get(0, i)]),
    columns: 6,
    title: "The first twelve training pictures",
  })
  .show();

// %% [markdown] {"id": "flatten"}
// ### From pictures to columns
//
// A neuron does not know about rows, columns or colours. It wants one long list of numbers per example, so each picture
// is unrolled into a column of $n_x = 64 \cdot 64 \cdot 3 = 12288$ numbers, and the columns stand side by side:
//
// $$X = \begin{bmatrix} | & | & & | \\ x^{(1)} & x^{(2)} & \cdots & x^{(m)} \\ | & | & & | \end{bmatrix} \qquad (n_x, m)$$
//
// The order of the two steps matters. `reshape` keeps the numbers in reading order, so we first make one **row** per
// picture, (209, 12288), and then transpose. Reshaping straight to (12288, 209) gives the right shape and the wrong
// content: every column becomes a slice through many pictures. Nothing complains, and the network trains on that porridge: with the
// course's photographs it gets 91 % of the training pictures right and 34 % of new ones, worse than a coin; with the
// drawings two thirds of both. A right shape is not a right answer.
//
// Last, we divide by 255, so that all inputs lie between 0 and 1 and one learning rate suits all of them.

// %% {"id": "make-columns", "role": "given"}
/** Pictures (m, height, width, 3) with values 0..255 as columns (height * width * 3, m) with values 0..1. */
function toColumns(pictures: np.Tensor): np.Tensor {
  const m = pictures.shape[0];
  return pictures.reshape([m, -1]).T.divide(255); // (m, nX) -> (nX, m)
}
const XTrain = toColumns(trainX);
const XTest = toColumns(testX);
console.log(`XTrain (${XTrain.shape.join(", ")}), YTrain (${trainY.shape.join(", ")})`);
const isPicture = np.arrayEqual(XTrain.slice(":", 7), trainX.at(7).ravel().divide(255));
console.log(`column 7 is picture 7: ${isPicture}`);

// %% [markdown] {"id": "idea"}
// ## 2. The idea: weigh, add up, squash
//
// A neuron gives every pixel a weight, adds up the weighted pixels, adds a bias, and squashes the sum into a number
// between 0 and 1 that we read as *how sure am I that this is a cat*. For all examples at once:
//
// $$Z = w^{T} X + b \qquad\qquad A = \sigma(Z) = \frac{1}{1 + e^{-Z}}$$
//
// How wrong is it? If the label is 1 we pay $-\log a$: nothing for $a = 1$, more and more as $a$ goes to 0. If the label is 0
// we pay $-\log(1 - a)$. Both in one line, averaged over the $m$ examples, make the **cost**:
//
// $$J = -\frac{1}{m} \sum_{i=1}^{m} \Big( y^{(i)} \log a^{(i)} + \big(1 - y^{(i)}\big) \log\big(1 - a^{(i)}\big) \Big)$$
//
// Learning means: find the $w$ and $b$ that make $J$ small. You will write six small functions, and each uses the ones before.

// %% [markdown] {"id": "sigmoid-text"}
// ### Exercise 1: sigmoid
//
// In: a tensor $z$ of any shape. Out: $\sigma(z) = \dfrac{1}{1 + e^{-z}}$ of every entry, same shape.
//
// - `np.exp` works on a whole tensor; `np.negative(z)` is $-z$.
// - Numbers mix with tensors: `np.add(1, T)`, `np.divide(1, T)`.

// %% {"id": "sigmoid", "role": "exercise"}
// EXERCISE: sigmoid
/** 1 / (1 + e^-z), entry by entry; any shape. */
function sigmoid(z: np.Tensor): np.Tensor {
  // BEGIN SOLUTION (about 1 line)
  return np.divide(1, np.add(1, np.exp(np.negative(z))));
  // END SOLUTION
}

// %% {"id": "sigmoid-check", "role": "check"}
// CHECK: sigmoid
console.log("sigmoid([-2, 0, 2]) =", String(sigmoid(np.array([-2, 0, 2]))));
await check("sigmoid", visible, { sigmoid: sigmoid });

// %% [markdown] {"id": "sigmoid-expected"}
// Expected:
//
// ```text
// sigmoid([-2, 0, 2]) = [0.11920292 0.5        0.88079708]
// ```
//
// *The usual mistake* is to forget the minus: then the three numbers come out in reverse order, and later the network climbs
// the hill it should walk down.

// %% {"id": "sigmoid-plot", "role": "given"}
const zs = np.linspace(-8, 8, 161);
np.plot
  .lines(sigmoid(zs), {
    x: zs,
    title: "The sigmoid: sure on both sides, undecided in the middle",
    xLabel: "z",
    yLabel: "σ(z)",
  })
  .show();

// %% [markdown] {"id": "initialize-text"}
// ### Exercise 2: initializeWithZeros
//
// In: `dim`, the number of inputs. Out: `{ w, b }` with `w` a tensor of zeros of shape (dim, 1) and `b` the number 0.
//
// A single neuron may start at zero: its gradient there is not zero, so it moves at once. (Two neurons side by side that start
// equal would stay equal for ever. You will meet that in the next notebook.)
//
// - `np.zeros` takes the shape as a list: `np.zeros([rows, columns])`.
// - Give `w` two dimensions. (dim,) is a list, (dim, 1) is a column; only the column can be transposed.

// %% {"id": "initializeWithZeros", "role": "exercise"}
// EXERCISE: initializeWithZeros
/** Weights of shape (dim, 1) and bias, all zero. */
function initializeWithZeros(dim: number): { w: np.Tensor; b: number } {
  // BEGIN SOLUTION (about 1 line)
  return { w: np.zeros([dim, 1]), b: 0 };
  // END SOLUTION
}

// %% {"id": "initializeWithZeros-check", "role": "check"}
// CHECK: initializeWithZeros
console.log("w =", String(initializeWithZeros(2).w), " b =", initializeWithZeros(2).b);
await check("initializeWithZeros", visible, { initializeWithZeros: initializeWithZeros });

// %% [markdown] {"id": "initializeWithZeros-expected"}
// Expected:
//
// ```text
// w = [[0.]
//  [0.]]  b = 0
// ```
//
// *The usual mistake* is `np.zeros([dim])`, which prints as `[0. 0.]`: one pair of brackets, one dimension.

// %% [markdown] {"id": "propagate-text"}
// ### Exercise 3: propagate
//
// The heart of it. **Forward**: the answers $A = \sigma(w^T X + b)$ and the cost $J$. **Backward**: how does $J$ change when $w$ and
// $b$ change? The chain rule does some cancelling for you. The slope of the loss in $a$ and the slope of the sigmoid multiply to
// something very simple,
//
// $$\frac{\partial J}{\partial Z} = \frac{1}{m}(A - Y),$$
//
// the error itself. From there it is one product back to the weights:
//
// $$\frac{\partial J}{\partial w} = \frac{1}{m} X (A - Y)^T \qquad\qquad \frac{\partial J}{\partial b} = \frac{1}{m} \sum_{i=1}^{m} \big(a^{(i)} - y^{(i)}\big)$$
//
// | symbol | code | shape |
// | --- | --- | --- |
// | $w^T X + b$ | `np.add(np.dot(w.T, X), b)` | $(1, n_x) \times (n_x, m) \to (1, m)$ |
// | $A - Y$ | `np.subtract(A, Y)` | $(1, m)$ |
// | $X (A - Y)^T$ | yours | $(n_x, m) \times (m, 1) \to (n_x, 1)$ |
//
// - No loop over examples: `np.sum(T)` of a whole tensor is a plain number.
// - `m` is the number of columns: `X.shape[1]`.

// %% {"id": "propagate", "role": "exercise"}
// EXERCISE: propagate
/**
 * Cost of the neuron on all examples, and its slopes.
 *
 * w (nX, 1), b number, X (nX, m), Y (1, m) of zeros and ones; dw (nX, 1), db and cost numbers.
 */
function propagate(
  w: np.Tensor,
  b: number,
  X: np.Tensor,
  Y: np.Tensor,
): { grads: { dw: np.Tensor; db: number }; cost: number } {
  // BEGIN SOLUTION (about 7 lines)
  const m = X.shape[1];
  const A = sigmoid(np.add(np.dot(w.T, X), b)); // (1, nX) x (nX, m) -> (1, m)
  const gain = np.add(np.multiply(Y, np.log(A)), np.multiply(np.subtract(1, Y), np.log(np.subtract(1, A))));
  const cost = -np.sum(gain) / m;
  const dZ = np.subtract(A, Y); // (1, m)
  const dw = np.divide(np.dot(X, dZ.T), m); // (nX, m) x (m, 1) -> (nX, 1)
  const db = np.sum(dZ) / m;
  return { grads: { dw, db }, cost };
  // END SOLUTION
}

// %% {"id": "propagate-check", "role": "check"}
// CHECK: propagate
const small = {
  w: np.array([[0.5], [-0.25]]),
  b: 0.1,
  X: np.array([
    [1, 2, -1],
    [0.5, -1.5, 3],
  ]),
  Y: np.array([[1, 0, 1]]),
};
const once = propagate(small.w, small.b, small.X, small.Y);
console.log("dw =", String(once.grads.dw));
console.log("db =", once.grads.db.toFixed(6));
console.log("cost =", once.cost.toFixed(6));
await check("propagate", visible, { propagate: propagate });

// %% [markdown] {"id": "propagate-expected"}
// Expected:
//
// ```text
// dw = [[ 0.66790326]
//  [-1.23032459]]
// db = -0.109709
// cost = 1.196563
// ```
//
// *The usual mistakes*: `dw` of shape (1, nX), because the product was written the other way round, and slopes that are $m$
// times too large, because the average was forgotten. With 209 examples that is a step 209 times too long: the cost jumps about
// and ends as `NaN`.

// %% [markdown] {"id": "optimize-text"}
// ### Exercise 4: optimize
//
// Gradient descent is patience: look at the slope, take a small step downhill, repeat.
//
// $$w \leftarrow w - \alpha\, \frac{\partial J}{\partial w} \qquad\qquad b \leftarrow b - \alpha\, \frac{\partial J}{\partial b}$$
//
// with the learning rate $\alpha$. Write down the cost at step 0, 100, 200, …: it is the pulse of the training.
//
// - Make a new `w` in each step, `w = np.subtract(…)`. The `w` that came in belongs to the caller: leave it as it was.
// - Compute the cost *before* you move. So `costs[0]` is the cost of the untrained neuron.
// - `await np.tick()` lets the notebook breathe: prints appear while the loop runs, and the stop button works.

// %% {"id": "optimize", "role": "exercise"}
// EXERCISE: optimize
/**
 * Gradient descent: numIterations steps of length learningRate.
 *
 * Returns the new params, the last grads, and the costs at step 0, 100, 200, …
 */
async function optimize(
  w: np.Tensor,
  b: number,
  X: np.Tensor,
  Y: np.Tensor,
  options: { numIterations: number; learningRate: number; printCost?: boolean },
): Promise<{
  params: { w: np.Tensor; b: number };
  grads: { dw: np.Tensor; db: number };
  costs: number[];
}> {
  const { numIterations, learningRate, printCost = false } = options;
  const costs: number[] = [];
  let grads = { dw: np.zerosLike(w), db: 0 };
  for (let i = 0; i < numIterations; i++) {
    await np.tick();
    // BEGIN SOLUTION (about 7 lines)
    const step = propagate(w, b, X, Y);
    grads = step.grads;
    w = np.subtract(w, np.multiply(learningRate, grads.dw)); // (nX, 1)
    b = b - learningRate * grads.db;
    if (i % 100 === 0) {
      costs.push(step.cost);
      if (printCost) console.log(`cost after ${i} steps: ${step.cost.toFixed(6)}`);
    }
    // END SOLUTION
  }
  return { params: { w, b }, grads, costs };
}

// %% {"id": "optimize-check", "role": "check"}
// CHECK: optimize
const trained = await optimize(small.w, small.b, small.X, small.Y, {
  numIterations: 100,
  learningRate: 0.01,
});
console.log("w =", String(trained.params.w));
console.log("b =", trained.params.b.toFixed(6));
await check("optimize", visible, { optimize: optimize });

// %% [markdown] {"id": "optimize-expected"}
// Expected, after 100 steps from the same small example:
//
// ```text
// w = [[0.10209476]
//  [0.50639126]]
// b = 0.164310
// ```
//
// *The usual mistake* is a plus where the minus belongs: the cost then grows from line to line. If your costs fall, but the first
// one is not the cost of the untrained neuron, you moved before you measured.

// %% [markdown] {"id": "predict-text"}
// ### Exercise 5: predict
//
// The neuron says how sure it is; a prediction must decide. Above one half we say cat:
//
// $$\hat y^{(i)} = \begin{cases} 1 & \text{if } a^{(i)} > 0.5 \\ 0 & \text{otherwise} \end{cases}$$
//
// - `np.greater(A, 0.5)` compares every entry and gives a tensor of booleans.
// - `.astype("float64")` makes numbers 0 and 1 of booleans.

// %% {"id": "predict", "role": "exercise"}
// EXERCISE: predict
/** Labels 0 or 1 for the columns of X (nX, m); shape (1, m). */
function predict(w: np.Tensor, b: number, X: np.Tensor): np.Tensor {
  // BEGIN SOLUTION (about 2 lines)
  const A = sigmoid(np.add(np.dot(w.T, X), b)); // (1, nX) x (nX, m) -> (1, m)
  return np.greater(A, 0.5).astype("float64");
  // END SOLUTION
}

// %% {"id": "predict-check", "role": "check"}
// CHECK: predict
console.log("predictions =", String(predict(small.w, small.b, small.X)));
await check("predict", visible, { predict: predict });

// %% [markdown] {"id": "predict-expected"}
// Expected:
//
// ```text
// predictions = [[1. 1. 0.]]
// ```
//
// *The usual mistakes*: booleans, which print as `[[ True  True False]]` (`astype` is missing), and numbers between 0 and 1, when the decision is.

// %% [markdown] {"id": "model-text"}
// ### Exercise 6: model
//
// Now put the pieces together: start at zero, optimize on the training set, predict on both sets. The share of correct answers in
// percent is given:

// %% {"id": "accuracy", "role": "given"}
/** Percent of the predictions that equal the labels; both (1, m) of zeros and ones. */
function accuracy(YPrediction: np.Tensor, Y: np.Tensor): number {
  return 100 - 100 * np.mean(np.abs(np.subtract(YPrediction, Y)));
}

// %% [markdown] {"id": "model-hints"}
// - `XTrain.shape[0]` is the number of inputs.
// - The test set is for looking only. Nothing that you learn from may touch it.
// - `options` goes to `optimize` as it is.

// %% {"id": "model", "role": "exercise"}
// EXERCISE: model
/** Trains on (XTrain, YTrain) and predicts for both sets; X (nX, m), Y (1, m), predictions (1, m). */
async function model(
  XTrain: np.Tensor,
  YTrain: np.Tensor,
  XTest: np.Tensor,
  YTest: np.Tensor,
  options: { numIterations: number; learningRate: number; printCost?: boolean },
): Promise<{
  costs: number[];
  YPredictionTest: np.Tensor;
  YPredictionTrain: np.Tensor;
  w: np.Tensor;
  b: number;
  learningRate: number;
  numIterations: number;
}> {
  // BEGIN SOLUTION (about 8 lines; when options.printCost is set, print accuracy(…) for both sets)
  const start = initializeWithZeros(XTrain.shape[0]);
  const { params, costs } = await optimize(start.w, start.b, XTrain, YTrain, options);
  const { w, b } = params;
  const YPredictionTrain = predict(w, b, XTrain);
  const YPredictionTest = predict(w, b, XTest);
  if (options.printCost) {
    console.log(`train accuracy: ${accuracy(YPredictionTrain, YTrain).toFixed(2)} %`);
    console.log(`test accuracy: ${accuracy(YPredictionTest, YTest).toFixed(2)} %`);
  }
  const { learningRate, numIterations } = options;
  return { costs, YPredictionTest, YPredictionTrain, w, b, learningRate, numIterations };
  // END SOLUTION
}

// %% {"id": "model-check", "role": "check"}
// CHECK: model
const smallModel = await model(small.X, small.Y, small.X, small.Y, { numIterations: 201, learningRate: 0.1 });
console.log("costs =", smallModel.costs.map((cost) => cost.toFixed(6)).join(" "));
await check("model", visible, { model: model });

// %% [markdown] {"id": "model-expected"}
// Expected:
//
// ```text
// costs = 0.693147 0.105133 0.059902
// ```
//
// *The usual mistake* is a missing `await` in front of `optimize`: then there is no `params` in what it gives, only in what it will give. And if the first
// cost is not log 2, the training did not start at zero.

// %% [markdown] {"id": "train"}
// ## 3. Train it
//
// Two thousand steps with learning rate 0.005. At the start the neuron knows nothing and pays $\log 2 = 0.6931$ per picture, the
// price of tossing a coin. Watch it fall.

// %% {"id": "train-run", "role": "given"}
const catModel = await model(XTrain, trainY, XTest, testY, {
  numIterations: 2000,
  learningRate: 0.005,
  printCost: true,
});

// %% {"id": "cost-curve", "role": "given"}
np.plot.costCurve(catModel.costs, { every: 100, title: "Cost while learning (rate 0.005)" }).show();

// %% [markdown] {"id": "read-the-curve"}
// How to read it: a curve that falls and flattens is healthy. One that falls and then climbs, or saws up and down, says that the
// steps are too long. One that is still going down steadily at the right edge would like more steps.
//
// And the two accuracies? Nearly perfect on pictures it has seen, and about 70 % on new ones. The gap has a name, **overfitting**:
// 12,288 weights are plenty to learn 209 pictures by heart. That a single neuron gets this far at all is the surprise.

// %% [markdown] {"id": "look"}
// ## 4. Look inside
//
// Numbers hide things that pictures show. Which test pictures does it get wrong?

// %% {"id": "mistakes", "role": "given"}
const wrong = np.nonzero(np.notEqual(catModel.YPredictionTest, testY))[1].toArray() as number[];
console.log(`${wrong.length} of ${testY.size} test pictures are misclassified`);
np.plot
  .images(testX.take(wrong.slice(0, 6), { axis: 0 }), {
    titles: wrong
      .slice(0, 6)
      .map((i) => `${classes[testY.get(0, i)]}, called ${classes[catModel.YPredictionTest.get(0, i)]}`),
    columns: 6,
    title: "Misclassified test pictures",
  })
  .show();

// %% [markdown] {"id": "weights-text"}
// The weights have one number for every pixel and colour, so they can be drawn as a picture too. Where it is red, a bright pixel
// speaks for *cat*; where it is blue, against. Do you find a face?

// %% {"id": "weights", "role": "given"}
const weights = catModel.w.reshape([64, 64, 3]).sum({ axis: 2 }); // (64, 64), the three colours added
np.plot.heatmap(weights, { title: "What the neuron looks for", diverging: true }).show();

// %% [markdown] {"id": "rates-text"}
// ## 5. The learning rate
//
// The one number you chose, $\alpha$, decides whether any of this works. Three values, 1,500 steps each:

// %% {"id": "rates", "role": "given"}
const rates = [0.01, 0.001, 0.0001];
const costsByRate: Record<string, number[]> = {};
for (const learningRate of rates) {
  const run = await model(XTrain, trainY, XTest, testY, { numIterations: 1500, learningRate });
  costsByRate[`rate ${learningRate}`] = run.costs;
  const train = accuracy(run.YPredictionTrain, trainY).toFixed(2);
  const test = accuracy(run.YPredictionTest, testY).toFixed(2);
  console.log(`rate ${learningRate}: train ${train} %, test ${test} %`);
}
np.plot.costCurve(costsByRate, { every: 100, title: "Three learning rates" }).show();

// %% [markdown] {"id": "rates-read"}
// The largest rate learns fastest here, and its curve may jump at the start: it is close to too large. The smallest creeps. Notice
// that the lowest training cost does not promise the best test accuracy. Choose by pictures the model has not seen.

// %% [markdown] {"id": "own-text"}
// ## 6. Your own picture
//
// Put a picture beside this notebook (drag it into the file list on the left), write its name below, and ask.
//
// Do not be hurt if it is wrong. A model knows the world it was shown: one that grew up on drawings has never met a real whisker,
// and one pixel list per picture means that a cat moved by ten pixels is a stranger.

// %% {"id": "own-picture"}
const file = `${np.datasets.dataFolder()}/images/chelsea.png`; // for example "my-cat.jpg"
const picture = await np.io.readImage(file, { size: [64, 64] }); // (64, 64, 3)
const answer = predict(catModel.w, catModel.b, toColumns(np.expandDims(picture, 0)));
np.plot
  .images(np.expandDims(picture, 0), {
    titles: [`the neuron says: ${classes[answer.get(0, 0)]}`],
    columns: 1,
  })
  .show();

// %% [markdown] {"id": "end"}
// ## What you built
//
// A complete learning machine: model, cost, gradient, descent, prediction. Everything that follows in this course, with thousands of
// neurons in place of one, has exactly this shape.
//
// **New words**: *sigmoid*, *weights and bias*, *cost*, *forward and backward pass*, *gradient descent*, *learning rate*,
// *training and test set*, *overfitting*.
//
// **Five questions**
//
// 1. Why is the first cost log 2, whatever the pictures are?
// 2. What would change in `propagate` if the examples were the rows of $X$?
// 3. Why may we start at zero here?
// 4. The training accuracy is near 100 %, the test accuracy near 70 %. Name two remedies.
// 5. What does the cost do when all inputs are multiplied by 255, and why?
//
// **What to try**: 500 steps and 5,000 steps; a learning rate of 0.05; training on 50 pictures only; your cat on its side.
//
// **Hand in**: save, then run `npx autograder check notebooks/02-logistic-regression.ipynb` in a terminal to see all checks at once.
