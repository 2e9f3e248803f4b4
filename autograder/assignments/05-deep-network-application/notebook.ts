// Assignment 05, two networks that learn cats, in percent format: solutions stand between BEGIN SOLUTION and END SOLUTION.
// `npx autograder release` makes notebooks/05-deep-network-application.ipynb of it.

// %% [markdown] {"id": "title"}
// # Deep network: the same cats, more layers
//
// In notebook 02 a single neuron told cats from other things, and was right on about 70 % of pictures it had never seen. You know
// every part of a deep network by now. Here you put the parts together, twice: first with one hidden layer, then with as many
// as you like. Then you compare, look at the mistakes, and look inside.
//
// **By the end you can**
//
// - *assemble* a network of any depth from a handful of small functions, and train it,
// - *stop* a long training and *go on* with it where it was,
// - *judge* two models against each other, and say when a difference means nothing.
//
// **Before you start**: notebook 02 (the data, the cost, gradient descent) and notebook 04 (the functions of one layer).
// **Time**: about an hour and a half, of which the two trainings take some minutes.
//
// **How this notebook works.** Run a cell with Shift + Enter. In cells that begin with `// EXERCISE` you replace the line that throws by
// your own; the `// CHECK` cell below tells at once whether it works. **Coming back later?** Click the cell where you stopped and choose
// *Run > Run All Above Selected Cell*. What you wrote is kept in the file; trained networks are not, they train again.

// %% [markdown] {"id": "notation"}
// ## Notation
//
// | symbol | code | shape | meaning |
// | --- | --- | --- | --- |
// | $m$ | `m` | number | how many pictures, the columns of $X$ |
// | $L$ | `L` | number | how many layers have weights; the input is not counted |
// | $n^{[l]}$ | `layerDims[l]` | number | units of layer $l$; $n^{[0]} = n_x$ = 12288 inputs, $n^{[L]}$ = 1 answer |
// | $X,\ Y$ | `X, Y` | $(n_x, m)$, $(1, m)$ | pictures as columns; labels, 1 is a cat |
// | $W^{[l]},\ b^{[l]}$ | `W1, b1`, … | $(n^{[l]}, n^{[l-1]})$, $(n^{[l]}, 1)$ | weights and biases of layer $l$ |
// | $\text{relu}(z)$ | `"relu"` | that of $z$ | the bend of the hidden layers: $z$ where it is positive, else 0 |
// | $A^{[l]}$ | `A1`, … | $(n^{[l]}, m)$ | what layer $l$ answers; $A^{[0]} = X$, and $A^{[L]}$, in code `AL`, lies between 0 and 1 |
// | $Z^{[l]}$ | | $(n^{[l]}, m)$ | the weighted sums of layer $l$, before the bend; `np.nn` keeps them in the cache |
// | $dA^{[l]}$ | `dA2`, … | $(n^{[l]}, m)$ | slope of the cost in $A^{[l]}$ |
// | $dW^{[l]},\ db^{[l]}$ | `dW1, db1`, … | those of `W1, b1`, … | slopes of the cost in the parameters |

// %% {"id": "imports", "role": "given"}
import * as np from "kernel-lib";
import { check } from "../lib/check.js";
import visible from "./visible.test.js";

// %% [markdown] {"id": "data"}
// ## 1. The data
//
// The pictures of notebook 02, prepared in the same way: each unrolled into a column, divided by 255.

// %% {"id": "load", "role": "given"}
const { trainX, trainY, testX, testY, classes, source } = await np.datasets.loadCats();

/** Pictures (m, height, width, 3) with values 0..255 as columns (height * width * 3, m) with values 0..1. */
function toColumns(pictures: np.Tensor): np.Tensor {
  const m = pictures.shape[0];
  return pictures.reshape([m, -1]).T.divide(255); // (m, nX) -> (nX, m)
}
const XTrain = toColumns(trainX);
const XTest = toColumns(testX);
console.log(`pictures: ${source}`);
console.log(`XTrain (${XTrain.shape.join(", ")}), XTest (${XTest.shape.join(", ")})`);
const isPicture = np.arrayEqual(XTrain.slice(":", 7), trainX.at(7).ravel().divide(255));
console.log(`column 7 is picture 7: ${isPicture}`);

// %% [markdown] {"id": "data-read"}
// The last line is worth its place. A `reshape` straight to (12288, 209) also has the right shape, but its column 7 is a slice through
// many pictures. Nothing complains, the cost falls, and what the network learns is of little use for new pictures.

