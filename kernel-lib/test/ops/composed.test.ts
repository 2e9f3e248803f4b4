import { expect } from "chai";
import * as np from "../../src/core.js";

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
