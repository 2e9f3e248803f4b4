/**
 * Which engine computes. KERNEL_LIB_ENGINE forces one; else it is the native BLAS where Node offers it, else the SIMD
 * kernels where there is WebAssembly, else plain loops. Operations ask here for every call.
 */
import type { Engine } from "./engine.js";
import { jsEngine } from "./js/index.js";
import { wasmEngine } from "./wasm/index.js";
import { describeKernels, loadKernels } from "./wasm/memory.js";

const offered = new Map<string, Engine>([["js", jsEngine]]);
const notes: (() => string)[] = [];
let current: Engine | undefined;

/** The engine in use. */
export function engine(): Engine {
  current ??= choose();
  return current;
}

/**
 * Adds an engine that only some hosts have, to be preferred when none is forced.
 *
 * @param note - a line for np.showConfig(), asked for when it is shown
 */
export function offerEngine(candidate: Engine, note: () => string): void {
  offered.set(candidate.name, candidate);
  notes.push(note);
  current = undefined;
}

/** The lines of np.showConfig(). */
export function describeEngines(): string[] {
  const { name } = engine();
  const forced = forcedName() === "" ? "" : ` (forced by KERNEL_LIB_ENGINE=${forcedName()})`;
  const lines = [`engine: ${name}${forced}`, `wasm: ${wasmTrouble() ?? describeKernels()}`];
  return name === "blas" ? [...lines, ...notes.map((note) => note())] : lines;
}

function choose(): Engine {
  if (wasmTrouble() === undefined) offered.set("wasm", wasmEngine);
  else offered.delete("blas"); // it leans on wasm
  const forced = forcedName();
  if (forced !== "" && !["js", "wasm", "blas"].includes(forced)) {
    throw new Error(`KERNEL_LIB_ENGINE: must be js, wasm or blas, got "${forced}"`);
  }
  return offered.get(forced) ?? offered.get("blas") ?? offered.get("wasm") ?? jsEngine;
}

/** The environment, where the host has one and lets it be read. */
function forcedName(): string {
  try {
    const host = globalThis as { process?: { env?: Record<string, string | undefined> } };
    return host.process?.env?.KERNEL_LIB_ENGINE ?? "";
  } catch {
    return "";
  }
}

/** Why the kernels cannot be used, if so. */
function wasmTrouble(): string | undefined {
  try {
    loadKernels();
    return undefined;
  } catch (error) {
    return `not available here (${error instanceof Error ? error.message : String(error)})`;
  }
}