// %% [markdown] {"id": "idea"}
// ## 2. The idea: layers on layers
//
// What can a second layer do that a first cannot? The first weighs pixels. The second weighs *answers about pixels*: an ear
// **and** no wheel, one colour here **or** the other there. Each layer works with what the one before has found out.
//
// Whatever the depth, learning is the same loop:
//
// 1. **forward**: layer after layer, each keeps in a *cache* what the way back will need,
// 2. **cost**: how wrong are the answers,
// 3. **backward**: layer after layer in reverse, each hands the slope on to the one before,
// 4. **update**: a small step downhill for all weights and biases.
//
// You wrote the pieces in notebook 04. They are also in the library, as `np.nn`, so that you can start here even if something of
// yours is unfinished. Hidden layers use $\text{relu}(z) = \max(0, z)$, the last layer the sigmoid:
//
// | function | gives | of shape |
// | --- | --- | --- |
// | `np.nn.initializeParameters(nX, nH, nY, { seed })` | `W1, b1, W2, b2`: normal numbers times 0.01, zeros | notation above |
// | `np.nn.initializeParametersDeep(layerDims, { seed })` | `W1, b1, …`: normal numbers divided by $\sqrt{n^{[l-1]}}$, zeros | notation above |
// | `np.nn.linearActivationForward(APrev, W, b, "relu")` | `{ A, cache }`, or with `"sigmoid"` | `A` is $(n, m)$ |
// | `np.nn.computeCost(AL, Y)` | the cost | number |
// | `np.nn.linearActivationBackward(dA, cache, "relu")` | `{ dAPrev, dW, db }`, or with `"sigmoid"` | those of `APrev`, `W`, `b` |
// | `np.nn.lModelForward(X, parameters)` | `{ AL, caches }`: all layers at once | `AL` is $(1, m)$ |
// | `np.nn.lModelBackward(AL, Y, caches)` | `dW1, db1, …`: all layers at once | those of the parameters |
// | `np.nn.updateParameters(parameters, grads, { learningRate })` | new parameters | the same |
//
// Rest the pointer on a name, or press Shift + Tab in the brackets of a call, and you see this while you write.

// %% [markdown] {"id": "two-text"}
// ## 3. Two layers
//
// $$X \;\xrightarrow{\;W^{[1]},\, b^{[1]}\;}\; \text{relu} \;\xrightarrow{\;W^{[2]},\, b^{[2]}\;}\; \text{sigmoid} \;\to\; A^{[2]}$$
//
// ### Exercise 1: twoLayerModel
//
// In: data, the three sizes, and options. Out: the trained `parameters` and the `costs` at step 0, 100, 200, …
//
// The loop, the start and the return are there. What one step does is yours: forward through both layers, cost, back through
// both layers, update. The way back begins with the slope of the cost in the answers,
//
// $$dA^{[2]} = -\left( \frac{Y}{A^{[2]}} - \frac{1 - Y}{1 - A^{[2]}} \right) \qquad (1, m),$$
//
// and `linearActivationBackward` takes it from there: it goes through the bend *and* the sum of one layer, and its `dAPrev` is the
// `dA` of the layer before. (Neither formula has a $1/m$: `linearActivationBackward` divides where `dW` and `db` are made.)
//
// - Use each layer's own cache, and the activation it went forward with.
// - `grads` is a record like `{ dW1: …, db1: …, dW2: …, db2: … }`.
// - When `i % 100 === 0`, push the cost *before* you update: `costs[0]` is the cost of the untrained network.

// %% {"id": "options-type", "role": "given"}
/** How to train; `parameters` are where to go on from, without them the network is new. */
interface TrainingOptions {
  learningRate?: number;
  numIterations?: number;
  parameters?: np.nn.Parameters | undefined;
}

/** What a training gives: costs are those of step 0, 100, 200, … */
interface Training {
  parameters: np.nn.Parameters;
  costs: number[];
}

