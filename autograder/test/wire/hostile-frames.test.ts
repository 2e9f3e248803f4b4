import { expect } from "chai";
import * as np from "kernel-lib";
import { Book, instanceOf } from "../../src/sandbox/book.js";
import { readQuestion, readResult } from "../../src/sandbox/talk.js";
import { decode, standInFunction } from "../../src/wire/decode.js";
import { Encoder, encode } from "../../src/wire/encode.js";
import { type Codec, defaultCaps, RefKind, Tag, WireError } from "../../src/wire/format.js";
import { judgeCodec as codecOf } from "../../src/wire/judge-codec.js";

/** A class that instances are of, and a function of the test's that may be asked. */
const book = new Book(["Layer"]);
const ask = (): number => 1;
const judgeCodec: Codec = { ...codecOf(np.Tensor), refs: book };
const layer = book.resolve({ kind: RefKind.instance, type: 1, id: 1 });

/** A small linear congruential generator: the same frames every time. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const everything = {
  ...{ w: np.ones([2, 3]), costs: [1, 2, { a: "text", b: [null, undefined, true] }] },
  ...{ raw: new Uint8Array(5), layer, ask },
};

/** Frames as an honest child sends them, by what they are. */
const honest: Record<string, Uint8Array> = {
  values: encode(everything, judgeCodec),
  results: framed([], [false, everything, 0, layer, undefined]),
  questions: framed([1, 0, 0, 0, 2], [layer, everything]),
};

function framed(head: readonly number[], values: readonly unknown[]): Uint8Array {
  const encoder = new Encoder(judgeCodec, defaultCaps);
  for (const byte of head) encoder.out.u8(byte);
  for (const value of values) encoder.write(value, null);
  return encoder.out.bytes().slice();
}

/** Without chai, which would take most of the time of 200,000 frames. */
function isPlain(value: unknown, depth = 0): boolean {
  if (depth > 30) return false;
  if (typeof value === "function") return value === ask || value === standInFunction;
  if (typeof value !== "object" || value === null || value instanceof np.Tensor) return true;
  if (ArrayBuffer.isView(value)) return true;
  if (instanceOf(value)) return Object.isFrozen(value);
  const prototype = Object.getPrototypeOf(value) as unknown;
  if (prototype !== null && prototype !== Array.prototype) return false;
  return Object.values(value).every((v) => isPlain(v, depth + 1));
}

/** What is read of a frame: data, a stand-in for an instance, or a function of the test's own. */
type Read = (bytes: Uint8Array) => unknown[];

const reads: Record<string, Read> = {
  values: (bytes) => [decode(bytes, judgeCodec)],
  results: (bytes) => {
    const { value, changes } = readResult(bytes, judgeCodec);
    return [value, ...changes.values()];
  },
  questions: (bytes) => {
    const { callback, args } = readQuestion(bytes, judgeCodec, book);
    if (callback !== ask) throw new Error("not a function of the test");
    return [...args];
  },
};

/** Decodes to plain data or throws a WireError; anything else fails the test. */
function survive(bytes: Uint8Array, read: Read): "plain" | "rejected" {
  try {
    if (read(bytes).every((value) => isPlain(value))) return "plain";
  } catch (error) {
    if (error instanceof WireError) return "rejected";
    throw error;
  }
  throw new Error(`not plain: ${Buffer.from(bytes).toString("hex")}`);
}

describe("hostile frames", () => {
  const prototypes = [Object, Array, Function, String, Uint8Array, Float64Array].map(
    (c) => c.prototype as object,
  );
  const keys = (): string => JSON.stringify(prototypes.map((p) => Reflect.ownKeys(p).map(String)));

  for (const [kind, read] of Object.entries(reads)) {
    it(`are rejected or plain data: 34,000 of random bytes read as ${kind}`, () => {
      const random = generator(1);
      const before = keys();
      for (let i = 0; i < 34_000; i++)
        survive(
          Uint8Array.from({ length: random(60) }, () => random(random(2) ? 12 : 256)),
          read,
        );
      expect(keys()).to.equal(before);
    });

    it(`are rejected or plain data: 34,000 honest ${kind} with some bytes changed`, () => {
      const random = generator(2);
      const before = keys();
      const seen = { plain: 0, rejected: 0 };
      for (let i = 0; i < 34_000; i++) {
        const bytes = honest[kind]!.slice();
        for (let k = 0; k <= random(3); k++) bytes[random(bytes.length)] = random(256);
        seen[survive(bytes, read)]++;
      }
      expect(seen.plain).to.be.above(300);
      expect(seen.rejected).to.be.above(300);
      expect(keys()).to.equal(before);
    });

    it(`are rejected when ${kind} are cut short or followed by more`, () => {
      const bytes = honest[kind]!;
      expect(survive(bytes, read)).to.equal("plain");
      for (let n = 0; n < bytes.length; n++) expect(survive(bytes.slice(0, n), read)).to.equal("rejected");
      expect(survive(Uint8Array.from([...bytes, 0]), read)).to.equal("rejected");
    });
  }

  it("name only functions that were given, classes that are there, and not too many instances", () => {
    const ref = (kind: number, type: number, id: number): Uint8Array =>
      Uint8Array.from([Tag.ref, kind, type, 0, 0, 0, id & 255, id >> 8, 0, 0]);
    const rejected = [ref(0, 0, 2), ref(0, 1, 1), ref(1, 0, 1), ref(1, 2, 1), ref(1, 1, 0), ref(2, 1, 1)];
    for (const bytes of rejected) expect(survive(bytes, reads.values!)).to.equal("rejected");
    const many = new Book(["Layer"]);
    const codec = { ...judgeCodec, refs: many };
    for (let id = 1; id <= 10_000; id++) decode(ref(1, 1, id), codec);
    expect(() => decode(ref(1, 1, 10_001), codec)).to.throw(WireError, "more than 10000 instances");
    expect(() => decode(ref(1, 1, 1), { ...judgeCodec, refs: undefined })).to.throw(WireError, "none may be");
  });

  it("allocate nothing for a length that the frame does not hold", () => {
    const claims = [5, 7, 8].map((tag) => Uint8Array.from([tag, 255, 255, 255, 255]));
    const tensor = Uint8Array.from([6, 0, 1, 255, 255, 255, 127, 255, 255, 255, 255]);
    for (const bytes of [...claims, tensor]) expect(survive(bytes, reads.values!)).to.equal("rejected");
  });
});
