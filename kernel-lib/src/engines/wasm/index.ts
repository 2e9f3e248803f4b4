/**
 * The engine of SIMD kernels: products of matrices, exp, log and tanh. What V8 does as fast stays with `js`.
 */
import type { Engine } from "../engine.js";
import { jsEngine } from "../js/index.js";
import { rowBy } from "../js/matmul.js";
import { chain } from "./chain.js";
import { binary, unary } from "./elementwise.js";
import { matmul } from "./matmul.js";
import { reduce } from "./reduce.js";
import { workspace } from "./workspace.js";

export const wasmEngine: Engine = {
  ...jsEngine,
  name: "wasm",
  unary,
  binary,
  chain,
  reduce,
  matmul,
  multiplyRow: rowBy(matmul),
  workspace,
};
