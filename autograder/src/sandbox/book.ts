// The judge's book of what does not travel: functions of the test that a learner's code may call, and instances of the
// learner's classes, which live in the child and are known here by number. Nothing in it is the child's.

import { type Ref, RefKind, type Refs, WireError } from "../wire/format.js";
import { LearnerError } from "./learner-error.js";

/** An instance in the child. */
export interface Instance {
  /** Its class, which is an exercise. */
  readonly name: string;
  readonly id: number;
}

/** A submission may have as many instances, and a test as many functions, at a time. */
const most = 10_000;

type Callback = (...args: unknown[]) => unknown;

/** What stands for an instance in tests, and since when it lives. */
const standIns = new WeakMap<object, { readonly instance: Instance; readonly era: object }>();

/** null for everything that is not the stand-in of an instance. */
export function instanceOf(value: unknown): Instance | null {
  return (typeof value === "object" && value !== null && standIns.get(value)?.instance) || null;
}

export class Book implements Refs {
  /** Makes what stands for an instance in tests. */
  standIn: (instance: Instance) => object = (instance) => Object.freeze({ ...instance });
  readonly #classes: readonly string[];
  readonly #callbacks = new Map<number, Callback>();
  readonly #numbers = new Map<Callback, number>();
  readonly #instances = new Map<number, object>();
  #era = {};
  #last = 0;

  /** @param classes - names by their numbers, from 1; empty for what is no class */
  constructor(classes: readonly string[]) {
    this.#classes = classes;
  }

  /** Instances made so far are gone, functions given so far are not called any more. */
  clear(): void {
    this.#era = {};
    this.#instances.clear();
    this.#callbacks.clear();
    this.#numbers.clear();
  }

  /** @throws LearnerError when the child that had it is gone, or its functions were loaded anew */
  numberOf(standIn: object): number {
    const { instance, era } = standIns.get(standIn)!;
    if (era !== this.#era) throw new LearnerError("gone", { name: instance.name });
    return instance.id;
  }

  hasInstanceOf(names: readonly string[]): boolean {
    return [...this.#instances.values()].some((value) => names.includes(instanceOf(value)!.name));
  }

  get hasInstances(): boolean {
    return this.#instances.size > 0;
  }

  callback(id: number): Callback | undefined {
    return this.#callbacks.get(id);
  }

  refOf(value: object): Ref | null {
    if (typeof value === "function")
      return { kind: RefKind.callback, type: 0, id: this.#number(value as Callback) };
    const instance = instanceOf(value);
    if (!instance) return null;
    const type = this.#classes.indexOf(instance.name) + 1;
    return { kind: RefKind.instance, type, id: this.numberOf(value) };
  }

  #number(callback: Callback): number {
    const known = this.#numbers.get(callback);
    if (known !== undefined) return known;
    if (this.#numbers.size >= most) throw new WireError(`more than ${most} functions`);
    const id = ++this.#last;
    this.#numbers.set(callback, id);
    this.#callbacks.set(id, callback);
    return id;
  }

  resolve({ kind, type, id }: Ref): unknown {
    if (kind === RefKind.callback) return this.#callbackOf(type, id);
    const name = this.#classes[type - 1];
    if (kind !== RefKind.instance || !name || id === 0) throw new WireError("no such class");
    const known = this.#instances.get(id);
    if (known) return known;
    if (this.#instances.size >= most) throw new WireError(`more than ${most} instances`);
    const instance = { name, id };
    const made = this.standIn(instance);
    standIns.set(made, { instance, era: this.#era });
    this.#instances.set(id, made);
    return made;
  }

  #callbackOf(type: number, id: number): Callback {
    const known = this.#callbacks.get(id);
    if (type !== 0 || !known) throw new WireError("no such function");
    return known;
  }
}