// %% {"id": "twoLayerModel", "role": "exercise"}
// EXERCISE: twoLayerModel
/** Trains linear -> relu -> linear -> sigmoid on X (nX, m), Y (1, m); layerDims is [nX, nH, 1]. */
async function twoLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  const [nX, nH, nY] = layerDims;
  let parameters = options.parameters ?? np.nn.initializeParameters(nX, nH, nY, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    await np.tick();
    const { W1, b1, W2, b2 } = parameters;
    // BEGIN SOLUTION (about 9 lines)
    const { A: A1, cache: cache1 } = np.nn.linearActivationForward(X, W1, b1, "relu"); // (nH, m)
    const { A: A2, cache: cache2 } = np.nn.linearActivationForward(A1, W2, b2, "sigmoid"); // (1, m)
    if (i % 100 === 0) costs.push(np.nn.computeCost(A2, Y));
    const dA2 = np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, A2)), np.divide(Y, A2)); // (1, m)
    const { dAPrev: dA1, dW: dW2, db: db2 } = np.nn.linearActivationBackward(dA2, cache2, "sigmoid");
    const { dW: dW1, db: db1 } = np.nn.linearActivationBackward(dA1, cache1, "relu"); // dA1 is (nH, m)
    const grads = { dW1: dW1, db1: db1, dW2: dW2, db2: db2 };
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
    // END SOLUTION
  }
  return { parameters, costs };
}

// %% {"id": "twoLayerModel-check", "role": "check"}
// CHECK: twoLayerModel
const small = {
  X: np.array([
    [1, -2, 0.5, 3, -1],
    [0.5, 1, -1, -2, 2],
    [-1, 0.5, 2, 1, 0.25],
  ]), // (3, 5)
  Y: np.array([[1, 0, 1, 1, 0]]), // (1, 5)
};
const smallTwo = await twoLayerModel(small.X, small.Y, [3, 4, 1], { learningRate: 0.5, numIterations: 301 });
console.log("costs =", smallTwo.costs.map((cost) => cost.toFixed(6)).join(" "));
console.log("W2 =", String(smallTwo.parameters.W2));
await check("twoLayerModel", visible, { twoLayerModel: twoLayerModel });

// %% [markdown] {"id": "twoLayerModel-expected"}
// Expected:
//
// ```text
// costs = 0.693034 0.003696 0.001332 0.000775
// W2 = [[ 0.67796869 -1.01545475  2.05834305 -1.53051469]]
// ```
//
// *The usual mistakes*, and how they look. `dA2 = A2 - Y`, which is the slope in $Z^{[2]}$, not in $A^{[2]}$: costs still fall, but slower. The
// cost written down after the step: the first number is not 0.693034. `cache1` and `cache2` mixed up: an error about shapes, if you are lucky.

// %% [markdown] {"id": "two-train"}
// ### Train it, stop it, go on
//
// 2,500 steps take from ten seconds to a few minutes. A long training should survive a closed lid, an impatient finger, a better idea. So `goOn` trains
// in portions of 100 steps and keeps what it has reached in a `Run` outside of itself. **Try it**: run the next two cells, press the stop button (■)
// above the notebook while the curve grows, and look: the cell says *Interrupted*, which is no mistake of yours, the curve stays, and the line below
// it tells how many portions are done. Run the second of the two cells again. It goes on with the portion it was stopped in, and ends with the same
// numbers, digit for digit.
//
// `np.progress` draws the bar, with the rate and the time left; `np.plot.liveCurve` redraws the curve while it grows.

// %% {"id": "goOn", "role": "given"}
/** How far a training has come. */
type Run = { parameters?: np.nn.Parameters; costs: number[] };

/** Trains in portions of 100 steps until there have been so many, from where `run` is. */
async function goOn(
  run: Run,
  model: typeof twoLayerModel,
  layerDims: number[],
  portions = 25,
): Promise<void> {
  const live = np.plot.liveCurve({ every: 100, title: `Cost while learning, ${layerDims.join("-")}` });
  run.costs.forEach(live.add);
  try {
    for await (const _ of np.progress(portions - run.costs.length, { label: "portions of 100 steps" })) {
      const options = { numIterations: 100, parameters: run.parameters };
      const { parameters, costs } = await model(XTrain, trainY, layerDims, options);
      run.parameters = parameters;
      run.costs.push(costs[0]);
      live.add(costs[0]);
    }
  } finally {
    live.done(); // also when it is stopped
  }
}

const twoDims = [12288, 7, 1];
const two: Run = { costs: [] }; // run this cell again to forget the training and start anew

// %% {"id": "two-run", "role": "given"}
await goOn(two, twoLayerModel, twoDims);
console.log(
  `cost: ${two.costs[0].toFixed(6)} at the start, ${two.costs.at(-1)!.toFixed(6)} after 2400 steps`,
);

// %% [markdown] {"id": "two-read"}
// Seven hidden units take the cost from $\log 2$ close to zero. The course's photographs begin at 0.693050 and are at 0.048555 after 2,400 steps; the
// drawings that come with this repository have numbers of their own.

