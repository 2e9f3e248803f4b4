/** Pictures out of tensors: which axes mean what, which range the values have, bytes for a PNG. */
import type { DType, TypedArray } from "../core/dtype.js";
import { DataError, ShapeError } from "../core/errors.js";
import { formatShape } from "../core/shape.js";
import { Tensor } from "../core/tensor.js";
import { describeValue } from "../core/words.js";
import type { Pixels } from "../io/png.js";
import { numberLabel } from "./ticks.js";

/** Shape (m, h, w, 3), (m, h, w, 1), (m, h, w), (h, w, 3) or (h, w). */
export type PictureStack = Tensor;

/** One picture as bytes. */
export type Picture = Pixels;

/** The first `limit` pictures, and how many there are. */
export function toPictures(name: string, X: PictureStack, limit: number): { m: number; pictures: Picture[] } {
  if (!(X instanceof Tensor))
    throw new DataError(`${name}: X must be a tensor of pictures, got ${describeValue(X)}`);
  const [m, height, width, channels] = stackShape(name, X.shape);
  if (m * height * width === 0)
    throw new DataError(`${name}: there is no picture in X, got ${formatShape(X.shape)}`);
  const stack = X.reshape([m, height * width * channels]);
  const shown = Math.min(m, limit);
  const values = stack.slice([0, shown]).toTypedArray();
  const factor = byteFactor(name, X.dtype, values);
  const size = height * width * channels;
  const pictures = Array.from({ length: shown }, (_, i) => {
    const data = new Uint8Array(size);
    for (let k = 0; k < size; k++) data[k] = Math.round(values[i * size + k] * factor);
    return { width, height, channels, data };
  });
  return { m, pictures };
}

/** Any accepted shape as (m, h, w, channels). */
function stackShape(name: string, shape: readonly number[]): [number, number, number, number] {
  if (shape.length === 2) return [1, shape[0], shape[1], 1];
  const last = shape[shape.length - 1];
  if (shape.length === 3) return last === 3 ? [1, shape[0], shape[1], 3] : [shape[0], shape[1], shape[2], 1];
  if (shape.length === 4 && (last === 3 || last === 1)) return [shape[0], shape[1], shape[2], last];
  const rule = "pictures have shape (m, h, w, 3), (m, h, w), (h, w, 3) or (h, w)";
  throw new ShapeError(
    `${name}: ${rule}, got ${formatShape(shape)}. Columns of pixels need a reshape first.`,
  );
}

/** 255 for values in 0..1, 1 for values in 0..255. */
function byteFactor(name: string, dtype: DType, values: TypedArray): number {
  if (dtype === "bool") return 255;
  if (dtype === "uint8") return 1;
  let [low, high, missing] = [Infinity, -Infinity, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) missing++;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (missing > 0)
    throw new DataError(`${name}: pixels must be finite, got ${missing} of ${values.length} that are not`);
  if (low >= 0 && high <= 1 && dtype !== "int32") return 255;
  if (low >= 0 && high <= 255) return 1;
  const got = `${numberLabel(low)} to ${numberLabel(high)}`;
  throw new DataError(
    `${name}: pixels must lie in 0..1 or 0..255, got ${got}. np.plot.heatmap draws any numbers.`,
  );
}

/** Each pixel as a block, so that no viewer smooths the edges of a tiny picture. */
export function enlarge({ width, height, channels, data }: Picture, factor: number): Picture {
  const big = new Uint8Array(data.length * factor * factor);
  for (let y = 0, k = 0; y < height * factor; y++) {
    const row = Math.floor(y / factor) * width;
    for (let x = 0; x < width * factor; x++) {
      const from = (row + Math.floor(x / factor)) * channels;
      for (let c = 0; c < channels; c++) big[k++] = data[from + c];
    }
  }
  return { width: width * factor, height: height * factor, channels, data: big };
}
