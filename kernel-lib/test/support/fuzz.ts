/**
 * Strange arguments, and what an error about them must look like.
 */
import * as fc from "fast-check";
import * as np from "../../src/core.js";

const endless: unknown[] = [];
endless.push(endless);

/** As long as a list can be, with nothing in it. */
const sparse = Object.assign(new Array(2 ** 32 - 1), { [fc.toStringMethod]: () => "a sparse list" });
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
    sparse,
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

const everything: readonly unknown[] = [...strange, ...tensors, ...options];

const argument = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...tensors) },
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...strange) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...options) },
);

export type Call = (...args: unknown[]) => unknown;

/** Names that stand for others: an alias, and products with a number. */
const aliases: Record<string, string> = { variance: "var", dot: "multiply", inner: "multiply" };

/** The form of every message: the function, the rule, what was got; or the two shapes, the option, that clash. */
const form =
  /^[a-zA-Z0-9.]+: .*(, got \S|shapes \(.*\) and \(.*\)|unknown option \S|out of range for|not found \(looked in |cannot be written \(|cannot be read \()/s;

/** Throws unless the error is one of ours, in one of the names, with the values in it. */
function checkError(names: readonly string[], error: unknown): void {
  if (!(error instanceof Error)) throw new Error(`thrown: ${String(error)}`);
  const ours = names.some((name) => error.message.startsWith(`${name}: `)) && form.test(error.message);
  if (!ours) throw new Error(`not in the form of ${names[0]}: ${error.message}`, { cause: error });
}

const fresh = (one: unknown): unknown =>
  one instanceof np.Tensor && one.strides.every(Boolean) ? one.copy() : one;

/** `call` gives a result or an error in one of the names, for many lists of arguments. */
export function checkNamed(call: (args: unknown[]) => unknown, name: string): void {
  const names = [name, aliases[name] ?? name, "tensor"]; // "tensor" where the result would be too large
  const run = fc.property(fc.array(argument, { maxLength: 4 }), (args) => {
    try {
      call(args.map(fresh));
    } catch (error) {
      checkError(names, error);
    }
  });
  fc.assert(run, { numRuns: 100, seed: 4 });
}

/** The good arguments with each of them replaced by each strange value in turn, or with one of those behind. */
function* almostGood(good: readonly unknown[]): Generator<unknown[]> {
  for (let at = 0; at <= good.length; at++) {
    for (const one of everything) yield [...good.slice(0, at), one, ...good.slice(at + 1)];
    const options = good[at];
    if (
      typeof options !== "object" ||
      options === null ||
      Object.getPrototypeOf(options) !== Object.prototype
    )
      continue;
    for (const key of Object.keys(options)) {
      for (const one of everything) yield good.with(at, { ...options, [key]: one });
    }
  }
}

/** `call` gives a result or an error in its name for every list of arguments that is almost good. */
export function checkAlmostGood(call: (args: unknown[]) => unknown, name: string, good: unknown[]): void {
  call(good.map(fresh));
  for (const args of almostGood(good)) {
    try {
      call(args.map(fresh));
    } catch (error) {
      checkError([name, aliases[name] ?? name, "tensor"], error);
    }
  }
}

/** The same for what gives a promise. */
export async function checkAlmostGoodLater(
  call: (args: unknown[]) => Promise<unknown>,
  name: string,
  good: unknown[],
): Promise<void> {
  for (const args of almostGood(good)) {
    try {
      await call(args.map(fresh));
    } catch (error) {
      checkError([name, aliases[name] ?? name, "tensor"], error);
    }
  }
}
