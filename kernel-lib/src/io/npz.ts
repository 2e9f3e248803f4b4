/**
 * NumPy's .npz files: several .npy files in one ZIP archive, each under its name.
 */
import { asName, DataError } from "../core/errors.js";
import type { Tensor, TensorLike } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { array } from "../ops/creation.js";
import { checkContent, readBytes, writeBytes } from "./files.js";
import { formatNpy, parseNpy } from "./npy.js";
import { unzip, zip } from "./zip.js";

/** How much may be unpacked. */
export interface ReadNpzOptions {
  /** The most bytes that all arrays together may have once unpacked; 2^30 by default. */
  readonly maxBytes?: number | undefined;
}

/**
 * Reads all arrays of a .npz file, by name, as `numpy.savez` and `savez_compressed` write them.
 *
 * @param path - name of the file
 * @throws DataError when the file is missing, damaged, would unpack to more than `maxBytes`, or an array is not of numbers
 *
 * @example
 * ```ts
 * await np.io.writeNpz("model.npz", { W1: [[1, 2]], b1: [0.5] });
 * const { W1, b1 } = await np.io.readNpz("model.npz");
 * W1.toArray(); // [[1, 2]]
 * ```
 */
export async function readNpz(path: string, options: ReadNpzOptions = {}): Promise<Record<string, Tensor>> {
  checkOptions("readNpz", options, ["maxBytes"]);
  const { maxBytes = 2 ** 30 } = options;
  if (!(typeof maxBytes === "number" && maxBytes >= 0)) {
    throw new DataError(`readNpz: maxBytes must be a number from 0, got ${describeValue(maxBytes)}`);
  }
  const bytes = await readBytes("readNpz", path);
  if (!isEmptyArchive(bytes)) checkContent("readNpz", path, bytes, "a ZIP archive", "a .npz file");
  const entries = unzip("readNpz", path, bytes, maxBytes).map(({ name, bytes: content }) => [
    name.replace(/\.npy$/, ""),
    parseNpy("readNpz", `${path}, ${name}`, Buffer.from(content.buffer, content.byteOffset, content.length)),
  ]);
  return Object.fromEntries(entries) as Record<string, Tensor>;
}

/** An archive without entries has an end and nothing before it. */
function isEmptyArchive(bytes: Buffer): boolean {
  return bytes.length === 22 && bytes.readUInt32LE(0) === 0x06054b50;
}

/** How the arrays are stored. */
export interface WriteNpzOptions {
  /** Whether the arrays are compressed, as `numpy.savez_compressed` does; false by default. */
  readonly compressed?: boolean | undefined;
}

/**
 * Writes tensors by name, or a list of them as arr_0, arr_1, …, into a .npz file that `numpy.load` reads.
 *
 * @throws DataError when the file cannot be written
 *
 * @example
 * ```ts
 * await np.io.writeNpz("model.npz", { W1: np.ones([2, 3]), b1: np.zeros([2, 1]) }, { compressed: true });
 * Object.keys(await np.io.readNpz("model.npz")); // ["W1", "b1"]
 * ```
 */
export async function writeNpz(
  path: string,
  tensors: Readonly<Record<string, TensorLike>> | readonly Tensor[],
  options: WriteNpzOptions = {},
): Promise<void> {
  checkOptions("writeNpz", options, ["compressed"]);
  const named = entriesOf(tensors);
  const entries = named.map(([name, t]) => ({
    name: `${name}.npy`,
    bytes: asName("writeNpz", () => formatNpy(array(t))),
  }));
  const total = entries.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (total > 2 ** 32 - 2 ** 20) {
    throw new DataError(`writeNpz: a .npz file holds up to 4 GiB, got ${total} bytes. Use several files`);
  }
  await writeBytes("writeNpz", path, zip(entries, options.compressed ?? false));
}

/** More are surely a mistake. */
const mostArrays = 65535;

function entriesOf(tensors: unknown): (readonly [string, TensorLike])[] {
  if (Array.isArray(tensors) && tensors.length <= mostArrays) {
    return Array.from(tensors, (t: TensorLike, k) => [`arr_${k}`, t] as const);
  }
  if (
    typeof tensors === "object" &&
    tensors !== null &&
    Object.getPrototypeOf(tensors) === Object.prototype
  ) {
    return Object.entries(tensors as Record<string, TensorLike>);
  }
  const rule = "writeNpz: tensors come by name, like { W, b }, or as a list";
  throw new DataError(`${rule}, got ${describeValue(tensors)}`);
}
