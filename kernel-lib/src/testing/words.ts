/**
 * What to say about a difference. Everything comes twice: in full, and masked, for tests whose inputs and expected values
 * are secret: without any expected number, and of what was got only the kind, for it may be made of a secret input.
 */
import { formatShape } from "../core/shape.js";
import { Tensor } from "../core/tensor.js";
import { describeValue } from "../core/words.js";
import { greater, multiply, subtract } from "../ops/elementwise.js";
import { argmax, sum } from "../ops/reduce.js";
import { abs, isfinite, logicalNot } from "../ops/unary.js";
import { type Closeness, type Clue, isClose } from "./clues.js";
import type { phrases, Said } from "./phrases.js";

/** What is said, in full and masked. */
export interface Sentence {
  readonly full: readonly Said[];
  readonly masked: readonly Said[];
}

type PhraseId = keyof typeof phrases;

const said = (id: PhraseId, params: Said["params"] = {}): Said => ({ id, params });

function open(...parts: Said[]): Sentence {
  return { full: parts, masked: parts };
}

export function wrongType(name: string, got: unknown, want: unknown): Sentence {
  const wanted = wantedKind(want);
  const cure = typeCure(got, want);
  return {
    full: [said("type.wrong", { name, got: gotKind(got), want: wanted }), ...cure],
    masked: [said("type.wrong", { name, got: maskedKind(got), want: wanted }), ...cure],
  };
}

function gotKind(value: unknown): Said {
  if (value instanceof Tensor) return said("kind.tensor", { shape: formatShape(value.shape) });
  if (typeof value === "number") return said("kind.theNumber", { value });
  return said("kind.value", { value: describeValue(value) });
}

function maskedKind(value: unknown): Said {
  if (value instanceof Tensor) return said("kind.someTensor");
  if (Array.isArray(value)) return said("kind.list");
  if (typeof value === "number" || typeof value === "string" || typeof value === "function")
    return said(`kind.${typeof value as "number" | "string" | "function"}`);
  if (typeof value === "bigint" || typeof value === "symbol")
    return said("kind.other", { type: typeof value });
  if (value === null || typeof value !== "object") return said("kind.value", { value: String(value) });
  return said("kind.somethingElse");
}

function wantedKind(value: unknown): Said {
  if (value instanceof Tensor) return said("kind.tensor", { shape: formatShape(value.shape) });
  if (typeof value === "number") return said("kind.number");
  if (Array.isArray(value)) return said("kind.list");
  if (typeof value === "object" && value !== null)
    return said("kind.record", { keys: Object.keys(value).join(", ") });
  return said("kind.other", { type: typeof value });
}

function typeCure(got: unknown, want: unknown): Said[] {
  if (got === undefined) return [said("type.return")];
  if (got instanceof Promise) return [said("type.await")];
  if (want instanceof Tensor && Array.isArray(got)) return [said("type.wrap")];
  if (typeof want === "number" && got instanceof Tensor && got.size === 1) return [said("type.item")];
  return [];
}

export function missing(name: string, record: Record<string, unknown>): Sentence {
  const full = [said("key.missing", { name, keys: Object.keys(record).join(", ") })];
  return { full, masked: [said("key.missing.masked", { name })] };
}

export function wrongShape(name: string, got: Tensor, want: Tensor, closeness: Closeness): Sentence {
  const hint = shapeHint(got, want, closeness);
  const of = (shape: string): Said[] => [
    said("shape.wrong", { name, got: shape, want: formatShape(want.shape) }),
    ...(hint === null ? [] : [said(hint)]),
  ];
  return { full: of(formatShape(got.shape)), masked: of(maskedShape(got, want)) };
}

/** Lengths that neither are small nor stand in the expected shape could say something. */
function maskedShape(got: Tensor, want: Tensor): string {
  const shape = formatShape(got.shape);
  return shape.replace(/\d+/g, (n) => (n.length === 1 || want.shape.includes(Number(n)) ? n : "…"));
}

/** The usual reasons for a lost or grown axis. */
function shapeHint(got: Tensor, want: Tensor, closeness: Closeness): PhraseId | null {
  if (isTransposedShape(got, want)) return "shape.transposed";
  if (
    got.size === 1 &&
    want.size > 1 &&
    isClose(got.ravel(), sum(want, { keepdims: true }).ravel(), closeness)
  )
    return "shape.total";
  const kept = want.shape.filter((length) => length !== 1);
  if (got.ndim < want.ndim && formatShape(got.shape) === formatShape(kept)) return "shape.lost";
  const isStretched = want.shape.every((length, axis) => length === 1 || got.shape[axis] === length);
  return isStretched && got.ndim === want.ndim ? "shape.grown" : null;
}

export function isTransposedShape(got: Tensor, want: Tensor): boolean {
  return formatShape([...got.shape].reverse()) === formatShape(want.shape);
}

export function wrongDType(name: string, got: Tensor, want: Tensor): Sentence {
  return open(said("dtype.wrong", { name, got: got.dtype, want: want.dtype }));
}

export function wrongLength(name: string, got: readonly unknown[], want: readonly unknown[]): Sentence {
  const id = got.length === 1 ? "shape.length.one" : "shape.length";
  return open(said(id, { name, count: got.length, want: want.length }));
}

export function unequal(name: string, got: unknown, want: unknown): Sentence {
  return {
    full: [said("values.unequal", { name, got: describeValue(got), want: describeValue(want) })],
    masked: [said("values.unequal.masked", { name })],
  };
}

/** null when every element is a proper number. */
export function notFinite(name: string, got: Tensor): Sentence | null {
  if (got.toTypedArray().every(Number.isFinite)) return null;
  const bad = logicalNot(isfinite(got));
  const count = sum(bad);
  const index = indexOf(argmax(bad), got.shape);
  const value = got.get(...index);
  const params = { place: place(name, index), value: String(value), count, size: got.size };
  const cause = Number.isNaN(value) ? "finite.nan" : "finite.infinity";
  return open(said(got.size === 1 ? "finite.one" : "finite.some", params), said(cause));
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
  const size = got.size;
  const values = { place: place(name, index), got: got.get(...index), want: want.get(...index), count, size };
  return {
    full: [said(size === 1 ? "values.one" : "values.some", values), ...clueWords(clue, true)],
    masked: [said(maskedValues(count, size), { name, count, size }), ...clueWords(clue, false)],
  };
}

function maskedValues(count: number, size: number): PhraseId {
  if (size === 1) return "values.one.masked";
  return count === size ? "values.all.masked" : "values.some.masked";
}

function clueWords(clue: Clue | null, reveal: boolean): Said[] {
  if (clue === null) return [];
  const { kind, amount } = clue;
  if (kind !== "factor" && kind !== "constant") return [said(`clue.${kind}`)];
  if (!reveal) return [said(`clue.${kind}.masked`)];
  return [said(`clue.${kind}`, { amount: Number(amount.toPrecision(6)) })];
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
