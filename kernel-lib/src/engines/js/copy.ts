/**
 * Copies between layouts and dtypes. Typed arrays convert on store: fractions are cut off, integers wrap.
 */
import type { Block, TypedArray } from "../engine.js";
import { forEachRow, rowStride } from "./loop.js";

/** out = a, converted. */
export function copy(shape: readonly number[], out: Block, a: Block): void {
  const n = shape[shape.length - 1];
  const [so, sa] = [rowStride(out), rowStride(a)];
  const toBool = out.dtype === "bool" && a.dtype !== "bool";
  const dense = so === 1 && sa === 1 && n > 16 && !toBool;
  forEachRow(shape, [out, a], ([o, i]) => {
    if (dense) out.data.set(a.data.subarray(i, i + n), o);
    else if (toBool) copyTruth(n, out.data, o, so, a.data, i, sa);
    else copyRow(n, out.data, o, so, a.data, i, sa);
  });
}

/** Float64 to float64 has a loop of its own: V8 compiles it for the one type it sees. */
function copyRow(
  n: number,
  out: TypedArray,
  o: number,
  so: number,
  a: TypedArray,
  i: number,
  sa: number,
): void {
  if (out instanceof Float64Array && a instanceof Float64Array) copyFloats(n, out, o, so, a, i, sa);
  else for (let k = 0; k < n; k++) out[o + k * so] = a[i + k * sa];
}

function copyFloats(
  n: number,
  out: Float64Array,
  o: number,
  so: number,
  a: Float64Array,
  i: number,
  sa: number,
): void {
  for (let k = 0; k < n; k++) out[o + k * so] = a[i + k * sa];
}

function copyTruth(
  n: number,
  out: TypedArray,
  o: number,
  so: number,
  a: TypedArray,
  i: number,
  sa: number,
): void {
  for (let k = 0; k < n; k++) out[o + k * so] = a[i + k * sa] !== 0 ? 1 : 0;
}
