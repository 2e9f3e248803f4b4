/**
 * The public surface of kernel-lib: `import * as np from "kernel-lib"`.
 */
import "./engines/blas/offer.js";
import "./node-memory.js";
import "./node-wasm.js";
import "./notebook/tensor-table.js";

export * from "./core.js";
export * as datasets from "./datasets/index.js";
export * as io from "./io/index.js";
export { display, type MimeBundle } from "./notebook/index.js";
export * as plot from "./plot/index.js";
