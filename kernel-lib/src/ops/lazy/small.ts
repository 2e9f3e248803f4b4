/**
 * Small results that wait. When one is read, all that it waits for is computed in one run in the engine's workspace: an
 * operation finds its operands there and leaves its result there, so nothing is copied or allocated on the way. What comes
 * from outside, and what is dear and will be read again, stays there for the next runs, until room is needed: then what is
 * dear is copied out. The rest is forgotten and, should it be asked for, computed again, once.
 */
import { makeResultStorage } from "../../core/memory.js";
import type { Recipe, Values } from "../../core/storage.js";
import { type Workspace, workspaceSize } from "../../engines/engine.js";
import { engine } from "../../engines/index.js";

/** Up to so many elements, 64 KiB, are small. */
const most = 8192;

/** Up to so many elements are copied out at next to no cost. */
const few = 64;

/** From so many arithmetic operations for an element on, it is dear: computing it again costs more than a copy. */
export const dear = 16;

/** The first places, for what stays: few enough that they, too, remain in the cache. */
const stayingSize = 16384;

/** The others, in rooms of 1024: each recipe takes one at least, so that few enough are computed recursively. */
const roomSize = 1024;
const rooms = (workspaceSize - stayingSize) / roomSize - 1; // the last one is for a number that no recipe counts

/** Rooms that all recipes so far may take. */
let clock = 0;

/** The run that goes on, and the next free place. */
let desk: Workspace | undefined;
let run = 0;
let free = 0;

/** Counts down when what stays is forgotten; the next free place for it, and what should not be forgotten. */
let stay = -1;
let freeToStay = 0;
let late: Values[] = [];

/** What is computed for a small result. */
export interface Task {
  /** Leaves `size` elements at the place `out`. */
  computeAt(out: number, size: number, workspace: Workspace): void;
}

/**
 * A result to be computed in the workspace; `makeSmall` makes one. It has a task and is none: V8 makes two plain objects in less
 * time than one of a class that extends another.
 */
export class Small implements Recipe {
  readonly task: Task;
  readonly size: number;
  readonly isDear: boolean;
  /** The clock before this was made, and before the oldest recipe it leans on: what was made since fits in the workspace. */
  private readonly start: number;
  oldest: number;
  private lookedAt: number;
  private used: boolean;
  private readonly a: Values | undefined;
  private readonly b: Values | undefined;

  constructor(
    task: Task,
    size: number,
    isDear: boolean,
    start: number,
    oldest: number,
    a: Values | undefined,
    b: Values | undefined,
  ) {
    this.task = task;
    this.size = size;
    this.isDear = isDear;
    this.start = start;
    this.oldest = oldest;
    this.lookedAt = 0;
    this.used = false;
    this.a = a;
    this.b = b;
  }

  compute(values: Values): Float64Array {
    startRun();
    if (!isThere(values)) this.bring(values, false);
    return this.keep(values.place);
  }

  /** A copy of the result for good, so that the operands are no longer needed. */
  keep(place: number): Float64Array {
    const out = makeResultStorage("float64", this.size) as Float64Array;
    (desk as Workspace).get(out, place);
    if (this.a !== undefined) this.a.readers -= 1;
    if (this.b !== undefined) this.b.readers -= 1;
    return out;
  }

  /** Looks again how far back this leans: some of what it leans on may be kept by now. */
  lookBack(): number {
    if (this.lookedAt !== clock)
      this.oldest = Math.min(lookedBack(this.a, this.start), lookedBack(this.b, this.start));
    this.lookedAt = clock;
    return this.oldest;
  }

  /** Computes `values`, whose recipe this is, as part of a run; `again` when they are likely to be read again. */
  placeOf(values: Values, again: boolean): number {
    const stays = this.isDear && this.size > few && (again || values.readers > 1);
    this.bring(values, stays);
    if (this.used || (this.size <= few && (again || this.isDear))) values.settle(this.keep(values.place));
    else if (stays) late.push(values);
    this.used = true;
    return values.place;
  }

  private bring(values: Values, stays: boolean): void {
    const since = runFor(this.size, stays);
    const place = take(this.size, since);
    this.task.computeAt(place, this.size, desk as Workspace);
    layAt(values, place, since);
    this.oldest = Math.min(oldestNow(this.a, this.start), oldestNow(this.b, this.start));
  }
}

