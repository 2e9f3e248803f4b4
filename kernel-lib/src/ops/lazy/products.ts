/**
 * Products that wait. Small ones always; else those whose result is no smaller than its operands: waiting keeps less memory than
 * the result would, and a product that nobody reads (the gradient of the input, in a training step) costs nothing; and those of
 * a large matrix and a column, unless they are small, for the sake of sweeps.ts.
 */
import { makeResultStorage } from "../../core/memory.js";
import { type Recipe, Storage, Values } from "../../core/storage.js";
import { Tensor } from "../../core/tensor.js";
import type { Matrix, Workspace } from "../../engines/engine.js";
import { engine } from "../../engines/index.js";
import { maySnapshot } from "./operand.js";
import { isSmall, makeSmall, placeOf, shouldWait, type Task } from "./small.js";

/** Results smaller than this are computed at once, when their operands do not wait. */
const fewest = 64;

/** A matrix of so many elements, 2 MiB, is read from far away each time. */
const far = 262144;

/** A matrix of values that are counted on. */
export interface Factor {
  readonly values: Values;
  readonly offset: number;
  readonly rowStride: number;
  readonly columnStride: number;
}

export function factorOf({ memory, offset, steps }: Tensor): Factor {
  return { values: memory.values, offset, rowStride: steps[0], columnStride: steps[1] };
}

class SmallProduct implements Task {
  readonly m: number;
  readonly k: number;
  readonly a: Factor;
  readonly b: Factor;

  constructor(m: number, k: number, a: Factor, b: Factor) {
    this.m = m;
    this.k = k;
    this.a = a;
    this.b = b;
  }

  computeAt(out: number, size: number, { memory }: Workspace): void {
    const { m, k } = this;
    const [a, b] = [matrixAt(this.a, memory), matrixAt(this.b, memory)];
    engine().matmul(m, k, size / m, memory, out, a, b);
  }
}

/** A factor is likely to be read again: for the gradient of the other one. */
function matrixAt({ values, offset, rowStride, columnStride }: Factor, data: Float64Array): Matrix {
  return { data, offset: placeOf(values, true) + offset, rowStride, columnStride };
}

export class Product implements Recipe {
  readonly m: number;
  readonly k: number;
  readonly n: number;
  readonly a: Factor;
  readonly b: Factor;

  constructor(m: number, k: number, n: number, a: Factor, b: Factor) {
    for (const { values } of [a, b]) {
      values.read(); // so that recipes never lean on long lines of others
      values.readers += 1;
    }
    this.m = m;
    this.k = k;
    this.n = n;
    this.a = a;
    this.b = b;
  }

  compute(): Float64Array {
    const out = makeResultStorage("float64", this.m * this.n) as Float64Array;
    engine().matmul(this.m, this.k, this.n, out, 0, taken(this.a), taken(this.b));
    return out;
  }
}

/** For the engine, once. */
export function taken({ values, offset, rowStride, columnStride }: Factor): Matrix {
  values.readers -= 1;
  return { data: values.read(), offset, rowStride, columnStride };
}

/** The product of two matrices that fit, or undefined when it should not wait. */
export function waitingProduct(a: Tensor, b: Tensor): Tensor | undefined {
  if (a.dtype !== "float64" || !maySnapshot(a) || !maySnapshot(b)) return undefined;
  const [m, k, n] = [a.lengths[0], a.lengths[1], b.lengths[1]];
  const size = m * n;
  const [x, y] = [factorOf(a), factorOf(b)];
  const small = isSmall(x.values.size) && isSmall(y.values.size) && isSmall(size);
  const waits = small
    ? shouldWait(size, x.values, y.values)
    : size >= fewest && (size >= a.size + b.size || (n === 1 && !isSmall(size) && a.size >= far));
  if (!waits) return undefined;
  const recipe = small
    ? makeSmall(new SmallProduct(m, k, x, y), size, k, x.values, y.values)
    : new Product(m, k, n, x, y);
  const shape = [m, n];
  const values = new Values(size, undefined, recipe);
  return new Tensor(new Storage(values), "float64", shape, [n, 1]);
}
