/**
 * What the wasm module exports. Its memory is scratch space laid out by the caller; there is no heap.
 */
export { each64 } from "./elementwise";
export { fuses } from "./fma";
export { gemm32, gemm64 } from "./gemm";
export { addRows32, addRows64, dotRows32, dotRows64 } from "./matvec";
export { packColumns, packRows } from "./pack";
export { smallByColumns, smallByRows } from "./small";
export { sum64 } from "./sum";
