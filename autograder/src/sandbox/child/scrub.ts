// Leaves the language and a few harmless helpers in the realm: what a learner's function may use. An allow-list, since a
// new Deno may bring new globals. Code from strings goes too: with it `import()` could get round the extraction's refusal.
import { noteTimer } from "./realm.js";
import { clearTimeout, setInterval, setTimeout } from "./timers.js";

const language = [
  "Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp",
  "Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError globalThis",
  "JSON Math Intl ArrayBuffer SharedArrayBuffer Atomics DataView Uint8Array Int8Array Uint16Array Int16Array",
  "Uint32Array Int32Array BigUint64Array BigInt64Array Uint8ClampedArray Float16Array Float32Array Float64Array Map",
  "BigInt Set Iterator WeakMap WeakSet WeakRef FinalizationRegistry Proxy Reflect Temporal DisposableStack",
  "AsyncDisposableStack WebAssembly decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape isFinite",
  "isNaN",
]
  .join(" ")
  .split(" ");
const helpers = "queueMicrotask structuredClone TextEncoder TextDecoder atob btoa".split(" ");

const quiet = (): void => {};

/** Empties the global object of everything but the language. */
export function scrubGlobals(): void {
  const keep = new Set([...language, ...helpers]);
  // Symbols stay: they are Deno's own marks of what is a window, without which it cannot even exit quietly.
  for (const key of Object.getOwnPropertyNames(globalThis))
    if (!keep.has(key)) Reflect.deleteProperty(globalThis, key);
  defineStarters();
  removeCodeFromStrings();
  freezeBinaryData();
  hideSources();
  const now = performanceNow;
  define(
    "console",
    consoleOf(["log", "info", "warn", "error", "debug", "trace", "table", "dir", "time", "timeEnd"]),
  );
  define("performance", { now });
}

const clock = globalThis.performance;
const performanceNow = (): number => clock.now();

function consoleOf(names: string[]): object {
  return Object.fromEntries(names.map((name) => [name, quiet]));
}

/** What they start may outlive the call, so it is noted that somebody used them. */
function defineStarters(): void {
  define("setTimeout", noted(setTimeout));
  define("setInterval", noted(setInterval));
  define(
    "setImmediate",
    noted((f: () => void, ...args: unknown[]) => setTimeout(f, 0, ...args)),
  );
  for (const name of ["clearTimeout", "clearInterval", "clearImmediate"]) define(name, clearTimeout);
}

function noted<F extends (...args: never[]) => unknown>(start: F): F {
  return ((...args) => {
    noteTimer();
    return start(...args);
  }) as F;
}

/** `eval`, `Function` and the constructors behind `async () => {}` and `function* () {}` throw from here on. */
function removeCodeFromStrings(): void {
  const kinds = [() => {}, async () => {}, function* () {}, async function* () {}];
  for (const kind of kinds) {
    const prototype = Object.getPrototypeOf(kind) as object;
    const refuse = function refuse(): never {
      throw new EvalError("code from strings is not available when grading");
    };
    refuse.prototype = prototype;
    Object.defineProperty(prototype, "constructor", { value: refuse, writable: false, configurable: false });
    if (kind === kinds[0]) define("Function", refuse);
  }
  Reflect.deleteProperty(globalThis, "eval");
}

/** A reference class that stands beside a learner's function would tell how it is written. */
function hideSources(): void {
  const native = (): string => "function () { [native code] }";
  Object.defineProperty(Function.prototype, "toString", {
    value: native,
    writable: true,
    configurable: true,
  });
}

/** Deno's own reads ask a buffer for its `length`: a patched getter would be handed the judge's frames. */
function freezeBinaryData(): void {
  const typed = Object.getPrototypeOf(Uint8Array) as typeof Uint8Array;
  const kinds = [
    typed,
    Uint8Array,
    Float64Array,
    Float32Array,
    Int32Array,
    Uint32Array,
    DataView,
    ArrayBuffer,
  ];
  for (const kind of kinds) {
    Object.freeze(kind);
    Object.freeze(kind.prototype);
  }
}

function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, writable: true, enumerable: false, configurable: true });
}
