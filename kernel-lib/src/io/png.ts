/** Bytes to PNG, without tensors: what figures and `imageToPng` share. The format: https://www.w3.org/TR/png-3/ */
import { crc32, deflateSync } from "node:zlib";

/** Pixels row by row; 1 (grey), 2 (grey, alpha), 3 (RGB) or 4 (RGBA) bytes each. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array;
}

const signature = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);

/** PNG's number for a pixel of 1, 2, 3 or 4 channels. */
const colourTypes = [0, 4, 2, 6];

/** A complete PNG file. */
export function encodePng(pixels: Pixels): Uint8Array {
  const { width, height, channels } = pixels;
  const header = Buffer.alloc(13); // compression, filter and interlace methods are 0
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colourTypes[channels - 1]], 8); // bits a channel
  const chunks = [chunk("IHDR", header), chunk("IDAT", deflateSync(filtered(pixels))), chunk("IEND", empty)];
  return new Uint8Array(Buffer.concat([signature, ...chunks]));
}

/** The PNG as `data:image/png;base64,…`. */
export function pngDataUri(pixels: Pixels): string {
  return `data:image/png;base64,${Buffer.from(encodePng(pixels)).toString("base64")}`;
}

const empty = new Uint8Array(0);

/** Every row behind a byte 0, which says that it stands as it is. */
function filtered({ width, height, channels, data }: Pixels): Uint8Array {
  const row = width * channels;
  const out = new Uint8Array(height * (row + 1));
  for (let y = 0; y < height; y++) out.set(data.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  return out;
}

/** Length, type, content, and the checksum of type and content. */
function chunk(type: string, content: Uint8Array): Uint8Array {
  const out = Buffer.alloc(12 + content.length);
  out.writeUInt32BE(content.length, 0);
  out.write(type, 4, "latin1");
  out.set(content, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + content.length)), 8 + content.length);
  return out;
}
