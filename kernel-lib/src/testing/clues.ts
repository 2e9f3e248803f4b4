/**
 * What wrong values look like: the mistakes that everyone makes, recognised by their arithmetic.
 */
import type { Tensor } from "../core/tensor.js";
import { allclose } from "../ops/compare.js";
import { divide, equal, logicalOr, multiply, round, square, subtract } from "../ops/elementwise.js";
import { take } from "../ops/indexing.js";
import { ravel } from "../ops/movement.js";
import { all, max, mean, min, sum } from "../ops/reduce.js";
import { argsort } from "../ops/sort.js";
import { abs, sqrt } from "../ops/unary.js";

/** How near is near enough; `m` is the number of examples, if known. */
export interface Closeness {
  readonly rtol: number;
  readonly atol: number;
  readonly m: number | null;
}

/** A recognised mistake; `amount` is the factor or the constant. */
export interface Clue {
  readonly kind:
    | "transposed"
    | "reshaped"
    | "order"
    | "sign"
    | "sum-for-mean"
    | "mean-for-sum"
    | "log2"
    | "log10"
    | "half"
    | "double"
    | "factor"
    | "constant"
    | "zero"
    | "labels"
    | "swapped"
    | "complement"
    | "reciprocal"
    | "square"
    | "root"
    | "rounded";
  readonly amount: number;
}

/** |got - want| <= atol + rtol |want| everywhere. */
export function isClose(got: Tensor, want: Tensor, { rtol, atol }: Closeness): boolean {
  return allclose(got, want, { rtol, atol });
}

type Find = (got: Tensor, want: Tensor, closeness: Closeness) => Clue | null;

/** The known mistake that turns `want` into `got`, or null. Both are finite and of one shape. */
export function findClue(got: Tensor, want: Tensor, closeness: Closeness): Clue | null {
  if (got.dtype === "bool" || got.size === 0) return null;
  const [g, w] = [got.astype("float64"), want.astype("float64")];
  for (const find of finders) {
    const clue = find(g, w, closeness);
    if (clue !== null) return clue;
  }
  return null;
}

/** The surest first. */
const finders: readonly Find[] = [
  transposedClue,
  labelClue,
  (got) => (got.size > 1 && max(abs(got)) === 0 ? clueOf("zero") : null),
  factorClue,
  simpleClue,
  constantClue,
  roundedClue,
  orderClue,
];

const clueOf = (kind: Clue["kind"], amount = 1): Clue => ({ kind, amount });

/** The transpose itself, or the numbers of the transpose filled in row by row. */
function transposedClue(got: Tensor, want: Tensor, closeness: Closeness): Clue | null {
  if (want.ndim !== 2 || want.shape[0]! < 2 || want.shape[1]! < 2) return null;
  if (want.shape[0] === want.shape[1]) return isClose(got, want.T, closeness) ? clueOf("transposed") : null;
  return isClose(got, want.T.reshape(want.shape), closeness) ? clueOf("reshaped") : null;
}

/** `want` is made of 0 and 1. */
function labelClue(got: Tensor, want: Tensor, closeness: Closeness): Clue | null {
  if (!all(logicalOr(equal(want, 0), equal(want, 1))) || min(got) < 0 || max(got) > 1) return null;
  if (isClose(got, subtract(1, want), closeness)) return clueOf("swapped");
  const isBetween = !all(logicalOr(equal(got, 0), equal(got, 1)));
  return isBetween && isClose(round(got), want, closeness) ? clueOf("labels") : null;
}

function factorClue(got: Tensor, want: Tensor, closeness: Closeness): Clue | null {
  const size = sum(multiply(want, want));
  if (size === 0 || !Number.isFinite(size)) return null;
  const factor = sum(multiply(got, want)) / size; // least squares: got = factor * want
  if (!Number.isFinite(factor) || factor === 0) return null;
  if (!isClose(divide(got, factor), want, closeness)) return null;
  const named = nameFactor(factor, closeness);
  if (named !== null) return clueOf(named, factor);
  return got.size > 1 ? (simpleClue(got, want, closeness) ?? clueOf("factor", factor)) : null;
}

function nameFactor(factor: number, { m, rtol }: Closeness): Clue["kind"] | null {
  const near = Math.max(rtol, 1e-7) * 10;
  const is = (value: number): boolean => Math.abs(factor - value) <= near * Math.abs(value);
  if (is(-1)) return "sign";
  if (m !== null && m > 1 && is(m)) return "sum-for-mean";
  if (m !== null && m > 1 && is(1 / m)) return "mean-for-sum";
  if (is(Math.LOG2E)) return "log2";
  if (is(Math.LOG10E)) return "log10";
  return null;
}

/** Between whole numbers, as 1 for 2, the simplest arithmetic is chance. */
function simpleClue(got: Tensor, want: Tensor, closeness: Closeness): Clue | null {
  if (isClose(want, round(want), closeness)) return null;
  const is = (value: Tensor): boolean => isClose(got, value, closeness);
  if (is(multiply(2, want))) return clueOf("double");
  if (is(divide(want, 2))) return clueOf("half");
  if (is(subtract(1, want))) return clueOf("complement");
  if (min(abs(want)) > 0 && is(divide(1, want))) return clueOf("reciprocal");
  if (is(square(want))) return clueOf("square");
  return min(want) >= 0 && is(sqrt(want)) ? clueOf("root") : null;
}

function constantClue(got: Tensor, want: Tensor, closeness: Closeness): Clue | null {
  if (got.size < 2) return null;
  const constant = mean(subtract(got, want));
  return isClose(subtract(got, constant), want, closeness) ? clueOf("constant", constant) : null;
}

/** To 0..6 decimals; a single number to 2 at least, two or three to 1: fewer decimals are met by chance. */
function roundedClue(got: Tensor, want: Tensor): Clue | null {
  const exact = { rtol: 1e-12, atol: 1e-12, m: null };
  const least = got.size > 3 ? 0 : got.size > 1 ? 1 : 2;
  for (let decimals = least; decimals <= 6; decimals++)
    if (isClose(got, round(want, decimals), exact)) return clueOf("rounded", decimals);
  return null;
}

function orderClue(got: Tensor, want: Tensor, closeness: Closeness): Clue | null {
  if (got.size < 3) return null;
  return isClose(sorted(got), sorted(want), closeness) ? clueOf("order") : null;
}

function sorted(t: Tensor): Tensor {
  const flat = ravel(t);
  return take(flat, argsort(flat));
}
