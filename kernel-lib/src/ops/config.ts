/**
 * What the library runs on.
 */
import { describeEngines } from "../engines/index.js";

/**
 * Prints which engine computes, and where matrix products go: NumPy's `np.show_config`, in three lines.
 *
 * @example
 * ```ts
 * np.showConfig(); // engine: blas, wasm: SIMD kernels with fused multiply-and-add, blas: OpenBLAS of scipy-openblas32
 * ```
 */
export function showConfig(): void {
  console.log(describeEngines().join("\n"));
}
