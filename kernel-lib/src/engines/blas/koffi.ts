/**
 * The package that calls native libraries; it is optional, so it is loaded when it is first needed.
 */
import { createRequire } from "node:module";

/** The part of koffi that is used. */
export interface Koffi {
  load(path: string): NativeLibrary;
  address(buffer: ArrayBuffer): bigint;
}

export interface NativeLibrary {
  func(declaration: string): unknown;
}

const require = createRequire(import.meta.url);

/** Throws where it is not installed or does not run. */
export function loadKoffi(): Koffi {
  return require("koffi") as Koffi;
}

/** Where it is installed. */
export function koffiFile(): string {
  return require.resolve("koffi");
}
