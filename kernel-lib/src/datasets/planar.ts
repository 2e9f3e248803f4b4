/**
 * Points in the plane with two or more classes: the first course's flower, and four of scikit-learn's generators.
 * A seed gives the same points as NumPy's RandomState with that seed gives there. Examples stand in columns.
 */
import { asName, DataError } from "../core/errors.js";
import type { Tensor } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { array } from "../ops/creation.js";
import { linspace } from "../ops/ranges.js";
import { RandomState } from "../random/random-state.js";

/** Points and their classes. */
export interface PlanarSet {
  /** The points, float64, shape (2, m). */
  readonly X: Tensor;
  /** Their classes 0, 1, …, float64, shape (1, m). */
  readonly Y: Tensor;
}

/** How many points, and from which seed. */
export interface FlowerOptions {
  /** How many points; 400 by default. An odd number is rounded down to an even one. */
  m?: number;
  /** Seed of the random numbers; 1 by default. */
  seed?: number;
}

/** How many points, how far they are scattered, and from which seed. */
export interface NoisyOptions {
  /** How many points; 200 by default. */
  m?: number;
  /** Standard deviation of what is added to each coordinate. */
  noise?: number;
  /** Seed of the random numbers; 1 by default. */
  seed?: number;
}

/** What `makeCircles` takes: also how large the inner circle is. */
export interface CirclesOptions extends NoisyOptions {
  /** Radius of the inner circle; the outer one has 1. 0.5 by default. */
  factor?: number;
}

/** What `makeBlobs` takes. */
export interface BlobsOptions {
  /** How many points; 200 by default. */
  m?: number;
  /** How many blobs; 6 by default. */
  centers?: number;
  /** Standard deviation of a blob; 1 by default. */
  std?: number;
  /** Blob number k gets class k modulo this; 2 by default. */
  classes?: number;
  /** Seed of the random numbers; 5 by default. */
  seed?: number;
}

/** What `makeGaussianQuantiles` takes. */
export interface QuantilesOptions {
  /** How many points; 200 by default. */
  m?: number;
  /** Variance of each coordinate; 0.5 by default. */
  cov?: number;
  /** How many rings of equally many points; 2 by default. */
  classes?: number;
  /** Seed of the random numbers; 1 by default. */
  seed?: number;
}

type Point = readonly [number, number];

/**
 * A flower with petals of two classes: r = 4 sin 4t with noise in the angle and in the radius.
 * The points of class 0 come first, then those of class 1.
 *
 * @returns X (2, 400) and Y (1, 400) by default; each coordinate within about -4.5..4.5
 *
 * @example
 * ```ts
 * const { X, Y } = np.datasets.makeFlower(); // the course's planar data
 * np.plot.scatter(X.at(0), X.at(1), { labels: Y }).show();
 * ```
 */
export function makeFlower(options: FlowerOptions = {}): PlanarSet {
  checkOptions("makeFlower", options, ["m", "seed"]);
  const { m = 400, seed = 1 } = options;
  const half = Math.floor(checkCount("makeFlower", "m", m, 2) / 2);
  const random = streamOf("makeFlower", seed);
  const points: Point[] = [];
  for (const label of [0, 1]) {
    const angles = numbers(linspace(label * 3.12, (label + 1) * 3.12, half));
    const t = numbers(random.randn(half)).map((noise, i) => angles[i] + noise * 0.2);
    const r = numbers(random.randn(half)).map((noise, i) => 4 * Math.sin(4 * t[i]) + noise * 0.2);
    for (let i = 0; i < half; i++) points.push([r[i] * Math.sin(t[i]), r[i] * Math.cos(t[i])]);
  }
  return toSet(
    points,
    points.map((_, i) => (i < half ? 0 : 1)),
  );
}

/**
 * A circle (class 0) around a smaller one (class 1): scikit-learn's `make_circles`, shuffled.
 *
 * @example
 * ```ts
 * const { X, Y } = np.datasets.makeCircles({ m: 200, noise: 0.3, factor: 0.5, seed: 1 });
 * ```
 */
export function makeCircles(options: CirclesOptions = {}): PlanarSet {
  checkOptions("makeCircles", options, ["m", "noise", "factor", "seed"]);
  const { m = 200, noise = 0.3, factor = 0.5, seed = 1 } = options;
  const outer = Math.floor(checkCount("makeCircles", "m", m, 2) / 2);
  checkNotNegative("makeCircles", "noise", noise);
  checkNotNegative("makeCircles", "factor", factor);
  const circle = (n: number, radius: number): Point[] =>
    Array.from({ length: n }, (_, i) => {
      const t = i * ((2 * Math.PI) / n);
      return [Math.cos(t) * radius, Math.sin(t) * radius];
    });
  const random = streamOf("makeCircles", seed);
  return scatterAround([circle(outer, 1), circle(m - outer, factor)], noise, random);
}

/**
 * Two half circles that interlock: scikit-learn's `make_moons`, shuffled.
 *
 * @example
 * ```ts
 * const { X, Y } = np.datasets.makeMoons({ m: 200, noise: 0.2, seed: 1 });
 * ```
 */
