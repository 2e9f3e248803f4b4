/**
 * NumPy's .npy files: a magic word, a version, a header that is a Python dict, then the plain numbers. Versions 1 to
 * 3, C and Fortran order, little endian. Format: numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
import { asName, DataError } from "../core/errors.js";
import { formatShape, sizeOf } from "../core/shape.js";
import type { Tensor, TensorLike } from "../core/tensor.js";
import { array } from "../ops/creation.js";
import { checkContent, readBytes, writeBytes } from "./files.js";
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

/** The longest header that is read; NumPy's own are below 1000 characters. */
const longestHeader = 65536;

/** A file's bytes and the words that errors need. */
interface Source {
  /** The function that reads. */
  readonly name: string;
  /** The file, perhaps with the part of it. */
  readonly path: string;
  readonly bytes: Buffer;
}

/**
 * Reads a .npy file. float64, float32, int32, uint8 and bool stay what they are; other integers become int32, or
 * float64 when one of them needs more than 32 bits.
 *
 * @param path - name of the file
 * @throws DataError when the file is missing, cut off, not a .npy file, or of another type (complex, text, objects)
 *
 * @example
 * ```ts
 * await np.io.writeNpy("w.npy", np.array([1, 2]));
 * (await np.io.readNpy("w.npy")).toArray(); // [1, 2]
 * ```
 */
export async function readNpy(path: string): Promise<Tensor> {
  return parseNpy("readNpy", path, await readBytes("readNpy", path));
}

/**
 * Writes a tensor as a .npy file that `numpy.load` reads.
 *
 * @throws DataError when the file cannot be written
 *
 * @example
 * ```ts
 * await np.io.writeNpy("w.npy", np.ones([2, 3]));
 * ```
 */
export async function writeNpy(path: string, t: TensorLike): Promise<void> {
  await writeBytes(
    "writeNpy",
    path,
    asName("writeNpy", () => formatNpy(array(t))),
  );
}

/** The tensor in the bytes of a .npy file. */
export function parseNpy(name: string, path: string, bytes: Buffer): Tensor {
  checkContent(name, path, bytes, "a .npy file", "a .npy file");
  const source = { name, path, bytes };
  const { descr, fortran, shape, start } = readHeader(source);
  const numbers = readNumbers(source, descr, start, sizeOf(shape));
  if (!fortran) return toTensor(name, path, numbers, shape, descr === "|b1");
  return toTensor(name, path, numbers, [...shape].reverse(), descr === "|b1").T.copy();
}

/** The bytes of a .npy file of version 1. */
export function formatNpy(t: Tensor): Buffer {
  const order = "'fortran_order': False";
  const shape = formatShape(t.shape);
  const text = `{'descr': '${descrs[t.dtype]}', ${order}, 'shape': ${shape}, }`;
  const length = Math.ceil((10 + text.length + 1) / 64) * 64 - 10;
  const head = Buffer.from([0x93, ...Buffer.from("NUMPY"), 1, 0, length & 255, length >> 8]);
  const data = t.toTypedArray();
  const body = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return Buffer.concat([head, Buffer.from(`${text.padEnd(length - 1)}\n`, "latin1"), body]);
}

function readHeader(source: Source): Header {
  const { name, path, bytes } = source;
  const version = bytes[6];
  if (!(version >= 1 && version <= 3)) {
    throw new DataError(`${name}: versions 1 to 3 of .npy are known, got version ${version} in ${path}`);
  }
  const first = version === 1 ? 10 : 12;
  if (bytes.length < first) throw cutOff(source, first);
  const start = first + (version === 1 ? bytes.readUInt16LE(8) : bytes.readUInt32LE(8));
  if (bytes.length < start) throw cutOff(source, start);
  if (start > longestHeader) {
    throw new DataError(`${name}: a header has up to ${longestHeader} bytes, got ${start} in ${path}`);
  }
  return parseHeader(source, bytes.toString(version === 3 ? "utf8" : "latin1", first, start), start);
}

function parseHeader({ name, path }: Source, text: string, start: number): Header {
  const descr = /'descr':\s*'([^']*)'/.exec(text)?.[1];
  const fortran = /'fortran_order':\s*(True|False)/.exec(text)?.[1];
  const lengths = /'shape':\s*\(([\d,\sL]*)\)/.exec(text)?.[1];
  const shape = lengths?.match(/\d+/g)?.map(Number) ?? [];
  if (
    descr !== undefined &&
    fortran !== undefined &&
    lengths !== undefined &&
    shape.every(Number.isSafeInteger)
  ) {
    return { descr, fortran: fortran === "True", shape, start };
  }
  const got = text.trim().slice(0, 200);
  throw new DataError(`${name}: ${path} must hold one array of plain numbers, got the header ${got}`);
}

function readNumbers(source: Source, descr: string, start: number, size: number): Numbers {
  const { name, path, bytes } = source;
  const reader = Object.hasOwn(readers, descr) ? readers[descr as keyof typeof readers] : undefined;
  if (reader === undefined) throw unknownType(name, path, descr);
  const end = start + size * reader.BYTES_PER_ELEMENT;
  if (bytes.length < end) throw cutOff(source, end);
  return new reader(new Uint8Array(bytes.subarray(start, end)).buffer); // copied, so that it is aligned
}

function unknownType(name: string, path: string, descr: string): DataError {
  if (/^[|<>]?O/.test(descr)) {
    const rule = `${name}: plain numbers can be read, got Python objects (dtype '${descr}') in ${path}`;
    return new DataError(`${rule}. They are programs, not data; save an array of numbers`);
  }
  const known = "bool, 8 to 64 bit integers, float32 and float64, little endian";
  return new DataError(
    `${name}: ${known} can be read, got dtype '${descr}' in ${path}. Save it with .astype("float64").`,
  );
}

function cutOff({ name, path, bytes }: Source, expected: number): DataError {
  return new DataError(
    `${name}: ${path} is cut off, got ${bytes.length} of ${expected} bytes. Save or download it again.`,
  );
}
