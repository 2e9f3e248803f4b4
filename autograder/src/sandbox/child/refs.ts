// What does not travel, seen from the child: instances of the learner's classes get numbers here, and functions of the
// test that come in by number become functions that ask the judge. All of it is looked up by captured built-ins only.
import { type Ref, RefKind, type Refs, WireError } from "../../wire/format.js";
import { create, getOwnPropertyDescriptor, getPrototypeOf, getWeak, setWeak } from "../../wire/safe.js";

/** More than enough for a test; they are never given back. */
const mostInstances = 10_000;
/** Of a chain of prototypes, which a Proxy can make endless. */
const longestChain = 100;

/** Prototypes of the loaded classes, the last one first. */
type Classes = { readonly prototype: object; readonly number: number; readonly outer: Classes } | null;

const refsByThing = new WeakMap<object, Ref>();
const instances = create(null) as Record<number, object>;
const callbacks = create(null) as Record<number, object>;
let classes: Classes = null;
let count = 0;

/** Asks the judge to call its function; set by the conversation. */
type Invoke = (id: number, args: readonly unknown[]) => unknown;

/** From here on instances of this class stay in the child. */
export function addClass(number: number, loaded: object): void {
  const prototype = getOwnPropertyDescriptor(loaded, "prototype")?.value as unknown;
  if (typeof prototype === "object" && prototype !== null) classes = { prototype, number, outer: classes };
}

/** @throws WireError when there is none */
export function instance(id: number): object {
  const found = instances[id];
  if (found === undefined) throw new WireError("no such instance");
  return found;
}

export function makeRefs(invoke: Invoke): Refs {
  return {
    refOf: (value) => getWeak(refsByThing, value) ?? newRef(value),
    resolve: ({ kind, id }) => (kind === RefKind.instance ? instance(id) : callback(id, invoke)),
  };
}

function newRef(value: object): Ref | null {
  if (classes === null || typeof value === "function") return null;
  const type = classOf(value);
  if (type === 0) return null;
  if (count === mostInstances) throw new WireError(`more than ${mostInstances} instances`);
  const ref = { kind: RefKind.instance, type, id: ++count };
  setWeak(refsByThing, value, ref);
  instances[ref.id] = value;
  return ref;
}

/** Number of the nearest class, 0 for none. */
function classOf(value: object): number {
  let prototype: unknown = getPrototypeOf(value);
  for (let i = 0; prototype !== null && i < longestChain; i++) {
    for (let c = classes; c !== null; c = c.outer) if (c.prototype === prototype) return c.number;
    prototype = getPrototypeOf(prototype as object);
  }
  return 0;
}

function callback(id: number, invoke: Invoke): object {
  const known = callbacks[id];
  if (known !== undefined) return known;
  const made = (...args: unknown[]): unknown => invoke(id, args);
  callbacks[id] = made;
  setWeak(refsByThing, made, { kind: RefKind.callback, type: 0, id });
  return made;
}
