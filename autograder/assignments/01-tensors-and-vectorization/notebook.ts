// Assignment 01, tensors and vectorisation, in percent format: solutions stand between BEGIN SOLUTION and END SOLUTION.
// `npx autograder release` makes notebooks/01-tensors-and-vectorization.ipynb of it.

// %% [markdown] {"id": "title"}
// # Tensors and vectorisation: thinking in whole arrays
//
// Deep learning is arithmetic with very many numbers. People who write it well do not think of the numbers one by one. They think of
// a whole array at once, the way you say "double the prices" and not "double the first price, double the second price, …". This
// notebook teaches that way of thinking on eight small functions, and every one of them comes back in the notebooks after it.
//
// **By the end you can**
//
// - *apply* a function to a whole tensor, and say what its slope is,
// - *read* the shape of every tensor, reshape it, and let shapes broadcast on purpose,
// - *replace* a loop by one line, and measure what that buys.
//
// **Before you start** you should know $e^x$, what a derivative is, and how to write a function in TypeScript or JavaScript.
// **Time**: about one hour. You can stop after any check and come back: *Run → Run All Above Selected Cell* brings you to where you were.
//
// **How this notebook works.** Run a cell with Shift + Enter. In cells that begin with `// EXERCISE` you replace the
// line that throws by your own; the `// CHECK` cell below tells at once whether it works. Your work is saved as you go.

// %% [markdown] {"id": "notation"}
// ## Notation
//
// | symbol | code | shape | meaning |
// | --- | --- | --- | --- |
// | $x$ | `x` | any | the input of a function |
// | $\sigma(x)$ | `sigmoid(x)` | that of $x$ | the sigmoid of every entry |
// | $a,\ b$ | `a, b` | any | two tensors, or a tensor and a number |
// | $n, m$ | `n, m` | numbers | rows and columns |
// | $x_{ij}$ | `x.get(i, j)` | number | the entry in row $i$, column $j$, counted from 0 |
// | $\lVert x_i \rVert$ | `np.linalg.norm` | number | length of row $i$: the root of the sum of its squares |
// | $h, w, c$ | `h, w, c` | numbers | a picture's height, width and number of colours |
// | $y,\ \hat y$ | `y, yHat` | $(m,)$ | what is true, and what somebody predicted |
// | $L_1,\ L_2$ | `l1Loss, l2Loss` | number | two measures of how far $\hat y$ is from $y$ |
//
// A **tensor** is a block of numbers with a **shape**: `(3,)` is a list of three, `(2, 3)` a table of two rows and three columns,
// `(64, 64, 3)` a picture. It behaves like an array of Python's NumPy, with NumPy's names.

// %% {"id": "imports", "role": "given"}
import * as np from "kernel-lib";
import { check } from "../lib/check.js";
import visible from "./visible.test.js";

// %% {"id": "look", "role": "given"}
const numbers = np.array([
  [1, 2, 3],
  [4, 5, 6],
]);
console.log(`shape (${numbers.shape.join(", ")})`);
console.log(String(np.multiply(numbers, 10)));

// %% [markdown] {"id": "one-number"}
// ## 1. A function of one number, then of all numbers
//
// The **sigmoid** squeezes any number into the range from 0 to 1. You will use it as an answer to "how sure are you?":
//
// $$\sigma(x) = \frac{1}{1 + e^{-x}}$$
//
// ### Exercise 1: basicSigmoid
//
// In: a plain number. Out: a plain number.
//
// - `Math.exp(x)` is $e^x$.

// %% {"id": "basicSigmoid", "role": "exercise"}
// EXERCISE: basicSigmoid
/** 1 / (1 + e^-x) of one number. */
function basicSigmoid(x: number): number {
  // BEGIN SOLUTION (about 1 line)
  return 1 / (1 + Math.exp(-x));
  // END SOLUTION
}

// %% {"id": "basicSigmoid-check", "role": "check"}
// CHECK: basicSigmoid
console.log("basicSigmoid(1) =", basicSigmoid(1).toFixed(8));
await check("basicSigmoid", visible, { basicSigmoid: basicSigmoid });

// %% [markdown] {"id": "basicSigmoid-expected"}
// Expected:
//
// ```text
// basicSigmoid(1) = 0.73105858
// ```
//
// *The usual mistake* is to forget the minus. Then you get 0.26894142, the sigmoid of -1.

