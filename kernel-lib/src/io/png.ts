/** Bytes to PNG, without tensors: what figures and `imageToPng` share. */
import { encode } from "fast-png";

/** Pixels row by row; 1 (grey), 2 (grey, alpha), 3 (RGB) or 4 (RGBA) bytes each. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array;
}

/** A complete PNG file. */
export function encodePng({ width, height, channels, data }: Pixels): Uint8Array {
  return encode({ width, height, channels, data, depth: 8 });
}

/** The PNG as `data:image/png;base64,…`. */
export function pngDataUri(pixels: Pixels): string {
  return `data:image/png;base64,${Buffer.from(encodePng(pixels)).toString("base64")}`;
}
