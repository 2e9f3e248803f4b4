/**
 * Pictures from files, through jimp (loaded at the first call: it costs 0.2 s), and to PNG. Cameras store a picture
 * as the sensor saw it and a note how to turn it (EXIF); jimp turns it upright.
 */
import { DataError, DTypeError, ShapeError } from "../core/errors.js";
import { formatShape } from "../core/shape.js";
import { Tensor } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { fromBuffer } from "../ops/creation.js";
import { contentOf, readBytes } from "./files.js";
import { encodePng } from "./png.js";

/** What becomes of a picture. */
export interface ReadImageOptions {
  /** Height and width the picture is resized to, each whole and at least 1. The whole picture is kept, so its proportions may change. */
  size?: readonly [number, number];
}

const readable = ["a PNG picture", "a JPEG picture", "a GIF picture", "a BMP picture", "a TIFF picture"];

/**
 * Reads a JPEG, PNG, GIF, BMP or TIFF picture, upright, transparent parts over white.
 *
 * @param path - name of the file
 * @returns red, green, blue in 0..255, uint8, shape (h, w, 3)
 * @throws DataError when the file is missing or not such a picture
 *
 * @example
 * ```ts
 * const picture = await np.io.readImage("my-cat.jpg", { size: [64, 64] }); // (64, 64, 3)
 * ```
 */
export async function readImage(path: string, options: ReadImageOptions = {}): Promise<Tensor> {
  checkOptions("readImage", options, ["size"]);
  if (options.size !== undefined) checkSize(options.size);
  const bytes = await readBytes("readImage", path);
  checkReadable(path, bytes);
  const { Jimp } = await import("jimp");
  const image = await Jimp.fromBuffer(bytes).catch((cause: unknown) => {
    throw new DataError(`readImage: ${path} cannot be read, the picture is damaged or cut off.`, { cause });
  });
  overWhite(image.bitmap.data);
  if (options.size !== undefined) image.resize({ h: options.size[0], w: options.size[1] });
  const { width, height, data } = image.bitmap;
  return fromBuffer(withoutAlpha(data), [height, width, 3]);
}

/**
 * A picture as the bytes of a PNG file.
 *
 * @param t - uint8, shape (h, w, 3), or (h, w) for grey
 *
 * @example
 * ```ts
 * fs.writeFileSync("cat.png", np.io.imageToPng(trainX.at(0)));
 * ```
 */
export function imageToPng(t: Tensor): Uint8Array {
  if (!(t instanceof Tensor)) {
    throw new DataError(`imageToPng: a picture is a tensor, got ${describeValue(t)}`);
  }
  const [height, width, channels = 1] = t.shape;
  if (t.ndim < 2 || t.ndim > 3 || t.size === 0 || (channels !== 1 && channels !== 3)) {
    throw new ShapeError(`imageToPng: a picture has shape (h, w, 3) or (h, w), got ${formatShape(t.shape)}`);
  }
  if (t.dtype !== "uint8") {
    throw new DTypeError(
      `imageToPng: pixels must be uint8 in 0..255, got ${t.dtype}. Did you mean t.multiply(255).astype("uint8")?`,
    );
  }
  return encodePng({ width, height, channels, data: t.toTypedArray() as Uint8Array });
}

function checkReadable(path: string, bytes: Uint8Array): void {
  const found = contentOf(bytes);
  if (found !== null && readable.includes(found)) return;
  const formats = "a JPEG, PNG, GIF, BMP or TIFF picture";
  throw new DataError(
    `readImage: ${path} must be ${formats}, got ${found ?? "something else"}. Convert or download it again.`,
  );
}

function checkSize(size: readonly [number, number]): void {
  const ok =
    Array.isArray(size) &&
    size.length === 2 &&
    size.every((side) => Number.isInteger(side) && side >= 1 && side <= 16384);
  if (ok) return;
  const got =
    Array.isArray(size) && size.length < 8 ? `[${size.map(describeValue).join(", ")}]` : describeValue(size);
  throw new DataError(`readImage: size must be [height, width] in pixels up to 16384, got ${got}`);
}

/** Lays red, green, blue, alpha over white, in place, so that resizing mixes no hidden colour in. */
function overWhite(data: Uint8Array): void {
  for (let k = 0; k < data.length; k += 4) {
    const alpha = data[k + 3] / 255;
    if (alpha === 1) continue;
    for (let c = k; c < k + 3; c++) data[c] = Math.round(data[c] * alpha + 255 * (1 - alpha));
    data[k + 3] = 255;
  }
}

function withoutAlpha(data: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((data.length / 4) * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    rgb[to] = data[from];
    rgb[to + 1] = data[from + 1];
    rgb[to + 2] = data[from + 2];
  }
  return rgb;
}
