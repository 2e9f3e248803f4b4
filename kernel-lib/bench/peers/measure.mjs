// The kernels on other JavaScript libraries: node measure.mjs LIBRARY answers the name of a workload with ms per call, or NaN.
// Each does what it does best: tfjs and jax-js compute in float32 on WebAssembly, ml-matrix in float64 in plain loops.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { answerRounds } from "../timing.mjs";

const million = 1_000_000;

/** @param {number} n */
function values(n) {
  return Float32Array.from({ length: n }, (_, i) => 0.01 + ((i * 7919) % 1000) / 250);
}

/** @returns {Promise<Record<string, () => unknown>>} */
async function tfjs() {
  const require = createRequire(import.meta.url);
  const tf = require("@tensorflow/tfjs-core");
  const wasm = require("@tensorflow/tfjs-backend-wasm");
  wasm.setWasmPaths(
    fileURLToPath(new URL("node_modules/@tensorflow/tfjs-backend-wasm/dist/", import.meta.url)),
  );
  await tf.setBackend("wasm");
  const x = tf.tensor1d(values(million));
  const matrix = (/** @type {number} */ n, /** @type {number} */ m) => tf.tensor2d(values(n * m), [n, m]);
  const run = (/** @type {() => any} */ work) => () => tf.tidy(work).dispose(); // the backend computes at once
  const product = (/** @type {any} */ A, /** @type {any} */ B) => run(() => tf.matMul(A, B));
  return {
    "matmul 512x512x512": product(matrix(512, 512), matrix(512, 512)),
    "matmul 20x12288x209": product(matrix(20, 12288), matrix(12288, 209)),
    "exp 1e6": run(() => tf.exp(x)),
    "log 1e6": run(() => tf.log(x)),
    "tanh 1e6": run(() => tf.tanh(x)),
    "sigmoid 1e6": run(() => tf.sigmoid(x)),
    "add 1e6": run(() => tf.add(x, x)),
    "sum 1e6": run(() => tf.sum(x)),
  };
}

/** @returns {Promise<Record<string, () => unknown>>} */
async function mlMatrix() {
  const { Matrix } = await import("ml-matrix");
  const x = Matrix.from1DArray(1, million, [...values(million)]);
  const matrix = (/** @type {number} */ n, /** @type {number} */ m) =>
    Matrix.from1DArray(n, m, [...values(n * m)]);
  const product = (/** @type {any} */ A, /** @type {any} */ B) => () => A.mmul(B);
  return {
    "matmul 512x512x512": product(matrix(512, 512), matrix(512, 512)),
    "matmul 20x12288x209": product(matrix(20, 12288), matrix(12288, 209)),
    "exp 1e6": () => Matrix.exp(x),
    "log 1e6": () => Matrix.log(x),
    "tanh 1e6": () => Matrix.tanh(x),
    "add 1e6": () => Matrix.add(x, x),
    "sum 1e6": () => x.sum(),
  };
}

/** @returns {Promise<Record<string, () => unknown>>} */
async function jaxJs() {
  const { init, defaultDevice, nn, numpy: np } = await import("@jax-js/jax");
  await init("wasm");
  defaultDevice("wasm");
  const x = np.array(values(million));
  const matrix = (/** @type {number} */ n, /** @type {number} */ m) =>
    np.array(values(n * m)).reshape([n, m]);
  const run = (/** @type {() => any} */ work) => () => work().dataSync(); // it computes when it is read
  const product = (/** @type {any} */ A, /** @type {any} */ B) => run(() => np.matmul(A.ref, B.ref));
  return {
    "matmul 512x512x512": product(matrix(512, 512), matrix(512, 512)),
    "matmul 20x12288x209": product(matrix(20, 12288), matrix(12288, 209)),
    "exp 1e6": run(() => np.exp(x.ref)),
    "log 1e6": run(() => np.log(x.ref)),
    "tanh 1e6": run(() => np.tanh(x.ref)),
    "sigmoid 1e6": run(() => nn.sigmoid(x.ref)),
    "add 1e6": run(() => np.add(x.ref, x.ref)),
    "sum 1e6": run(() => np.sum(x.ref)),
  };
}

const libraries = { tfjs, "ml-matrix": mlMatrix, "jax-js": jaxJs };
const make = libraries[/** @type {keyof typeof libraries} */ (process.argv[2])];
const workloads = await make();
await answerRounds((name) => workloads[name]);