export function makeMoons(options: NoisyOptions = {}): PlanarSet {
  checkOptions("makeMoons", options, ["m", "noise", "seed"]);
  const { m = 200, noise = 0.2, seed = 1 } = options;
  const outer = Math.floor(checkCount("makeMoons", "m", m, 2) / 2);
  checkNotNegative("makeMoons", "noise", noise);
  const upper = numbers(linspace(0, Math.PI, outer)).map((t): Point => [Math.cos(t), Math.sin(t)]);
  const lower = numbers(linspace(0, Math.PI, m - outer)).map(
    (t): Point => [1 - Math.cos(t), 1 - Math.sin(t) - 0.5],
  );
  return scatterAround([upper, lower], noise, streamOf("makeMoons", seed));
}

/**
 * Round clouds about random centres in -10..10: scikit-learn's `make_blobs`, shuffled, with the number of the blob
 * taken modulo `classes`, as the course does.
 *
 * @example
 * ```ts
 * const { X, Y } = np.datasets.makeBlobs({ m: 200, centers: 6, classes: 2, seed: 5 });
 * ```
 */
export function makeBlobs(options: BlobsOptions = {}): PlanarSet {
  checkOptions("makeBlobs", options, ["m", "centers", "std", "classes", "seed"]);
  const { m = 200, centers = 6, std = 1, classes = 2, seed = 5 } = options;
  checkCount("makeBlobs", "centers", centers, 1);
  checkCount("makeBlobs", "m", m, centers);
  checkCount("makeBlobs", "classes", classes, 1);
  checkNotNegative("makeBlobs", "std", std);
  const random = streamOf("makeBlobs", seed);
  const middles = pairs(random.uniform(-10, 10, [centers, 2]));
  const blobs = middles.map(([x, y], k) => {
    const n = Math.floor(m / centers) + (k < m % centers ? 1 : 0);
    return pairs(random.randn(n, 2)).map(([dx, dy]): Point => [x + std * dx, y + std * dy]);
  });
  const labels = blobs.flatMap((blob, k) => blob.map(() => k % classes));
  return shuffled(blobs.flat(), labels, random);
}

/**
 * A gaussian cloud cut into rings of equally many points, the innermost class 0: scikit-learn's
 * `make_gaussian_quantiles`, shuffled.
 *
 * @example
 * ```ts
 * const { X, Y } = np.datasets.makeGaussianQuantiles({ m: 200, cov: 0.5, classes: 2, seed: 1 });
 * ```
 */
export function makeGaussianQuantiles(options: QuantilesOptions = {}): PlanarSet {
  checkOptions("makeGaussianQuantiles", options, ["m", "cov", "classes", "seed"]);
  const { m = 200, cov = 0.5, classes = 2, seed = 1 } = options;
  checkCount("makeGaussianQuantiles", "classes", classes, 1);
  checkCount("makeGaussianQuantiles", "m", m, classes);
  checkNotNegative("makeGaussianQuantiles", "cov", cov);
  const random = streamOf("makeGaussianQuantiles", seed);
  const cloud = pairs(random.randn(m, 2)).map(([x, y]): Point => [x * Math.sqrt(cov), y * Math.sqrt(cov)]);
  cloud.sort(([a, b], [c, d]) => a * a + b * b - (c * c + d * d));
  const labels = cloud.map((_, i) => Math.min(classes - 1, Math.floor(i / Math.floor(m / classes))));
  return shuffled(cloud, labels, random);
}

/** Shuffles the shapes, one class each, and only then adds the noise: scikit-learn's order. */
function scatterAround(shapes: readonly Point[][], noise: number, random: RandomState): PlanarSet {
  const points = shapes.flat();
  const order = numbers(random.permutation(points.length));
  const labels = shapes.flatMap((shape, label) => shape.map(() => label));
  const steps = pairs(random.randn(points.length, 2));
  const moved = order.map((from, i): Point => {
    return [points[from][0] + noise * steps[i][0], points[from][1] + noise * steps[i][1]];
  });
  return toSet(
    moved,
    order.map((from) => labels[from]),
  );
}

function shuffled(points: readonly Point[], labels: readonly number[], random: RandomState): PlanarSet {
  const order = numbers(random.permutation(points.length));
  return toSet(
    order.map((i) => points[i]),
    order.map((i) => labels[i]),
  );
}

function toSet(points: readonly Point[], labels: readonly number[]): PlanarSet {
  const X = array([points.map(([x]) => x), points.map(([, y]) => y)], { dtype: "float64" }); // (2, m)
  return { X, Y: array([[...labels]], { dtype: "float64" }) }; // (1, m)
}

function numbers(t: Tensor): number[] {
  return t.toArray() as number[];
}

function pairs(t: Tensor): Point[] {
  return t.toArray() as unknown as Point[];
}

/** More points are surely a mistake, and would take long. */
const mostPoints = 10_000_000;

function checkCount(name: string, option: string, value: number, least: number): number {
  if (Number.isInteger(value) && value >= least && value <= mostPoints) return value;
  const rule = `${option} must be a whole number from ${least} to ${mostPoints}`;
  throw new DataError(`${name}: ${rule}, got ${describeValue(value)}`);
}

function streamOf(name: string, seed: number): RandomState {
  return asName(name, () => new RandomState(seed));
}

function checkNotNegative(name: string, option: string, value: number): void {
  if (Number.isFinite(value) && value >= 0) return;
  throw new DataError(`${name}: ${option} must not be negative, got ${describeValue(value)}`);
}