/**
 * A recipe that counts on the values `a` and `b`; numbers count as none. (A function, since V8 calls one faster than a constructor.)
 *
 * @param operations - for each element
 */
export function makeSmall(
  task: Task,
  size: number,
  operations: number,
  a: Values | undefined,
  b: Values | undefined,
): Small {
  const start = clock;
  const oldest = oldestOf(size, a, b);
  if (a !== undefined) a.readers += 1;
  if (b !== undefined) b.readers += 1;
  const isDear = operations >= dear || isDearFor(a) || isDearFor(b);
  return new Small(task, size, isDear, start, oldest, a, b);
}

/** Whether a result that is computed from these values costs what they cost: nobody else needs them. */
function isDearFor(values: Values | undefined): boolean {
  const recipe = values?.recipe;
  return recipe instanceof Small && recipe.isDear && recipe.size > few && values?.readers === 1;
}

/** The one result of a task that counts on `source`, computed now. */
export function computeNumber(task: Task, source: Values): number {
  startRun();
  source.readers += 1; // as if a recipe waited for it
  const place = take(1, run);
  task.computeAt(place, 1, desk as Workspace);
  source.readers -= 1;
  return (desk as Workspace).memory[place];
}

/** Forgets the results of the run before; when half of its room is taken, also what stayed. */
function startRun(): void {
  const now = engine().workspace();
  if (now !== desk || freeToStay > now.start + stayingSize / 2) {
    for (const values of late)
      if (values.recipe instanceof Small) values.settle(values.recipe.keep(values.place));
    desk = now;
    stay -= 1;
    freeToStay = now.start;
  }
  late = [];
  run += 1;
  free = now.start + stayingSize;
}

function isThere({ run: since }: Values): boolean {
  return since === run || since === stay;
}

/** Where values lie in the workspace; brings them there. `again`: they are likely to be read again. */
export function placeOf(values: Values, again = false): number {
  if (isThere(values)) return values.place;
  const { recipe } = values;
  if (recipe instanceof Small) return recipe.placeOf(values, again);
  const data = values.read() as Float64Array;
  const since = runFor(values.size, true);
  const place = take(values.size, since);
  (desk as Workspace).put(data, place);
  layAt(values, place, since);
  return place;
}

/** A number as a value of the run. */
export function placeOfNumber(value: number): number {
  const place = take(1, run);
  (desk as Workspace).putNumber(value, place);
  return place;
}

/** As long as which n elements lie in the workspace: when they should stay there must be room. */
function runFor(n: number, stays: boolean): number {
  return stays && freeToStay + placesFor(n) <= (desk as Workspace).start + stayingSize ? stay : run;
}

function take(n: number, since: number): number {
  const place = since === stay ? freeToStay : free;
  if (since === stay) freeToStay += placesFor(n);
  else free += placesFor(n);
  return place;
}

function layAt(values: Values, place: number, since: number): void {
  values.place = place;
  values.run = since;
}

/** Places for n elements, in whole lines of the cache, with the seven behind them that an operation may spoil. */
function placesFor(n: number): number {
  return (n + 14) & ~7;
}

/** In whole rooms; in integers, which takes a third of the time of Math.ceil. */
function roomsFor(places: number): number {
  return ((places + roomSize - 1) / roomSize) | 0;
}

/** Moves the clock on by what a new recipe may take. When all together may take too much, its operands are computed now. */
function oldestOf(size: number, a: Values | undefined, b: Values | undefined): number {
  const start = clock;
  clock += roomsFor(placesFor(size) + placesFor(a?.size ?? 1) + placesFor(b?.size ?? 1));
  let oldest = Math.min(oldestIn(a, start), oldestIn(b, start));
  if (clock - oldest <= rooms) return oldest;
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

function oldestNow(values: Values | undefined, start: number): number {
  const recipe = values?.recipe;
  return recipe instanceof Small ? recipe.oldest : start;
}

function lookedBack(values: Values | undefined, start: number): number {
  const recipe = values?.recipe;
  return recipe instanceof Small ? recipe.lookBack() : start;
}

/** Whether so many elements are some for the workspace. */
export function isSmall(size: number): boolean {
  return size <= most && size > 0;
}

/** Whether an operation on these values should wait: it is worth it, or they wait themselves. */
export function shouldWait(size: number, a: Values | undefined, b?: Values): boolean {
  return size >= few || a?.recipe !== undefined || b?.recipe !== undefined;
}
