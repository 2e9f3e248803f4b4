/**
 * Drawing places of a population: what RandomState and Generator have in common, in NumPy's order of draws.
 */
import { asName, ShapeError } from "../core/errors.js";
import { formatShape, resolveAxis, sizeOf } from "../core/shape.js";
import type { TensorLike } from "../core/tensor.js";
import { Tensor } from "../core/tensor.js";
import { describeValue } from "../core/words.js";
import { array, fromBuffer } from "../ops/creation.js";
import { take } from "../ops/indexing.js";

/** How items are drawn. */
export interface ChoiceOptions {
  /** Whether one item may be drawn several times; true by default. */
  readonly replace?: boolean | undefined;
  /** The probability of each item, by default the same for all; they must sum to 1. */
  readonly p?: TensorLike | undefined;
}

/** The three kinds of draws a choice is made of. */
export interface Drawing {
  /** Uniform in [0, 1). */
  readonly uniform: () => number;
  /** `count` places below `population`, each on its own. */
  readonly places: (population: number, count: number) => Int32Array;
  /** `count` different places below `population`. */
  readonly distinct: (population: number, count: number) => Int32Array;
}

/** Draws from 0..items-1, or from the items of a tensor along an axis. */
export function choose(
  items: TensorLike,
  shape: number[] | null,
  options: ChoiceOptions,
  drawing: Drawing,
  axis = 0,
): number | Tensor {
  const from = typeof items === "number" ? null : asName("choice", () => array(items));
  const place = from === null ? 0 : resolveAxis("choice", axis, from.shape);
  if (shape === null && from !== null && from.ndim > 1) {
    const got = `shape ${formatShape(from.shape)}`;
    throw new ShapeError(`choice: one number is drawn from one axis, got ${got}. Use size [] for one row`);
  }
  const population = from === null ? populationOf(items) : from.shape[place];
  const places = drawPlaces(population, shape === null ? 1 : sizeOf(shape), options, drawing);
  const drawn = fromBuffer(places, shape ?? []);
  const result = from === null ? drawn : take(from, drawn, { axis: place });
  return shape === null ? result.item() : result;
}

function populationOf(items: unknown): number {
  if (Number.isInteger(items) && (items as number) >= 0 && (items as number) <= 2147483648) {
    return items as number;
  }
  throw new RangeError(
    `choice: items are a tensor or a whole number up to 2^31, got ${describeValue(items)}`,
  );
}

function drawPlaces(population: number, count: number, options: ChoiceOptions, drawing: Drawing): Int32Array {
  const { replace = true, p } = options;
  const weights = p === undefined ? null : toWeights(p, population);
  if (count > 0 && population === 0) throw new RangeError(`choice: nothing to draw from, got ${count} of 0`);
  if (replace) {
    if (weights === null) return drawing.places(population, count);
    return searchSums(weights, Float64Array.from({ length: count }, drawing.uniform));
  }
  checkEnough(population, weights, count);
  return weights === null ? drawing.distinct(population, count) : distinctByWeight(weights, count, drawing);
}

function checkEnough(population: number, weights: Float64Array | null, count: number): void {
  if (count > population) {
    const cure = "Draw fewer, or with replace";
    throw new RangeError(
      `choice: without replace each item comes once, got ${count} of ${population}. ${cure}`,
    );
  }
  const possible = weights === null ? population : weights.filter((weight) => weight > 0).length;
  if (count <= possible) return;
  throw new RangeError(
    `choice: without replace only items with p > 0 can be drawn, got ${count} of ${possible}`,
  );
}

/** The checked probabilities. */
function toWeights(p: TensorLike, population: number): Float64Array {
  const t = asName("choice", () => array(p, { dtype: "float64" }));
  if (t.ndim !== 1 || t.length !== population) {
    throw new ShapeError(`choice: p needs shape (${population},), one per item, got ${formatShape(t.shape)}`);
  }
  const weights = t.toTypedArray() as Float64Array;
  const bad = weights.find((weight) => !(weight >= 0));
  if (bad !== undefined) throw new RangeError(`choice: probabilities must not be negative, got ${bad}`);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const isSingle = p instanceof Tensor && p.dtype === "float32";
  if (Math.abs(sum - 1) <= (isSingle ? 3.4526698300124393e-4 : 1.4901161193847656e-8)) return weights; // NumPy's
  throw new RangeError(`choice: probabilities must sum to 1, got ${sum}. Divide them by their sum`);
}

/** For each number the first place whose running sum of probabilities is above it. */
function searchSums(weights: Float64Array, numbers: Float64Array): Int32Array {
  let total = 0;
  const sums = weights.map((weight) => {
    total += weight;
    return total;
  });
  const shares = sums.map((sum) => sum / total);
  return Int32Array.from(numbers, (number) => firstAbove(shares, number));
}

function firstAbove(sorted: Float64Array, number: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] > number) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Draws with weights, drops what came twice, gives what came weight 0, and draws again for what is missing. */
function distinctByWeight(weights: Float64Array, count: number, drawing: Drawing): Int32Array {
  const found = new Set<number>();
  const left = weights.slice();
  while (found.size < count) {
    const numbers = Float64Array.from({ length: count - found.size }, drawing.uniform);
    for (const place of found) left[place] = 0;
    for (const place of searchSums(left, numbers)) found.add(place);
  }
  return Int32Array.from(found);
}
