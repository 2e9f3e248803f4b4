/** Sets of pictures as they are stored here: gzip of plain bytes, and a catalogue that says how many and of what. */
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Tensor } from "../core/tensor.js";
import { array, fromBuffer } from "../ops/creation.js";
import { damaged, readShipped } from "./shipped.js";

/** What the .json beside the pictures says; `shape` is that of one picture. */
export interface Catalogue {
  readonly classes: string[];
  readonly shape: number[];
  readonly splits: Record<string, { readonly file: string; readonly n: number; readonly labels: number[] }>;
}

export async function readCatalogue(name: string, path: string): Promise<Catalogue> {
  const text = (await readShipped(name, path)).toString("utf8");
  try {
    const catalogue = JSON.parse(text) as Catalogue;
    if (catalogue.classes && catalogue.shape && catalogue.splits) return catalogue;
  } catch (cause) {
    throw damaged(name, path, undefined, cause);
  }
  throw damaged(name, path, "must hold classes, shape and splits");
}

/** Pictures, uint8, shape (n, …shape), and labels, float64, shape (1, n). */
export async function readSplit(
  name: string,
  folder: string,
  { shape, splits }: Catalogue,
  split: string,
): Promise<{ X: Tensor; Y: Tensor }> {
  const { file, n, labels } = splits[split];
  const path = join(folder, file);
  const pixels = unzip(name, path, await readShipped(name, path));
  const expected = shape.reduce((product, length) => product * length, n);
  if (pixels.length !== expected)
    throw damaged(name, path, `must hold ${expected} bytes, got ${pixels.length}`);
  return { X: fromBuffer(pixels, [n, ...shape]), Y: array([labels], { dtype: "float64" }) };
}

function unzip(name: string, path: string, bytes: Uint8Array): Uint8Array {
  try {
    const { buffer, byteOffset, byteLength } = gunzipSync(bytes);
    return new Uint8Array(buffer, byteOffset, byteLength);
  } catch (cause) {
    throw damaged(name, path, undefined, cause);
  }
}
