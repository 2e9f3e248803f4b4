import { expect } from "chai";
import * as fc from "fast-check";
import * as np from "../../src/core.js";
import { tensor } from "../support/arbitraries.js";

const dtypes = fc.constantFrom<np.DType>("float64", "float32", "int32", "uint8", "bool");

describe("toTransferable and fromTransferable", () => {
  it("bring every tensor through structuredClone: dtype, shape and values, NaN and -0 too", () => {
    fc.assert(
      fc.property(tensor, dtypes, (t, dtype) => {
        const want = t.astype(dtype);
        const got = np.fromTransferable(structuredClone(np.toTransferable(want)));
        expect(got).to.be.instanceOf(np.Tensor);
        expect(got.dtype).to.equal(dtype);
        expect(np.arrayEqual(got, want)).to.equal(true);
      }),
    );
    const odd = np.fromTransferable(structuredClone(np.toTransferable([Number.NaN, -0, Infinity])));
    expect(odd.toArray()).to.deep.equal([Number.NaN, -0, Infinity]);
  });

  it("copies a view, so the buffer holds these elements only and may be transferred", () => {
    const plain = np.toTransferable(np.arange(100).slice([3, 5]));
    expect(plain.data.buffer.byteLength).to.equal(16);
    const moved = structuredClone(plain, { transfer: [plain.data.buffer as ArrayBuffer] });
    expect(np.fromTransferable(moved).toArray()).to.deep.equal([3, 4]);
  });

  it("names what is no such object, also the clone of a tensor itself", () => {
    const clone = structuredClone(np.ones(2)) as never;
    expect(() => np.fromTransferable(clone)).to.throw(
      np.DataError,
      "fromTransferable: what np.toTransferable gives is needed, got an object. Did you mean structuredClone(np.toTransferable(t))?",
    );
    expect(() => np.fromTransferable(null as never)).to.throw(np.DataError, "is needed, got null");
    const mixed = { dtype: "int32", shape: [2], data: new Float64Array(2) } as never;
    expect(() => np.fromTransferable(mixed)).to.throw(
      np.DTypeError,
      "fromTransferable: data must be of its dtype, got float64 for int32",
    );
    const short = { dtype: "float64", shape: [3], data: new Float64Array(2) } as never;
    expect(() => np.fromTransferable(short)).to.throw(np.ShapeError, "got 2 elements for (3,)");
  });
});

describe("JSON.stringify of a tensor", () => {
  it("gives nested lists", () => {
    expect(JSON.stringify({ W: np.array([[1, 2.5]]), ok: np.array([true]) })).to.equal(
      '{"W":[[1,2.5]],"ok":[true]}',
    );
    expect(JSON.stringify(np.array(3))).to.equal("3");
  });

  it("refuses what JSON would lose, and says where it is", () => {
    expect(() => JSON.stringify(np.array([[1, Number.NaN]]))).to.throw(
      np.DataError,
      "toJSON: JSON has no NaN, Infinity or -0, got NaN at [0, 1]. Use np.toTransferable(t) or t.toArray()",
    );
    expect(() => JSON.stringify(np.array([-0]))).to.throw(np.DataError, "got -0 at [0]");
    expect(() => JSON.stringify(np.array(-Infinity))).to.throw(np.DataError, "got -Infinity. Use");
  });
});

describe("logaddexp", () => {
  it("neither overflows nor loses small numbers", () => {
    expect(np.logaddexp(1000, 1000).item()).to.equal(1000 + Math.LN2);
    expect(np.logaddexp(0, [-1000, 1000]).toArray()).to.deep.equal([0, 1000]);
    expect(np.logaddexp(-Infinity, -Infinity).item()).to.equal(-Infinity);
    expect(np.logaddexp(Infinity, [1, Infinity, -Infinity]).toArray()).to.deep.equal([
      Infinity,
      Infinity,
      Infinity,
    ]);
    expect(np.logaddexp(Number.NaN, 1).item()).to.satisfy(Number.isNaN);
  });

  it("is the logarithm of the sum", () => {
    const small = fc.double({ min: -20, max: 20, noNaN: true });
    fc.assert(
      fc.property(small, small, (a, b) => {
        expect(np.logaddexp(a, b).item()).to.be.closeTo(Math.log(Math.exp(a) + Math.exp(b)), 1e-13 * 21);
      }),
    );
  });

  it("keeps float32, makes integers float64, broadcasts", () => {
    expect(np.logaddexp(np.ones(2, { dtype: "float32" }), 0).dtype).to.equal("float32");
    expect(np.logaddexp(np.ones(2, { dtype: "int32" }), 0).dtype).to.equal("float64");
    expect([...np.logaddexp(np.ones([2, 1]), np.ones(3)).shape]).to.deep.equal([2, 3]);
  });
});
