/**
 * Work along the last axis of a loop, one row at a time: extremes and running sums.
 */
import type { Block } from "../engine.js";
import { forEachRow, rowStride } from "./loop.js";

/** out = place of the first extreme in each row; NaN wins. */
export function argExtreme(op: "min" | "max", shape: readonly number[], out: Block, a: Block): void {
  const n = shape[shape.length - 1];
  const step = rowStride(a);
  const sign = op === "max" ? 1 : -1;
  forEachRow(shape, [out, a], ([o, start]) => {
    let best = 0;
    let bestValue = sign * a.data[start];
    for (let k = 1; k < n && !Number.isNaN(bestValue); k++) {
      const value = sign * a.data[start + k * step];
      if (value <= bestValue) continue; // false for NaN
      best = k;
      bestValue = value;
    }
    out.data[o] = best;
  });
}

/** out = running sums along each row. */
export function cumulate(shape: readonly number[], out: Block, a: Block): void {
  const n = shape[shape.length - 1];
  const [so, sa] = [rowStride(out), rowStride(a)];
  forEachRow(shape, [out, a], ([o, i]) => {
    if (n > 0) out.data[o] = a.data[i];
    for (let k = 1; k < n; k++) out.data[o + k * so] = out.data[o + (k - 1) * so] + a.data[i + k * sa];
  });
}
