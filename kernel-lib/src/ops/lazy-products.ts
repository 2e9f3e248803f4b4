/**
 * Products that wait. Only those whose result is no smaller than its operands: waiting keeps less memory than the result
 * would, and a product that nobody reads (the gradient of the input, in a training step) costs nothing.
 */
import { makeResultStorage } from "../core/memory.js";
import { type Recipe, Storage, Values } from "../core/storage.js";
import { contiguousStrides } from "../core/strides.js";
import { Tensor } from "../core/tensor.js";
import type { Matrix } from "../engines/engine.js";
import { engine } from "../engines/index.js";
import { fewest, maySnapshot } from "./lazy.js";

/** A matrix of values that are counted on. */
class Factor {
  readonly values: Values;
  readonly offset: number;
  readonly rowStride: number;
  readonly columnStride: number;

  constructor(t: Tensor) {
    this.values = t.memory.values;
    this.offset = t.offset;
    this.rowStride = t.strides[0];
    this.columnStride = t.strides[1];
    this.values.read(); // so that recipes never lean on long lines of others
    this.values.readers += 1;
  }

  /** For the engine, once. */
  take(): Matrix {
    this.values.readers -= 1;
    const { values, offset, rowStride, columnStride } = this;
    return { data: values.read(), offset, rowStride, columnStride };
  }
}

class Product implements Recipe {
  readonly m: number;
  readonly k: number;
  readonly n: number;
  readonly a: Factor;
  readonly b: Factor;

  constructor(a: Tensor, b: Tensor) {
    this.m = a.shape[0];
    this.k = a.shape[1];
    this.n = b.shape[1];
    this.a = new Factor(a);
    this.b = new Factor(b);
  }

  compute(): Float64Array {
    const out = makeResultStorage("float64", this.m * this.n) as Float64Array;
    engine().matmul(this.m, this.k, this.n, out, 0, this.a.take(), this.b.take());
    return out;
  }
}

/** The product of two matrices that fit, or undefined when it should not wait. */
export function waitingProduct(a: Tensor, b: Tensor): Tensor | undefined {
  const size = a.shape[0] * b.shape[1];
  if (a.dtype !== "float64" || size < fewest || size < a.size + b.size || !maySnapshot(a) || !maySnapshot(b))
    return undefined;
  const shape = Object.freeze([a.shape[0], b.shape[1]]);
  const values = new Values(size, undefined, new Product(a, b));
  return new Tensor(new Storage(values), "float64", shape, Object.freeze(contiguousStrides(shape)));
}
