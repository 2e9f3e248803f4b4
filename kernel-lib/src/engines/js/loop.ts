/**
 * The loop nest shared by all kernels: walks the outer axes like an odometer and hands the innermost axis to
 * a kernel as a row, so that only kernels need to be tight.
 */
import type { Block } from "../engine.js";

/** Receives the place in each block where the row starts. */
type Row = (places: number[]) => void;

/** Calls `row` once for every index of the outer axes. */
export function forEachRow(shape: readonly number[], blocks: readonly Block[], row: Row): void {
  if (shape.includes(0)) return;
  const places = blocks.map((block) => block.offset);
  if (shape.length === 1) {
    row(places);
    return;
  }
  const outer = shape.length - 1;
  const index = new Array<number>(outer).fill(0);
  for (;;) {
    row(places);
    let axis = outer - 1;
    while (axis >= 0 && ++index[axis] === shape[axis]) {
      rewind(places, blocks, axis, shape[axis] - 1);
      index[axis--] = 0;
    }
    if (axis < 0) return;
    for (let k = 0; k < blocks.length; k++) places[k] += blocks[k].strides[axis];
  }
}

function rewind(places: number[], blocks: readonly Block[], axis: number, steps: number): void {
  for (let k = 0; k < blocks.length; k++) places[k] -= steps * blocks[k].strides[axis];
}

/** The stride of the innermost axis. */
export function rowStride(block: Block): number {
  return block.strides[block.strides.length - 1];
}
