import { expect } from "chai";
import * as np from "kernel-lib";
import { decode } from "../../src/wire/decode.js";
import { encode } from "../../src/wire/encode.js";
import { WireError } from "../../src/wire/format.js";
import { judgeCodec as codecOf } from "../../src/wire/judge-codec.js";

const judgeCodec = codecOf(np.Tensor);

/** A small linear congruential generator: the same frames every time. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const honest = encode(
  { w: np.ones([2, 3]), costs: [1, 2, { a: "text", b: [null, undefined, true] }], raw: new Uint8Array(5) },
  judgeCodec,
);

/** Without chai, which would take most of the time of 200,000 frames. */
function isPlain(value: unknown, depth = 0): boolean {
  if (depth > 30) return false;
  if (typeof value !== "object" || value === null || value instanceof np.Tensor) return true;
  if (ArrayBuffer.isView(value)) return true;
  const prototype = Object.getPrototypeOf(value) as unknown;
  if (prototype !== null && prototype !== Array.prototype) return false;
  return Object.values(value).every((v) => isPlain(v, depth + 1));
}

/** Decodes to plain data or throws a WireError; anything else fails the test. */
function survive(bytes: Uint8Array): "plain" | "rejected" {
  try {
    if (isPlain(decode(bytes, judgeCodec))) return "plain";
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

  it("are rejected or plain data: 100,000 of random bytes", () => {
    const random = generator(1);
    const before = keys();
    for (let i = 0; i < 100_000; i++)
      survive(Uint8Array.from({ length: random(60) }, () => random(random(2) ? 12 : 256)));
    expect(keys()).to.equal(before);
  });

  it("are rejected or plain data: 100,000 honest ones with some bytes changed", () => {
    const random = generator(2);
    const before = keys();
    const seen = { plain: 0, rejected: 0 };
    for (let i = 0; i < 100_000; i++) {
      const bytes = honest.slice();
      for (let k = 0; k <= random(3); k++) bytes[random(bytes.length)] = random(256);
      seen[survive(bytes)]++;
    }
    expect(seen.plain).to.be.above(1000);
    expect(seen.rejected).to.be.above(1000);
    expect(keys()).to.equal(before);
  });

  it("are rejected when cut short or followed by more", () => {
    for (let n = 0; n < honest.length; n++) expect(survive(honest.slice(0, n))).to.equal("rejected");
    expect(survive(Uint8Array.from([...honest, 0]))).to.equal("rejected");
  });

  it("allocate nothing for a length that the frame does not hold", () => {
    const claims = [5, 7, 8].map((tag) => Uint8Array.from([tag, 255, 255, 255, 255]));
    const tensor = Uint8Array.from([6, 0, 1, 255, 255, 255, 127, 255, 255, 255, 255]);
    for (const bytes of [...claims, tensor]) expect(survive(bytes)).to.equal("rejected");
  });
});
