/**
 * Imported for its effect by the package's Node entry, before any kernel is made: Node 20 knows the instructions of
 * relaxed SIMD, fused multiply-and-add among them, but only when told so. V8 has them without a flag since 11.4.
 */
import { setFlagsFromString } from "node:v8";

if (Number.parseFloat(process.versions.v8) < 11.4) setFlagsFromString("--experimental-wasm-relaxed-simd");
