/**
 * What wrong values look like: the mistakes that everyone makes, recognised by their arithmetic.
 */
import type { Tensor } from "../core/tensor.js";
import { allclose } from "../ops/compare.js";
import { divide, multiply, subtract } from "../ops/elementwise.js";
import { max, mean, sum } from "../ops/reduce.js";
import { abs } from "../ops/unary.js";

/** How near is near enough; `m` is the number of examples, if known. */
export interface Closeness {
  readonly rtol: number;
  readonly atol: number;
  readonly m: number | null;
}

/** A recognised mistake; `amount` is the factor or the constant. */
export interface Clue {
  readonly kind: "transposed" | "sign" | "sum-for-mean" | "mean-for-sum" | "factor" | "constant" | "zero";
  readonly amount: number;
}

/** |got - want| <= atol + rtol |want| everywhere. */
export function isClose(got: Tensor, want: Tensor, { rtol, atol }: Closeness): boolean {
  return allclose(got, want, { rtol, atol });
}

/** The known mistake that turns `want` into `got`, or null. Both are finite and of one shape. */
export function findClue(got: Tensor, want: Tensor, closeness: Closeness): Clue | null {
  if (got.dtype === "bool" || got.size === 0) return null;
  const [g, w] = [got.astype("float64"), want.astype("float64")];
  if (isSquare(g) && isClose(g, w.T, closeness)) return { kind: "transposed", amount: 1 };
  if (max(abs(g)) === 0) return { kind: "zero", amount: 0 };
  return factorClue(g, w, closeness) ?? constantClue(g, w, closeness);
}

function isSquare(t: Tensor): boolean {
  return t.ndim === 2 && t.shape[0] === t.shape[1] && t.shape[0] > 1;
}

function factorClue(got: Tensor, want: Tensor, closeness: Closeness): Clue | null {
  const size = sum(multiply(want, want));
  if (size === 0 || !Number.isFinite(size)) return null;
  const factor = sum(multiply(got, want)) / size; // least squares: got = factor * want
  if (!Number.isFinite(factor) || factor === 0) return null;
  if (!isClose(divide(got, factor), want, closeness)) return null;
  const named = nameFactor(factor, closeness);
  if (named !== null) return { kind: named, amount: factor };
  return got.size > 1 ? { kind: "factor", amount: factor } : null;
}

function nameFactor(factor: number, { m, rtol }: Closeness): Clue["kind"] | null {
  const is = (value: number): boolean =>
    Math.abs(factor - value) <= Math.max(rtol, 1e-7) * 10 * Math.abs(value);
  if (is(-1)) return "sign";
  if (m === null || m <= 1) return null;
  if (is(m)) return "sum-for-mean";
  return is(1 / m) ? "mean-for-sum" : null;
}

function constantClue(got: Tensor, want: Tensor, closeness: Closeness): Clue | null {
  if (got.size < 2) return null;
  const constant = mean(subtract(got, want));
  return isClose(subtract(got, constant), want, closeness) ? { kind: "constant", amount: constant } : null;
}
