/**
 * Finds a native BLAS: the file KERNEL_LIB_BLAS names, the OpenBLAS of the scipy-openblas32 wheel in the clone's
 * .venv, the system's OpenBLAS, macOS's Accelerate. The first that loads and multiplies right is used.
 */
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Floats } from "../engine.js";
import { type Koffi, koffiFile, loadKoffi, type NativeLibrary } from "./koffi.js";
import type { Native } from "./team.js";

export type Gemm = (
  order: number,
  transA: number,
  transB: number,
  m: number,
  n: number,
  k: number,
  alpha: number,
  a: Floats,
  lda: number,
  b: Floats,
  ldb: number,
  beta: number,
  c: Floats,
  ldc: number,
) => void;

export type Gemv = (
  order: number,
  trans: number,
  m: number,
  n: number,
  alpha: number,
  a: Floats,
  lda: number,
  x: Floats,
  incX: number,
  beta: number,
  y: Floats,
  incY: number,
) => void;

/** What threads of our own need beside the products. */
export interface Sharing {
  /** The declarations are those of cblas_dgemm, cblas_sgemm, cblas_dgemv and cblas_sgemv. */
  readonly native: Native;
  addressOf(data: Floats): number;
  /** How many threads the library takes for a call from now on, whoever calls. */
  setThreads(threads: number): void;
}

export interface Blas {
  /** Words for np.showConfig(). */
  readonly description: string;
  /** How many threads a large product may take: Infinity when the library does not tell. */
  readonly threads: number;
  /** Absent when the library does not tell of its threads. */
  readonly sharing?: Sharing;
  readonly dgemm: Gemm;
  readonly dgemv: Gemv;
  readonly sgemm: Gemm;
  readonly sgemv: Gemv;
}

interface Candidate {
  readonly path: string;
  /** What stands in front of cblas_dgemm in this library. */
  readonly prefix: string;
  readonly what: string;
}

/** A library, or the reason why there is none. */
export function findBlas(): Blas | string {
  let koffi: Koffi;
  try {
    koffi = loadKoffi();
  } catch {
    return "the package koffi is not installed";
  }
  const troubles: string[] = [];
  for (const candidate of candidates()) {
    try {
      return checked(load(koffi, candidate));
    } catch (error) {
      troubles.push(`${candidate.what}: ${firstLine(error)}`);
    }
  }
  return troubles.join("; ");
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split("\n")[0];
}

function candidates(): Candidate[] {
  const named = process.env.KERNEL_LIB_BLAS;
  if (named) {
    const prefix = named.includes("scipy_openblas") ? "scipy_" : "";
    return [{ path: named, prefix, what: `KERNEL_LIB_BLAS=${named}` }];
  }
  const wheel = wheelLibrary();
  return [
    ...(wheel ? [{ path: wheel, prefix: "scipy_", what: "OpenBLAS of scipy-openblas32" }] : []),
    ...systemLibraries().map((path) => ({ path, prefix: "", what: path })),
  ];
}

function systemLibraries(): string[] {
  if (process.platform === "darwin") {
    return ["/System/Library/Frameworks/Accelerate.framework/Accelerate", "libopenblas.dylib"];
  }
  return process.platform === "win32" ? ["libopenblas.dll"] : ["libopenblas.so.0", "libopenblas.so"];
}

/** <root>/.venv/lib/python3.x/site-packages/scipy_openblas32/lib/libscipy_openblas.so and its like. */
function wheelLibrary(): string | undefined {
  const ending = { darwin: "dylib", win32: "dll" }[process.platform as string] ?? "so";
  const inSite = join("site-packages", "scipy_openblas32", "lib", `libscipy_openblas.${ending}`);
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const found = libFolders(join(folder, ".venv"))
      .map((lib) => join(lib, inSite))
      .find(existsSync);
    if (found || folder === dirname(folder)) return found;
  }
}

function libFolders(venv: string): string[] {
  if (process.platform === "win32") return [join(venv, "Lib")];
  const lib = join(venv, "lib");
  return existsSync(lib) ? readdirSync(lib).map((python) => join(lib, python)) : [];
}

function load(koffi: Koffi, { path, prefix, what }: Candidate): Blas {
  const library = koffi.load(path);
  const gemm = (letter: string, real: string): string => {
    const matrices = `${real} alpha, const void *a, int lda, const void *b, int ldb`;
    const types = `(int order, int ta, int tb, int m, int n, int k, ${matrices}, ${real} beta, void *c, int ldc)`;
    return `void ${prefix}cblas_${letter}gemm${types}`;
  };
  const gemv = (letter: string, real: string): string => {
    const vectors = `${real} alpha, const void *a, int lda, const void *x, int incX`;
    const types = `(int order, int trans, int m, int n, ${vectors}, ${real} beta, void *y, int incY)`;
    return `void ${prefix}cblas_${letter}gemv${types}`;
  };
  const declarations = [gemm("d", "double"), gemm("s", "float"), gemv("d", "double"), gemv("s", "float")];
  const [dgemm, sgemm, dgemv, sgemv] = declarations.map((declaration) => library.func(declaration));
  const blas = {
    description: what,
    threads: Number.POSITIVE_INFINITY,
    ...({ dgemm, sgemm, dgemv, sgemv } as Pick<Blas, "dgemm" | "sgemm" | "dgemv" | "sgemv">),
  };
  const control = threadControl(library, prefix);
  if (control === undefined) return blas;
  const addressOf = ({ buffer, byteOffset }: Floats): number =>
    Number(koffi.address(buffer as ArrayBuffer)) + byteOffset;
  const native = { koffi: koffiFile(), library: path, declarations };
  return {
    ...blas,
    threads: control.getThreads(),
    sharing: { native, addressOf, setThreads: control.setThreads },
  };
}

interface ThreadControl {
  readonly getThreads: () => number;
  readonly setThreads: (threads: number) => void;
}

/** Undefined for a library that has no such functions, like Accelerate. */
function threadControl(library: NativeLibrary, prefix: string): ThreadControl | undefined {
  try {
    return {
      getThreads: library.func(`int ${prefix}openblas_get_num_threads()`) as ThreadControl["getThreads"],
      setThreads: library.func(
        `void ${prefix}openblas_set_num_threads(int threads)`,
      ) as ThreadControl["setThreads"],
    };
  } catch {
    return undefined;
  }
}

/** Refuses a library that gets a small product wrong, like one with 64-bit integers under the same name. */
function checked(blas: Blas): Blas {
  const c = new Float64Array(2);
  blas.dgemm(
    101,
    111,
    111,
    1,
    2,
    2,
    1,
    Float64Array.of(1, 2),
    2,
    Float64Array.of(1, 10, 100, 1000),
    2,
    0,
    c,
    2,
  );
  if (c[0] !== 201 || c[1] !== 2010)
    throw new Error(`gives ${c} for [1 2] [[1 10] [100 1000]], which is 201,2010`);
  return blas;
}
