/**
 * ZIP archives, as far as .npz needs them: stored or deflated entries, ZIP64 on reading. Every size and place that a file
 * claims is checked before anything is unpacked. Format: PKWARE's APPNOTE 6.3.
 */
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import { DataError } from "../core/errors.js";

/** A file of an archive. */
export interface Entry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where an entry lies, as the archive's directory says. */
interface Place {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly start: number;
}

const localHead = 0x04034b50;
const directoryHead = 0x02014b50;
const endHead = 0x06054b50;
const end64Head = 0x06064b50;

/** A broken archive; `why` names the cause. */
function damaged(name: string, path: string, why: string): DataError {
  return new DataError(`${name}: ${path} cannot be unpacked, ${why}. Save or download it again.`);
}

/**
 * Unpacks all entries of an archive.
 *
 * @param limit - the most bytes that all entries together may have
 */
export function unzip(name: string, path: string, bytes: Buffer, limit: number): Entry[] {
  const places = readDirectory(name, path, bytes);
  const total = places.reduce((sum, { size }) => sum + size, 0);
  if (total > limit) {
    const cure = `Allow it with { maxBytes: ${total} }`;
    throw new DataError(`${name}: ${path} may unpack to ${limit} bytes, got ${total}. ${cure}`);
  }
  return places.map((place) => ({ name: place.name, bytes: unpack(name, path, bytes, place) }));
}

function readDirectory(name: string, path: string, bytes: Buffer): Place[] {
  const end = findEnd(bytes);
  if (end < 0) throw damaged(name, path, `its directory is missing in ${bytes.length} bytes`);
  let [count, at] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 16)];
  if (count === 0xffff || at === 0xffffffff) [count, at] = readEnd64(name, path, bytes, end);
  const places: Place[] = [];
  for (let k = 0; k < count; k++) {
    if (!holds(bytes, at, 46) || bytes.readUInt32LE(at) !== directoryHead) {
      throw damaged(name, path, `entry ${k} of ${count} is missing in its directory`);
    }
    places.push(readPlace(bytes, at));
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return places;
}

function holds(bytes: Buffer, at: number, length: number): boolean {
  return Number.isSafeInteger(at) && at >= 0 && at + length <= bytes.length;
}

/** The end record lies before a comment of at most 65535 bytes. */
function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65535); at--) {
    if (bytes.readUInt32LE(at) === endHead) return at;
  }
  return -1;
}

/** Count and place of the directory of an archive with large numbers. */
function readEnd64(name: string, path: string, bytes: Buffer, end: number): [number, number] {
  const at = holds(bytes, end - 20, 20) ? Number(bytes.readBigUInt64LE(end - 12)) : -1;
  if (!holds(bytes, at, 56) || bytes.readUInt32LE(at) !== end64Head) {
    throw damaged(name, path, "its ZIP64 directory is missing");
  }
  return [Number(bytes.readBigUInt64LE(at + 32)), Number(bytes.readBigUInt64LE(at + 48))];
}

function readPlace(bytes: Buffer, at: number): Place {
  const nameLength = bytes.readUInt16LE(at + 28);
  const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + bytes.readUInt16LE(at + 30));
  const flags = bytes.readUInt16LE(at + 8);
  const [size, packed, start] = largeNumbers(
    extra,
    [24, 20, 42].map((field) => bytes.readUInt32LE(at + field)),
  );
  return {
    name: bytes.toString(flags & 2048 ? "utf8" : "latin1", at + 46, at + 46 + nameLength),
    flags,
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    ...{ packed, size, start },
  };
}

/** Numbers that do not fit 32 bits stand in an extra field, in order. */
function largeNumbers(extra: Buffer, numbers: readonly number[]): number[] {
  let field = 0;
  while (field + 4 <= extra.length && extra.readUInt16LE(field) !== 1)
    field += 4 + extra.readUInt16LE(field + 2);
  let at = field + 4;
  return numbers.map((number) => {
    if (number !== 0xffffffff || at + 8 > extra.length) return number;
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  });
}

function unpack(name: string, path: string, bytes: Buffer, place: Place): Uint8Array {
  const { start, packed, size, method, flags } = place;
  if (flags & 1) throw damaged(name, path, `${place.name} is encrypted`);
  if (!holds(bytes, start, 30) || bytes.readUInt32LE(start) !== localHead) {
    throw damaged(name, path, `${place.name} is not where its directory says`);
  }
  const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
  if (!holds(bytes, from, packed)) {
    throw damaged(name, path, `${place.name} is cut off, ${packed} bytes from ${from} on of ${bytes.length}`);
  }
  const data = bytes.subarray(from, from + packed);
  const content = method === 0 ? data : inflate(name, path, place, data);
  if (content.length !== size) {
    throw damaged(name, path, `${place.name} has ${content.length} of ${size} bytes`);
  }
  if (crc32(content) !== place.crc) throw damaged(name, path, `the checksum of ${place.name} is wrong`);
  return content;
}

/** Stops as soon as there is more than the directory says. */
function inflate(
  name: string,
  path: string,
  { name: entry, method, size }: Place,
  data: Uint8Array,
): Uint8Array {
  if (method !== 8) throw damaged(name, path, `${entry} is packed by method ${method}; 0 and 8 are known`);
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
  } catch (cause) {
    const error = damaged(name, path, `${entry} is damaged or larger than the ${size} bytes it should have`);
    throw Object.assign(error, { cause });
  }
}

/** An archive of the entries; the date is 1980-01-01, so equal entries give equal bytes. */
export function zip(entries: readonly Entry[], compressed: boolean): Buffer {
  const bodies: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, bytes } of entries) {
    const packed = compressed ? deflateRawSync(bytes) : bytes;
    const label = Buffer.from(name, "utf8");
    const facts = describeEntry(compressed ? 8 : 0, bytes, packed.length, label.length);
    const body = [fields([localHead, 4]), facts, label, packed];
    const place = fields([0, 2], [0, 2], [0, 2], [0, 4], [at, 4]); // no comment, one volume, no attributes
    directory.push(fields([directoryHead, 4], [20, 2]), facts, place, label);
    bodies.push(...body);
    at += body.reduce((sum, part) => sum + part.length, 0);
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = entries.length;
  const end = fields([endHead, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [at, 4], [0, 2]);
  return Buffer.concat([...bodies, ...directory, end]);
}

/** What an entry's local head and the directory both say; names are UTF-8 (flag 2048). */
function describeEntry(method: number, bytes: Uint8Array, packed: number, nameLength: number): Buffer {
  const dated = [
    [20, 2],
    [2048, 2],
    [method, 2],
    [0, 2],
    [33, 2],
  ] as const; // version 2.0; 33 is 1980-01-01
  return fields(...dated, [crc32(bytes), 4], [packed, 4], [bytes.length, 4], [nameLength, 2], [0, 2]);
}

/** Numbers of 2 or 4 bytes, little endian. */
function fields(...values: readonly (readonly [number, 2 | 4])[]): Buffer {
  const out = Buffer.alloc(values.reduce((sum, [, length]) => sum + length, 0));
  let at = 0;
  for (const [value, length] of values) at = out.writeUIntLE(value, at, length);
  return out;
}
