/**
 * What a list of indices chooses of a tensor, in NumPy's order: places in storage, and the axes that slices keep.
 */
import { broadcastShapes } from "../core/broadcast.js";
import { ShapeError } from "../core/errors.js";
import { formatShape, resolveIndex, sameShape } from "../core/shape.js";
import { expandEllipsis, isNewAxis, resolveRange } from "../core/slice.js";
import { contiguousStrides } from "../core/strides.js";
import type { Index } from "../core/tensor.js";
import { Tensor } from "../core/tensor.js";
import { toTensor } from "./convert.js";
import { add, multiply } from "./elementwise.js";
import { nonzero } from "./indexing.js";

/** For each of `places`, counted from where `rest` starts, all elements of `rest`. */
export interface Choice {
  readonly rest: Tensor;
  readonly places: Int32Array;
  /** The lists of places broadcast against each other. */
  readonly shape: number[];
  /** Before which axis of `rest` the axes of `shape` stand. */
  readonly at: number;
}

/** An index whose lists have become tensors. */
type Part = number | string | null | Tensor;

/** What the indices choose, or null when there are only numbers and slices. */
export function choose(name: string, t: Tensor, indices: readonly Index[]): Choice | null {
  const parts = indices.map((one) => toPart(name, one));
  if (!parts.some((part) => part instanceof Tensor)) return null;
  const choosing = new Choosing(name, t);
  for (const part of expandEllipsis(name, t.shape, parts, axesOf)) choosing.take(part);
  return choosing.choice();
}

function toPart(name: string, index: Index): Part {
  if (index === null || index === undefined || typeof index === "number" || typeof index === "string") {
    return index ?? null;
  }
  return toTensor(name, index);
}

/** How many axes an index uses up. */
function axesOf(part: Part): number {
  return part instanceof Tensor && part.dtype === "bool" ? part.ndim : 1;
}

/** A single condition covers no axis: it makes one, of length 1 or 0. */
function atLeastOneAxis(t: Tensor): Tensor {
  return t.ndim > 0 ? t : t.view([1], [0], t.offset);
}

/** Walks the axes and gathers what is kept and what is chosen. */
class Choosing {
  private readonly name: string;
  private readonly t: Tensor;
  private readonly shape: number[] = [];
  private readonly strides: number[] = [];
  /** For each axis that has a list of places, how far in storage they lie. */
  private readonly steps: Tensor[] = [];
  private offset: number;
  private axis = 0;
  private at = -1;
  private last = -1;

  constructor(name: string, t: Tensor) {
    this.name = name;
    this.t = t;
    this.offset = t.offset;
  }

  take(part: Part): void {
    const [length, stride] = [this.t.shape[this.axis], this.t.strides[this.axis] ?? 0];
    if (part instanceof Tensor) this.chooseList(part);
    else if (typeof part === "number") {
      this.offset += resolveIndex(this.name, part, length, this.axis) * stride;
      this.markChosen();
    } else {
      const range = resolveRange(this.name, part, length);
      this.offset += range.start * stride;
      this.shape.push(range.length);
      this.strides.push(range.step * stride);
    }
    this.axis += isNewAxis(part) ? 0 : axesOf(part);
  }

  private chooseList(part: Tensor): void {
    const lists = part.dtype === "bool" ? this.placesWhere(part) : [this.placesIn(part)];
    const strides = axesOf(part) === 0 ? [0] : this.t.strides.slice(this.axis);
    for (const [k, places] of lists.entries()) this.steps.push(multiply(places, strides[k]));
    this.markChosen();
  }

  /** Chosen axes stand where the first one does, in front when something is kept between them. */
  private markChosen(): void {
    if (this.at < 0) this.at = this.shape.length;
    else if (this.last !== this.shape.length) this.at = 0;
    this.last = this.shape.length;
  }

  private placesIn(part: Tensor): Tensor {
    const length = this.t.shape[this.axis];
    const resolve = (place: number): number => resolveIndex(this.name, place, length, this.axis);
    const places = Int32Array.from(part.toTypedArray(), resolve);
    return new Tensor(places, "int32", part.shape, contiguousStrides(part.shape));
  }

  private placesWhere(condition: Tensor): Tensor[] {
    const covered = this.t.shape.slice(this.axis, this.axis + condition.ndim);
    if (sameShape(covered, condition.shape)) return nonzero(atLeastOneAxis(condition));
    const got = `${formatShape(condition.shape)} for ${formatShape(covered)} of ${formatShape(this.t.shape)}`;
    throw new ShapeError(`${this.name}: a condition must have the lengths of its axes, got ${got}`);
  }

  choice(): Choice {
    const shape = broadcastShapes(this.name, ...this.steps.map((one) => one.shape));
    const places = this.steps
      .reduce((sum, one) => add(sum, one))
      .broadcastTo(shape)
      .toTypedArray() as Int32Array;
    return { rest: this.t.view(this.shape, this.strides, this.offset), places, shape, at: this.at };
  }
}