// %% [markdown] {"id": "deep-text"}
// ## 4. L layers
//
// Now the general case: $L - 1$ times linear and relu, then linear and sigmoid. Written out by hand that would be long; with the functions
// that walk through all layers it gets *shorter* than the two-layer one.
//
// ### Exercise 2: lLayerModel
//
// In and out as before, but `layerDims` may have any length: `[12288, 20, 7, 5, 1]` is a network with four layers. This time the whole body is yours.
//
// - Start from `options.parameters`; without them from `np.nn.initializeParametersDeep(layerDims, { seed: 1 })`.
// - The defaults stay: learning rate 0.0075, 2,500 iterations.
// - The four lines of the loop are the four points of section 2. Do not forget `await np.tick()` and the costs.

// %% {"id": "lLayerModel", "role": "exercise"}
// EXERCISE: lLayerModel
/** Trains (linear -> relu) L - 1 times, then linear -> sigmoid; X (nX, m), Y (1, m), layerDims [nX, …, 1]. */
async function lLayerModel(
  X: np.Tensor,
  Y: np.Tensor,
  layerDims: number[],
  options: TrainingOptions = {},
): Promise<Training> {
  const { learningRate = 0.0075, numIterations = 2500 } = options;
  // BEGIN SOLUTION (about 10 lines)
  let parameters = options.parameters ?? np.nn.initializeParametersDeep(layerDims, { seed: 1 });
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    await np.tick();
    const { AL, caches } = np.nn.lModelForward(X, parameters); // (1, m)
    if (i % 100 === 0) costs.push(np.nn.computeCost(AL, Y));
    const grads = np.nn.lModelBackward(AL, Y, caches);
    parameters = np.nn.updateParameters(parameters, grads, { learningRate: learningRate });
  }
  return { parameters: parameters, costs: costs };
  // END SOLUTION
}

// %% {"id": "lLayerModel-check", "role": "check"}
// CHECK: lLayerModel
const smallDeep = await lLayerModel(small.X, small.Y, [3, 4, 2, 1], {
  learningRate: 0.3,
  numIterations: 301,
});
console.log("costs =", smallDeep.costs.map((cost) => cost.toFixed(6)).join(" "));
console.log("W3 =", String(smallDeep.parameters.W3));
await check("lLayerModel", visible, { lLayerModel: lLayerModel });

// %% [markdown] {"id": "lLayerModel-expected"}
// Expected:
//
// ```text
// costs = 0.940201 0.045285 0.020629 0.013163
// W3 = [[-0.64418641  2.04761254]]
// ```
//
// *The usual mistakes*: `const parameters` inside the loop, so that every step begins anew and the cost stands still; and `initializeParameters`
// with its 0.01 for a deep network. Four such layers make the signal a hundred million times smaller, the slopes too, and the cost
// stays near 0.69 for ever.

// %% {"id": "deep-start", "role": "given"}
const deepDims = [12288, 20, 7, 5, 1];
const deep: Run = { costs: [] };

// %% {"id": "deep-run", "role": "given"}
await goOn(deep, lLayerModel, deepDims);
console.log(
  `cost: ${deep.costs[0].toFixed(6)} at the start, ${deep.costs.at(-1)!.toFixed(6)} after 2400 steps`,
);

// %% {"id": "curves", "role": "given"}
np.plot
  .costCurve(
    { "two layers (12288-7-1)": two.costs, "four layers (12288-20-7-5-1)": deep.costs },
    { every: 100, title: "The same pictures, two networks" },
  )
  .show();

// %% [markdown] {"id": "curves-read"}
// Compare the beginnings. With the small weights of the first network all answers are close to one half: it starts at $\log 2$. The deep one begins with
// larger weights, so with opinions, and is a little more wrong than a coin. Where a curve jumps up, a step was too long for the place where it
// was taken. A jump that heals is nothing to worry about.

// %% [markdown] {"id": "predict-text"}
// ## 5. Which is better?
//
// A cost is for learning. People want to know: how often is it right?
//
// ### Exercise 3: predict
//
// In: the parameters of a network of *any* depth, and pictures as columns. Out: 1 where the answer is above one half, else 0, shape $(1, m)$.
//
// - One function of `np.nn` does the way forward for every depth.
// - `np.greater` compares, `.astype("float64")` makes numbers of booleans.

