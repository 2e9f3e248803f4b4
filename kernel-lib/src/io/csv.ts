/**
 * CSV files: rows of fields as RFC 4180 has them, with quotes, read into columns of numbers and of texts.
 */
import { DataError } from "../core/errors.js";
import type { Tensor } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { fromBuffer } from "../ops/creation.js";
import { type Row, splitRows } from "./csv-rows.js";
import { contentOf, readBytes } from "./files.js";

/** How a CSV file is written. */
export interface ReadCsvOptions {
  /** Whether the first row holds names; by default it does unless all its fields are numbers. */
  readonly header?: boolean | undefined;
  /** What parts fields, one character; a comma by default. */
  readonly delimiter?: string | undefined;
  /** Fields that stand for a missing number, which becomes NaN; "", "NA", "NaN" and "nan" by default. */
  readonly missing?: readonly string[] | undefined;
}

/** What {@link readCsv} gives. */
export interface CsvTable {
  /** The columns' names in order; "0", "1", … without a header. */
  readonly names: string[];
  /** The columns in which every field is a number or missing, float64, shape (n,). */
  readonly tensors: Record<string, Tensor>;
  /** All other columns. */
  readonly texts: Record<string, string[]>;
  /** The columns of numbers side by side, in order: shape (n, columns of numbers). */
  readonly matrix: Tensor;
}

const numberForm = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;
const infinityForm = /^\s*[+-]?inf(inity)?\s*$/i;

/**
 * Reads a CSV file: a row per line, quoted fields with commas and line breaks inside, names in the first row.
 *
 * @param path - name of the file
 * @throws DataError when the file is missing, not text, or a row has more or fewer fields than the first
 *
 * @example
 * ```ts
 * const { tensors, texts, matrix } = await np.io.readCsv("iris.csv");
 * ```
 */
export async function readCsv(path: string, options: ReadCsvOptions = {}): Promise<CsvTable> {
  checkOptions("readCsv", options, ["header", "delimiter", "missing"]);
  const { delimiter = ",", missing = ["", "NA", "NaN", "nan"] } = options;
  checkDelimiter(delimiter);
  if (!Array.isArray(missing) || missing.length > 1000 || missing.some((one) => typeof one !== "string")) {
    throw new DataError(`readCsv: missing must be a list of texts, got ${describeValue(missing)}`);
  }
  const rows = splitRows(path, await readText(path), delimiter);
  if (rows.length === 0) throw new DataError(`readCsv: ${path} must have rows, got none`);
  checkWidths(path, rows);
  const absent = new Set(missing);
  const isHeader = options.header ?? !rows[0].fields.every((field) => isNumber(field));
  const names = isHeader ? distinct(rows[0].fields) : rows[0].fields.map((_, k) => String(k));
  return makeTable(names, isHeader ? rows.slice(1) : rows, absent);
}

function checkDelimiter(delimiter: unknown): void {
  if (typeof delimiter === "string" && delimiter.length === 1 && !/["\r\n]/.test(delimiter)) return;
  throw new DataError(`readCsv: delimiter is one character like ";", got ${describeValue(delimiter)}`);
}

async function readText(path: string): Promise<string> {
  const bytes = await readBytes("readCsv", path);
  const found = contentOf(bytes);
  if (found !== null) throw new DataError(`readCsv: ${path} must be a CSV text, got ${found}`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new DataError(`readCsv: ${path} must be text in UTF-8. Save it again as "CSV UTF-8"`, { cause });
  }
}

function checkWidths(path: string, rows: readonly Row[]): void {
  const width = rows[0].fields.length;
  const odd = rows.find(({ fields }) => fields.length !== width);
  if (odd === undefined) return;
  const got = `${odd.fields.length} in line ${odd.line} of ${path}`;
  throw new DataError(`readCsv: every row needs ${width} fields like line ${rows[0].line}, got ${got}`);
}

/** A name that comes again gets a number: x, x.1, x.2. */
function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.map((name) => {
    let one = name;
    for (let k = 1; seen.has(one); k++) one = `${name}.${k}`;
    seen.add(one);
    return one;
  });
}

function isNumber(field: string): boolean {
  return numberForm.test(field) || infinityForm.test(field);
}

function toNumber(field: string): number {
  if (!infinityForm.test(field)) return Number(field);
  return field.trim().startsWith("-") ? -Infinity : Infinity;
}

function makeTable(names: string[], rows: readonly Row[], missing: ReadonlySet<string>): CsvTable {
  const columns = names.map((_, k) => rows.map(({ fields }) => fields[k]));
  const isMissing = (field: string): boolean => missing.has(field.trim());
  const numeric = columns.map((column) => column.every((field) => isMissing(field) || isNumber(field)));
  const values = columns
    .filter((_, k) => numeric[k])
    .map((column) => column.map((field) => (isMissing(field) ? Number.NaN : toNumber(field))));
  const flat = Float64Array.from({ length: rows.length * values.length }, (_, i) => {
    return values[i % values.length][Math.floor(i / values.length)];
  });
  const matrix = fromBuffer(flat, [rows.length, values.length]);
  const named = names
    .filter((_, k) => numeric[k])
    .map((name, k) => [name, matrix.slice(":", k).copy()] as const);
  const texts = names.map((name, k) => [name, columns[k]] as const).filter((_, k) => !numeric[k]);
  return { names, tensors: Object.fromEntries(named), texts: Object.fromEntries(texts), matrix };
}
