/**
 * Opening files, and saying what is wrong with the ones that are not what they should be: a missing file, a web page
 * saved under the name of a data file, an empty one. All readers of this folder open their files here.
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { DataError } from "../core/errors.js";
import { describeValue, nearestWord } from "../core/words.js";

function checkPath(name: string, path: unknown): void {
  if (typeof path === "string" && path !== "" && !path.includes("\0")) return;
  throw new DataError(`${name}: path must be the name of a file, got ${describeValue(path)}`);
}

/** Writes a file. `name` is the writer that asks. */
export async function writeBytes(name: string, path: string, bytes: Uint8Array): Promise<void> {
  checkPath(name, path);
  try {
    await writeFile(path, bytes);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "unknown reason";
    const why = code === "ENOENT" ? `the folder ${dirname(resolve(path))} is missing` : code;
    throw new DataError(`${name}: ${path} cannot be written (${why})`, { cause });
  }
}

/** The bytes of a file. `name` is the reader that asks. */
export async function readBytes(name: string, path: string): Promise<Buffer> {
  checkPath(name, path);
  try {
    return await readFile(path);
  } catch (cause) {
    throw new DataError(await whyUnreadable(name, path, (cause as NodeJS.ErrnoException).code ?? ""), {
      cause,
    });
  }
}

async function whyUnreadable(name: string, path: string, code: string): Promise<string> {
  const folder = dirname(resolve(path));
  if (code === "EISDIR") return `${name}: path must be the name of a file, got the folder ${path}`;
  if (code !== "ENOENT" && code !== "ENOTDIR")
    return `${name}: ${path} cannot be read (${code || "unknown reason"})`;
  const near = nearestWord(basename(path), await readdir(folder).catch(() => []));
  const cure = near === null ? "" : `. Did you mean ${near}?`;
  return `${name}: ${path} not found (looked in ${folder})${cure}`;
}

/** Throws unless the bytes begin like the format. `expected`: "an HDF5 file". */
export function checkContent(
  name: string,
  path: string,
  bytes: Uint8Array,
  format: Content,
  expected: string,
): void {
  const found = contentOf(bytes);
  if (found === format) return;
  const got = found === null ? "something else" : found;
  throw new DataError(`${name}: ${path} must be ${expected}, got ${got}.${cures[found ?? ""] ?? ""}`);
}

const cures: Record<string, string> = {
  "a web page": " Download the file itself, not the page around it.",
  "an empty file": " Download it again.",
  "a Git LFS pointer": " Fetch the data with: git lfs pull",
};

/** What a file holds, by its first bytes. */
export type Content =
  | "an HDF5 file"
  | "a .npy file"
  | "a web page"
  | "an empty file"
  | "a Git LFS pointer"
  | Picture;
type Picture =
  | "a PNG picture"
  | "a JPEG picture"
  | "a GIF picture"
  | "a BMP picture"
  | "a TIFF picture"
  | Other;
type Other =
  | "a WebP picture"
  | "a HEIC picture"
  | "an AVIF picture"
  | "an SVG drawing"
  | "a ZIP archive"
  | "gzip";

/** First bytes in hexadecimal. */
const signatures: readonly (readonly [string, Content])[] = [
  ["894844460d0a1a0a", "an HDF5 file"],
  ["934e554d5059", "a .npy file"],
  ["89504e47", "a PNG picture"],
  ["ffd8ff", "a JPEG picture"],
  ["49492a00", "a TIFF picture"],
  ["4d4d002a", "a TIFF picture"],
  ["504b0304", "a ZIP archive"],
  ["1f8b", "gzip"],
];

const words: readonly (readonly [RegExp, Content])[] = [
  [/^GIF8/s, "a GIF picture"],
  [/^BM/s, "a BMP picture"],
  [/^RIFF.{4}WEBP/s, "a WebP picture"],
  [/^.{4}ftyp(hei|hev|mif|msf)/s, "a HEIC picture"],
  [/^.{4}ftypavi/s, "an AVIF picture"],
  [/^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)?<svg/is, "an SVG drawing"],
  [/^(\xef\xbb\xbf)?\s*<(!doctype html|html|head|body|\?xml)/is, "a web page"],
  [/^version https:\/\/git-lfs/s, "a Git LFS pointer"],
];

/** What the bytes look like, or null. */
export function contentOf(bytes: Uint8Array): Content | null {
  if (bytes.length === 0) return "an empty file";
  const start = Buffer.from(bytes.subarray(0, 512));
  const hex = start.toString("hex");
  const text = start.toString("latin1");
  const signature =
    signatures.find(([first]) => hex.startsWith(first)) ?? words.find(([first]) => first.test(text));
  return signature?.[1] ?? null;
}
