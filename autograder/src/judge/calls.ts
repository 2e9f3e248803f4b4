// What `learner.f(…)` and `new learner.C(…)` do in a test: a call into the sandbox. Keeps book of inputs that the learner's
// function changed, and can play such changes back into the test's own values, and undo them.
import type { Tensor } from "kernel-lib";
import type { Extracted } from "../extract/types.js";
import { instanceOf } from "../sandbox/book.js";
import { LearnerError } from "../sandbox/learner-error.js";
import type { Sandbox, Target } from "../sandbox/sandbox.js";
import { BrokenAssignment } from "../trouble.js";
import { Op } from "../wire/frame.js";
import { type Deed, Instances } from "./instances.js";

/** A call as it was: copies of its arguments, and what it gave or threw. */
export interface CallRecord {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly value?: unknown;
  readonly error?: unknown;
}

/** Larger calls are not copied or kept; numbers and letters count. */
const largestRecord = 50_000;
/** Of all failed tests of a submission, whose records live until its end: 16 MB. */
const largestRecords = 2_000_000;

/** What holds the learner's functions. */
export type Callee = Pick<Sandbox, "reach" | "showInstances" | "discard" | "spentOn">;

export type Learner = Record<string, (...args: unknown[]) => unknown>;

export class Calls {
  /** Whether changed inputs are played back into the test's values. */
  playsBack = false;
  /** Inputs changed since `begin` and their functions, by "w of propagate". */
  readonly changed = new Map<string, readonly [string, string]>();
  /** What was called since `begin`. */
  readonly records: CallRecord[] = [];
  readonly #sandbox: Callee;
  readonly #functions: ReadonlyMap<string, Extracted>;
  readonly #undo: (() => void)[] = [];
  readonly #instances: Instances;
  #isOpen = false;
  /** What may still be kept. */
  #room = largestRecords;

  readonly #timed: (name: string, seconds: number) => void;

  constructor(
    sandbox: Callee,
    functions: readonly Extracted[],
    timed: (name: string, seconds: number) => void,
  ) {
    this.#sandbox = sandbox;
    this.#timed = timed;
    this.#functions = new Map(functions.map((f) => [f.name, f]));
    this.#instances = new Instances((deed, args) => this.#do(deed, args));
    sandbox.showInstances(({ name }) => this.#instances.instanceOf(name));
  }

  /** Nothing is called before the tests run, or after. */
  set isOpen(value: boolean) {
    this.#isOpen = value;
  }

  /** The object that tests receive: a function or class for every exercise, also for those that are missing. */
  learner(): Learner {
    const learner = Object.create(null) as Learner;
    for (const [name, { methods }] of this.#functions)
      learner[name] = methods
        ? this.#instances.ofClass(name)
        : (...args) => this.#call({ op: Op.call, name, instance: null, key: "", label: name }, args);
    return learner;
  }

  begin(playsBack: boolean): void {
    this.undo();
    this.playsBack = playsBack;
    this.changed.clear();
    this.records.length = 0;
  }

  /** The records of a failed test, to live on. */
  keep(): CallRecord[] {
    return this.records.filter(({ args, value }) => {
      const size = sizeOf([args, value]);
      if (size > this.#room) return false;
      this.#room -= size;
      return true;
    });
  }

  /** The test's values become what they were before `begin`. */
  undo(): void {
    for (const restore of this.#undo.reverse()) restore();
    this.#undo.length = 0;
  }

  /** What the test does with a class or an instance. */
  #do(deed: Deed, args: unknown[]): unknown {
    const { op, name, key } = deed;
    const { value } = this.#reach({ ...deed, label: key === "" ? name : `${name}.${key}` }, args);
    if (op !== Op.construct || instanceOf(value)) return value;
    throw new LearnerError("class", { name }); // its constructor gives something else
  }

  #call(target: Target, args: unknown[]): unknown {
    const { name } = target;
    const copies = sizeOf(args) <= largestRecord ? args.map(copyOf) : null;
    const keep = (outcome: Pick<CallRecord, "value" | "error">): void => {
      if (copies && sizeOf(outcome.value) <= largestRecord)
        this.records.push({ name, args: copies, ...outcome });
    };
    try {
      const { value } = this.#reach(target, args);
      keep({ value });
      return value;
    } catch (error) {
      keep({ error });
      throw error;
    }
  }

  #reach(target: Target, args: unknown[]): { value: unknown } {
    const { name, label } = target;
    if (!this.#isOpen)
      throw new BrokenAssignment(`hidden.test.ts calls ${label} outside of its tests: move it into it(…)`);
    const { params, isAsync } = this.#signatureOf(target);
    const before = this.#sandbox.spentOn(name);
    const { value, later, changes } = this.#sandbox.reach(target, args);
    this.#timed(name, this.#sandbox.spentOn(name) - before);
    for (const [i, now] of changes) {
      const input = params[i] ?? `argument ${i + 1}`;
      this.changed.set(`${input} of ${label}`, [input, label]);
      if (this.playsBack) this.#undo.push(replaceContents(args[i], now));
    }
    if (later && !isAsync) throw new LearnerError("promise", { name: label });
    return { value };
  }

  #signatureOf({ op, name, key }: Target): Pick<Extracted, "params" | "isAsync"> {
    const extracted = this.#functions.get(name)!;
    const { methods } = extracted;
    if (!methods) return extracted;
    const method = methods.find((m) => m.name === (op === Op.construct ? "constructor" : key));
    return method ?? { params: [], isAsync: false };
  }
}

/** How many numbers and letters are in it, about; a list or record counts as a few. */
function sizeOf(value: unknown): number {
  if (instanceOf(value)) return Number.POSITIVE_INFINITY; // it cannot be copied
  if (typeof value === "string") return value.length;
  if (isTensor(value)) return value.size + few;
  if (ArrayBuffer.isView(value)) return value.byteLength / 8 + few;
  if (!isRecord(value)) return 1;
  let size = few;
  for (const key of Object.keys(value)) {
    size += key.length + sizeOf(value[key]);
    if (size > largestRecord) break;
  }
  return size;
}

const few = 10;

/** So that what happens later to a value changes nothing here. Functions and instances stay what they are. */
export function copyOf(value: unknown): unknown {
  if (isTensor(value)) return value.copy();
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isRecord(value) || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)]));
}

/** By its methods: the class may come from another copy of the module. */
export function isTensor(value: unknown): value is Tensor {
  return isRecord(value) && typeof value.assign === "function" && typeof value.copy === "function";
}

const nothing = (): void => {};

/** Writes `now` into `target` where the kinds agree; gives the way back. */
function replaceContents(target: unknown, now: unknown): () => void {
  if (isTensor(target) && isTensor(now)) return replaceTensor(target, now);
  if (Array.isArray(target) && Array.isArray(now)) {
    const before = target.splice(0, target.length, ...now);
    return () => void target.splice(0, target.length, ...before);
  }
  if (!isRecord(target) || !isRecord(now)) return nothing;
  const before = { ...target };
  overwrite(target, now);
  return () => overwrite(target, before);
}

function replaceTensor(target: Tensor, now: Tensor): () => void {
  if (target.shape.join() !== now.shape.join()) return nothing;
  const before = target.copy();
  target.assign(now);
  return () => void target.assign(before);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !instanceOf(value);
}

function overwrite(target: Record<string, unknown>, now: Record<string, unknown>): void {
  for (const key of Object.keys(target)) delete target[key];
  for (const [key, value] of Object.entries(now))
    Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}
