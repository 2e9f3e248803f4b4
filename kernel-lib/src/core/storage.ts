/**
 * Where the elements of a tensor and its views live, and the little that makes waiting safe: an operation may leave its
 * result to be computed when somebody reads it, as long as the values it reads then are those of now. So values that a
 * waiting result counts on are never overwritten: a write goes to a copy, which the tensor and its views share from then
 * on. What the outside world may write to at any time (`exposed`) is never waited for.
 */
import type { TypedArray } from "./dtype.js";

/** How to compute elements that nobody has read yet; asked once, by the values it makes. */
export interface Recipe {
  compute(values: Values): TypedArray;
}

/** Elements that stay as they are while `readers` recipes count on them; perhaps still to be computed. */
export class Values {
  readers: number;
  /** What is still to be done, if anything. */
  recipe: Recipe | undefined;
  /** Number of elements. */
  readonly size: number;
  /** Where they lie in the engine's workspace, too, as long as `run` says so: see ops/lazy/small.ts. */
  place: number;
  run: number;
  private data: TypedArray | undefined;

  constructor(size: number, data: TypedArray | undefined, recipe: Recipe | undefined) {
    this.readers = 0;
    this.recipe = recipe;
    this.size = size;
    this.place = 0;
    this.run = 0;
    this.data = data;
  }

  /** The elements, computed now at the latest. */
  read(): TypedArray {
    if (this.data === undefined) this.settle((this.recipe as Recipe).compute(this));
    return this.data as TypedArray;
  }

  /** These are the elements that were waited for. */
  settle(data: TypedArray): void {
    this.data = data;
    this.recipe = undefined;
  }
}

/** The values that a tensor and its views show at present. */
export class Storage {
  values: Values;
  exposed: boolean;

  constructor(values: Values) {
    this.values = values;
    this.exposed = false;
  }

  /** For writing at once; nobody keeps what this gives. */
  write(): TypedArray {
    const data = this.values.read();
    if (this.values.readers === 0) {
      this.values.run = 0; // a copy in the workspace will be out of date
      return data;
    }
    this.values = new Values(data.length, data.slice(), undefined);
    return this.values.read();
  }

  /** For reading and writing at any time, in a buffer of its own: small results share one, and buffers can be transferred. */
  expose(): TypedArray {
    const data = this.values.read();
    const shares = !this.exposed && data.byteLength < data.buffer.byteLength;
    if (shares) this.values = new Values(data.length, data.slice(), undefined);
    this.exposed = true;
    return this.write();
  }
}
