// Reads .ipynb files, nbformat 4.0 to 4.5, as people's tools write them: with a BOM, CRLF, source as a string or a list.
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { type CodeCell, longestCell, type Warning } from "../extract/types.js";
import { english } from "../messages/say.js";
import { Trouble } from "../trouble.js";
import { odditiesOf } from "./oddities.js";
import { mostCells, slimNotebook } from "./slim.js";

const largestFile = 50 * 2 ** 20;
/** Letters of all cells that are short enough to be parsed: each takes the compiler a hundred bytes. */
const mostCode = 400_000;
/** Letters, after slimming: to look for oddities takes several times a text's size. */
const longestNoted = 4 * 2 ** 20;
/** By nbformat's own rules. */
const longestId = 64;

export interface Notebook {
  readonly codeCells: readonly CodeCell[];
  /** Cells of other types: code may have got there by a slip of the hand. */
  readonly otherCells: readonly CodeCell[];
  /** From the release: which assignment this is, and which version of it. */
  readonly assignment: string | null;
  readonly release: string | null;
  /** SHA-256 of the code cells' text: outputs and line ends do not change it. */
  readonly hash: string;
  /** What is odd about the file, and makes no difference. */
  readonly notes: readonly Warning[];
}

/** @throws Trouble saying what is wrong with the file */
export async function readNotebook(path: string): Promise<Notebook> {
  return parseNotebook(await readNotebookText(path), path);
}

/**
 * Without outputs and all else that grading does not read.
 *
 * @param name - stands in front of error messages
 * @throws Trouble when it is no readable file, or too large a one
 */
export async function readNotebookText(
  path: string,
  name: string = path,
  options: { readonly follows?: boolean } = {},
): Promise<string> {
  return slimNotebook(await readNotebookBytes(path, name, options), name);
}

export async function readNotebookBytes(
  path: string,
  name: string = path,
  { follows = true }: { readonly follows?: boolean },
): Promise<Buffer> {
  // O_NONBLOCK: opening a FIFO must not wait for a writer. O_NOFOLLOW: what was a file when the folder was listed still is.
  const flags =
    constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (follows ? 0 : (constants.O_NOFOLLOW ?? 0));
  const file = await open(path, flags).catch((cause: unknown) => {
    const { code } = cause as NodeJS.ErrnoException;
    const id = code === "ENOENT" ? "notebook.missing" : "notebook.unreadable";
    throw new Trouble(english(id, { file: name, code: code ?? "" }), undefined, { cause });
  });
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new Trouble(english("notebook.no-file", { file: name }));
    if (stat.size > largestFile)
      throw new Trouble(
        english("notebook.large", { file: name, size: megabytes(stat.size), most: megabytes(largestFile) }),
      );
    return await file.readFile();
  } finally {
    await file.close();
  }
}

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

/** @param name - stands in front of error messages */
export function parseNotebook(text: string, name: string): Notebook {
  const json = parseJson(text, name);
  const cells = isRecord(json) && Number(json.nbformat) === 4 ? json.cells : undefined;
  if (!Array.isArray(cells)) throw new Trouble(english("notebook.format", { file: name }));
  if (cells.length > mostCells)
    throw new Trouble(english("notebook.cells", { file: name, count: cells.length, most: mostCells }));
  const all = cells.flatMap((cell, i) => readCell(cell, i + 1));
  const codeCells = all.filter((cell) => cell.isCode).map(plainCell);
  checkCode(codeCells, name);
  const meta = isRecord(json.metadata) && isRecord(json.metadata.nabla) ? json.metadata.nabla : {};
  const hash = createHash("sha256");
  for (const { source } of codeCells) hash.update(source).update("\0");
  return {
    codeCells,
    otherCells: all.filter((cell) => !cell.isCode).map(plainCell),
    assignment: typeof meta.assignment === "string" ? meta.assignment : null,
    release: typeof meta.release === "string" ? meta.release : null,
    hash: hash.digest("hex"),
    notes: text.length > longestNoted ? [] : odditiesOf(text, json),
  };
}

function checkCode(cells: readonly CodeCell[], name: string): void {
  const lengths = cells.map(({ source }) => source.length).filter((length) => length <= longestCell);
  const count = lengths.reduce((sum, length) => sum + length, 0);
  if (count > mostCode) throw new Trouble(english("notebook.code", { file: name, count, most: mostCode }));
}

function parseJson(text: string, name: string): Record<string, unknown> {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as Record<string, unknown>;
  } catch (cause) {
    const isZip = ["PK\u0003\u0004", "PK\u0005\u0006"].includes(text.slice(0, 4));
    const id = isZip ? "notebook.zip" : text.trim() === "" ? "notebook.empty" : "notebook.json";
    throw new Trouble(english(id, { file: name }), undefined, { cause });
  }
}

function readCell(cell: unknown, number: number): (CodeCell & { isCode: boolean })[] {
  if (!isRecord(cell)) return [];
  const { source, cell_type: type, id } = cell;
  const lines = Array.isArray(source) ? source.filter((l) => typeof l === "string").join("") : source;
  if (typeof lines !== "string") return [];
  const text = lines
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/\p{Surrogate}/gu, "\uFFFD");
  const known = typeof id === "string" && id.length <= longestId ? { id } : {};
  return [{ number, source: text, isCode: type === "code", ...known }];
}

const plainCell = ({ isCode: _, ...cell }: CodeCell & { isCode: boolean }): CodeCell => cell;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
