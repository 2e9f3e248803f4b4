// Names that code may use without defining them: the language and the helpers that the sandbox leaves in place.

const names = new Set(
  [
    "Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp",
    "Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError globalThis JSON Math Intl",
    "ArrayBuffer SharedArrayBuffer Atomics DataView Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array",
    "BigUint64Array BigInt64Array Uint8ClampedArray Float32Array Float64Array Map BigInt Set Iterator WeakMap WeakSet",
    "WeakRef FinalizationRegistry Proxy Reflect WebAssembly decodeURI decodeURIComponent encodeURI",
    "encodeURIComponent escape unescape isFinite isNaN arguments console performance setTimeout clearTimeout",
    "setInterval clearInterval setImmediate clearImmediate queueMicrotask structuredClone TextEncoder TextDecoder",
    "atob btoa",
  ]
    .join(" ")
    .split(" "),
);

export function isGlobal(name: string): boolean {
  return names.has(name);
}
