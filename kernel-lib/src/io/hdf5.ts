/**
 * HDF5 through h5wasm, which is loaded at the first call: its 4 MB would cost every import 0.1 s. Size and
 * signature are checked here first, since the library answers a wrong file with a page of internals.
 */
import { resolve } from "node:path";
import type { Dataset, File } from "h5wasm";
import { DataError } from "../core/errors.js";
import type { Tensor } from "../core/tensor.js";
import { checkContent, readBytes } from "./files.js";
import { type Numbers, toTensor } from "./numbers.js";

/** H5T_FLOAT of HDF5's H5T_class_t. */
const floats = 1;

/** The datasets of a file by their path, numbers and texts apart. */
export interface Hdf5Sets {
  readonly tensors: Record<string, Tensor>;
  readonly texts: Record<string, string[]>;
  /** The names of what is left: texts, and records of several fields. */
  readonly others: string[];
}

/**
 * Reads all numeric datasets of an HDF5 file, by name; those in groups as "group/name". Texts and records are left out.
 * bool, uint8, int32, float32 and float64 stay; other integers (int64 labels) become int32, or float64 when one of
 * them needs more than 32 bits.
 *
 * @param path - name of the file
 * @throws DataError when the file is missing, cut off, not HDF5 or has no numeric dataset
 *
 * @example
 * ```ts
 * const { train_set_x, train_set_y } = await np.io.readHdf5("data/train_catvnoncat.h5"); // (209, 64, 64, 3), (209,)
 * ```
 */
export async function readHdf5(path: string): Promise<Record<string, Tensor>> {
  const { tensors, others } = await readHdf5Sets("readHdf5", path);
  if (Object.keys(tensors).length > 0 || others.length === 0) return tensors;
  throw new DataError(`readHdf5: ${path} has no numeric dataset, got only ${others.join(", ")}`);
}

/** Numbers and texts of an HDF5 file; `name` is the function that errors speak of. */
export async function readHdf5Sets(name: string, path: string): Promise<Hdf5Sets> {
  const bytes = await readBytes(name, path);
  checkContent(name, path, bytes, "an HDF5 file", "an HDF5 file");
  checkComplete(name, path, bytes);
  const h5 = await import("h5wasm/node");
  (await h5.ready).activate_throwing_error_handler(); // otherwise it prints to stderr and goes on with rubbish
  try {
    return readSets(name, path, new h5.File(resolve(path), "r"), bytes.length);
  } catch (cause) {
    if (cause instanceof DataError) throw cause;
    throw new DataError(`${name}: ${path} cannot be read, ${whyUnread(cause)}`, { cause });
  }
}

function whyUnread(cause: unknown): string {
  const filter = /required filter '(\w+)'/.exec(cause instanceof Error ? cause.message : "")?.[1];
  return filter === undefined
    ? "the HDF5 file is damaged. Download it again."
    : `it is packed by ${filter}. Save it with compression="gzip".`;
}

function readSets(name: string, path: string, file: File, size: number): Hdf5Sets {
  const sets: Hdf5Sets = { tensors: {}, texts: {}, others: [] };
  try {
    for (const key of file.paths()) {
      const entry = file.get(key);
      if (entry === null || !("type" in entry) || entry.type !== "Dataset") continue;
      checkClaim(name, path, key, entry as Dataset, size);
      checkFloats(name, path, key, entry as Dataset);
      addSet(name, path, sets, key, entry as Dataset);
    }
    return sets;
  } finally {
    file.close();
  }
}

function addSet(name: string, path: string, sets: Hdf5Sets, key: string, set: Dataset): void {
  const { tensors, texts, others } = sets;
  const value = set.value;
  const shape = set.shape ?? [0];
  const label = key.replace(/^\//, "");
  const isBool = "TRUE" in (set.metadata.enum_type?.members ?? {}); // as h5py writes them: an enum of FALSE and TRUE
  if (typeof value === "number") tensors[label] = toTensor(name, path, Float64Array.of(value), shape, false);
  else if (ArrayBuffer.isView(value)) tensors[label] = toTensor(name, path, value as Numbers, shape, isBool);
  else {
    others.push(label);
    if (Array.isArray(value) && value.every((text) => typeof text === "string"))
      texts[label] = value as string[];
  }
}

/** float16 and long double are numbers that the library does not read. */
function checkFloats(name: string, path: string, key: string, { metadata }: Dataset): void {
  const { type, size } = metadata;
  if (type !== floats || size === 4 || size === 8) return;
  const got = `${8 * size} bits in ${key} of ${path}`;
  throw new DataError(
    `${name}: floats of 32 and 64 bits can be read, got ${got}. Save it with .astype("float64")`,
  );
}

/** A dataset cannot be larger than its file unpacked: gzip makes at most 1032 bytes of one. */
function checkClaim(name: string, path: string, key: string, set: Dataset, sizeOfFile: number): void {
  const { size = 1, total_size: count = 0 } = set.metadata;
  const claimed = Number(size) * Number(count);
  if (claimed <= Math.max(1032 * sizeOfFile, 2 ** 20)) return;
  const got = `${claimed} bytes of ${key} in a file of ${sizeOfFile}`;
  throw new DataError(`${name}: ${path} cannot hold what it claims, got ${got}. Download it again.`);
}

// The superblock says how long the file is; offsets of its fields: HDF5 file format specification, II.A.
function checkComplete(name: string, path: string, bytes: Buffer): void {
  const version = bytes.length > 48 ? bytes[8] : -1;
  const sizeOfOffsets = bytes[version <= 1 ? 13 : 9];
  const at = [40, 44, 28, 28][version];
  if (at !== undefined && sizeOfOffsets !== 8) return;
  const expected = at === undefined ? 49 : Number(bytes.readBigUInt64LE(at));
  if (bytes.length >= expected) return;
  throw new DataError(
    `${name}: ${path} is cut off, got ${bytes.length} of ${expected} bytes. Download it again.`,
  );
}
