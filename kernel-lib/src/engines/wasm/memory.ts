/**
 * The wasm module and its memory, made on first use. The memory is scratch space only: tensors stay ordinary typed
 * arrays, whose blocks are copied in and out while they are hot in the cache.
 */
import { binary } from "./binary.js";

/** Element-wise kernels: n float64 values, in place, from the byte `at` on. */
type Pass = (n: number, at: number) => void;

/** C (rows, columns) = A B of packed panels, given by their bytes; see assembly/gemm.ts. */
type Gemm = (rows: number, columns: number, depth: number, a: number, b: number, c: number) => void;

export interface Kernels {
  readonly exp64: Pass;
  readonly log64: Pass;
  readonly tanh64: Pass;
  readonly gemm64: Gemm;
  /** count, depth, from, into; and count, depth, step, from, into: see assembly/pack.ts. */
  readonly packRows: (count: number, depth: number, from: number, into: number) => void;
  readonly packColumns: (count: number, depth: number, step: number, from: number, into: number) => void;
  readonly memory: { readonly buffer: ArrayBuffer };
}

/** What the rest of TypeScript's `WebAssembly` looks like where neither the DOM's nor Node's types are loaded. */
interface WebAssemblyFace {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: unknown };
}

/** The first byte of the scratch space; below lie the constants of the kernels. */
export const scratch = 65536;

let kernels: Kernels | undefined;

/** The kernels; throws where there is no WebAssembly, or none with SIMD. */
export function loadKernels(): Kernels {
  if (kernels === undefined) {
    const { Module, Instance } = (globalThis as unknown as { WebAssembly: WebAssemblyFace }).WebAssembly;
    const bytes = Uint8Array.from(atob(binary), (letter) => letter.charCodeAt(0));
    kernels = new Instance(new Module(bytes)).exports as Kernels;
  }
  return kernels;
}