// %% {"id": "predict", "role": "exercise"}
// EXERCISE: predict
/** Labels 0 or 1 for the columns of X (nX, m); shape (1, m). */
function predict(parameters: np.nn.Parameters, X: np.Tensor): np.Tensor {
  // BEGIN SOLUTION (about 2 lines)
  const { AL } = np.nn.lModelForward(X, parameters); // (1, m)
  return np.greater(AL, 0.5).astype("float64");
  // END SOLUTION
}

// %% {"id": "predict-check", "role": "check"}
// CHECK: predict
console.log("two layers:  ", String(predict(smallTwo.parameters, small.X)));
console.log("three layers:", String(predict(smallDeep.parameters, small.X)));
await check("predict", visible, { predict: predict });

// %% [markdown] {"id": "predict-expected"}
// Expected:
//
// ```text
// two layers:   [[1. 0. 1. 1. 0.]]
// three layers: [[1. 0. 1. 1. 0.]]
// ```
//
// *The usual mistake* is to take `W1` and `W2` by name: that forgets all later layers, and does not even complain when the shapes happen to fit.

// %% {"id": "accuracy", "role": "given"}
/** Percent of the predictions that equal the labels; both (1, m) of zeros and ones. */
function accuracy(prediction: np.Tensor, labels: np.Tensor): number {
  return 100 * np.mean(np.equal(prediction, labels));
}

for (const [name, run] of Object.entries({ "two layers": two, "four layers": deep })) {
  const train = accuracy(predict(run.parameters!, XTrain), trainY).toFixed(2);
  const test = accuracy(predict(run.parameters!, XTest), testY).toFixed(2);
  console.log(`${name}: train ${train} %, test ${test} %`);
}

// %% [markdown] {"id": "accuracy-read"}
// One neuron had about 70 % of the test pictures right. On the drawings two layers reach 74 % and four layers 80 %, on the course's photographs 72 % and
// 80 %.
//
// > **Did you read 84 % somewhere?** Older prints of this course say so, and they did not invent it. Their function for the way back added up the slope
// > of the biases over *all units of a layer*, not only over the examples: each layer had one slope for all its biases. With that mistake the
// > cost falls lower (0.078 in place of 0.088), the training set is perfect, and 42 of 50 test pictures are right in place of 40. Everything looks better, and it
// > is wrong: a comparison with small steps, as in notebook 04, shows it at once. That it helped was luck, and the drawings were less lucky: there the same
// > mistake stops the training at a cost of 0.644, and the network calls every picture *non-cat*.
// >
// > Two lessons. **A wrong slope can still learn**, so "the cost falls" proves nothing; check gradients. And **two pictures out of fifty are noise**: with 50
// > test pictures an accuracy is known to about six percentage points. Who chooses a model by such a difference chooses by luck.
//
// Is the difference between *your* two networks more than luck? The drawings come with 300 more test pictures:

// %% {"id": "large-test", "role": "given"}
if (source.includes("drawings")) {
  const large = await np.datasets.loadCats({ test: "large" });
  const XLarge = toColumns(large.testX);
  for (const [name, run] of Object.entries({ "two layers": two, "four layers": deep }))
    console.log(`${name}: ${accuracy(predict(run.parameters!, XLarge), large.testY).toFixed(2)} % of 300`);
} else console.log("the photographs come with 50 test pictures only");

// %% [markdown] {"id": "look"}
// ## 6. Look inside
//
// ### The mistakes
//
// Which test pictures does the deep network get wrong? Look for what they have in common: odd colours, a cat at the edge, one that fills the picture,
// something with ears that is none.

// %% {"id": "mistakes", "role": "given"}
const said = predict(deep.parameters!, XTest);
const wrong = np.nonzero(np.notEqual(said, testY))[1].toArray() as number[];
console.log(`${wrong.length} of ${testY.size} test pictures are misclassified`);
np.plot
  .images(testX.take(wrong, { axis: 0 }), {
    titles: wrong.map((i) => `${classes[testY.get(0, i)]}, called ${classes[said.get(0, i)]}`),
    columns: 5,
    title: "Misclassified test pictures",
  })
  .show();

// %% [markdown] {"id": "first-text"}
// ### What the first layer sees
//
// Each row of `W1` has one weight for every pixel and colour, so it can be drawn as a picture: grey is *does not matter*, bright red is *red here speaks for it*.
// Draw them as they are, and you see mostly snow, the random numbers of the start. Subtract the start, and what *training* has changed appears.

