// A growing buffer of bytes with a cap.
import { WireError } from "./format.js";
import {
  Buffer,
  byteLengthOf,
  bytesOf,
  charCodeAt,
  setBytes,
  setFloat64,
  setUint16,
  setUint32,
  U8,
  View,
} from "./safe.js";

export class Writer {
  readonly #cap: number;
  #buffer: ArrayBuffer = new Buffer(256);
  #view: DataView = new View(this.#buffer);
  #bytes: Uint8Array = new U8(this.#buffer);
  #room = 256;
  #length = 0;

  constructor(cap: number) {
    this.#cap = cap;
  }

  u8(value: number): void {
    const at = this.#take(1);
    this.#bytes[at] = value;
  }

  u32(value: number): void {
    const at = this.#take(4);
    setUint32(this.#view, at, value, true);
  }

  f64(value: number): void {
    const at = this.#take(8);
    setFloat64(this.#view, at, value, true);
  }

  /** UTF-16 code units, so that every string survives, lone surrogates too. */
  text(value: string): void {
    const { length } = value;
    this.u32(length);
    const at = this.#take(2 * length);
    for (let i = 0; i < length; i++) setUint16(this.#view, at + 2 * i, charCodeAt(value, i), true);
  }

  /** A length and the bytes themselves. */
  block(bytes: Uint8Array): void {
    this.u32(byteLengthOf(bytes));
    this.raw(bytes);
  }

  raw(bytes: Uint8Array): void {
    const at = this.#take(byteLengthOf(bytes));
    setBytes(this.#bytes, bytes, at);
  }

  /** Room for a u32 that is known later. */
  reserve(): number {
    return this.#take(4);
  }

  patch(at: number, value: number): void {
    setUint32(this.#view, at, value, true);
  }

  /** What was written, sharing the buffer. */
  bytes(): Uint8Array {
    return bytesOf(this.#buffer, 0, this.#length);
  }

  #take(count: number): number {
    const start = this.#length;
    const end = start + count;
    if (end > this.#cap) throw new WireError(`larger than ${Math.round(this.#cap / 2 ** 20)} MB`);
    if (end > this.#room) this.#grow(end);
    this.#length = end;
    return start;
  }

  #grow(needed: number): void {
    const old = bytesOf(this.#buffer, 0, this.#length);
    while (this.#room < needed) this.#room *= 2;
    this.#buffer = new Buffer(this.#room);
    this.#view = new View(this.#buffer);
    this.#bytes = new U8(this.#buffer);
    setBytes(this.#bytes, old, 0);
  }
}
