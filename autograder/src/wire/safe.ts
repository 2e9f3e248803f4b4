// The built-ins that the wire uses, captured before any learner's code runs in the same realm. What is called through
// these cannot be patched later: no method lookups, no species constructors, no iterators.

type Method<T, A extends unknown[], R> = (this: T, ...args: A) => R;

const { bind, call } = Function.prototype;
const uncurry = bind.bind(call) as <T, A extends unknown[], R>(
  method: Method<T, A, R>,
) => (self: T, ...args: A) => R;

const TypedArrayPrototype = Object.getPrototypeOf(Uint8Array.prototype) as object;
const brand = Object.getOwnPropertyDescriptor(TypedArrayPrototype, Symbol.toStringTag)!.get!;
const getter = (name: string): (() => unknown) =>
  Object.getOwnPropertyDescriptor(TypedArrayPrototype, name)!.get!;

export const Buffer = ArrayBuffer;
export const U8 = Uint8Array;
export const U16 = Uint16Array;
export const View = DataView;
export const { isArray } = Array;
export const { create, defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Object;
export const { apply, ownKeys } = Reflect;
export const { fromCharCode } = String;
export const { isInteger } = Number;
/** `f.bind(self)`. */
export const bindTo = uncurry(bind) as <F>(f: F, self: unknown) => F;
export const charCodeAt = uncurry(String.prototype.charCodeAt);

/** `map.get(key)` and `map.set(key, value)`. */
export const getWeak = uncurry(WeakMap.prototype.get) as unknown as <K extends object, V>(
  map: WeakMap<K, V>,
  key: K,
) => V | undefined;
export const setWeak = uncurry(WeakMap.prototype.set) as unknown as <K extends object, V>(
  map: WeakMap<K, V>,
  key: K,
  value: V,
) => void;

/** Copies a typed array of bytes into another one. */
export const setBytes = uncurry(Uint8Array.prototype.set) as unknown as (
  to: Uint8Array,
  from: Uint8Array,
  offset: number,
) => void;

/** Moves bytes within an array: to, from, end. */
export const moveBytes = uncurry(Uint8Array.prototype.copyWithin) as unknown as (
  array: Uint8Array,
  to: number,
  from: number,
  end: number,
) => void;

/** "Float64Array" and so on for real typed arrays, undefined for everything that only says so. */
export const typedArrayName = uncurry(brand) as (value: unknown) => string | undefined;

export const bufferOf = uncurry(getter("buffer")) as (array: unknown) => ArrayBuffer;
export const byteOffsetOf = uncurry(getter("byteOffset")) as (array: unknown) => number;
export const byteLengthOf = uncurry(getter("byteLength")) as (array: unknown) => number;

export const setUint16 = uncurry(DataView.prototype.setUint16);
export const setUint32 = uncurry(DataView.prototype.setUint32);
export const setFloat64 = uncurry(DataView.prototype.setFloat64);
export const getUint16 = uncurry(DataView.prototype.getUint16);
export const getUint32 = uncurry(DataView.prototype.getUint32);
export const getFloat64 = uncurry(DataView.prototype.getFloat64);

/** The bytes [start, end) of a buffer, shared; never `subarray`, which asks a patchable constructor. */
export function bytesOf(buffer: ArrayBuffer, start: number, end: number): Uint8Array {
  return new U8(buffer, start, end - start);
}
