// Whether the realm still is as it was before the first learner's function: one child serves several exercises only as
// long as none of them has left anything behind that another could find or stumble over. All built-ins are compared,
// the library too, by references taken before; timers of a learner count as something left behind.

const { getOwnPropertyDescriptor, getPrototypeOf, is, isExtensible } = Object;
const { ownKeys } = Reflect;

/** One object as it was. */
interface Mark {
  readonly object: object;
  readonly prototype: object | null;
  readonly isExtensible: boolean;
  readonly keys: readonly PropertyKey[];
  /** The value, or the getter, of each key. */
  readonly values: readonly unknown[];
  readonly setters: readonly unknown[];
}

let marks: readonly Mark[] | null = null;
let timersWereUsed = false;

export function noteTimer(): void {
  timersWereUsed = true;
}

/** Remembers everything that can be reached from the globals and from `library`; only the first call does. */
export function rememberRealm(library: object): void {
  marks ??= Array.from(reachable([globalThis, library, ...hiddenIntrinsics()]), markOf);
}

/** Also true of what nobody remembered yet. */
export function isRealmUnchanged(): boolean {
  if (timersWereUsed) return false;
  if (marks === null) return true;
  for (let i = 0; i < marks.length; i++) if (!isUnchanged(marks[i]!)) return false;
  return true;
}

/** Prototypes without a name: of iterators, generators and functions that are not plain. */
function hiddenIntrinsics(): object[] {
  const iterators = [
    [][Symbol.iterator](),
    new Map().keys(),
    new Set().keys(),
    ""[Symbol.iterator](),
    "".matchAll(/a/g),
  ];
  const kinds = [async () => {}, function* () {}, async function* () {}];
  return [...iterators, ...kinds].map((value) => getPrototypeOf(value) as object);
}

/** Large, made when first looked at, and used by no exercise. */
const leftOut = new Set(
  ["Intl", "Temporal", "WebAssembly"].map((name) => (globalThis as never)[name] as unknown),
);

/** Functions are not entered, but for classes: nobody looks for anything in `Math.abs` but the function itself. */
function reachable(roots: readonly object[]): Set<object> {
  const found = new Set(roots);
  for (const object of found) {
    const next: unknown[] = [getPrototypeOf(object)];
    for (const key of ownKeys(object)) {
      const { value } = getOwnPropertyDescriptor(object, key)!;
      if (typeof value === "object" || (typeof value === "function" && isClass(value as object)))
        next.push(value);
    }
    for (const value of next) if (value !== null && !leftOut.has(value)) found.add(value as object);
  }
  return found;
}

/** Of a class and of a built-in constructor it cannot be replaced, of a function it can. */
function isClass(value: object): boolean {
  return getOwnPropertyDescriptor(value, "prototype")?.writable === false;
}

function markOf(object: object): Mark {
  const keys = ownKeys(object);
  const descriptors = keys.map((key) => getOwnPropertyDescriptor(object, key)!);
  return {
    object,
    prototype: getPrototypeOf(object) as object | null,
    isExtensible: isExtensible(object),
    keys,
    values: descriptors.map((d) => d.get ?? d.value),
    setters: descriptors.map((d) => d.set),
  };
}

function isUnchanged(mark: Mark): boolean {
  const { object, keys, values, setters } = mark;
  if (getPrototypeOf(object) !== mark.prototype || isExtensible(object) !== mark.isExtensible) return false;
  if (ownKeys(object).length !== keys.length) return false;
  for (let i = 0; i < keys.length; i++) {
    const now = getOwnPropertyDescriptor(object, keys[i]!);
    if (now === undefined || now.set !== setters[i] || !is(now.get ?? now.value, values[i])) return false;
  }
  return true;
}
