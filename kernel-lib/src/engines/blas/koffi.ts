/**
 * The package that calls native libraries; it is optional, so it is loaded when it is first needed.
 */
import { createRequire } from "node:module";

/** The part of koffi that is used. */
export interface Koffi {
  load(path: string): { func(declaration: string): unknown };
  address(buffer: ArrayBuffer): bigint;
}

/** Throws where it is not installed or does not run. */
export function loadKoffi(): Koffi {
  return createRequire(import.meta.url)("koffi") as Koffi;
}
