import { expect } from "chai";
import * as np from "../../src/core.js";

describe("np.random", () => {
  it("gives the course's first gaussians after seed(1)", () => {
    np.random.seed(1);
    expect(String(np.random.randn(2, 2))).to.equal("[[ 1.62434536 -0.61175641]\n [-0.52817175 -1.07296862]]");
  });

  it("repeats itself after the same seed, also in the middle of a pair of gaussians", () => {
    np.random.seed(5);
    const first = np.random.randn(3);
    np.random.seed(5);
    expect(np.arrayEqual(np.random.randn(3), first)).to.equal(true);
  });

  it("gives plain numbers without a shape and takes lengths or a list", () => {
    expect([typeof np.random.rand(), typeof np.random.randn(), typeof np.random.randint(3)]).to.deep.equal([
      "number",
      "number",
      "number",
    ]);
    expect([...np.random.rand(2, 3).shape]).to.deep.equal([2, 3]);
    expect([...np.random.randn([2, 3]).shape]).to.deep.equal([2, 3]);
    expect([...np.random.randn(0).shape]).to.deep.equal([0]);
  });

  it("randint stays in [low, high) and reaches both ends", () => {
    const t = new np.random.RandomState(0).randint(-1, 2, 200);
    expect([np.min(t), np.max(t), t.dtype]).to.deep.equal([-1, 1, "int32"]);
    expect(np.random.randint(5, 6, [3]).toArray()).to.deep.equal([5, 5, 5]);
  });

  it("shuffle keeps every row, permutation leaves its input alone", () => {
    const rows = np.arange(8).reshape(4, 2);
    const copy = rows.copy();
    const mixed = np.random.permutation(rows);
    expect(np.arrayEqual(rows, copy)).to.equal(true);
    expect([...mixed].map((row) => row.get(0)).sort()).to.deep.equal([0, 2, 4, 6]);
    const list = ["a", "b", "c"];
    np.random.shuffle(list);
    expect([...list].sort()).to.deep.equal(["a", "b", "c"]);
  });

  it("streams of their own do not disturb each other", () => {
    np.random.seed(3);
    const first = np.random.rand(2);
    np.random.seed(3);
    new np.RandomState(9).rand(5);
    expect(np.arrayEqual(np.random.rand(2), first)).to.equal(true);
  });

  it("names wrong arguments", () => {
    expect(() => np.random.seed(-1)).to.throw(
      RangeError,
      "seed: a whole number from 0 to 4294967295 is needed, got -1",
    );
    expect(() => np.random.randint(3, 3)).to.throw(
      RangeError,
      "randint: high must be above low, got [3, 3): empty",
    );
    expect(() => np.random.randint(0.5)).to.throw(
      TypeError,
      "randint: whole numbers are needed, got 0 and 0.5",
    );
    expect(() => np.random.randint(0, 2 ** 33)).to.throw(
      np.DTypeError,
      "randint: the numbers must fit int32",
    );
    expect(() => np.random.normal(0, -1)).to.throw(RangeError, "normal: scale must not be negative, got -1");
    expect(() => np.random.randn(2, [3] as unknown as number)).to.throw(
      np.ShapeError,
      "randn: lengths are numbers as in randn(2, 3), got a list among 2 arguments",
    );
    expect(() => np.random.shuffle(3 as unknown as unknown[])).to.throw(
      TypeError,
      "shuffle: a tensor or a list is needed, got 3",
    );
  });
});
