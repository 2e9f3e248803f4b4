/**
 * NumPy's legacy RandomState: the same seed gives the same numbers bit for bit, gaussians as on Linux.
 */
import { DTypeError, ShapeError } from "../core/errors.js";
import type { Shape } from "../core/shape.js";
import { sizeOf, toShape } from "../core/shape.js";
import type { Tensor, TensorLike } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { adopt } from "../ops/convert.js";
import { drawMasked } from "./bits.js";
import { type ChoiceOptions, choose } from "./choice.js";
import { checkFinite, fill, fillArray, rangeOf, type Size, sizeToShape } from "./fill.js";
import { log } from "./log.js";
import { MersenneTwister } from "./mt19937.js";
import { freshSeed } from "./seed-sequence.js";
import { permute, shuffledPlaces, shuffleInPlace } from "./shuffle.js";

/**
 * NumPy's older stream of random numbers (MT19937), bit for bit, as the course's published numbers need it.
 *
 * @example
 * ```ts
 * const rs = new np.RandomState(1);
 * rs.randn(2).toArray(); // [1.6243453636632417, -0.6117564136500754]
 * ```
 */
export class RandomState {
  private generator: MersenneTwister;
  private spareGaussian: number | null = null;

  /** A stream of its own: `new np.random.RandomState(1)`; another one each time without a seed. */
  constructor(seed: number = freshSeed()) {
    this.generator = makeGenerator(seed);
  }

  /**
   * Starts the stream again from `seed`, a whole number from 0 to 2^32 - 1.
   *
   * @throws RangeError when the seed is none
   *
   * @example
   * ```ts
   * np.random.seed(3);
   * np.random.rand(2).toArray(); // [0.5507979025745755, 0.7081478226181048]
   * ```
   */
  seed(seed: number = freshSeed()): void {
    this.generator = makeGenerator(seed);
    this.spareGaussian = null;
  }

  /**
   * Uniform in [0, 1): a number, or a tensor of the lengths given: `rand(2, 3)`.
   *
   * @example
   * ```ts
   * np.random.seed(1);
   * np.random.rand(); // 0.417022004702574
   * np.random.rand(2, 3).shape; // [2, 3]
   * ```
   */
  rand(): number;
  rand(...shape: [number | Shape, ...number[]]): Tensor;
  rand(...shape: (number | Shape)[]): number | Tensor {
    return fill(lengthsOf("rand", shape), () => this.generator.nextDouble());
  }

  /**
   * Standard normal: a number, or a tensor of the lengths given: `randn(4, 2)`.
   *
   * @example
   * ```ts
   * np.random.seed(1);
   * const W1 = np.multiply(np.random.randn(4, 2), 0.01); // (4, 2)
   * W1.get(0, 0); // 0.01624345363663242
   * ```
   */
  randn(): number;
  randn(...shape: [number | Shape, ...number[]]): Tensor;
  randn(...shape: (number | Shape)[]): number | Tensor {
    return fill(lengthsOf("randn", shape), () => this.gaussian());
  }

  /**
   * Uniform in [0, 1): a number, or a tensor of shape `size`. The same stream as {@link rand}.
   *
   * @example
   * ```ts
   * new np.RandomState(1).random([1, 2]).toArray(); // [[0.417022004702574, 0.7203244934421581]]
   * ```
   */
  random(size?: null): number;
  random(size: number | Shape): Tensor;
  random(size?: Size): number | Tensor {
    return fill(sizeToShape("random", size), () => this.generator.nextDouble());
  }

  /**
   * Standard normal: a number, or a tensor of shape `size`. The same stream as {@link randn}.
   *
   * @example
   * ```ts
   * new np.RandomState(1).standardNormal(1).toArray(); // [1.6243453636632417]
   * ```
   */
  standardNormal(size?: null): number;
  standardNormal(size: number | Shape): Tensor;
  standardNormal(size?: Size): number | Tensor {
    return fill(sizeToShape("standardNormal", size), () => this.gaussian());
  }

  /**
   * Uniform in [low, high).
   *
   * @throws RangeError when a bound is not finite
   *
   * @example
   * ```ts
   * new np.RandomState(1).uniform(-1, 1, 2).toArray(); // [-0.165955990594852, 0.4406489868843162]
   * ```
   */
  uniform(low?: number, high?: number, size?: null): number;
  uniform(low: number, high: number, size: number | Shape): Tensor;
  uniform(low = 0, high = 1, size?: Size): number | Tensor {
    const range = rangeOf("uniform", low, high);
    return fill(sizeToShape("uniform", size), () => low + range * this.generator.nextDouble());
  }

  /**
   * Normal with mean `loc` and standard deviation `scale`.
   *
   * @throws RangeError when `scale` is negative
   *
   * @example
   * ```ts
   * new np.RandomState(1).normal(10, 2, 1).toArray(); // [13.248690727326483]
   * ```
   */
  normal(loc?: number, scale?: number, size?: null): number;
  normal(loc: number, scale: number, size: number | Shape): Tensor;
  normal(loc = 0, scale = 1, size?: Size): number | Tensor {
    checkFinite("normal", { loc, scale });
    if (scale < 0) throw new RangeError(`normal: scale must not be negative, got ${scale}`);
    return fill(sizeToShape("normal", size), () => loc + scale * this.gaussian());
  }

