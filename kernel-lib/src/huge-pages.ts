/**
 * Asks Linux to back large buffers with pages of 2 MiB, as NumPy does: a processor remembers where some 2,000 pages
 * lie, and 20 MB in pages of 4 KiB are 5,000. Where they cannot be had nothing is lost but speed.
 */
import { type Koffi, loadKoffi } from "./engines/blas/koffi.js";

interface System {
  readonly koffi: Koffi;
  readonly madvise: (start: Uint8Array, length: number, advice: number) => number;
}

const page = 4096;

/** MADV_HUGEPAGE of Linux's <sys/mman.h>. */
const hugePage = 14;

let system: System | "none" | undefined;

/** For a buffer that nobody has written to; gives whether the system agreed. */
export function askForHugePages(buffer: ArrayBuffer): boolean {
  system ??= findSystem();
  if (system === "none") return false;
  const start = Number(-system.koffi.address(buffer) & BigInt(page - 1)); // up to the next page
  const length = Math.floor((buffer.byteLength - start) / page) * page;
  if (length <= 0) return false;
  const place = new Uint8Array(buffer, start, 1); // no view is as long as a buffer may be
  return system.madvise(place, length, hugePage) === 0;
}

function findSystem(): System | "none" {
  if (process.platform !== "linux") return "none";
  try {
    const koffi = loadKoffi();
    const declaration = "int madvise(void *start, size_t length, int advice)";
    return { koffi, madvise: koffi.load("libc.so.6").func(declaration) as System["madvise"] };
  } catch {
    return "none"; // no koffi, or another C library
  }
}
