/**
 * NumPy's legacy RandomState: the same seed gives the same numbers, integers and uniforms bit for bit,
 * gaussians but for the last bit of a logarithm.
 */
import { DTypeError, ShapeError } from "../core/errors.js";
import type { Shape } from "../core/shape.js";
import { sizeOf, toShape } from "../core/shape.js";
import type { TensorLike } from "../core/tensor.js";
import { Tensor } from "../core/tensor.js";
import { describeValue } from "../core/words.js";
import { adopt } from "../ops/convert.js";
import { array } from "../ops/creation.js";
import { take } from "../ops/indexing.js";
import { MersenneTwister } from "./mt19937.js";

/** A seed when none is given. */
function freshSeed(): number {
  return Math.floor(Math.random() * 4294967296);
}

export class RandomState {
  private generator: MersenneTwister;
  private spareGaussian: number | null = null;

  /** A stream of its own: `new np.random.RandomState(1)`; another one each time without a seed. */
  constructor(seed: number = freshSeed()) {
    this.generator = makeGenerator(seed);
  }

  /** Starts the stream again from `seed`, a whole number from 0 to 2^32 - 1. */
  seed(seed: number = freshSeed()): void {
    this.generator = makeGenerator(seed);
    this.spareGaussian = null;
  }

  /** Uniform in [0, 1): a number, or a tensor of the lengths given: `rand(2, 3)`. */
  rand(): number;
  rand(...shape: [number | Shape, ...number[]]): Tensor;
  rand(...shape: (number | Shape)[]): number | Tensor {
    return fill(lengthsOf("rand", shape), () => this.generator.nextDouble());
  }

  /** Standard normal: a number, or a tensor of the lengths given: `randn(4, 2)`. */
  randn(): number;
  randn(...shape: [number | Shape, ...number[]]): Tensor;
  randn(...shape: (number | Shape)[]): number | Tensor {
    return fill(lengthsOf("randn", shape), () => this.gaussian());
  }

  /** Uniform in [low, high). */
  uniform(low?: number, high?: number): number;
  uniform(low: number, high: number, size: number | Shape): Tensor;
  uniform(low = 0, high = 1, size?: number | Shape): number | Tensor {
    const range = high - low;
    if (!Number.isFinite(range))
      throw new RangeError(`uniform: the range must be finite, got ${low}..${high}`);
    return fill(sizeToShape("uniform", size), () => low + range * this.generator.nextDouble());
  }

  /** Normal with mean `loc` and standard deviation `scale`. */
  normal(loc?: number, scale?: number): number;
  normal(loc: number, scale: number, size: number | Shape): Tensor;
  normal(loc = 0, scale = 1, size?: number | Shape): number | Tensor {
    if (!(scale >= 0)) throw new RangeError(`normal: scale must not be negative, got ${scale}`);
    return fill(sizeToShape("normal", size), () => loc + scale * this.gaussian());
  }

  /** Whole numbers in [low, high), or [0, low) without `high`; int32. */
  randint(low: number, high?: number | null): number;
  randint(low: number, high: number | null, size: number | Shape): Tensor;
  randint(low: number, high: number | null = null, size?: number | Shape): number | Tensor {
    const [first, end] = high === null ? [0, low] : [low, high];
    checkIntegerRange(first, end);
    const shape = sizeToShape("randint", size);
    const draw = (): number => first + this.generator.nextBelow(end - 1 - first);
    if (shape === null) return draw();
    return adopt(Int32Array.from({ length: sizeOf(shape) }, draw), shape);
  }

  /** Puts the rows of a tensor, or the items of a list, into random order, in place. */
  shuffle(items: Tensor | unknown[]): void {
    if (items instanceof Tensor) {
      items.assign(take(items, this.order(items.length), { axis: 0 }));
    } else if (Array.isArray(items)) {
      const shuffled = this.order(items.length).map((place) => items[place]);
      items.splice(0, items.length, ...shuffled);
    } else {
      throw new TypeError(`shuffle: a tensor or a list is needed, got ${describeValue(items)}`);
    }
  }

  /** 0..n-1 in random order (int32), or a copy of a tensor with its rows in random order. */
  permutation(items: number | TensorLike): Tensor {
    if (typeof items !== "number") {
      const t = array(items);
      return take(t, this.order(t.length), { axis: 0 });
    }
    const [n] = toShape("permutation", items);
    return adopt(Int32Array.from(this.order(n)), [n]);
  }

  /** Fisher and Yates, from the end, as NumPy does it. */
  private order(n: number): number[] {
    const places = Array.from({ length: n }, (_, i) => i);
    for (let i = n - 1; i > 0; i--) {
      const j = this.generator.nextBelow(i);
      [places[i], places[j]] = [places[j], places[i]];
    }
    return places;
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
      const factor = Math.sqrt((-2 * Math.log(r2)) / r2);
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
    throw new TypeError(`randint: whole numbers are needed, got ${first} and ${end}`);
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

function sizeToShape(name: string, size: number | Shape | undefined): number[] | null {
  return size === undefined ? null : toShape(name, size);
}

function fill(shape: number[] | null, draw: () => number): number | Tensor {
  if (shape === null) return draw();
  return adopt(Float64Array.from({ length: sizeOf(shape) }, draw), shape);
}
