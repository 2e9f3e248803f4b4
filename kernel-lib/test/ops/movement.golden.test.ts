import { expect } from "chai";
import * as np from "../../src/core.js";
import { expectSameBits, type GoldenTensor, readGolden } from "../support/golden.js";

const x = np.arange(24).reshape(2, 3, 4);
const isFive = np.equal(
  np.subtract(x, np.multiply(np.floor(np.divide(x, 5)), 5)), // x % 5
  0,
);

const calls: Record<string, () => np.Tensor> = {
  reshape: () => x.T.reshape(4, 6),
  ravel: () => x.T.ravel(),
  swapaxes: () => np.swapaxes(x, 0, 2),
  transpose: () => np.transpose(x, [1, 2, 0]),
  concatenate: () => np.concatenate([x, x.slice(":", "0:1")], { axis: 1 }),
  stack: () => np.stack([x, np.add(x, 1)], { axis: -1 }),
  hstack: () => np.hstack([x, x]),
  vstack: () => np.vstack([x, x]),
  flip: () => np.flip(x, { axis: 1 }),
  tile: () => np.tile(x, [2, 1, 3]),
  repeat: () => np.repeat(x, 3, { axis: 1 }),
  take: () =>
    np.take(
      x,
      [
        [2, 0],
        [-1, 1],
      ],
      { axis: 1 },
    ),
  slice: () => x.slice("::-1", "0:2", -1),
  "slice backwards": () => x.slice(1, "::-2", "3:0:-1"),
  mask: () => x.mask(isFive),
  dot: () => np.dot(x, x.transpose([0, 2, 1])),
  matmul: () => np.matmul(x, x.transpose([0, 2, 1])),
  outer: () => np.outer(x.slice(0, 0), x.slice(0, 1)),
  inner: () => np.inner(x, x.at(0)),
  arange: () => np.arange(0.1, 2, 0.3),
  linspace: () => np.linspace(-1, 3, 7),
};

describe("movement, indexing and products of arange(24).reshape(2, 3, 4) give NumPy's bits", () => {
  const { cases } = readGolden<{ call: string; want: GoldenTensor }>("movement");
  it("covers every case of the file", () => {
    expect(cases.map((one) => one.call)).to.have.members(Object.keys(calls));
  });
  for (const { call, want } of cases) {
    it(call, () => expectSameBits(calls[call](), want, call));
  }
});
