/**
 * Small results that wait. When one is read, all that it waits for is computed in one run in the engine's workspace: an
 * operation finds its operands there and leaves its result there, so nothing is copied or allocated on the way. What
 * seems worth it is copied out at its first use; the rest is forgotten and, should it be asked for, computed again, once.
 */
import { makeResultStorage } from "../../core/memory.js";
import type { Recipe, Values } from "../../core/storage.js";
import { type Workspace, workspaceSize } from "../../engines/engine.js";
import { engine } from "../../engines/index.js";

/** Up to so many elements, 64 KiB, are small. */
const most = 8192;

/** Up to so many elements are copied out at next to no cost. */
const few = 64;

/** From so many arithmetic operations for an element on, copying it out is cheaper than computing it again. */
export const dear = 16;

/** Rooms in the workspace, of 1024 places: each recipe takes one at least, so that few enough are computed recursively. */
const roomSize = 1024;
const rooms = workspaceSize / roomSize;

/** Rooms that all recipes so far may take. */
let clock = 0;

/** The run that goes on, and the next free place. */
let desk: Workspace;
let run = 0;
let free = 0;

/** A result to be computed in the workspace, from the values `a` and `b`; numbers count as none. */
export abstract class Small implements Recipe {
  readonly size: number;
  /** The clock before this was made, and before the oldest recipe it leans on: what was made since fits in the workspace. */
  private readonly start: number;
  oldest: number;
  /** Arithmetic operations, with those for operands that are not kept; known after the first use. */
  cost: number;
  private used: boolean;
  private readonly a: Values | undefined;
  private readonly b: Values | undefined;

  constructor(size: number, a: Values | undefined, b: Values | undefined) {
    this.size = size;
    this.cost = 0;
    this.used = false;
    this.a = a;
    this.b = b;
    this.start = clock;
    this.oldest = oldestOf(size, a, b);
    if (a !== undefined) a.readers += 1;
    if (b !== undefined) b.readers += 1;
  }

  /** Leaves the result at the place `out`; returns how many arithmetic operations that takes. */
  protected abstract computeAt(out: number, workspace: Workspace): number;

  compute(): Float64Array {
    desk = engine().workspace();
    run += 1;
    free = desk.start;
    return this.keep(this.place());
  }

  private place(): number {
    const out = take(this.size);
    this.cost = this.computeAt(out, desk) + costOf(this.a) + costOf(this.b);
    return out;
  }

  /** A copy of the result for good, so that the operands are no longer needed. */
  private keep(place: number): Float64Array {
    const out = makeResultStorage("float64", this.size) as Float64Array;
    desk.get(out, place);
    if (this.a !== undefined) this.a.readers -= 1;
    if (this.b !== undefined) this.b.readers -= 1;
    return out;
  }

  /** Looks again how far back this leans: some of what it leans on may be kept by now. */
  lookBack(): void {
    this.oldest = Math.min(lookedBack(this.a, this.start), lookedBack(this.b, this.start));
  }

  /** Computes `values`, whose recipe this is, as part of a run; `again` when they are likely to be read again. */
  placeOf(values: Values, again: boolean): number {
    const place = this.place();
    const isDear = this.cost >= dear * this.size;
    const reasons = Number(again || values.readers > 1) + Number(isDear) + Number(this.size <= few);
    if (this.used || reasons > 1) values.settle(this.keep(place));
    this.used = true;
    return place;
  }
}

function costOf(values: Values | undefined): number {
  return values !== undefined && values.recipe instanceof Small ? values.recipe.cost : 0;
}

/** Where values lie in the workspace; brings them there once a run. `again`: they are likely to be read again. */
export function placeOf(values: Values, again = false): number {
  if (values.run === run) return values.place;
  const { recipe } = values;
  values.place = recipe instanceof Small ? recipe.placeOf(values, again) : put(values);
  values.run = run;
  return values.place;
}

function put(values: Values): number {
  const place = take(values.size);
  desk.put(values.read() as Float64Array, place);
  return place;
}

/** A number as a value of the run. */
export function placeOfNumber(value: number): number {
  const place = take(1);
  desk.putNumber(value, place);
  return place;
}

function take(n: number): number {
  const place = free;
  free += placesFor(n);
  return place;
}

/** Places for n elements, in whole lines of the cache, with the seven behind them that an operation may spoil. */
function placesFor(n: number): number {
  return (n + 14) & ~7;
}

/** Moves the clock on by what a new recipe may take. When all together may take too much, its operands are computed now. */
function oldestOf(size: number, a: Values | undefined, b: Values | undefined): number {
  const start = clock;
  clock += Math.ceil((placesFor(size) + placesFor(a?.size ?? 1) + placesFor(b?.size ?? 1)) / roomSize);
  let oldest = Math.min(oldestIn(a, start), oldestIn(b, start));
  if (clock - oldest <= rooms) return oldest;
  run += 1; // to look at each once
  oldest = Math.min(lookedBack(a, start), lookedBack(b, start));
  if (clock - oldest <= rooms) return oldest;
  a?.read();
  b?.read();
  return start;
}

function oldestIn(values: Values | undefined, start: number): number {
  if (values === undefined || values.recipe === undefined) return start;
  if (values.recipe instanceof Small) return values.recipe.oldest;
  values.read(); // large work does not fit
  return start;
}

function lookedBack(values: Values | undefined, start: number): number {
  if (values === undefined || !(values.recipe instanceof Small)) return start;
  if (values.run !== run) values.recipe.lookBack();
  values.run = run;
  return values.recipe.oldest;
}

/** Whether so many elements are some for the workspace. */
export function isSmall(size: number): boolean {
  return size <= most && size > 0;
}

/** Whether an operation on these values should wait: it is worth it, or they wait themselves. */
export function shouldWait(size: number, a: Values | undefined, b?: Values): boolean {
  return size >= few || a?.recipe !== undefined || b?.recipe !== undefined;
}