// %% [markdown] {"id": "sigmoid-text"}
// ### Exercise 2: sigmoid
//
// `Math.exp` knows numbers only; for a tensor it answers `NaN`. The tensor library has its own `np.exp`, which works on **every entry** of a
// tensor of any shape and gives a tensor of the same shape. So do all functions of this kind: `np.log`, `np.tanh`, `np.add`, …
//
// TypeScript has no operators for tensors: $a + b$ is `np.add(a, b)`, $-a$ is `np.negative(a)`, $a / b$ is `np.divide(a, b)`, and a plain
// number may stand on either side.
//
// In: a tensor of any shape. Out: the sigmoid of every entry, same shape.
//
// - Read the formula from the inside: minus, exponential, add 1, divide.
// - No loop. If you find yourself writing `for`, look at the formula again.

// %% {"id": "sigmoid", "role": "exercise"}
// EXERCISE: sigmoid
/** 1 / (1 + e^-x), entry by entry; any shape. */
function sigmoid(x: np.Tensor): np.Tensor {
  // BEGIN SOLUTION (about 1 line)
  return np.divide(1, np.add(1, np.exp(np.negative(x))));
  // END SOLUTION
}

// %% {"id": "sigmoid-check", "role": "check"}
// CHECK: sigmoid
console.log("sigmoid([1, 2, 3]) =", String(sigmoid(np.array([1, 2, 3]))));
await check("sigmoid", visible, { sigmoid: sigmoid });

// %% [markdown] {"id": "sigmoid-expected"}
// Expected:
//
// ```text
// sigmoid([1, 2, 3]) = [0.73105858 0.88079708 0.95257413]
// ```
//
// *The usual mistake* is `Math.exp`, or `1 / …` with a tensor below: plain arithmetic is for plain numbers. The kernel stops before it runs the cell
// and says that a `Tensor` is not a `number`.

// %% [markdown] {"id": "sigmoidDerivative-text"}
// ### Exercise 3: sigmoidDerivative
//
// To learn is to ask "if I change this a little, how much does the answer change?", and that is a derivative. The sigmoid has a charming
// one: it can be computed from the sigmoid alone,
//
// $$\sigma'(x) = \sigma(x)\,\big(1 - \sigma(x)\big)$$
//
// In: a tensor of any shape. Out: the slope at every entry, same shape.
//
// - Call your `sigmoid` once, and use its result twice.
// - `np.multiply` multiplies entry by entry.

// %% {"id": "sigmoidDerivative", "role": "exercise"}
// EXERCISE: sigmoidDerivative
/** Slope of the sigmoid, entry by entry; any shape. */
function sigmoidDerivative(x: np.Tensor): np.Tensor {
  // BEGIN SOLUTION (about 2 lines)
  const s = sigmoid(x);
  return np.multiply(s, np.subtract(1, s));
  // END SOLUTION
}

// %% {"id": "sigmoidDerivative-check", "role": "check"}
// CHECK: sigmoidDerivative
console.log("sigmoidDerivative([1, 2, 3]) =", String(sigmoidDerivative(np.array([1, 2, 3]))));
await check("sigmoidDerivative", visible, { sigmoidDerivative: sigmoidDerivative });

// %% [markdown] {"id": "sigmoidDerivative-expected"}
// Expected:
//
// ```text
// sigmoidDerivative([1, 2, 3]) = [0.19661193 0.10499359 0.04517666]
// ```
//
// *The usual mistake* is $x\,(1 - x)$ with the input in place of its sigmoid: [ 0. -2. -6.] in this example. A slope of the
// sigmoid is never negative, and never above one quarter.

// %% {"id": "sigmoid-plot", "role": "given"}
const xs = np.linspace(-8, 8, 161);
np.plot
  .lines(
    { "σ(x)": sigmoid(xs), "slope σ'(x)": sigmoidDerivative(xs) },
    { x: xs, title: "The sigmoid and its slope", xLabel: "x" },
  )
  .show();

// %% [markdown] {"id": "sigmoid-read"}
// The slope is largest in the middle, where the sigmoid is undecided, and vanishes on both sides. Keep that picture in mind: a neuron
// that is very sure of itself hardly learns.

// %% [markdown] {"id": "shapes"}
// ## 2. Shapes
//
// Most mistakes in deep learning are mistakes of shape. The good news: shapes can be checked in the head. Make it a habit to write them
// beside each line.
//
// ### Exercise 4: image2vector
//
// A picture is a tensor of shape (height, width, 3): for every pixel its red, green and blue. A network wants one long column. `reshape`
// gives the same numbers, in the same order, another shape; the product of the lengths must stay the same.
//
// In: a picture $(h, w, c)$. Out: a column of shape $(h \cdot w \cdot c,\ 1)$.
//
// - `image.reshape([rows, columns])`; `image.shape` is the list of lengths.
// - One length may be -1: then it is worked out from the others.
// - Write no fixed sizes into the function. The next picture is larger.

