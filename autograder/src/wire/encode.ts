// Values to bytes. Runs in the learner's realm too, so it walks by its own rules: captured built-ins, brand checks,
// no toJSON, valueOf or toString. A getter or Proxy may run learner's code here; it can give a value and nothing else.
import {
  type Caps,
  type Codec,
  defaultCaps,
  dtypeBytes,
  dtypeNames,
  type OpenTensor,
  otherNames,
  Tag,
  typedArrayNames,
  WireError,
} from "./format.js";
import {
  bufferOf,
  byteLengthOf,
  byteOffsetOf,
  bytesOf,
  getOwnPropertyDescriptor,
  isArray,
  isInteger,
  ownKeys,
  typedArrayName,
} from "./safe.js";
import { Writer } from "./writer.js";

/** The objects around the value being written, innermost first; finds cycles. */
type Around = { readonly value: object; readonly outer: Around; readonly depth: number } | null;

/** @throws WireError for cycles, holes and values beyond the caps */
export function encode(value: unknown, codec: Codec, caps: Caps = defaultCaps): Uint8Array {
  const encoder = new Encoder(codec, caps);
  encoder.write(value, null);
  return encoder.out.bytes();
}

/** Writes several values one after the other. */
export class Encoder {
  readonly out: Writer;
  readonly #codec: Codec;
  readonly #caps: Caps;
  #count = 0;
  #objects = 0;
  #letters = 0;

  constructor(codec: Codec, caps: Caps) {
    this.out = new Writer(caps.bytes);
    this.#codec = codec;
    this.#caps = caps;
  }

  write(value: unknown, around: Around): void {
    if (++this.#count > this.#caps.count) throw new WireError(`more than ${this.#caps.count} values`);
    if (value === undefined) this.out.u8(Tag.undefined);
    else if (value === null) this.out.u8(Tag.null);
    else if (typeof value === "boolean") this.out.u8(value ? Tag.true : Tag.false);
    else if (typeof value === "number") this.#number(value);
    else if (typeof value === "string") this.#string(value);
    else if (typeof value === "object") this.#object(value, around);
    else if (typeof value !== "function" || !this.#ref(value)) this.#other(typeof value);
  }

  /** @returns whether the value stays where it is */
  #ref(value: object): boolean {
    const ref = this.#codec.refs?.refOf(value) ?? null;
    if (ref === null) return false;
    this.out.u8(Tag.ref);
    this.out.u8(ref.kind);
    this.out.u32(ref.type);
    this.out.u32(ref.id);
    return true;
  }

  #number(value: number): void {
    this.out.u8(Tag.number);
    this.out.f64(value);
  }

  #string(value: string): void {
    this.out.u8(Tag.string);
    this.#text(value);
  }

  #text(value: string): void {
    this.#letters += value.length;
    if (this.#letters > this.#caps.letters) throw new WireError(`more than ${this.#caps.letters} letters`);
    this.out.text(value);
  }

  #other(type: string): void {
    this.out.u8(Tag.other);
    this.out.u8(type === otherNames[0] ? 0 : type === otherNames[1] ? 1 : 2);
  }

  #object(value: object, outer: Around): void {
    if (this.#ref(value)) return;
    if (++this.#objects > this.#caps.objects)
      throw new WireError(`more than ${this.#caps.objects} lists and records`);
    for (let a = outer; a !== null; a = a.outer)
      if (a.value === value) throw new WireError("a value contains itself");
    const depth = outer === null ? 1 : outer.depth + 1;
    if (depth > this.#caps.depth) throw new WireError(`nested deeper than ${this.#caps.depth} levels`);
    const around = { value, outer, depth };
    const name = typedArrayName(value);
    const tensor = name === undefined ? this.#codec.open(value) : null;
    if (name !== undefined) this.#typedArray(value, name);
    else if (tensor !== null) this.#tensor(tensor);
    else if (isArray(value)) this.#list(value, around);
    else this.#record(value, around);
  }

  #typedArray(value: object, name: string): void {
    let code = -1;
    for (let i = 0; i < typedArrayNames.length; i++) if (typedArrayNames[i] === name) code = i;
    if (code < 0) throw new WireError(`a ${name} does not travel`);
    this.out.u8(Tag.typedArray);
    this.out.u8(code);
    this.out.block(rawBytes(value));
  }

  #tensor({ dtype, shape, bytes }: OpenTensor): void {
    const size = checkTensor(dtype, shape);
    if (typedArrayName(bytes) !== "Uint8Array" || byteLengthOf(bytes) !== size * dtypeBytes[dtype]!)
      throw new WireError("a tensor's storage does not fit its shape");
    this.out.u8(Tag.tensor);
    this.out.u8(dtype);
    this.out.u8(shape.length);
    for (let i = 0; i < shape.length; i++) this.out.u32(shape[i]!);
    this.out.block(rawBytes(bytes));
  }

  #list(value: unknown[], around: Around): void {
    const { length } = value;
    if (length > this.#caps.count) throw new WireError(`more than ${this.#caps.count} values`);
    this.out.u8(Tag.list);
    this.out.u32(length);
    for (let i = 0; i < length; i++) {
      if (getOwnPropertyDescriptor(value, i) === undefined) throw new WireError(`a list has no entry ${i}`);
      this.write(value[i], around);
    }
  }

  #record(value: object, around: Around): void {
    const keys = ownKeys(value);
    this.out.u8(Tag.record);
    const at = this.out.reserve();
    let count = 0;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (typeof key !== "string" || getOwnPropertyDescriptor(value, key)?.enumerable !== true) continue;
      count++;
      this.#text(key);
      this.write((value as Record<string, unknown>)[key], around);
    }
    this.out.patch(at, count);
  }
}

function rawBytes(array: object): Uint8Array {
  const start = byteOffsetOf(array);
  return bytesOf(bufferOf(array), start, start + byteLengthOf(array));
}

/** The number of elements; the arguments may come from anywhere. */
export function checkTensor(dtype: number, shape: readonly number[]): number {
  if (!isInteger(dtype) || dtype < 0 || dtype >= dtypeNames.length) throw new WireError("unknown dtype");
  if (shape.length > 16) throw new WireError("a tensor has more than 16 axes");
  let size = 1;
  for (let i = 0; i < shape.length; i++) {
    const n = shape[i]!;
    if (!isInteger(n) || n < 0 || n > 2 ** 31) throw new WireError("a tensor's shape is not made of counts");
    size *= n;
  }
  if (size > 2 ** 31) throw new WireError("a tensor is too large");
  return size;
}
