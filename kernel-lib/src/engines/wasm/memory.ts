/**
 * The wasm module and its memory, made on first use. The memory is scratch space only: tensors stay ordinary typed
 * arrays, whose blocks are copied in and out while they are hot in the cache.
 */
import { workspaceSize } from "../engine.js";
import { binary, fusedBinary } from "./binary.js";

/** C (rows, columns) = A B of packed panels, or C + A B with `adds`, given by their bytes; see assembly/gemm.ts. */
type Gemm = (
  rows: number,
  columns: number,
  depth: number,
  a: number,
  b: number,
  c: number,
  adds: boolean,
) => void;

/** out = op(a, b) for n float64, given by their bytes; steps are 64 bytes for eight values, or 0 for a repeated one. */
type Each = (op: number, n: number, out: number, a: number, aStep: number, b: number, bStep: number) => void;

type DotRows = (rows: number, n: number, a: number, x: number, y: number, adds: boolean) => void;

export interface Kernels {
  readonly each64: Each;
  readonly gemm64: Gemm;
  readonly gemm32: Gemm;
  /** count, depth, from, into; and count, depth, step, from, into: see assembly/pack.ts. */
  readonly packRows: (count: number, depth: number, from: number, into: number) => void;
  readonly packColumns: (count: number, depth: number, step: number, from: number, into: number) => void;
  /** m, k, n, then bytes: A, its steps to the next row and column, B, C; and A, B, C: see assembly/small.ts. */
  readonly smallByRows: (
    m: number,
    k: number,
    n: number,
    a: number,
    aRow: number,
    aStep: number,
    b: number,
    c: number,
  ) => void;
  readonly smallByColumns: (m: number, k: number, n: number, a: number, b: number, c: number) => void;
  /** rows, n, then bytes: A, x, y: see assembly/matvec.ts. */
  readonly dotRows64: DotRows;
  readonly dotRows32: DotRows;
  readonly addRows64: (rows: number, n: number, a: number, x: number, y: number) => void;
  readonly addRows32: (rows: number, n: number, a: number, x: number, y: number) => void;
  /** The sum of n float64 from the byte `at` on. */
  readonly sum64: (n: number, at: number) => number;
  /** Whether multiply-and-add rounds once here. */
  readonly fuses: () => number;
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
}

/** What the rest of TypeScript's `WebAssembly` looks like where neither the DOM's nor Node's types are loaded. */
interface WebAssemblyFace {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: unknown };
  validate(bytes: Uint8Array): boolean;
}

/**
 * The first byte of the scratch space; below lie the constants of the kernels. It is half a page off, since large arrays
 * begin right behind the start of a page: AMD's Zen 3 copies ten times slower to places that lie, within their pages, less
 * than 64 bytes behind the source.
 */
export const scratch: number = 65536 + 2048;

const pageBytes = 65536;

let kernels: Kernels | undefined;
let wholeMemory: Float64Array | undefined;
let wholeMemory32: Float32Array | undefined;

/** Rows up to this length have their view kept. */
const longestView = 2048;
let views: (Float64Array | undefined)[] = [];

/** The kernels; throws where there is no WebAssembly, or none with SIMD. */
export function loadKernels(): Kernels {
  if (kernels === undefined) useKernels("fused");
  return kernels as Kernels;
}

/** Takes the kernels with fused multiply-and-add where host and machine have it, or those without. */
export function useKernels(kind: "fused" | "plain"): void {
  const fused = kind === "fused" ? instantiate(fusedBinary) : undefined;
  kernels = fused?.fuses() ? fused : (instantiate(binary) as Kernels);
  kernels.memory.grow((workspaceSize * 8) / pageBytes);
  [wholeMemory, wholeMemory32] = [undefined, undefined];
  views = new Array<Float64Array | undefined>(longestView + 1).fill(undefined);
}

/** Undefined where the host does not know the instructions. */
function instantiate(base64: string): Kernels | undefined {
  const { Module, Instance, validate } = (globalThis as unknown as { WebAssembly: WebAssemblyFace })
    .WebAssembly;
  const bytes = bytesOf(base64);
  if (base64 === fusedBinary && !validate(bytes)) return undefined;
  return new Instance(new Module(bytes)).exports as Kernels;
}

/** By the engine where it can, in 0.1 ms; a loop takes 1 ms cold, `Uint8Array.from` with a function ten. */
function bytesOf(base64: string): Uint8Array {
  const { fromBase64 } = Uint8Array as { fromBase64?: (text: string) => Uint8Array };
  if (fromBase64 !== undefined) return fromBase64.call(Uint8Array, base64);
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

/** What the kernels are made of, for np.showConfig(). */
export function describeKernels(): string {
  return loadKernels().fuses() ? "SIMD kernels with fused multiply-and-add" : "SIMD kernels";
}

/** The module's memory as float32. */
export function memory32(): Float32Array {
  wholeMemory32 ??= new Float32Array(loadKernels().memory.buffer);
  return wholeMemory32;
}

/** The module's memory as float64. */
export function memory64(): Float64Array {
  wholeMemory ??= new Float64Array(loadKernels().memory.buffer);
  return wholeMemory;
}

/** Where the workspace begins, counted in float64: it is the end of the memory. */
export function workspacePlace(): number {
  return memory64().length - workspaceSize;
}

/** The first n float64 of the scratch space. Making a view takes longer than a small copy, so views are kept. */
function scratchView(n: number): Float64Array {
  if (n > longestView) return new Float64Array(loadKernels().memory.buffer, scratch, n);
  const kept = views[n] ?? new Float64Array(loadKernels().memory.buffer, scratch, n);
  views[n] = kept;
  return kept;
}

/** Copies n elements from place i of an array to the scratch space, to the float64 counted `place` from its start. */
export function stage(a: Float64Array | Float32Array, i: number, n: number, place: number): void {
  memory64().set(i === 0 && a.length === n ? a : a.subarray(i, i + n), scratch / 8 + place);
}

/** Copies the first n elements of the scratch space to place o of an array. */
export function unstage(out: Float64Array | Float32Array, o: number, n: number): void {
  out.set(scratchView(n), o);
}