// %% {"id": "image2vector", "role": "exercise"}
// EXERCISE: image2vector
/** The picture (h, w, c) as a column (h * w * c, 1), in reading order. */
function image2vector(image: np.Tensor): np.Tensor {
  // BEGIN SOLUTION (about 1 line)
  return image.reshape([-1, 1]); // (h, w, c) -> (h * w * c, 1)
  // END SOLUTION
}

// %% {"id": "image2vector-check", "role": "check"}
// CHECK: image2vector
const photo = await np.io.readImage(`${np.datasets.dataFolder()}/images/coffee.png`, { size: [60, 90] });
console.log(`(${photo.shape.join(", ")}) becomes (${image2vector(photo).shape.join(", ")})`);
await check("image2vector", visible, { image2vector: image2vector });

// %% [markdown] {"id": "image2vector-expected"}
// Expected:
//
// ```text
// (60, 90, 3) becomes (16200, 1)
// ```
//
// *The usual mistake* is `reshape([-1])`: shape (16200,), a list without rows or columns. It prints alike and then behaves unlike,
// because the transpose of a list is the same list.

// %% {"id": "image2vector-plot", "role": "given"}
const column = image2vector(photo); // (16200, 1)
console.log("the first three numbers are the first pixel:", String(column.slice("0:3").ravel()));
np.plot.images(column.reshape([60, 90, 3]), { title: "There and back again" }).show();

// %% [markdown] {"id": "normalizeRows-text"}
// ### Exercise 5: normalizeRows
//
// Numbers of very different size make learning slow. One remedy is to give every row the length 1:
//
// $$x_i \leftarrow \frac{x_i}{\lVert x_i \rVert} \qquad\text{with}\qquad \lVert x_i \rVert = \sqrt{\sum_j x_{ij}^2}$$
//
// This needs a (n, m) table divided by a (n, 1) column of lengths. They differ in shape, and it works nevertheless: a length of 1 is
// stretched to fit. That is called **broadcasting**:
//
// | | shape | |
// | --- | --- | --- |
// | `x` | (n, m) | |
// | lengths | (n, 1) | the column is used for every column of `x` |
// | `np.divide(x, lengths)` | (n, m) | each row by its own length |
//
// In: `x` of shape $(n, m)$, no row all zero. Out: the same shape, every row of length 1.
//
// - `np.linalg.norm(x, { axis: 1, keepdims: true })` gives the lengths of the rows. `axis: 1` says: go along the columns.
// - Without `keepdims` the lengths have shape (n,), which broadcasts as a **row**: an error if you are lucky, wrong numbers if n = m.

// %% {"id": "normalizeRows", "role": "exercise"}
// EXERCISE: normalizeRows
/** Rows of x (n, m) scaled to length 1; no row may be all zero. */
function normalizeRows(x: np.Tensor): np.Tensor {
  // BEGIN SOLUTION (about 2 lines)
  const lengths = np.linalg.norm(x, { axis: 1, keepdims: true }); // (n, 1)
  return np.divide(x, lengths); // (n, m) / (n, 1) -> (n, m)
  // END SOLUTION
}

// %% {"id": "normalizeRows-check", "role": "check"}
// CHECK: normalizeRows
const table = np.array([
  [0, 3, 4],
  [1, 6, 4],
]);
console.log(String(normalizeRows(table)));
await check("normalizeRows", visible, { normalizeRows: normalizeRows });

// %% [markdown] {"id": "normalizeRows-expected"}
// Expected:
//
// ```text
// [[0.         0.6        0.8       ]
//  [0.13736056 0.82416338 0.54944226]]
// ```
//
// Check the first row in your head: 3, 4 and 5 are old friends. *The usual mistake* is to divide by the **sum** of the row, which gives
// 3/7 in place of 3/5.

// %% [markdown] {"id": "softmax-text"}
// ### Exercise 6: softmax
//
// The sigmoid decides between two classes. For more there is the **softmax**. Each row holds the scores of one example, and out come
// numbers that are positive and add up to 1, so that they can be read as probabilities:
//
// $$\text{softmax}(x)_{ij} = \frac{e^{x_{ij}}}{\sum_k e^{x_{ik}}}$$
//
// There is a trap. $e^{1000}$ is too large for a computer, it says `Infinity`, and `Infinity / Infinity` is `NaN`. The way out costs one
// line: subtract the largest score of each row first. Numerator and denominator both shrink by the same factor, so the
// result is the same; but now the largest exponent is 0, and nothing can overflow.
//
// | step | code | shape |
// | --- | --- | --- |
// | largest of each row | `np.max(x, { axis: 1, keepdims: true })` | $(n, 1)$ |
// | shifted scores | yours | $(n, m) - (n, 1) \to (n, m)$ |
// | exponentials | yours | $(n, m)$ |
// | sum of each row | yours | $(n, 1)$ |
// | quotient | yours | $(n, m) / (n, 1) \to (n, m)$ |
//
// In: scores $(n, m)$. Out: the same shape, every row adds up to 1.

