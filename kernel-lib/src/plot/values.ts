/**
 * What learners hand to a maker, as plain numbers: a tensor, a list, a typed array. The one place in this folder
 * that knows tensors.
 */
import { DataError, ShapeError } from "../core/errors.js";
import { formatShape } from "../core/shape.js";
import { Tensor } from "../core/tensor.js";
import { describeValue } from "../core/words.js";

/** A list of numbers: a tensor with one axis, of shape (1, m) or (m, 1), a typed array, a list (nested once at most). */
export type VectorLike = Tensor | ArrayLike<number> | readonly (readonly number[])[];

/** A table of numbers: a tensor with two axes or a list of equally long rows. */
export type TableLike = Tensor | readonly ArrayLike<number>[];

/** The numbers of a vector. `what` names the argument in errors: "costs". */
export function toNumbers(name: string, what: string, value: VectorLike): number[] {
  if (value instanceof Tensor) {
    if (value.shape.filter((length) => length !== 1).length <= 1) return flat(value);
    const rule = `${what} must be one list of numbers, of shape (m,), (1, m) or (m, 1)`;
    throw new ShapeError(`${name}: ${rule}, got ${formatShape(value.shape)}`);
  }
  const list = asList(value);
  if (list === null)
    throw new DataError(`${name}: ${what} must be a list of numbers, got ${describeValue(value)}`);
  const numbers = (list.length === 1 ? asList(list[0]) : null) ?? list;
  const wrong = numbers.findIndex((entry) => typeof entry !== "number");
  if (wrong === -1) return numbers as number[];
  throw new DataError(
    `${name}: ${what} must be numbers, got ${describeValue(numbers[wrong])} at index ${wrong}`,
  );
}

/** A table as rows and columns in reading order. */
export function toTable(
  name: string,
  what: string,
  value: TableLike,
): { nRows: number; nCols: number; z: number[][] } {
  const z = value instanceof Tensor ? tensorRows(name, what, value) : listRows(name, what, value);
  if (z.length > 0 && z[0].length > 0) return { nRows: z.length, nCols: z[0].length, z };
  throw new DataError(`${name}: ${what} must hold numbers, got none`);
}

/** All numbers of a tensor in reading order; booleans as 0 and 1. */
function flat(tensor: Tensor): number[] {
  return Array.from(tensor.toTypedArray());
}

/** Longer lists are surely a mistake, and would take long. */
const mostEntries = 100_000_000;

/** Throws unless every option is a text. */
export function checkTexts(name: string, options: Record<string, unknown>): void {
  for (const [option, value] of Object.entries(options)) {
    if (typeof value === "string") continue;
    throw new DataError(`${name}: ${option} must be a text, got ${describeValue(value)}`);
  }
}

/** A list of texts or numbers as texts, when there is one. */
export function readWords(name: string, option: string, list: unknown): string[] | undefined {
  if (list === undefined) return undefined;
  const words = asList(list);
  const wrong = words?.findIndex((word) => typeof word !== "string" && typeof word !== "number") ?? -1;
  if (words !== null && wrong === -1) return words.map(String);
  const got = words === null ? describeValue(list) : `${describeValue(words[wrong])} at index ${wrong}`;
  throw new DataError(`${name}: ${option} must be a list of texts, got ${got}`);
}

/** The entries of an array or a typed array; null for anything else, texts too. */
export function asList(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value.length <= mostEntries ? value : null;
  return ArrayBuffer.isView(value) && !(value instanceof DataView) ? Array.from(value as Uint8Array) : null;
}

function tensorRows(name: string, what: string, tensor: Tensor): number[][] {
  const [nRows, nCols] = tensor.shape;
  if (tensor.shape.length === 2) {
    const numbers = flat(tensor);
    return Array.from({ length: nRows }, (_, i) => numbers.slice(i * nCols, (i + 1) * nCols));
  }
  const cure =
    tensor.shape.length === 1 ? `Did you mean ${what}.reshape([1, -1])?` : "Take a slice or reshape it.";
  const got = formatShape(tensor.shape);
  throw new ShapeError(`${name}: ${what} must have two axes (rows, columns), got ${got}. ${cure}`);
}

function listRows(name: string, what: string, value: unknown): number[][] {
  const rows = asList(value);
  if (rows === null)
    throw new DataError(`${name}: ${what} must be a table of numbers, got ${describeValue(value)}`);
  const numbers = Array.from(rows, (row, i) => {
    if (asList(row) !== null) return toNumbers(name, `row ${i}`, row as number[]);
    throw new DataError(`${name}: ${what} must be a list of rows, got ${describeValue(row)} at index ${i}`);
  });
  const odd = numbers.findIndex((row) => row.length !== numbers[0].length);
  if (odd === -1) return numbers;
  const got = `${numbers[0].length} in row 0 and ${numbers[odd].length} in row ${odd}`;
  throw new ShapeError(`${name}: rows of ${what} must be equally long, got ${got}`);
}
