// What stands in tests for a learner's class and its instances: each look at a field, each call of a method is a call into the
// sandbox. Nothing of the child's is here; what a look gives is data, one more instance, or a function of the test's own.
import { standInFunction } from "../wire/decode.js";
import { Op } from "../wire/frame.js";

/** Something done in the child. */
export interface Deed {
  /** Of `Op`. */
  readonly op: number;
  /** The class. */
  readonly name: string;
  /** null for the class itself. */
  readonly instance: object | null;
  /** A field or method. */
  readonly key: string;
}

type Reach = (deed: Deed, args: unknown[]) => unknown;

/** Keys that the language and test libraries look at by themselves: the child is not asked. */
const unasked = new Set<unknown>(["then", "toJSON", "constructor", "prototype", "inspect"]);
const isAsked = (key: string | symbol): key is string => typeof key === "string" && !unasked.has(key);

export class Instances {
  readonly #reach: Reach;
  readonly #prototypes = new Map<string, object>();

  constructor(reach: Reach) {
    this.#reach = reach;
  }

  /** For `new learner.Layer(…)`, static methods, and `instanceof`. */
  ofClass(name: string): (...args: unknown[]) => unknown {
    const target = class {};
    this.#prototypes.set(name, target.prototype as object);
    const whole = { name, instance: null, key: "" };
    const face: object = new Proxy(target, {
      ...this.#traps(name, () => null),
      construct: (_, args) => this.#reach({ ...whole, op: Op.construct }, args) as object,
      apply: (_, __, args) => this.#reach({ ...whole, op: Op.call }, args),
    });
    return face as (...args: unknown[]) => unknown;
  }

  /** A new stand-in for an instance of a class that {@link ofClass} was asked for. */
  instanceOf(name: string): object {
    const target = Object.create(this.#prototypes.get(name) ?? null) as object;
    const standIn: object = new Proxy(
      target,
      this.#traps(name, () => standIn),
    );
    return standIn;
  }

  #traps(name: string, instance: () => object | null): ProxyHandler<object> {
    const get = (key: string): unknown => this.#member({ op: Op.get, name, instance: instance(), key });
    return {
      get: (target, key) => (isAsked(key) ? get(key) : Reflect.get(target, key)),
      has: (target, key) => (isAsked(key) ? get(key) !== undefined : Reflect.has(target, key)),
      set: (_, key, value) => {
        if (isAsked(key)) this.#reach({ op: Op.set, name, instance: instance(), key }, [value]);
        return isAsked(key);
      },
      defineProperty: () => false,
      deleteProperty: () => false,
    };
  }

  #member(look: Deed): unknown {
    const value = this.#reach(look, []);
    if (value !== standInFunction) return value;
    return (...args: unknown[]) => this.#reach({ ...look, op: Op.method }, args);
  }
}