// %% {"id": "softmax", "role": "exercise"}
// EXERCISE: softmax
/** Softmax of every row of x (n, m); no overflow for large scores. */
function softmax(x: np.Tensor): np.Tensor {
  // BEGIN SOLUTION (about 4 lines)
  const largest = np.max(x, { axis: 1, keepdims: true }); // (n, 1)
  const exponentials = np.exp(np.subtract(x, largest)); // (n, m)
  const sums = np.sum(exponentials, { axis: 1, keepdims: true }); // (n, 1)
  return np.divide(exponentials, sums); // (n, m)
  // END SOLUTION
}

// %% {"id": "softmax-check", "role": "check"}
// CHECK: softmax
const scores = np.array([
  [1, 2, 3],
  [1000, 1000, 1000],
]);
console.log(String(softmax(scores)));
await check("softmax", visible, { softmax: softmax });

// %% [markdown] {"id": "softmax-expected"}
// Expected:
//
// ```text
// [[0.09003057 0.24472847 0.66524096]
//  [0.33333333 0.33333333 0.33333333]]
// ```
//
// *The usual mistakes*: a second row of `nan` (the largest score was not subtracted), and **columns** that add up to 1 where rows should
// (`axis: 0`).

// %% [markdown] {"id": "speed"}
// ## 3. What vectorising buys
//
// First of all readability: `np.dot(a, b)` says what it means, and its shapes are checked. But also time. Here are three jobs, each
// done twice: entry by entry with `get` in a loop, and with one call on whole tensors.

// %% {"id": "timing", "role": "given"}
/** Milliseconds that `job` takes: the best of three, after a first run that only warms up. */
function milliseconds(job: () => unknown): number {
  job();
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    job();
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** Sum of a_i b_i, one entry after the other. */
function dotLoop(a: np.Tensor, b: np.Tensor): number {
  let total = 0;
  for (let i = 0; i < a.size; i++) total += a.get(i) * b.get(i);
  return total;
}

/** The product of every entry of a with every entry of b, shape (n, n), one after the other. */
function outerLoop(a: np.Tensor, b: np.Tensor): np.Tensor {
  const out = np.zeros([a.size, b.size]);
  for (let i = 0; i < a.size; i++) for (let j = 0; j < b.size; j++) out.set(a.get(i) * b.get(j), i, j);
  return out;
}

/** Matrix product, one sum after the other. */
function matmulLoop(A: np.Tensor, B: np.Tensor): np.Tensor {
  const [n, inner, m] = [A.shape[0], A.shape[1], B.shape[1]];
  const out = np.zeros([n, m]);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) {
      let total = 0;
      for (let k = 0; k < inner; k++) total += A.get(i, k) * B.get(k, j);
      out.set(total, i, j);
    }
  return out;
}

// %% {"id": "timing-run", "role": "given"}
np.random.seed(1);
const long = [np.random.rand(300_000), np.random.rand(300_000)] as const;
const short = [np.random.rand(400), np.random.rand(400)] as const;
const square = [np.random.rand(90, 90), np.random.rand(90, 90)] as const;
const times = {
  "dot, loop": milliseconds(() => dotLoop(...long)),
  "dot, np.dot": milliseconds(() => np.dot(...long)),
  "outer, loop": milliseconds(() => outerLoop(...short)),
  "outer, np.outer": milliseconds(() => np.outer(...short)),
  "matrix, loop": milliseconds(() => matmulLoop(...square)),
  "matrix, np.dot": milliseconds(() => np.dot(...square)),
};
console.log("same result:", np.allclose(matmulLoop(...square), np.dot(...square)));
np.plot.bars(times, { title: "Entry by entry against all at once", xLabel: "milliseconds" }).show();

// %% [markdown] {"id": "speed-read"}
// Every `get` has to check its indices and find its place; a whole-tensor call does that once and then runs through memory in a straight line.
// The numbers vary from computer to computer; the order of the bars does not. When a network has a million weights, this is the
// difference between a minute and an hour.

