/**
 * NumPy's newer random numbers, bit for bit: PCG64, Lemire's whole numbers, gaussians by the ziggurat.
 */
import type { DType } from "../core/dtype.js";
import { asName, DTypeError } from "../core/errors.js";
import type { Shape } from "../core/shape.js";
import { resolveAxis, sizeOf } from "../core/shape.js";
import type { TensorLike } from "../core/tensor.js";
import { Tensor } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { array, fromBuffer } from "../ops/creation.js";
import { drawMultiplied, shuffleList } from "./bits.js";
import { type ChoiceOptions, choose } from "./choice.js";
import { checkFinite, fill, fillArray, rangeOf, type Size, sizeToShape } from "./fill.js";
import { type IntegerOptions, makeIntegers } from "./integers.js";
import { Pcg64 } from "./pcg64.js";
import { freshSeed, type Seed } from "./seed-sequence.js";
import { permute, permuteEach, shuffleInPlace } from "./shuffle.js";
import { drawGaussian } from "./ziggurat.js";

/** Along which axis; 0 by default. */
export interface AxisOption {
  readonly axis?: number | undefined;
}

/**
 * What `np.random.defaultRng` gives: a stream of random numbers of its own.
 *
 * @example
 * ```ts
 * const rng = np.random.defaultRng(1);
 * rng.integers(1, 7, 4).toArray(); // [3, 4, 5, 6]
 * ```
 */
export class Generator {
  private readonly source: Pcg64;

  /** Use `np.random.defaultRng(seed)`. */
  constructor(seed: Seed = freshSeed()) {
    this.source = new Pcg64("defaultRng", seed);
  }

  /**
   * Uniform in [0, 1): a number, or a tensor of shape `size`, float64 or float32.
   *
   * @example
   * ```ts
   * np.random.defaultRng(0).random(); // 0.6369616873214543
   * ```
   */
  random(size?: null): number;
  random(size: number | Shape, options?: { readonly dtype?: DType }): Tensor;
  random(size?: Size, options: { readonly dtype?: DType } = {}): number | Tensor {
    checkOptions("random", options, ["dtype"]);
    const shape = sizeToShape("random", size);
    const { dtype = "float64" } = options;
    if (dtype === "float64") return fill(shape, () => this.source.nextDouble());
    if (dtype !== "float32")
      throw new DTypeError(`random: dtype must be float64 or float32, got ${describeValue(dtype)}`);
    const draw = (): number => (this.source.nextUint32() >>> 8) / 16777216;
    return shape === null ? draw() : fromBuffer(fillArray(new Float32Array(sizeOf(shape)), draw), shape);
  }

  /**
   * Whole numbers in [low, high), or [0, low) without `high`; with `endpoint: true` the end may be drawn too. int32, or
   * uint8 or bool by `dtype`.
   *
   * @throws RangeError when the range is empty, DTypeError when the dtype cannot hold it
   *
   * @example
   * ```ts
   * np.random.defaultRng(0).integers(0, 10, 5).toArray(); // [8, 6, 5, 2, 3]
   * np.random.defaultRng(0).integers(1, 6, [2, 2], { endpoint: true }).shape; // [2, 2]
   * ```
   */
  integers(low: number, high?: number | null, size?: null, options?: IntegerOptions): number;
  integers(low: number, high: number | null, size: number | Shape, options?: IntegerOptions): Tensor;
  integers(
    low: number,
    high: number | null = null,
    size?: Size,
    options: IntegerOptions = {},
  ): number | Tensor {
    return makeIntegers(this.source, low, high, sizeToShape("integers", size), options);
  }

  /**
   * Uniform in [low, high): a number, or a tensor of shape `size`.
   *
   * @throws RangeError when a bound is not finite, or high is below low
   *
   * @example
   * ```ts
   * np.random.defaultRng(0).uniform(-1, 1); // 0.2739233746429086
   * ```
   */
  uniform(low?: number, high?: number, size?: null): number;
  uniform(low: number, high: number, size: number | Shape): Tensor;
  uniform(low = 0, high = 1, size?: Size): number | Tensor {
    const range = rangeOf("uniform", low, high);
    if (range < 0) throw new RangeError(`uniform: high must not be below low, got [${low}, ${high})`);
    return fill(sizeToShape("uniform", size), () => low + range * this.source.nextDouble());
  }

  /**
   * Normal with mean `loc` and standard deviation `scale`: a number, or a tensor of shape `size`.
   *
   * @throws RangeError when `scale` is negative
   *
   * @example
   * ```ts
   * np.random.defaultRng(0).normal(5, 2); // 5.2514604421867865
   * ```
   */
  normal(loc?: number, scale?: number, size?: null): number;
  normal(loc: number, scale: number, size: number | Shape): Tensor;
  normal(loc = 0, scale = 1, size?: Size): number | Tensor {
    checkFinite("normal", { loc, scale });
    if (scale < 0) throw new RangeError(`normal: scale must not be negative, got ${scale}`);
    return fill(sizeToShape("normal", size), () => loc + scale * drawGaussian(this.source));
  }

