// Whatever is passed to a public function, it gives a result or says in its own name what is wrong.
import { expect } from "chai";
import * as fc from "fast-check";
import * as np from "../../src/core.js";

/** Public functions that take tensors; the rest has tests of its own. */
const functions = Object.entries(np as unknown as Record<string, Call>).filter(
  ([name, value]) =>
    typeof value === "function" && /^[a-z]/.test(name) && !["tick", "progress", "showConfig"].includes(name),
);

const endless: unknown[] = [];
endless.push(endless);
const tooMany = 2 ** 31 + 10;

const options = [
  ...[
    { axis: 0 },
    { axis: -1 },
    { axis: 9 },
    { axis: "0" },
    { axis: NaN },
    { axis: [0, 1] },
    { axis: [[0]] },
    { axis: {} },
  ],
  ...[
    { keepdims: true },
    { axis: null, keepdims: "yes" },
    { ddof: NaN },
    { ddof: 1 },
    { axes: 0 },
    { dtype: "float16" },
  ],
  ...[
    { dtype: "int32" },
    { dtype: null },
    { where: [true] },
    { where: 7 },
    { out: [] },
    { mode: "edge" },
    { mode: 3 },
  ],
  ...[
    { indexing: "ij" },
    { rtol: "x" },
    { side: "right" },
    { k: 1.5 },
    { k: tooMany },
    { endpoint: false },
    { returnCounts: true },
  ],
];

const tensors = [
  ...[
    np.zeros([2, 3]),
    np.ones([3]),
    np.array(5),
    np.zeros([0]),
    np.zeros([3, 0]),
    np.arange(24).reshape(2, 3, 4).T,
  ],
  ...[
    np.zeros([2, 3], { dtype: "bool" }),
    np.ones(3, { dtype: "uint8" }),
    np.ones([3, 2], { dtype: "int32" }),
    np.eye(3),
  ],
  ...[np.full(2, NaN), np.full([2, 2], -Infinity, { dtype: "float32" }), np.broadcastTo([1], [2, 3])],
];

const strange = [
  ...[
    undefined,
    null,
    "",
    "x",
    "1:2",
    "...",
    true,
    Symbol("s"),
    1n,
    () => 1,
    new Date(0),
    new Map(),
    Object.create(null),
  ],
  ...[0, 1, 2, -1, 1.5, NaN, Infinity, -Infinity, tooMany, -tooMany, 1e300],
  ...[
    [],
    [[]],
    [1, 2],
    [0, 1],
    [-1, 5],
    [1.5],
    [NaN],
    [null],
    ["a"],
    [[1], [1, 2]],
    [[1, 2], 3],
    [1, [2]],
    [true, false, true],
  ],
  ...[
    endless,
    new Array(1000),
    [tooMany],
    [tooMany, tooMany],
    [[tooMany]],
    [undefined, 2],
    [{}],
    [1n],
    [Symbol("s")],
  ],
  ...[
    new Float64Array(3),
    new BigInt64Array(2),
    new Float32Array(0),
    new DataView(new ArrayBuffer(8)),
    new Uint8ClampedArray(2),
  ],
];

const argument = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...tensors) },
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...strange) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...options) },
);

type Call = (...args: unknown[]) => unknown;

/** Names that stand for others: an alias, and products with a number. */
const aliases: Record<string, string> = { variance: "var", dot: "multiply", inner: "multiply" };

/** The name in front of a message: that of the function, or "tensor" where it would be too large. */
function isNamed(name: string, error: unknown): boolean {
  const names = [name, aliases[name], "tensor"];
  return error instanceof Error && names.some((one) => error.message.startsWith(`${one}: `));
}

/** `call` gives a result or an error in one of the names, for many lists of arguments. */
function checkNamed(call: (args: unknown[]) => unknown, name: string): void {
  const run = fc.property(fc.array(argument, { maxLength: 4 }), (args) => {
    try {
      call(args.map((one) => (one instanceof np.Tensor && one.strides.every(Boolean) ? one.copy() : one)));
    } catch (error) {
      if (!isNamed(name, error)) throw error;
    }
  });
  fc.assert(run, { numRuns: 100, seed: 4 });
}

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
