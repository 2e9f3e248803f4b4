/**
 * The sentences for differences. Each comes twice: in full, and masked, without any expected number.
 */
import { formatShape } from "../core/shape.js";
import { Tensor } from "../core/tensor.js";
import { describeValue } from "../core/words.js";
import { greater, multiply, subtract } from "../ops/elementwise.js";
import { argmax, sum } from "../ops/reduce.js";
import { abs, isfinite, logicalNot } from "../ops/unary.js";
import type { Closeness, Clue } from "./clues.js";

export interface Sentence {
  readonly full: string;
  readonly masked: string;
}

function open(text: string): Sentence {
  return { full: text, masked: text };
}

export function wrongType(name: string, got: unknown, want: unknown): Sentence {
  return open(`${name} is ${kindOf(got)}, expected ${kindOf(want, true)}${typeCure(got, want)}`);
}

function kindOf(value: unknown, wanted = false): string {
  if (value instanceof Tensor) return `a tensor of shape ${formatShape(value.shape)}`;
  if (typeof value === "number") return wanted ? "a number" : `the number ${value}`;
  if (Array.isArray(value)) return wanted ? "a list" : describeValue(value);
  if (typeof value === "object" && value !== null && wanted) return `{ ${Object.keys(value).join(", ")} }`;
  return wanted ? `a ${typeof value}` : describeValue(value);
}

function typeCure(got: unknown, want: unknown): string {
  if (got === undefined) return ". Is a return missing?";
  if (got instanceof Promise) return ". Is an await missing?";
  if (want instanceof Tensor && Array.isArray(got)) return ". Wrap it with np.array";
  if (typeof want === "number" && got instanceof Tensor && got.size === 1) return ". Take its .item()";
  return "";
}

export function missing(path: string, record: Record<string, unknown>): Sentence {
  return open(`${path} is missing; there is { ${Object.keys(record).join(", ")} }`);
}

export function wrongShape(name: string, got: Tensor, want: Tensor): Sentence {
  const transposed = formatShape([...got.shape].reverse()) === formatShape(want.shape);
  const hint = transposed ? ": it looks transposed" : shapeHint(got, want);
  return open(`${name} has shape ${formatShape(got.shape)}, expected ${formatShape(want.shape)}${hint}`);
}

/** The usual reasons for a lost or grown axis. */
function shapeHint(got: Tensor, want: Tensor): string {
  const kept = want.shape.filter((length) => length !== 1);
  const lost = got.ndim < want.ndim && formatShape(got.shape) === formatShape(kept);
  if (lost) return ": an axis of length 1 is lost, keepdims: true keeps it";
  const grown = want.shape.some((length, axis) => length === 1 && (got.shape[axis] ?? 1) > 1);
  return grown && got.ndim === want.ndim ? ": an axis of length 1 has grown, as broadcasting does" : "";
}

export function wrongDType(name: string, got: Tensor, want: Tensor): Sentence {
  const cure = `. Use .astype("${want.dtype}")`;
  return open(`${name} has dtype ${got.dtype}, expected ${want.dtype}${cure}`);
}

export function wrongLength(name: string, got: readonly unknown[], want: readonly unknown[]): Sentence {
  const count = (n: number): string => `${n} element${n === 1 ? "" : "s"}`;
  return open(`${name} has ${count(got.length)}, expected ${want.length}`);
}

export function unequal(name: string, got: unknown, want: unknown): Sentence {
  return {
    full: `${name} is ${describeValue(got)}, expected ${describeValue(want)}`,
    masked: `${name} is not what it should be`,
  };
}

/** null when every element is a proper number. */
export function notFinite(name: string, got: Tensor): Sentence | null {
  const bad = logicalNot(isfinite(got));
  const count = sum(bad);
  if (count === 0) return null;
  const index = indexOf(argmax(bad), got.shape);
  const value = got.get(...index);
  const amount = got.size === 1 ? "" : ` (${count} of ${got.size} elements are not finite)`;
  const cause = Number.isNaN(value)
    ? "NaN comes from 0 / 0, from the log of a negative number, or from 0 times Infinity"
    : "Infinity comes from a division by 0, from log(0), or from exp of a large number";
  return open(`${place(name, index)} is ${value}${amount}. ${cause}`);
}

export function wrongValues(
  name: string,
  got: Tensor,
  want: Tensor,
  closeness: Closeness,
  clue: Clue | null,
): Sentence {
  const errors = abs(subtract(got.astype("float64"), want.astype("float64")));
  const allowed = multiply(abs(want.astype("float64")), closeness.rtol).add(closeness.atol);
  const index = indexOf(argmax(subtract(errors, allowed)), got.shape);
  const count = sum(greater(errors, allowed));
  const amount = got.size === 1 ? "" : ` (${count} of ${got.size} elements differ)`;
  const values = `is ${got.get(...index)}, expected ${want.get(...index)}`;
  return {
    full: `${place(name, index)} ${values}${amount}${clueWords(clue, true)}`,
    masked: `${name} has the right shape but ${maskedCount(count, got.size)}${clueWords(clue, false)}`,
  };
}

function maskedCount(count: number, size: number): string {
  if (size === 1) return "not the right value";
  return count === size ? "no element is right" : `${count} of ${size} elements are wrong`;
}

function clueWords(clue: Clue | null, reveal: boolean): string {
  if (clue === null) return "";
  const amount = reveal ? ` ${Number(clue.amount.toPrecision(6))}` : "";
  const words: Record<Clue["kind"], string> = {
    transposed: "it looks transposed",
    sign: "the sign is wrong",
    "sum-for-mean": "it looks like the sum where the mean is meant: divide by m",
    "mean-for-sum": "it looks like the mean where the sum is meant: it is divided by m once too often",
    factor: `every element is off by the same factor${amount}`,
    constant: `every element is off by the same amount${amount}`,
    zero: "it is 0 everywhere",
  };
  return `: ${words[clue.kind]}`;
}

function place(name: string, index: readonly number[]): string {
  return index.length === 0 ? name : `${name}[${index.join(", ")}]`;
}

/** The index per axis of a place counted row by row. */
function indexOf(flat: number, shape: readonly number[]): number[] {
  const index: number[] = [];
  for (const length of [...shape].reverse()) {
    index.unshift(flat % length);
    flat = Math.floor(flat / length);
  }
  return index;
}
