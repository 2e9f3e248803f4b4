// The wire's format: tags, caps and what both ends must know about tensors. All numbers are little-endian.

/** What a value begins with. */
export const Tag = {
  undefined: 0,
  null: 1,
  false: 2,
  true: 3,
  number: 4,
  string: 5,
  tensor: 6,
  list: 7,
  record: 8,
  typedArray: 9,
  /** A value of a type that does not travel; its type does. */
  other: 10,
  /** Something that stays where it is and is known there by number. */
  ref: 11,
} as const;

/** What a `ref` may be: kind (u8), class (u32), number (u32). */
export const RefKind = {
  /** A function of the test, which stays in the judge. */
  callback: 0,
  /** An instance of a learner's class, which stays in the child. */
  instance: 1,
} as const;

export interface Ref {
  readonly kind: number;
  /** Number of the class in the submission, from 1; 0 for a callback. */
  readonly type: number;
  readonly id: number;
}

/** How an end of the wire knows what stays: its own things by number, the other end's by what stands for them here. */
export interface Refs {
  /** null for what travels, or cannot. */
  refOf(value: object): Ref | null;
  /** @throws WireError when there is no such thing */
  resolve(ref: Ref): unknown;
}

/** Element types in the order of their codes. */
export const dtypeNames = ["float64", "float32", "int32", "uint8", "bool"] as const;

export type DTypeName = (typeof dtypeNames)[number];

/** Bytes per element, by code. */
export const dtypeBytes: readonly number[] = [8, 4, 4, 1, 1];

/** Raw typed arrays that may travel, in the order of their codes, and their bytes per element. */
export const typedArrayNames = ["Float64Array", "Float32Array", "Int32Array", "Uint8Array"] as const;
export const typedArrayBytes: readonly number[] = [8, 4, 4, 1];

/** Types that are only named, in the order of their codes. */
export const otherNames = ["function", "symbol", "bigint"] as const;

export interface Caps {
  readonly bytes: number;
  readonly depth: number;
  /** Values in all, counting each list, record and entry. */
  readonly count: number;
  /** Lists, records and tensors among them, which take a hundred times a number's memory. */
  readonly objects: number;
  /** Letters of all texts and keys. */
  readonly letters: number;
}

/** Far more than a test compares; a judge that opens several such answers stays below 300 MB. */
export const defaultCaps: Caps = {
  ...{ bytes: 16 * 2 ** 20, depth: 24 },
  ...{ count: 100_000, objects: 20_000, letters: 1_000_000 },
};

/** Inputs are the test's own, and may be larger than answers: pictures go in, numbers come out. */
export const inputCaps: Caps = { ...defaultCaps, bytes: 256 * 2 ** 20, objects: 100_000, letters: 2 ** 27 };

/** A tensor laid out in C order. */
export interface OpenTensor {
  /** Index into `dtypeNames`. */
  readonly dtype: number;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

/** How an end of the wire knows, opens and makes its tensors and records. */
export interface Codec {
  /** The tensor's contents, or null for every other value. */
  open(value: object): OpenTensor | null;
  make(dtype: DTypeName, shape: number[], bytes: Uint8Array): unknown;
  record(): Record<string, unknown>;
  /** Without it nothing may stay. */
  readonly refs?: Refs | undefined;
}

/** A value or a frame that breaks the format's rules; the message is our own, never the sender's. */
export class WireError extends Error {
  override name = "WireError";
}