// %% {"id": "first-layer", "role": "given"}
/** Rows of weights (n, 12288) as pictures (n, 64, 64, 3) with values 0..1; zero is middle grey. */
function toPictures(weights: np.Tensor): np.Tensor {
  const largest = np.max(np.abs(weights), { axis: 1, keepdims: true }); // (n, 1)
  const scale = np.maximum(1e-9, np.multiply(2, largest)); // a row of zeros stays grey
  return np.add(0.5, np.divide(weights, scale)).reshape([-1, 64, 64, 3]);
}

const twoStart = np.nn.initializeParameters(12288, 7, 1, { seed: 1 });
const speaksFor = (two.parameters!.W2.toArray() as number[][])[0].map(
  (w, i) => `${i + 1}: ${w > 0 ? "cat" : "not cat"}`,
);
np.plot
  .images(toPictures(two.parameters!.W1), {
    titles: speaksFor,
    columns: 7,
    title: "Two layers: the weights of the seven hidden units",
  })
  .show();
np.plot
  .images(toPictures(np.subtract(two.parameters!.W1, twoStart.W1)), {
    titles: speaksFor,
    columns: 7,
    title: "What training has changed in them",
  })
  .show();

// %% {"id": "first-layer-deep", "role": "given"}
const deepStart = np.nn.initializeParametersDeep(deepDims, { seed: 1 });
np.plot
  .images(toPictures(np.subtract(deep.parameters!.W1, deepStart.W1)), {
    titles: Array.from({ length: 20 }, (_, i) => `unit ${i + 1}`),
    columns: 10,
    title: "Four layers: what training has changed in the first",
  })
  .show();

// %% [markdown] {"id": "first-read"}
// Do you see the ears, the eyes, the whiskers? Nobody drew them: they are what the training pictures with a cat have in common, minus what the
// others have. In the first row of pictures each title says what the unit's answer speaks for.
//
// Some units look alike. One that shows a single picture has learned it by heart. And one that is plain grey has not changed at all: its relu gives
// zero for every training picture, and where relu is flat no slope comes through. All of them are blurred, for whole pictures are added up in
// them. Networks that look at small patches get crisp edges in their first layer; they are the subject of a later course.

// %% [markdown] {"id": "own-text"}
// ## 7. Your own picture
//
// Put a picture beside this notebook (drag it into the file list on the left), write its name below, and ask both networks. The one that
// is there is a photograph of a real cat. Networks that grew up on drawings have never seen fur, and may well say no: a model knows the world that it was shown.

// %% {"id": "own-picture"}
const file = `${np.datasets.dataFolder()}/images/chelsea.png`; // for example "my-cat.jpg"
const picture = np.expandDims(await np.io.readImage(file, { size: [64, 64] }), 0); // (1, 64, 64, 3)
const column = toColumns(picture); // (12288, 1)
const verdicts = [two, deep].map((run) => classes[predict(run.parameters!, column).get(0, 0)]);
np.plot
  .images(np.concatenate([picture, picture]), {
    titles: verdicts.map((verdict, i) => `${["two", "four"][i]} layers say: ${verdict}`),
    columns: 2,
  })
  .show();

// %% {"id": "playground"}
// Yours to play with: other sizes, another rate, fewer steps.
const mine = await lLayerModel(XTrain, trainY, [12288, 10, 1], { numIterations: 100, learningRate: 0.01 });
console.log(
  `cost at the start: ${mine.costs[0].toFixed(4)}, test ${accuracy(predict(mine.parameters, XTest), testY)} %`,
);

// %% [markdown] {"id": "end"}
// ## What you built
//
// A network of any depth that learns from pictures, in a page of code, and the habits around it: look at the data, at the curve, at the mistakes; save
// your progress; distrust small differences. This is the end of the course's first part. The loop you wrote twice is the loop inside every large
// network of today.
//
// **New words**: *relu*, *deep network*, *L-layer model*, *to resume a training*, *gradient check*, *test set noise*.
//
// **Five questions**
//
// 1. Why do the first costs of the two networks differ, though neither has learned anything?
// 2. What does `goOn` lose when you stop it, at most? What would it take to lose nothing?
// 3. Both networks know the training pictures by heart. Why is one better on new ones, and how sure are you of that?
// 4. With the mistake of the box, all biases of a layer move by the same amount. Why can the network learn all the same?
// 5. A unit's relu gives zero for every training picture. Will it ever change again?
//
// **What to try**: `[12288, 20, 1]` against `[12288, 7, 5, 3, 1]`; a learning rate of 0.03; only 50 training pictures; testing after each portion, and
// drawing both curves: where would you have stopped?
//
// **Hand in**: save, then run `npx autograder check notebooks/05-deep-network-application.ipynb` in a terminal to see all checks at once.
