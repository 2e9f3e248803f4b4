/**
 * The engine that hands products to a native BLAS; the rest is that of `wasm`. The library is looked for at the first
 * product that is large enough for it. Needs Node: kernel-lib/core does not import this folder.
 */
import type { Engine } from "../engine.js";
import { wasmEngine } from "../wasm/index.js";
import { type Blas, findBlas } from "./library.js";
import { makeMatmul, makeMultiplyRow } from "./matmul.js";
import { shareOut } from "./threads.js";

let found: Blas | string | undefined;

function search(): Blas | string {
  if (found !== undefined) return found;
  const library = findBlas();
  found = typeof library === "string" ? library : shareOut(library);
  return found;
}

function usable(): Blas | undefined {
  const result = search();
  return typeof result === "string" ? undefined : result;
}

export const blasEngine: Engine = {
  ...wasmEngine,
  name: "blas",
  matmul: makeMatmul(usable),
  multiplyRow: makeMultiplyRow(usable),
};

/** Where products go, in words for np.showConfig(). */
export function describeBlas(): string {
  const result = search();
  return typeof result === "string" ? `none, products use wasm (${result})` : result.description;
}
