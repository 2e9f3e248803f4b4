import { expect } from "chai";
import * as fc from "fast-check";
import * as np from "../../src/core.js";
import { tensor } from "../support/arbitraries.js";
import { expectWithinUlps } from "../support/golden.js";

const withOne = {
  exp: np.exp,
  log1p: np.log1p,
  tanh: np.tanh,
  sqrt: np.sqrt,
  square: np.square,
  isnan: np.isnan,
};
const withTwo = { add: np.add, divide: np.divide, power: np.power, logaddexp: np.logaddexp, less: np.less };

describe("out", () => {
  it("is written, returned, and may be a view: a column of (2, 3)", () => {
    const t = np.zeros([2, 3]);
    const column = t.slice(":", 1);
    expect(np.add([1, 2], 10, { out: column })).to.equal(column);
    expect(t.toArray()).to.deep.equal([
      [0, 11, 0],
      [0, 12, 0],
    ]);
  });

  it("may be an operand, and is taken by methods", () => {
    const t = np.array([1, 2, 3]);
    t.multiply(2, { out: t }).subtract(1, { out: t });
    expect(t.toArray()).to.deep.equal([1, 3, 5]);
    expect(np.clip(t, 2, 4, { out: t }).toArray()).to.deep.equal([2, 3, 4]);
    expect(np.round(np.divide(t, 3), 1, { out: t }).toArray()).to.deep.equal([0.7, 1, 1.3]);
  });

  it("stretches a result over its rows: (3,) into (2, 3)", () => {
    expect(np.negative([1, 2, 3], { out: np.zeros([2, 3]) }).toArray()).to.deep.equal([
      [-1, -2, -3],
      [-1, -2, -3],
    ]);
  });

  it("keeps its dtype, narrower floats included", () => {
    const out = np.zeros(1, { dtype: "float32" });
    expect(np.divide([1], [3], { out }).dtype).to.equal("float32");
    expect(out.item()).to.equal(Math.fround(1 / 3));
  });

  it("leaves what waits for its old values as it was", () => {
    const t = np.ones(100);
    const waiting = np.exp(np.subtract(t, 1)); // float64 of 64 elements and more is computed when it is read
    np.add(t, 5, { out: t });
    expect(np.sum(waiting)).to.equal(100);
    expect(np.sum(t)).to.equal(600);
  });

  it("gets what a fresh result has, over every shape and layout", () => {
    fc.assert(
      fc.property(tensor, (t) => {
        const backwards = ({ shape, dtype }: np.Tensor): np.Tensor => np.flip(np.zeros(shape, { dtype }));
        for (const [name, f] of Object.entries(withOne)) {
          expectWithinUlps(f(t, { out: backwards(f(t)) }), f(t), 2, name);
        }
        for (const [name, f] of Object.entries(withTwo)) {
          expectWithinUlps(f(t, 1.5, { out: backwards(f(t, 1.5)) }), f(t, 1.5), 2, name);
        }
      }),
    );
  });

  it("names shapes and dtypes that do not fit", () => {
    const big = np.ones([2, 3]);
    expect(() => np.add(big, 1, { out: np.zeros(3) })).to.throw(
      np.ShapeError,
      "add: the result must broadcast to out, got (3,) for (2, 3): out would grow",
    );
    expect(() => np.exp(big, { out: np.zeros([2, 4]) })).to.throw(
      np.ShapeError,
      "exp: shapes (2, 4) and (2, 3)",
    );
    expect(() => np.divide(big, 2, { out: np.zeros([2, 3], { dtype: "int32" }) })).to.throw(
      np.DTypeError,
      'divide: out must be able to hold float64, got int32. Use astype("int32") and assign',
    );
    expect(() => np.add(1, 2, { out: np.broadcastTo([1], [3]) })).to.throw(
      "add: a broadcast view cannot be written",
    );
    expect(() => np.add(1, 2, { out: [1] as never })).to.throw(
      "add: a tensor to write into is needed, got a list of 1",
    );
    expect(() => np.add(1, 2, { into: big } as never)).to.throw("add: unknown option into");
  });
});
