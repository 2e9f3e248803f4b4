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

  it("shuffle draws nothing for rows of nothing", () => {
    for (const make of [() => new np.RandomState(0), () => np.random.defaultRng(0)]) {
      const [shuffled, fresh] = [make(), make()];
      shuffled.shuffle(np.zeros([3, 0]));
      expect(shuffled.random(3).toArray()).to.deep.equal(fresh.random(3).toArray());
    }
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

  it("choice gives a number, a shape, or rows, and with replace: false every item once", () => {
    const rs = new np.RandomState(3);
    expect(rs.choice(5)).to.be.within(0, 4);
    expect([...rs.choice([0.5, 1.5], [2, 3]).shape]).to.deep.equal([2, 3]);
    expect(rs.choice(6, 6, { replace: false }).toArray().sort()).to.deep.equal([0, 1, 2, 3, 4, 5]);
    expect([...np.random.defaultRng(1).choice(np.ones([4, 3]), 2).shape]).to.deep.equal([2, 3]);
    expect([...np.random.defaultRng(1).choice(np.ones([4, 3]), []).shape]).to.deep.equal([3]);
    expect(rs.choice(3, 50, { p: [0, 1, 0] }).toArray()).to.deep.equal(Array(50).fill(1));
  });

  it("choice names what is wrong with items and probabilities", () => {
    const { choice } = np.random;
    expect(() => choice(0, 2)).to.throw(RangeError, "choice: nothing to draw from, got 2 of 0");
    expect(() => choice(2.5)).to.throw(
      RangeError,
      "choice: items are a tensor or a whole number up to 2^31, got 2.5",
    );
    expect(() => choice(3, 4, { replace: false })).to.throw(
      RangeError,
      "choice: without replace each item comes once, got 4 of 3. Draw fewer, or with replace",
    );
    expect(() => choice(3, 2, { p: [1, 0, 0], replace: false })).to.throw(
      RangeError,
      "choice: without replace only items with p > 0 can be drawn, got 2 of 1",
    );
    expect(() => choice(2, 1, { p: [0.5, 0.4] })).to.throw(
      RangeError,
      "choice: probabilities must sum to 1, got 0.9. Divide them by their sum",
    );
    expect(() => choice(2, 1, { p: [1.5, -0.5] })).to.throw(
      RangeError,
      "choice: probabilities must not be negative, got -0.5",
    );
    expect(() => choice(2, 1, { p: [1] })).to.throw(
      np.ShapeError,
      "choice: p needs shape (2,), one per item, got (1,)",
    );
    expect(() => choice(np.ones([2, 3]))).to.throw(
      np.ShapeError,
      "choice: one number is drawn from one axis, got shape (2, 3). Use size [] for one row",
    );
  });
});

describe("np.random.defaultRng", () => {
  it("takes no seed, a number, a bigint and a list; equal seeds, equal streams", () => {
    const { defaultRng } = np.random;
    expect(defaultRng().random()).to.not.equal(defaultRng().random());
    expect(defaultRng(5).random())
      .to.equal(defaultRng(5n).random())
      .and.equal(defaultRng([5]).random());
  });

  it("draws bytes and bits of their own dtype", () => {
    const rng = np.random.defaultRng(2);
    expect(rng.integers(0, 256, 3, { dtype: "uint8" }).dtype).to.equal("uint8");
    expect(rng.integers(0, 2, 3, { dtype: "bool" }).dtype).to.equal("bool");
    expect(rng.random(3, { dtype: "float32" }).dtype).to.equal("float32");
    expect(rng.integers(7, 8)).to.equal(7);
  });

  it("permuted leaves its input alone", () => {
    const t = np.arange(6).reshape(2, 3);
    np.random.defaultRng(0).permuted(t);
    expect(np.arrayEqual(t, np.arange(6).reshape(2, 3))).to.equal(true);
  });

  it("names wrong arguments", () => {
    const rng = np.random.defaultRng(0);
    expect(() => np.random.defaultRng(-1)).to.throw(
      RangeError,
      "defaultRng: a seed is a whole number from 0, or a list of them, got -1",
    );
    expect(() => np.random.defaultRng(2 ** 60)).to.throw(
      RangeError,
      "Use a bigint like 2n ** 60n beyond 2^53",
    );
    expect(() => rng.integers(3, 3)).to.throw(
      RangeError,
      "integers: high must be above low, got [3, 3): empty",
    );
    expect(() => rng.integers(0.5)).to.throw(TypeError, "integers: whole numbers are needed, got 0 and 0.5");
    expect(() => rng.integers(0, 300, 2, { dtype: "uint8" })).to.throw(
      np.DTypeError,
      "integers: the numbers must fit uint8, got 0 to 299",
    );
    expect(() => rng.integers(0, 3, 2, { dtype: "float64" })).to.throw(
      np.DTypeError,
      'integers: dtype must be int32, uint8 or bool, got "float64"',
    );
    expect(() => rng.normal(Number.NaN)).to.throw(RangeError, "normal: loc must be a finite number, got NaN");
    expect(() => rng.uniform(0, Infinity)).to.throw(
      RangeError,
      "uniform: high must be a finite number, got Infinity",
    );
    expect(() => rng.uniform(3, 1)).to.throw(RangeError, "uniform: high must not be below low, got [3, 1)");
    expect(() => rng.permuted(np.ones([2, 2]), { axis: 2 })).to.throw(
      np.AxisError,
      "permuted: axis 2 is out of range for shape (2, 2); use -2..1",
    );
  });
});
