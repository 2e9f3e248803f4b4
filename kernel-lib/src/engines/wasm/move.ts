/**
 * From the block of C that a kernel made to the result.
 */
import type { Floats } from "../engine.js";

/** Puts rows of the block, `step` apart from `c` on in `space`, into `out`, or adds them to what is there. */
export function moveBlock(
  out: Floats,
  place: number,
  rowLength: number,
  space: Floats,
  c: number,
  step: number,
  rows: number,
  columns: number,
  adds: boolean,
): void {
  for (let i = 0; i < rows; i++) {
    let [q, o] = [c + i * step, place + i * rowLength];
    const end = q + columns;
    if (adds) for (; q < end; q++, o++) out[o] += space[q];
    else if (columns < 32) for (; q < end; q++, o++) out[o] = space[q];
    else out.set(space.subarray(q, end), o);
  }
}
