/**
 * Random orders, by NumPy's draws: in place for tensors and lists, or as a copy.
 */
import { asName } from "../core/errors.js";
import { checkElements, resolveAxis, toShape } from "../core/shape.js";
import type { TensorLike } from "../core/tensor.js";
import { Tensor } from "../core/tensor.js";
import { describeValue } from "../core/words.js";
import { array, fromBuffer } from "../ops/creation.js";
import { checkTarget, take } from "../ops/indexing.js";
import { type BitSource, shuffleList } from "./bits.js";

/** 0..n-1 in random order. */
export function shuffledPlaces(source: BitSource, n: number): Int32Array {
  const places = Int32Array.from({ length: n }, (_, i) => i);
  shuffleList(source, places);
  return places;
}

/** Brings the slices of a tensor along `axis`, or the items of a list, into random order. */
export function shuffleInPlace(source: BitSource, items: Tensor | unknown[], axis: number): void {
  if (items instanceof Tensor) {
    checkTarget("shuffle", items);
    resolveAxis("shuffle", axis, items.shape);
    if (items.size === 0) return; // nothing is drawn for rows of nothing, as in NumPy
    items.assign(shuffledCopy("shuffle", source, items, axis));
  } else if (Array.isArray(items)) shuffleList(source, checkLength(items));
  else throw new TypeError(`shuffle: a tensor or a list is needed, got ${describeValue(items)}`);
}

function checkLength(list: unknown[]): unknown[] {
  checkElements("shuffle", [list.length]);
  return list;
}

/** 0..n-1, or a copy of a tensor, in random order. */
export function permute(source: BitSource, items: number | TensorLike, axis: number): Tensor {
  if (typeof items !== "number")
    return shuffledCopy(
      "permutation",
      source,
      asName("permutation", () => array(items)),
      axis,
    );
  const [n] = toShape("permutation", items);
  return fromBuffer(shuffledPlaces(source, n));
}

function shuffledCopy(name: string, source: BitSource, t: Tensor, axis: number): Tensor {
  const place = resolveAxis(name, axis, t.shape);
  return take(t, fromBuffer(shuffledPlaces(source, t.shape[place])), { axis: place });
}

/** A copy in which each line along `axis` is shuffled on its own, or all elements together. */
export function permuteEach(source: BitSource, t: Tensor, axis: number | null): Tensor {
  if (axis === null) {
    if (!t.isContiguous && t.T.isContiguous) return permuteEach(source, t.T, null).T; // as NumPy: in memory's order
    const copy = t.copy();
    shuffleList(source, copy.writable);
    return copy;
  }
  const last = t.ndim - 1;
  const rest = [...t.shape.keys()].filter((one) => one !== axis);
  const lines = t.transpose([...rest, axis]).copy(); // (..., n)
  const n = lines.shape[last];
  for (let start = 0; start < lines.size; start += n)
    shuffleList(source, lines.writable.subarray(start, start + n));
  const back = [...rest, axis].map((_, place) => [...rest, axis].indexOf(place));
  return lines.transpose(back);
}
