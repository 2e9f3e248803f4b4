import { expect } from "chai";
import fc from "fast-check";
import * as np from "kernel-lib";
import { Decoder, decode } from "../../src/wire/decode.js";
import { encode } from "../../src/wire/encode.js";
import { defaultCaps, WireError } from "../../src/wire/format.js";
import { judgeCodec as codecOf } from "../../src/wire/judge-codec.js";

const judgeCodec = codecOf(np.Tensor);

const trip = (value: unknown): unknown => decode(encode(value, judgeCodec), judgeCodec);

const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", maxDepth: 5 },
    fc.constantFrom(undefined, null, true, false, -0, Number.NaN, Infinity, -Infinity),
    fc.double(),
    fc.string({ unit: "binary" }),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 5 }),
  ),
})).value;

describe("wire", () => {
  it("brings every plain value back", () => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(trip(value)).to.deep.equal(value);
      }),
    );
  });

  it("keeps the bits of -0, NaN and infinities, and lone surrogates", () => {
    expect(Object.is(trip(-0), -0)).to.equal(true);
    expect(Object.is(trip(Number.NaN), Number.NaN)).to.equal(true);
    expect(trip("a\ud800b")).to.equal("a\ud800b");
  });

  for (const dtype of ["float64", "float32", "int32", "uint8", "bool"] as const)
    it(`brings a (2, 3) tensor of ${dtype} back`, () => {
      const t = np.array(
        [
          [0, 1, 1],
          [1, 0, 1],
        ],
        { dtype },
      );
      const back = trip(t) as np.Tensor;
      expect(back).to.be.instanceOf(np.Tensor);
      expect([back.dtype, [...back.shape], back.toArray()]).to.deep.equal([dtype, [2, 3], t.toArray()]);
    });

  it("sends the elements that a view shows, in its order", () => {
    const t = np.arange(24).reshape([2, 3, 4]);
    for (const view of [t.T, t.slice(1), t.slice(":", "::-1", "1:3"), t.transpose([1, 0, 2])])
      expect((trip(view) as np.Tensor).toArray()).to.deep.equal(view.toArray());
  });

  it("sends empty tensors and tensors without axes", () => {
    expect((trip(np.zeros([0, 3])) as np.Tensor).shape).to.deep.equal([0, 3]);
    expect((trip(np.full([], 7)) as np.Tensor).item()).to.equal(7);
  });

  it("copies: the sender's later changes are not seen", () => {
    const t = np.array([1, 2]);
    const bytes = encode(t, judgeCodec).slice();
    t.set(9, 0);
    expect((decode(bytes, judgeCodec) as np.Tensor).toArray()).to.deep.equal([1, 2]);
  });

  it("sends raw typed arrays as what they are", () => {
    expect(trip(new Float32Array([1.5, 2]))).to.deep.equal(new Float32Array([1.5, 2]));
  });

  it("sends only the type of functions, symbols and bigints", () => {
    expect(typeof trip(() => 1)).to.equal("function");
    expect(typeof trip(Symbol("x"))).to.equal("symbol");
    expect(trip(2n ** 80n)).to.equal(0n);
  });

  it("ignores toJSON, valueOf, toString and Symbol.toStringTag", () => {
    const value = { toJSON: () => 1, valueOf: () => 2, [Symbol.toStringTag]: "Float64Array", a: 3 };
    const back = trip(value) as Record<string, unknown>;
    expect(Object.keys(back)).to.deep.equal(["toJSON", "valueOf", "a"]);
    expect(back.a).to.equal(3);
  });

  it("drops a function called then: nothing that is judged may be awaited for ever", () => {
    const key = "then";
    const withThen = (then: unknown): object => ({ [key]: then, a: 2 });
    expect(trip(withThen(() => 1))).to.deep.equal({ a: 2 });
    expect(trip(withThen(1))).to.deep.equal(withThen(1));
  });

  it("gives records without a prototype, and __proto__ as a key like any other", () => {
    const hostile = JSON.parse('{"__proto__": {"passed": true}, "constructor": 1}') as object;
    const back = trip(hostile) as Record<string, unknown>;
    expect(Object.getPrototypeOf(back)).to.equal(null);
    expect(back.passed).to.equal(undefined);
    expect(({} as { passed?: boolean }).passed).to.equal(undefined);
    expect(Object.keys(back)).to.deep.equal(["__proto__", "constructor"]);
  });

  const refused: [string, () => unknown, string][] = [
    ["a value that contains itself", cycle, "contains itself"],
    ["a list with holes", () => new Array(3).fill(1, 2), "no entry 0"],
    ["a list of 1e9 entries", () => new Array(1e9), "more than 100000 values"],
    ["depth 30", () => nest(30), "nested deeper than 24"],
    ["a 40 MB tensor", () => np.zeros([5_000_000]), "larger than 16 MB"],
    ["a 70 MB string", () => "x".repeat(35 * 2 ** 20), "more than 1000000 letters"],
    ["a key of 2 million letters", () => ({ ["x".repeat(2e6)]: 1 }), "more than 1000000 letters"],
    [
      "30,000 empty records",
      () => Array.from({ length: 30_000 }, () => ({})),
      "more than 20000 lists and records",
    ],
    ["a BigUint64Array", () => new BigUint64Array(1), "does not travel"],
  ];
  for (const [what, make, words] of refused)
    it(`refuses ${what}`, () => {
      expect(() => encode(make(), judgeCodec)).to.throw(WireError, words);
    });

  it("is as strict where it reads", () => {
    const generous = { ...defaultCaps, objects: 1e6, letters: 1e9 };
    for (const [value, words] of [
      [Array.from({ length: 30_000 }, () => ({})), "too many lists and records"],
      ["x".repeat(2e6), "too many letters"],
    ] as const)
      expect(() => decode(encode(value, judgeCodec, generous), judgeCodec)).to.throw(WireError, words);
  });

  it("lets a large array lie in a frame of its own, wherever it begins", () => {
    for (let count = 0; count < 8; count++) {
      const before = new Array(count).fill(true); // a byte each
      const numbers = Float64Array.from({ length: 20_000 }, (_, i) => i);
      for (const large of [numbers, np.array(numbers)]) {
        const want = [before, large, new Float64Array(4).fill(2), 7];
        const frame = encode(want, judgeCodec).slice();
        const back = new Decoder(frame, judgeCodec, defaultCaps, true).read() as unknown[];
        if (large === numbers) expect((back[1] as Float64Array).buffer).to.equal(frame.buffer);
        expect(np.arrayEqual(np.array(back[1] as Float64Array), np.array(numbers))).to.equal(true);
        expect([back[0], back[2], back[3]]).to.deep.equal([before, want[2], 7]);
      }
    }
  });

  it("reads a Proxy's values once, with its own loop", () => {
    let reads = 0;
    const echo = new Proxy([1, 2], { get: (t, k) => (k === "0" ? ++reads : Reflect.get(t, k)) });
    expect(trip(echo)).to.deep.equal([1, 2]);
    expect(reads).to.equal(1);
  });
});

function cycle(): unknown {
  const list: unknown[] = [];
  list.push({ list });
  return list;
}

function nest(depth: number): unknown {
  return depth === 0 ? 1 : [nest(depth - 1)];
}