// %% [markdown] {"id": "losses"}
// ## 4. Two ways to be wrong
//
// A **loss** says how far predictions $\hat y$ are from the truth $y$. The smaller, the better; 0 is perfect.
//
// ### Exercise 7: l1Loss
//
// Add up how far off each prediction is:
//
// $$L_1(\hat y, y) = \sum_{i} \big| y_i - \hat y_i \big|$$
//
// In: `yHat` and `y`, both of shape $(m,)$. Out: a plain number.
//
// - `np.abs` takes away signs, entry by entry; `np.sum` of a whole tensor is a number.

// %% {"id": "l1Loss", "role": "exercise"}
// EXERCISE: l1Loss
/** Sum of the distances between yHat (m,) and y (m,). */
function l1Loss(yHat: np.Tensor, y: np.Tensor): number {
  // BEGIN SOLUTION (about 1 line)
  return np.sum(np.abs(np.subtract(y, yHat)));
  // END SOLUTION
}

// %% {"id": "l1Loss-check", "role": "check"}
// CHECK: l1Loss
const yHat = np.array([0.9, 0.2, 0.1, 0.4, 0.9]);
const y = np.array([1, 0, 0, 1, 1]);
console.log("L1 =", l1Loss(yHat, y).toFixed(2));
await check("l1Loss", visible, { l1Loss: l1Loss });

// %% [markdown] {"id": "l1Loss-expected"}
// Expected:
//
// ```text
// L1 = 1.10
// ```
//
// *The usual mistake* is to add up before taking away the signs: then errors above and errors below cancel, and a bad guess looks good.

// %% [markdown] {"id": "l2Loss-text"}
// ### Exercise 8: l2Loss
//
// Squares forgive small errors and punish large ones:
//
// $$L_2(\hat y, y) = \sum_{i} \big( y_i - \hat y_i \big)^2$$
//
// - The dot product of a list with itself is the sum of its squares: `np.dot(d, d)` gives a tensor with a single number, and
//   `.item()` takes the number out. `np.sum(np.square(d))` does the same.

// %% {"id": "l2Loss", "role": "exercise"}
// EXERCISE: l2Loss
/** Sum of the squared distances between yHat (m,) and y (m,). */
function l2Loss(yHat: np.Tensor, y: np.Tensor): number {
  // BEGIN SOLUTION (about 2 lines)
  const difference = np.subtract(y, yHat); // (m,)
  return np.sum(np.square(difference));
  // END SOLUTION
}

// %% {"id": "l2Loss-check", "role": "check"}
// CHECK: l2Loss
console.log("L2 =", l2Loss(yHat, y).toFixed(2));
await check("l2Loss", visible, { l2Loss: l2Loss });

// %% [markdown] {"id": "l2Loss-expected"}
// Expected:
//
// ```text
// L2 = 0.43
// ```
//
// *The usual mistake* is a root at the end: 0.66 is the length of the difference, not the sum of its squares.

// %% {"id": "losses-plot", "role": "given"}
const errors = np.linspace(-2, 2, 81);
const zero = np.zeros([1]);
const lossOf = (loss: (a: np.Tensor, b: np.Tensor) => number): number[] =>
  (errors.toArray() as number[]).map((e) => loss(np.array([e]), zero));
np.plot
  .lines(
    { "L1: distance": lossOf(l1Loss), "L2: square": lossOf(l2Loss) },
    { x: errors, title: "What an error costs", xLabel: "error of one prediction", yLabel: "loss" },
  )
  .show();

// %% [markdown] {"id": "end"}
// ## What you built
//
// Eight functions without a single loop, and the habit that matters: say the shapes aloud. In the next notebook the sigmoid becomes a neuron,
// `image2vector` feeds it pictures of cats, and its slope teaches it to tell them from other things.
//
// **New words**: *tensor*, *shape*, *entry by entry*, *reshape*, *axis*, *broadcasting*, *softmax*, *loss*, *vectorised*.
//
// **Five questions**
//
// 1. What is the shape of (4, 1) plus (1, 3), and what stands in row 2, column 1?
// 2. Why does softmax not change when 5 is added to every score of a row?
// 3. Where is the slope of the sigmoid largest, how large is it there, and why?
// 4. A (3, 3) table is divided by its row lengths, but `keepdims` was forgotten. No error appears. What happened to the numbers?
// 5. One prediction is off by 10, ten predictions are off by 1. Which of the two losses can tell the difference?
//
// **What to try**: the sigmoid of 800 and of -800; the softmax of a row times 10 and times 0.1; larger tensors in the timing cell.
//
// **Hand in**: save, then run `npx autograder check notebooks/01-tensors-and-vectorization.ipynb` in a terminal to see all checks at once.
