import { expect } from "chai";
import * as fc from "fast-check";
import * as np from "../../src/core.js";
import { broadcastable } from "../support/arbitraries.js";

describe("isinf and logicalXor", () => {
  it("isinf is true for both infinities", () => {
    expect(np.isinf([1, Infinity, -Infinity, NaN]).toArray()).to.deep.equal([false, true, true, false]);
  });

  it("logicalXor is true where exactly one is", () => {
    expect(np.logicalXor([0, 0, 1, 2], [0, 3, 0, 4]).toArray()).to.deep.equal([false, true, true, false]);
    expect(() => np.logicalXor([1, 2], [1, 2, 3])).to.throw(
      np.ShapeError,
      "logicalXor: shapes (2,) and (3,) do not broadcast: axis 0 has 2 and 3",
    );
  });
});

describe("logaddexp", () => {
  it("is the safe loss of a sigmoid unit", () => {
    expect(np.logaddexp(0, [-1000, 0, 1000]).toArray()).to.deep.equal([0, Math.LN2, 1000]);
    const infinite = np.logaddexp([Infinity, -Infinity, Infinity, NaN], [Infinity, -Infinity, -Infinity, 0]);
    expect(infinite.toArray()).to.deep.equal([Infinity, -Infinity, Infinity, NaN]);
    expect(np.logaddexp(0, np.ones(2, { dtype: "float32" })).dtype).to.equal("float32");
  });

  it("is log(exp(a) + exp(b)), whichever comes first", () => {
    fc.assert(
      fc.property(broadcastable, ([a, b]) => {
        const direct = np.log(np.add(np.exp(a), np.exp(b)));
        expect(np.allclose(np.logaddexp(a, b), direct, { rtol: 1e-12, atol: 1e-12 })).to.equal(true);
        expect(np.logaddexp(b, a).toArray()).to.deep.equal(np.logaddexp(a, b).toArray());
      }),
    );
  });
});