  /**
   * Whole numbers in [low, high), or [0, low) without `high`; int32.
   *
   * @throws RangeError when the range is empty
   *
   * @example
   * ```ts
   * new np.RandomState(0).randint(0, 10, 3).toArray(); // [5, 0, 3]
   * ```
   */
  randint(low: number, high?: number | null, size?: null): number;
  randint(low: number, high: number | null, size: number | Shape): Tensor;
  randint(low: number, high: number | null = null, size?: Size): number | Tensor {
    const [first, end] = high === null ? [0, low] : [low, high];
    checkIntegerRange(first, end);
    const shape = sizeToShape("randint", size);
    const draw = (): number => first + drawMasked(this.generator, end - 1 - first);
    if (shape === null) return draw();
    return adopt(fillArray(new Int32Array(sizeOf(shape)), draw), shape);
  }

  /**
   * Draws items of a list, or of 0..items-1, each as likely as its `p`; with `replace: false` each at most once.
   *
   * @param items - one axis of items, or how many whole numbers
   * @param size - how many to draw; a plain number without it
   * @throws RangeError when probabilities are negative or do not sum to 1, or when too few items are left
   *
   * @example
   * ```ts
   * new np.RandomState(0).choice(10, 3).toArray(); // [5, 0, 3]
   * ```
   */
  choice(items: TensorLike, size?: null, options?: ChoiceOptions): number;
  choice(items: TensorLike, size: number | Shape, options?: ChoiceOptions): Tensor;
  choice(items: TensorLike, size: Size = null, options: ChoiceOptions = {}): number | Tensor {
    checkOptions("choice", options, ["replace", "p"]);
    return choose(items, sizeToShape("choice", size), options, {
      uniform: () => this.generator.nextDouble(),
      places: (population, count) =>
        fillArray(new Int32Array(count), () => drawMasked(this.generator, population - 1)),
      distinct: (population, count) => shuffledPlaces(this.generator, population).slice(0, count),
    });
  }

  /**
   * Puts the rows of a tensor, or the items of a list, into random order, in place.
   *
   * @example
   * ```ts
   * const rows = np.array([[1, 2], [3, 4], [5, 6]]);
   * new np.RandomState(0).shuffle(rows);
   * rows.toArray(); // [[5, 6], [3, 4], [1, 2]]
   * ```
   */
  shuffle(items: Tensor | unknown[]): void {
    shuffleInPlace(this.generator, items, 0);
  }

  /**
   * 0..items-1 in random order (int32), or a copy of a tensor with its rows in random order.
   *
   * @example
   * ```ts
   * new np.RandomState(1).permutation(5).toArray(); // [2, 1, 4, 0, 3]
   * ```
   */
  permutation(items: number | TensorLike): Tensor {
    return permute(this.generator, items, 0);
  }

  /** Marsaglia's polar method gives two gaussians at a time; the second is kept for the next call. */
  private gaussian(): number {
    if (this.spareGaussian !== null) {
      const spare = this.spareGaussian;
      this.spareGaussian = null;
      return spare;
    }
    for (;;) {
      const x = 2 * this.generator.nextDouble() - 1;
      const y = 2 * this.generator.nextDouble() - 1;
      const r2 = x * x + y * y;
      if (r2 >= 1 || r2 === 0) continue;
      const factor = Math.sqrt((-2 * log(r2)) / r2);
      this.spareGaussian = factor * x;
      return factor * y;
    }
  }
}

function makeGenerator(seed: number): MersenneTwister {
  if (Number.isInteger(seed) && seed >= 0 && seed <= 0xffffffff) return new MersenneTwister(seed);
  throw new RangeError(`seed: a whole number from 0 to 4294967295 is needed, got ${describeValue(seed)}`);
}

function checkIntegerRange(first: number, end: number): void {
  if (!Number.isInteger(first) || !Number.isInteger(end)) {
    throw new TypeError(
      `randint: whole numbers are needed, got ${describeValue(first)} and ${describeValue(end)}`,
    );
  }
  if (end <= first) throw new RangeError(`randint: high must be above low, got [${first}, ${end}): empty`);
  if (first >= -2147483648 && end <= 2147483648) return;
  throw new DTypeError(`randint: the numbers must fit int32, got [${first}, ${end})`);
}

/** `rand(2, 3)` and `rand([2, 3])` mean the same; null stands for a plain number. */
function lengthsOf(name: string, shape: readonly (number | Shape)[]): number[] | null {
  if (shape.length === 0) return null;
  if (shape.length === 1) return toShape(name, shape[0]);
  if (shape.every((length) => typeof length === "number")) return toShape(name, shape as number[]);
  throw new ShapeError(
    `${name}: lengths are numbers as in ${name}(2, 3), got a list among ${shape.length} arguments`,
  );
}
