// Whatever is passed to a public function, it gives a result or says in its own name what is wrong.
import { expect } from "chai";
import * as np from "../../src/core.js";
import { type Call, checkAlmostGood, checkNamed } from "../support/fuzz.js";

/** Public functions that take tensors; the rest has tests of its own. */
const functions = Object.entries(np as unknown as Record<string, Call>).filter(
  ([name, value]) =>
    typeof value === "function" && /^[a-z]/.test(name) && !["tick", "progress", "showConfig"].includes(name),
);

describe("bad input is named", () => {
  for (const [name, f] of functions) it(`by ${name}`, () => checkNamed((args) => f(...args), name));

  it("covers the public functions", () => {
    expect(functions.map(([name]) => name)).to.include.members([
      "array",
      "add",
      "sum",
      "reshape",
      "matmul",
      "pad",
    ]);
  });
});

const t = np.arange(12).reshape(3, 4);
const condition = np.greater(t, 5);
const into = { out: np.zeros([3, 4]) };

/** A good call of each function; what takes one tensor alone is not listed. */
const good: Record<string, unknown[]> = {
  ...{
    array: [[[1, 2]], { dtype: "int32" }],
    fromBuffer: [new Float64Array(4), [2, 2]],
    zeros: [[2, 3], { dtype: "bool" }],
  },
  ...{
    ones: [[2, 3], { dtype: "uint8" }],
    full: [[2, 3], 7, { dtype: "int32" }],
    eye: [2, 3, { k: 1, dtype: "bool" }],
  },
  ...{
    zerosLike: [t, { dtype: "bool" }],
    onesLike: [t, { dtype: "bool" }],
    fullLike: [t, 7, { dtype: "int32" }],
  },
  ...{ arange: [0, 5, 1, { dtype: "int32" }], linspace: [0, 1, 5, { endpoint: false, dtype: "float32" }] },
  ...{
    meshgrid: [[1, 2], [3, 4], { indexing: "ij" }],
    fromFunction: [(i: number) => i, [2], { dtype: "int32" }],
  },
  ...{
    reshape: [t, [2, -1]],
    transpose: [t, [1, 0]],
    swapaxes: [t, 0, 1],
    squeeze: [np.ones([1, 3]), { axis: 0 }],
  },
  ...{
    expandDims: [t, [0, 1]],
    broadcastTo: [t, [2, 3, 4]],
    concatenate: [[t, t], { axis: 1 }],
    stack: [[t, t], { axis: -1 }],
  },
  ...{ hstack: [[t, t]], vstack: [[t, t]], split: [t, [1, 2], { axis: 1 }], arraySplit: [t, 3, { axis: 1 }] },
  ...{
    hsplit: [t, 2],
    vsplit: [t, 3],
    tile: [t, [2, 1]],
    repeat: [t, [1, 2, 0], { axis: 0 }],
    flip: [t, { axis: [0, 1] }],
  },
  ...{
    roll: [t, [1, 2], { axis: [0, 1] }],
    pad: [
      t,
      [
        [1, 2],
        [0, 1],
      ],
      { mode: "constant", constantValues: 3 },
    ],
  },
  ...{
    take: [t, [0, 1], { axis: 1 }],
    index: [t, [0, 1], "1:3"],
    mask: [t, condition],
    astype: [t, "int32"],
  },
  ...{
    copyto: [np.zeros([3, 4]), t, { where: condition }],
    where: [condition, t, 0],
    searchsorted: [[1, 2, 3], [2], { side: "right" }],
  },
  ...{
    sort: [t, { axis: 0 }],
    argsort: [t, { axis: 0 }],
    unique: [t, { returnIndex: true, returnInverse: true, returnCounts: true }],
  },
  ...{
    clip: [t, 1, 5, into],
    round: [t, 1, into],
    allclose: [t, t, { rtol: 0, atol: 0, equalNan: true }],
    arrayEqual: [t, t],
  },
  ...{
    cumsum: [t, { axis: 0 }],
    quantile: [t, [0.5], { axis: 0, keepdims: true }],
    percentile: [t, 50, { axis: 0 }],
  },
  ...{
    std: [t, { axis: 0, ddof: 1, keepdims: true }],
    var: [t, { axis: 0, ddof: 1 }],
    variance: [t, { axis: 0, ddof: 1 }],
  },
  ...{
    dot: [t, t.T],
    matmul: [t, t.T],
    inner: [t, t],
    outer: [[1, 2], [3]],
    tensordot: [t, t, { axes: [[0], [0]] }],
  },
  ...{ einsum: ["ij,kj->ik", t, t], toTransferable: [t], fromTransferable: [np.toTransferable(t)] },
};
const two = [
  ...[
    "add",
    "subtract",
    "multiply",
    "divide",
    "power",
    "maximum",
    "minimum",
    "logaddexp",
    "equal",
    "notEqual",
  ],
  ...["less", "lessEqual", "greater", "greaterEqual", "logicalAnd", "logicalOr", "logicalXor"],
];
const reductions = [
  "sum",
  "prod",
  "mean",
  "min",
  "max",
  "argmin",
  "argmax",
  "any",
  "all",
  "nansum",
  "median",
  "countNonzero",
  "logSumExp",
];
for (const name of two) good[name] = [t, np.ones([4]), { out: np.zeros([3, 4]) }];
for (const name of reductions) good[name] = [t, { axis: 0, keepdims: true }];

describe("one strange argument is named", () => {
  for (const [name, f] of functions)
    it(`by ${name}`, () => checkAlmostGood((args) => f(...args), name, good[name] ?? [t]));
});

const methods = Object.getOwnPropertyNames(np.Tensor.prototype).filter((name) => {
  const { value } = Object.getOwnPropertyDescriptor(np.Tensor.prototype, name) ?? {};
  return typeof value === "function" && !["constructor", "view", "like", "placeOf", "nested"].includes(name);
});

describe("bad input is named by methods", () => {
  for (const name of methods) {
    it(`by ${name}`, () => {
      for (const t of [np.zeros([2, 3]), np.ones([3], { dtype: "uint8" }), np.array(true)]) {
        const call = (args: unknown[]): unknown => (t.copy() as never as Record<string, Call>)[name](...args);
        checkNamed(call, name);
      }
    });
  }

  it("covers them", () =>
    expect(methods).to.include.members(["sum", "get", "set", "slice", "assign", "index"]));
});
