/**
 * The public surface of kernel-lib: `import * as np from "kernel-lib"`.
 */
export * from "./core.js";
