import { expect } from "chai";
import * as np from "../../src/core.js";

describe("meshgrid", () => {
  it("gives the coordinates of a grid, along columns first", () => {
    const [X, Y] = np.meshgrid([0, 1, 2], [10, 20]);
    expect(X.toArray()).to.deep.equal([
      [0, 1, 2],
      [0, 1, 2],
    ]);
    expect(Y.toArray()).to.deep.equal([
      [10, 10, 10],
      [20, 20, 20],
    ]);
  });

  it("runs along rows first with indexing ij, and takes any number of axes", () => {
    const [X, Y] = np.meshgrid([0, 1, 2], [10, 20], { indexing: "ij" });
    expect([[...X.shape], Y.at(0).toArray()]).to.deep.equal([
      [3, 2],
      [10, 20],
    ]);
    const shapes = np.meshgrid(np.zeros(2), np.zeros(3), np.zeros(4)).map((t) => [...t.shape]);
    expect(shapes).to.deep.equal(new Array(3).fill([3, 2, 4]));
    expect(np.meshgrid()).to.deep.equal([]);
  });

  it("names an unknown indexing and what is no axis", () => {
    const wrong = { indexing: "yx" as "xy" };
    expect(() => np.meshgrid([1], wrong)).to.throw(
      TypeError,
      'meshgrid: indexing must be "xy" or "ij", got "yx"',
    );
    expect(() => np.meshgrid([1], null as never)).to.throw(np.DataError, "meshgrid: a tensor");
  });
});

describe("fromFunction", () => {
  it("calls the function with the place of each element", () => {
    const t = np.fromFunction((i, j) => 10 * i + j, [2, 3]);
    expect(t.toArray()).to.deep.equal([
      [0, 1, 2],
      [10, 11, 12],
    ]);
    expect(np.fromFunction((i, j) => i === j, [2, 2]).toArray()).to.deep.equal(
      np.eye(2, { dtype: "bool" }).toArray(),
    );
    expect([...np.fromFunction(() => 1, [0, 3]).shape]).to.deep.equal([0, 3]);
    expect(np.fromFunction((i) => i, 2, { dtype: "int32" }).dtype).to.equal("int32");
  });

  it("names what the function gave", () => {
    expect(() => np.fromFunction((i) => (i === 1 ? "x" : 0) as number, 3)).to.throw(
      np.DataError,
      'fromFunction: the function must give numbers or booleans, got "x" at [1]',
    );
    expect(() => np.fromFunction(3 as never, 3)).to.throw(
      np.DataError,
      "fromFunction: a function of the place is needed, got 3",
    );
  });
});
