/**
 * NumPy's .npy files: a magic word, a version, a header that is a Python dict, then the plain numbers. Versions 1 to
 * 3, C and Fortran order, little endian. Format: numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
import { writeFile } from "node:fs/promises";
import { DataError } from "../core/errors.js";
import { formatShape, sizeOf } from "../core/shape.js";
import type { Tensor } from "../core/tensor.js";
import { checkContent, readBytes } from "./files.js";
import { type Numbers, toTensor } from "./numbers.js";

interface Header {
  readonly descr: string;
  readonly fortran: boolean;
  readonly shape: number[];
  /** Where the numbers begin. */
  readonly start: number;
}

/** How to read the plain bytes of each type; `|b1` is bool. */
const readers = {
  "|b1": Uint8Array,
  "|u1": Uint8Array,
  "|i1": Int8Array,
  "<u2": Uint16Array,
  "<i2": Int16Array,
  "<u4": Uint32Array,
  "<i4": Int32Array,
  "<u8": BigUint64Array,
  "<i8": BigInt64Array,
  "<f4": Float32Array,
  "<f8": Float64Array,
} as const;

const descrs: Record<string, string> = {
  bool: "|b1",
  uint8: "|u1",
  int32: "<i4",
  float32: "<f4",
  float64: "<f8",
};

/**
 * Reads a .npy file. float64, float32, int32, uint8 and bool stay what they are; other integers become int32, or
 * float64 when one of them needs more than 32 bits.
 *
 * @param path - name of the file
 * @throws DataError when the file is missing, cut off, not a .npy file, or of another type (complex, text, objects)
 *
 * @example
 * ```ts
 * const X = await np.io.readNpy("X.npy");
 * ```
 */
export async function readNpy(path: string): Promise<Tensor> {
  const bytes = await readBytes("readNpy", path);
  checkContent("readNpy", path, bytes, "a .npy file", "a .npy file");
  const { descr, fortran, shape, start } = readHeader(path, bytes);
  const numbers = readNumbers(path, bytes, descr, start, sizeOf(shape));
  if (!fortran) return toTensor("readNpy", path, numbers, shape, descr === "|b1");
  return toTensor("readNpy", path, numbers, [...shape].reverse(), descr === "|b1").T.copy();
}

/**
 * Writes a tensor as a .npy file that `numpy.load` reads.
 *
 * @example
 * ```ts
 * await np.io.writeNpy("w.npy", w);
 * ```
 */
export async function writeNpy(path: string, t: Tensor): Promise<void> {
  const order = "'fortran_order': False";
  const shape = formatShape(t.shape);
  const text = `{'descr': '${descrs[t.dtype]}', ${order}, 'shape': ${shape}, }`;
  const length = Math.ceil((10 + text.length + 1) / 64) * 64 - 10;
  const head = Buffer.from([0x93, ...Buffer.from("NUMPY"), 1, 0, length & 255, length >> 8]);
  const data = t.toTypedArray();
  const body = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  await writeFile(path, Buffer.concat([head, Buffer.from(`${text.padEnd(length - 1)}\n`, "latin1"), body]));
}

function readHeader(path: string, bytes: Buffer): Header {
  const version = bytes[6];
  if (!(version >= 1 && version <= 3)) {
    throw new DataError(`readNpy: versions 1 to 3 of .npy are known, got version ${version} in ${path}`);
  }
  const first = version === 1 ? 10 : 12;
  if (bytes.length < first) throw cutOff(path, bytes.length, first);
  const start = first + (version === 1 ? bytes.readUInt16LE(8) : bytes.readUInt32LE(8));
  if (bytes.length < start) throw cutOff(path, bytes.length, start);
  const text = bytes.toString(version === 3 ? "utf8" : "latin1", first, start);
  const descr = /'descr':\s*'([^']*)'/.exec(text)?.[1];
  const fortran = /'fortran_order':\s*(True|False)/.exec(text)?.[1];
  const shape = /'shape':\s*\(([\d,\sL]*)\)/.exec(text)?.[1];
  if (descr !== undefined && fortran !== undefined && shape !== undefined) {
    return { descr, fortran: fortran === "True", shape: (shape.match(/\d+/g) ?? []).map(Number), start };
  }
  throw new DataError(`readNpy: ${path} must hold one array of plain numbers, got the header ${text.trim()}`);
}

function readNumbers(path: string, bytes: Buffer, descr: string, start: number, size: number): Numbers {
  const array = readers[descr as keyof typeof readers];
  if (array === undefined) {
    const known = "bool, 8 to 64 bit integers, float32 and float64, little endian";
    throw new DataError(
      `readNpy: ${known} can be read, got dtype '${descr}' in ${path}. Save it with .astype("float64").`,
    );
  }
  const end = start + size * array.BYTES_PER_ELEMENT;
  if (bytes.length < end) throw cutOff(path, bytes.length, end);
  return new array(new Uint8Array(bytes.subarray(start, end)).buffer); // copied, so that it is aligned
}

function cutOff(path: string, got: number, expected: number): DataError {
  return new DataError(
    `readNpy: ${path} is cut off, got ${got} of ${expected} bytes. Save or download it again.`,
  );
}
