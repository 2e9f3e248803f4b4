/**
 * What the wasm module exports. Its memory is scratch space laid out by the caller; there is no heap.
 */
export { binary64 } from "./elementwise";
export { exp64, log64, tanh64 } from "./functions";
export { gemm64 } from "./gemm";
export { packColumns, packRows } from "./pack";
export { smallByColumns, smallByRows } from "./small";
