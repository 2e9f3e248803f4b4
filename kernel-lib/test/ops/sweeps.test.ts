/**
 * A row times a matrix, where the row waits for what is made of the matrix times a column: both in one pass over the matrix.
 */
import { expect } from "chai";
import { engine } from "../../src/engines/index.js";
import * as np from "../../src/index.js";

const [k, n] = [9001, 40]; // large enough, and no whole number of blocks

interface Step {
  readonly Z: np.Tensor;
  readonly w: np.Tensor;
  readonly dw: np.Tensor;
}

type Update = (w: np.Tensor, dw: np.Tensor) => np.Tensor;

/** Three steps; with `atOnce` every value is read as soon as it is there. */
function train(X: np.Tensor, update: Update, atOnce: boolean): Step[] {
  const read = (t: np.Tensor): np.Tensor => (atOnce && t.get(0, 0) === 0.5 ? t.copy() : t);
  const steps: Step[] = [];
  let w = np.zeros([k, 1]);
  for (let i = 0; i < 3; i++) {
    const Z = read(np.dot(w.T, X)); // (1, n)
    const dZ = read(np.subtract(np.tanh(Z), np.linspace(-1, 1, n).reshape(1, n))); // (1, n)
    const dw = read(np.dot(X, dZ.T)); // (k, 1)
    w = read(update(w, dw));
    steps.push({ Z, w, dw });
  }
  return steps;
}

const descend: Update = (w, dw) => np.subtract(w, np.multiply(0.01, np.divide(dw, n)));

/** Runs `work` and gives how many rows were multiplied while they were made. */
function countSweeps(work: () => void): number {
  const engineNow = engine();
  const { multiplyRow } = engineNow;
  let count = 0;
  engineNow.multiplyRow = (...args) => {
    count += 1;
    multiplyRow(...args);
  };
  try {
    work();
  } finally {
    engineNow.multiplyRow = multiplyRow;
  }
  return count;
}

function expectSame(update: Update, X: np.Tensor, sweeps: number): void {
  const expected = train(X, update, true);
  let found: Step[] = [];
  expect(countSweeps(() => (found = train(X, update, false)))).to.equal(sweeps);
  for (const [i, { Z, w, dw }] of expected.entries()) {
    for (const [a, b] of [
      [found[i].Z, Z],
      [found[i].w, w],
      [found[i].dw, dw],
    ])
      expect(np.arrayEqual(a, b), `step ${i}`).to.equal(true);
  }
}

describe("a row that waits for a matrix times a column", () => {
  const X = np.random.defaultRng(1).normal(0, 1, [k, n]);

  it("meets the matrix in the same pass, with the bits of two", () => {
    expectSame(descend, X, 2); // before the first step nothing waits
  });

  it("may be made of the column twice, and of what is there already", () => {
    expectSame((w, dw) => np.subtract(np.multiply(0.9, w), np.multiply(dw, np.abs(dw))), X, 2);
  });

  it("is computed first when somebody else waits for a part of it", () => {
    const velocities: np.Tensor[] = [];
    const withMomentum: Update = (w, dw) => {
      const v = np.multiply(0.1, dw);
      velocities.push(np.add(v, 1));
      return np.subtract(w, v);
    };
    expectSame(withMomentum, X, 0);
    expect(np.arrayEqual(velocities[1], velocities[4])).to.equal(true);
  });

  it("is computed first when it belongs to another matrix, or to another view of this one", () => {
    const other = np.random.defaultRng(2).normal(0, 1, [k, n]);
    const w = np.multiply(2, np.dot(X, np.ones([n, 1])));
    const expected = np.dot(w.copy().T, other);
    const again = np.multiply(2, np.dot(X, np.ones([n, 1])));
    let Z = expected;
    expect(countSweeps(() => (Z = np.dot(again.T, other)))).to.equal(0);
    expect(np.arrayEqual(Z, expected)).to.equal(true);
    const shifted = np.multiply(2, np.dot(X.slice(":", "1:"), np.ones([n - 1, 1])));
    expect(countSweeps(() => np.dot(shifted.T, X))).to.equal(0);
  });

  it("does not see what is written to the matrix while it waits", () => {
    const matrix = X.copy();
    const w = np.multiply(2, np.dot(matrix, np.ones([n, 1])));
    matrix.set(1000, 0, 0);
    expect(np.arrayEqual(w, np.multiply(2, np.dot(X, np.ones([n, 1]))))).to.equal(true);
    expect(np.allclose(np.dot(w.T, matrix), np.matmul(w.copy().T, matrix))).to.equal(true);
  });
});