  /**
   * Normal with mean 0 and standard deviation 1: a number, or a tensor of shape `size`.
   *
   * @example
   * ```ts
   * np.random.defaultRng(0).standardNormal(2).toArray(); // [0.1257302210933933, -0.1321048632913019]
   * ```
   */
  standardNormal(size?: null): number;
  standardNormal(size: number | Shape): Tensor;
  standardNormal(size?: Size): number | Tensor {
    return fill(sizeToShape("standardNormal", size), () => drawGaussian(this.source));
  }

  /**
   * Draws slices of a tensor along `axis`, or of 0..items-1, each as likely as its `p`; with `replace: false` each at
   * most once, and with `shuffle: false` then in no random order, which is faster.
   *
   * @throws RangeError when probabilities are negative or do not sum to 1, or when too few items are left
   *
   * @example
   * ```ts
   * np.random.defaultRng(0).choice(10, 3).toArray(); // [8, 6, 5]
   * np.random.defaultRng(0).choice([[1, 2], [3, 4]], 1, { axis: 1 }).shape; // [2, 1]
   * ```
   */
  choice(items: TensorLike, size?: null, options?: ChoiceOptions): number;
  choice(
    items: TensorLike,
    size: number | Shape,
    options?: ChoiceOptions & AxisOption & { readonly shuffle?: boolean },
  ): Tensor;
  choice(
    items: TensorLike,
    size: Size = null,
    options: ChoiceOptions & AxisOption & { readonly shuffle?: boolean } = {},
  ): number | Tensor {
    checkOptions("choice", options, ["replace", "p", "axis", "shuffle"]);
    const { axis = 0, shuffle = true } = options;
    const drawing = {
      uniform: () => this.source.nextDouble(),
      places: (population: number, count: number) =>
        fillArray(new Int32Array(count), () => drawMultiplied(this.source, population - 1)),
      distinct: (population: number, count: number) => this.drawDistinct(population, count, shuffle),
    };
    return choose(items, sizeToShape("choice", size), options, drawing, axis);
  }

  /** Many of many: the end of a shuffle that stops early. Else a set (R. W. Floyd's algorithm). */
  private drawDistinct(population: number, count: number, shuffle: boolean): Int32Array {
    if (population > 10000 && count > Math.floor(population / (shuffle ? 50 : 20))) {
      const all = Int32Array.from({ length: population }, (_, i) => i);
      shuffleList(this.source, all, drawMultiplied, Math.max(population - count, 1));
      return all.slice(population - count);
    }
    const found = new Set<number>();
    for (let last = population - count; last < population; last++) {
      const place = drawMultiplied(this.source, last);
      found.add(found.has(place) ? last : place);
    }
    const places = Int32Array.from(found);
    if (shuffle) shuffleList(this.source, places, drawMultiplied);
    return places;
  }

  /**
   * Puts the slices of a tensor along `axis`, or the items of a list, into random order, in place.
   *
   * @example
   * ```ts
   * const list = [1, 2, 3, 4];
   * np.random.defaultRng(0).shuffle(list);
   * list; // [3, 1, 2, 4]
   * ```
   */
  shuffle(items: Tensor | unknown[], options: AxisOption = {}): void {
    checkOptions("shuffle", options, ["axis"]);
    shuffleInPlace(this.source, items, options.axis ?? 0);
  }

  /**
   * 0..items-1 in random order (int32), or a copy of a tensor with its slices along `axis` in random order.
   *
   * @example
   * ```ts
   * np.random.defaultRng(0).permutation(5).toArray(); // [2, 4, 3, 0, 1]
   * ```
   */
  permutation(items: number | TensorLike, options: AxisOption = {}): Tensor {
    checkOptions("permutation", options, ["axis"]);
    return permute(this.source, items, options.axis ?? 0);
  }

  /**
   * A copy in which each line along `axis` is shuffled on its own; without `axis` all elements together.
   *
   * @example
   * ```ts
   * np.random.defaultRng(0).permuted([[1, 2, 3], [4, 5, 6]], { axis: 1 }).shape; // [2, 3]
   * ```
   */
  permuted(a: TensorLike, options: { readonly axis?: number | null } = {}): Tensor {
    checkOptions("permuted", options, ["axis"]);
    const t = a instanceof Tensor ? a : asName("permuted", () => array(a));
    const { axis = null } = options;
    return permuteEach(this.source, t, axis === null ? null : resolveAxis("permuted", axis, t.shape));
  }
}

/**
 * A stream of random numbers: NumPy's `default_rng`, bit for bit (PCG64), better than the older `np.random.seed`.
 *
 * @param seed - a whole number from 0 (a bigint beyond 2^53) or a list of them; without it another stream each time
 *
 * @example
 * ```ts
 * const rng = np.random.defaultRng(42);
 * rng.integers(0, 10, 3).toArray(); // [0, 7, 6]
 * ```
 */
export function defaultRng(seed: Seed | null = null): Generator {
  return new Generator(seed ?? freshSeed());
}
