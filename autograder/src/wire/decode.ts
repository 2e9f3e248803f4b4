// Bytes to values. The bytes are hostile until proven otherwise: every length is checked before it is used, nothing is
// executed, records have no prototype (on the judge's side), and whatever breaks a rule is a WireError.

import { checkTensor } from "./encode.js";
import {
  type Caps,
  type Codec,
  defaultCaps,
  dtypeBytes,
  dtypeNames,
  Tag,
  typedArrayBytes,
  WireError,
} from "./format.js";
import {
  apply,
  bufferOf,
  byteLengthOf,
  byteOffsetOf,
  bytesOf,
  defineProperty,
  fromCharCode,
  getFloat64,
  getUint16,
  getUint32,
  moveBytes,
  setBytes,
  U8,
  U16,
  View,
} from "./safe.js";

const constructors = [Float64Array, Float32Array, Int32Array, Uint8Array];

/** Larger blocks stay where they are, when the frame is the decoder's own and holds little else. */
const largestCopy = 65536;

/** UTF-16 code units that become text at a time. */
const piece = 4096;

/** @throws WireError unless `bytes` hold exactly one value */
export function decode(bytes: Uint8Array, codec: Codec, caps: Caps = defaultCaps): unknown {
  const decoder = new Decoder(bytes, codec, caps);
  const value = decoder.read();
  decoder.end();
  return value;
}

/** Reads several values one after the other; `at` is the position in bytes. */
export class Decoder {
  at = 0;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #length: number;
  readonly #codec: Codec;
  readonly #caps: Caps;
  readonly #owns: boolean;
  #count = 0;
  #objects = 0;
  #letters = 0;
  #depth = 0;

  /** @param owns - whether what is decoded may lie in `bytes`, which nobody else reads any more */
  constructor(bytes: Uint8Array, codec: Codec, caps: Caps, owns = false) {
    this.#bytes = bytes;
    this.#length = byteLengthOf(bytes);
    this.#view = new View(bufferOf(bytes), byteOffsetOf(bytes), this.#length);
    this.#codec = codec;
    this.#caps = caps;
    this.#owns = owns;
  }

  read(): unknown {
    if (++this.#count > this.#caps.count) throw new WireError("too many values");
    const tag = this.u8();
    if (tag === Tag.undefined) return undefined;
    if (tag === Tag.null) return null;
    if (tag === Tag.false) return false;
    if (tag === Tag.true) return true;
    if (tag === Tag.number) return getFloat64(this.#view, this.#take(8), true);
    if (tag === Tag.string) return this.text();
    if (tag >= Tag.tensor && tag <= Tag.typedArray && ++this.#objects > this.#caps.objects)
      throw new WireError("too many lists and records");
    if (tag === Tag.tensor) return this.#tensor();
    if (tag === Tag.list) return this.#nested(() => this.#list());
    if (tag === Tag.record) return this.#nested(() => this.#record());
    if (tag === Tag.typedArray) return this.#typedArray();
    if (tag === Tag.other) return standIn(this.u8());
    if (tag === Tag.ref) return this.#ref();
    throw new WireError(`unknown tag ${tag}`);
  }

  end(): void {
    if (this.at !== this.#length) throw new WireError("bytes after the value");
  }

  u8(): number {
    return this.#bytes[this.#take(1)]!;
  }

  u32(): number {
    return getUint32(this.#view, this.#take(4), true);
  }

  text(): string {
    const length = this.u32();
    const at = this.#take(2 * length);
    this.#letters += length;
    if (this.#letters > this.#caps.letters) throw new WireError("too many letters");
    let text = "";
    for (let i = 0; i < length; i += piece)
      text += this.#units(at + 2 * i, length - i < piece ? length - i : piece);
    return text;
  }

  /** Letter by letter a long text would take thirty times its length until somebody reads it. */
  #units(at: number, count: number): string {
    const units = new U16(count);
    for (let i = 0; i < count; i++) units[i] = getUint16(this.#view, at + 2 * i, true);
    return apply(fromCharCode, undefined, units) as string;
  }

  #ref(): unknown {
    const ref = { kind: this.u8(), type: this.u32(), id: this.u32() };
    if (this.#codec.refs === undefined) throw new WireError("a reference where none may be");
    return this.#codec.refs.resolve(ref);
  }

  #take(count: number): number {
    const start = this.at;
    if (count > this.#length - start) throw new WireError("the frame ends too early");
    this.at = start + count;
    return start;
  }

  #nested<T>(read: () => T): T {
    if (++this.#depth > this.#caps.depth) throw new WireError("nested too deeply");
    const value = read();
    this.#depth--;
    return value;
  }

  #list(): unknown[] {
    const length = this.u32();
    if (length > this.#length - this.at) throw new WireError("a list is longer than its frame");
    const list: unknown[] = [];
    for (let i = 0; i < length; i++) set(list, i, this.read());
    return list;
  }

  #record(): Record<string, unknown> {
    const count = this.u32();
    if (count > this.#length - this.at) throw new WireError("a record is longer than its frame");
    const record = this.#codec.record();
    for (let i = 0; i < count; i++) {
      const key = this.text();
      const value = this.read();
      // An `await` of a record with a function `then` would wait for it to be called back, for ever.
      if (key !== "then" || typeof value !== "function") set(record, key, value);
    }
    return record;
  }

  #tensor(): unknown {
    const dtype = this.u8();
    const ndim = this.u8();
    const shape: number[] = [];
    for (let i = 0; i < ndim; i++) set(shape, i, this.u32());
    const size = checkTensor(dtype, shape);
    const bytes = this.#block();
    if (byteLengthOf(bytes) !== size * dtypeBytes[dtype]!)
      throw new WireError("a tensor's bytes do not fit its shape");
    return this.#codec.make(dtypeNames[dtype]!, shape, bytes);
  }

  #typedArray(): unknown {
    const code = this.u8();
    if (code >= constructors.length) throw new WireError("unknown typed array");
    const bytes = this.#block();
    const width = typedArrayBytes[code]!;
    if (byteLengthOf(bytes) % width !== 0) throw new WireError("half an element");
    return new constructors[code]!(bufferOf(bytes), byteOffsetOf(bytes), byteLengthOf(bytes) / width);
  }

  /** Bytes that begin at a multiple of eight, so that typed arrays can lie on them: a copy, or what the frame itself holds. */
  #block(): Uint8Array {
    const length = this.u32();
    const at = this.#take(length);
    const start = byteOffsetOf(this.#bytes) + at;
    const end = start + length;
    const buffer = bufferOf(this.#bytes);
    if (this.#owns && length > largestCopy && 2 * length > this.#length) {
      const even = start - (start % 8); // over what has been read
      moveBytes(new U8(buffer), even, start, end);
      return bytesOf(buffer, even, even + length);
    }
    const copy = new U8(length);
    setBytes(copy, bytesOf(buffer, start, end), 0);
    return copy;
  }
}

/** Own property by definition: no setter of a prototype sees it, `__proto__` is a key like any other. */
function set(target: object, key: string | number, value: unknown): void {
  defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

/** Stands for every function that does not travel. */
export const standInFunction: () => undefined = Object.freeze(() => undefined);

/** A harmless value of the same type as one that does not travel. */
function standIn(code: number): unknown {
  if (code === 0) return standInFunction;
  if (code === 1) return Symbol("learner's");
  if (code === 2) return 0n;
  throw new WireError("unknown type");
}
