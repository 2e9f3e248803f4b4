import { expect } from "chai";
import * as np from "../../src/core.js";

describe("array", () => {
  it("makes a (2, 2) float64 tensor of nested lists", () => {
    const t = np.array([
      [1, 2],
      [3, 4],
    ]);
    expect([...t.shape, t.dtype]).to.deep.equal([2, 2, "float64"]);
  });

  it("takes numbers, booleans, typed arrays, tensors and lists of tensors", () => {
    expect(np.array(5).toArray()).to.equal(5);
    expect(np.array([true, false]).dtype).to.equal("bool");
    expect(np.array([true, 2]).toArray()).to.deep.equal([1, 2]);
    expect(np.array(new Uint8Array([1, 2])).dtype).to.equal("uint8");
    expect(np.array([np.array([1, 2]), np.array([3, 4])]).toArray()).to.deep.equal([
      [1, 2],
      [3, 4],
    ]);
  });

  it("copies", () => {
    const t = np.ones([2]);
    np.array(t).set(5, 0);
    expect(t.get(0)).to.equal(1);
  });

  it("converts to the dtype asked for, cutting fractions off", () => {
    expect(np.array([1.9, -1.9], { dtype: "int32" }).toArray()).to.deep.equal([1, -1]);
    expect(np.array([0, 0.5], { dtype: "bool" }).toArray()).to.deep.equal([false, true]);
  });

  it("keeps empty lists as empty axes", () => {
    expect([...np.array([]).shape]).to.deep.equal([0]);
    expect([...np.array([[], []]).shape]).to.deep.equal([2, 0]);
  });

  it("names the place where nested lists are ragged", () => {
    expect(() => np.array([[1, 2], [3]])).to.throw(
      np.ShapeError,
      "array: nested lists must have equal lengths, got a list of 1 at [1]: expected 2 as in the lists before",
    );
    expect(() => np.array([[1, 2], 3])).to.throw(np.ShapeError, "got 3 at [1]");
    expect(() => np.array([1, [2]])).to.throw(
      np.ShapeError,
      "got a list at [1]: expected a number as before it",
    );
  });

  it("refuses words, undefined and null, with their place", () => {
    const make = (list: unknown): np.Tensor => np.array(list as number[]);
    expect(() => make([1, "2"])).to.throw(
      np.DataError,
      'array: elements must be numbers or booleans, got "2" at [1]',
    );
    expect(() => np.array([1n] as never)).to.throw(np.DataError, "numbers or booleans, got 1n at [0]");
    expect(() => np.array(new ArrayBuffer(8) as never)).to.throw(np.DataError, "got an ArrayBuffer");
    expect(() => make([[1, undefined]])).to.throw(np.DataError, "got undefined at [0, 1]");
    expect(() => make("12")).to.throw(
      np.DataError,
      'array: a tensor, a number or a nested list is needed, got "12"',
    );
    expect(() => make(undefined)).to.throw(np.DataError, "got undefined");
  });

  it("refuses numbers that an integer dtype cannot hold, and wraps on request", () => {
    const refused = (values: number[], dtype: np.DType, got: string): unknown =>
      expect(() => np.array(values, { dtype })).to.throw(
        np.DTypeError,
        `array: numbers must fit ${dtype}, got ${got}`,
      );
    refused([1, 300], "uint8", "300");
    refused([-1], "uint8", "-1");
    refused([2 ** 31], "int32", "2147483648");
    refused([Number.NaN], "int32", "NaN");
    expect(np.array([255.9, -0.5], { dtype: "uint8" }).toArray()).to.deep.equal([255, 0]);
    expect(np.array([300]).astype("uint8").toArray()).to.deep.equal([44]);
  });

  it("refuses unknown dtypes and options", () => {
    expect(() => np.array([1], { dtype: "float16" as "float32" })).to.throw(
      np.DTypeError,
      'array: dtype must be one of bool, uint8, int32, float32, float64, got "float16"',
    );
    expect(() => np.zeros(2, { dtyp: "bool" } as object)).to.throw(
      "zeros: unknown option dtyp. Did you mean dtype?",
    );
  });
});

describe("fromBuffer", () => {
  it("wraps without copying and takes the dtype of the array", () => {
    const data = new Float32Array(6);
    const t = np.fromBuffer(data, [2, 3]);
    data[5] = 7;
    expect([t.get(1, 2), t.dtype]).to.deep.equal([7, "float32"]);
    expect(np.fromBuffer(new Uint8ClampedArray(2)).dtype).to.equal("uint8");
  });

  it("refuses a shape of another size", () => {
    expect(() => np.fromBuffer(new Float64Array(5), [2, 3])).to.throw(
      np.ShapeError,
      "fromBuffer: the shape must hold every element, got 5 elements for (2, 3): 6",
    );
  });
});

describe("filled tensors", () => {
  it("zeros, ones and full have the shape asked for, a number counts as one axis", () => {
    expect(np.zeros(2).toArray()).to.deep.equal([0, 0]);
    expect(np.ones([1, 2], { dtype: "int32" }).toArray()).to.deep.equal([[1, 1]]);
    expect(np.full([2], 7).toArray()).to.deep.equal([7, 7]);
    expect(np.full([1], true).toArray()).to.deep.equal([true]);
    expect(np.zeros([]).toArray()).to.equal(0);
  });

  it("the Like family takes shape and dtype from a tensor", () => {
    const t = np.ones([2, 1], { dtype: "int32" });
    const all = [np.zerosLike(t), np.onesLike(t), np.fullLike(t, 9)];
    expect(all.map((one) => [one.dtype, one.toArray()])).to.deep.equal([
      ["int32", [[0], [0]]],
      ["int32", [[1], [1]]],
      ["int32", [[9], [9]]],
    ]);
  });

  it("eye has ones on the diagonal", () => {
    expect(np.eye(2, 3).toArray()).to.deep.equal([
      [1, 0, 0],
      [0, 1, 0],
    ]);
  });

  it("say what a shape is", () => {
    expect(() => np.zeros([2, -1])).to.throw(
      np.ShapeError,
      "zeros: lengths must be whole numbers from 0, got (2, -1)",
    );
    expect(() => np.zeros("2" as unknown as number)).to.throw(
      np.ShapeError,
      'zeros: a shape is a list of lengths like [2, 3], got "2"',
    );
  });
});

describe("arange and linspace", () => {
  it("arange leaves the end out and may count down", () => {
    expect(np.arange(3).toArray()).to.deep.equal([0, 1, 2]);
    expect(np.arange(5, 0, -2).toArray()).to.deep.equal([5, 3, 1]);
    expect(np.arange(2, 2).size).to.equal(0);
    expect(np.arange(0, 3, 1, { dtype: "int32" }).dtype).to.equal("int32");
    expect(() => np.arange(0, 1, 0)).to.throw(
      RangeError,
      "arange: finite start and stop and a step that is not 0 are needed, got 0, 1, 0",
    );
    expect(() => np.arange(0, Infinity)).to.throw(RangeError, "are needed, got 0, Infinity, 1");
  });

  it("linspace includes both ends", () => {
    expect(np.linspace(0, 1, 3).toArray()).to.deep.equal([0, 0.5, 1]);
    expect(np.linspace(2, 3, 1).toArray()).to.deep.equal([2]);
    expect(np.linspace(0, 1, 0).size).to.equal(0);
  });
});
