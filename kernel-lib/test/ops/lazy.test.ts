/**
 * Operations may wait until somebody reads: nothing but speed may show it.
 */
import { expect } from "chai";
import * as fc from "fast-check";
import * as np from "../../src/core.js";
import { type Workspace, workspaceSize } from "../../src/engines/engine.js";
import { engine } from "../../src/engines/index.js";

const rows = 3;

/** Columns of small tensors, which wait for a run in the workspace, and of large ones, which wait for chains. */
const [few, many] = [70, 3000];

/** One line of a random program over a growing list of tensors. */
type Line =
  | { readonly kind: "unary"; readonly op: number; readonly a: number }
  | { readonly kind: "binary"; readonly op: number; readonly a: number; readonly b: number }
  | { readonly kind: "number"; readonly op: number; readonly a: number; readonly value: number }
  | { readonly kind: "write"; readonly a: number; readonly value: number }
  | {
      readonly kind: "view" | "expose" | "product" | "assign" | "reshape" | "sum";
      readonly a: number;
      readonly b: number;
    };

const unary = [
  np.negative,
  np.abs,
  np.exp,
  np.tanh,
  np.sqrt,
  (t: np.Tensor) => np.log(t),
  (t: np.Tensor) => np.power(t, 2),
];
const binary = [np.add, np.subtract, np.multiply, np.divide, np.maximum, np.minimum];

const place = fc.nat(1000);
const line: fc.Arbitrary<Line> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("unary" as const), op: place, a: place }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant("binary" as const), op: place, a: place, b: place }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("number" as const),
      op: place,
      a: place,
      value: fc.integer({ min: -3, max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("write" as const),
      a: place,
      value: fc.integer({ min: -9, max: 9 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        "view" as const,
        "expose" as const,
        "product" as const,
        "assign" as const,
        "reshape" as const,
        "sum" as const,
      ),
      a: place,
      b: place,
    }),
  },
);

/** When results are read: at the end, each before the next line, or each so that nothing may ever wait for it. */
type Reading = "late" | "early" | "exposed";

function run(program: readonly Line[], columns: number, reading: Reading): np.Tensor[] {
  const state = new np.RandomState(5);
  const list = [
    state.randn(rows, columns),
    state.randn(rows, columns),
    state.randn(rows, 1),
    state.randn(1, columns),
  ];
  if (reading === "exposed") for (const t of list) void t.storage;
  for (const step of program) {
    const result = runLine(step, list);
    if (reading === "early") void result?.readable;
    if (reading === "exposed") void result?.storage;
    if (result !== undefined) list.push(result);
  }
  return list;
}

function expectSameBits(got: np.Tensor, want: np.Tensor): void {
  expect(got.shape).to.deep.equal(want.shape);
  const bytes = (t: np.Tensor): Buffer => Buffer.from(t.toTypedArray().buffer as ArrayBuffer);
  if (!bytes(got).equals(bytes(want))) expect(got.toArray()).to.deep.equal(want.toArray()); // NaN has many bits
}

function runLine(step: Line, list: np.Tensor[]): np.Tensor | undefined {
  const a = list[step.a % list.length];
  if (step.kind === "unary") return unary[step.op % unary.length](a);
  if (step.kind === "number") return binary[step.op % binary.length](step.value, a);
  if (step.kind === "write") a.set(step.value, -1, 0);
  if (step.kind === "write") return undefined;
  const b = list[step.b % list.length];
  if (step.kind === "view") return a.slice(":", "::-1").slice(":", "::-1");
  if (step.kind === "sum")
    return step.b % 3 === 2 ? np.full([1, a.shape[1]], np.sum(a)) : sumAlong(a, step.b % 3);
  if (step.kind === "product") return a.shape[1] === b.shape[1] ? np.dot(np.dot(a, b.T), b) : undefined;
  if (step.kind === "reshape")
    return a.size >= few * rows && a.shape[0] === rows ? throughShapes(a, step.b) : undefined;
  if (step.kind === "expose") a.storage[a.offset] = 4;
  else if (step.kind === "assign" && a.shape.join() === b.shape.join()) a.assign(np.add(b, a));
  return step.kind === "binary" ? binary[step.op % binary.length](a, b) : undefined;
}

function sumAlong(a: np.Tensor, axis: number): np.Tensor {
  return np.sum(a, { axis, keepdims: true });
}

/** The same number of elements in other divisions into rows on the way. */
function throughShapes(a: np.Tensor, choice: number): np.Tensor {
  const flat = np.add(a.reshape([-1]), 1);
  const column = np.array([[choice], [3]]); // (2, 1)
  const pairs = choice % 2 === 0 ? flat.reshape([2, -1]) : np.multiply(flat.reshape([2, -1]), column);
  return pairs.reshape([rows, -1]);
}

/** Whether a result still waits. */
function waits(t: np.Tensor): boolean {
  return t.memory.values.recipe !== undefined;
}

/** The calls of one of the workspace's operations while `action` runs. */
function callsOf<Name extends "unary" | "binary">(
  name: Name,
  action: () => void,
): Parameters<Workspace[Name]>[] {
  const desk = engine().workspace();
  const original = desk[name] as (...call: unknown[]) => void;
  const calls: Parameters<Workspace[Name]>[] = [];
  const spy = (...call: Parameters<Workspace[Name]>): void => {
    calls.push(call);
    original(...call);
  };
  Object.assign(desk, { [name]: spy });
  try {
    action();
  } finally {
    Object.assign(desk, { [name]: original });
  }
  return calls;
}

describe("waiting results", () => {
  for (const [columns, numRuns] of [
    [few, 300],
    [many, 60],
  ]) {
    it(`are bit for bit what they would have been at once, whatever is written in between, ${columns} columns`, () => {
      const program = fc.array(line, { maxLength: 25 });
      const check = (lines: Line[]): void => {
        const late = run(lines, columns, "late");
        const others = [run(lines, columns, "early"), run(lines, columns, "exposed")];
        for (let k = late.length - 1; k >= 0; k--)
          for (const list of others) expectSameBits(late[k], list[k]);
      };
      fc.assert(fc.property(program, check), { numRuns });
    });
  }

  it("are computed when they are read, and not before", () => {
    const [x, y] = [np.ones([100]), np.random.randn(100)];
    const z = np.add(np.multiply(x, 2), y);
    expect(waits(z)).to.equal(true);
    expect(z.get(7)).to.equal(2 + y.get(7));
    expect(waits(z)).to.equal(false);
  });

  it("are never computed when nobody reads them: the gradient of a layer's input", () => {
    const [W, dZ] = [np.random.randn(2, 100), np.random.randn(2, 90)];
    const { matmul } = engine();
    let calls = 0;
    engine().matmul = (...details) => {
      calls += 1;
      matmul(...details);
    };
    try {
      const dA = np.dot(W.T, dZ); // (100, 2) x (2, 90) -> (100, 90)
      expect(calls).to.equal(0);
      expect(dA.shape).to.deep.equal([100, 90]);
      expect(dA.get(3, 4)).to.be.closeTo(W.get(0, 3) * dZ.get(0, 4) + W.get(1, 3) * dZ.get(1, 4), 1e-12);
      expect(calls).to.equal(1);
    } finally {
      engine().matmul = matmul;
    }
  });

  it("raise errors of shape at the call", () => {
    expect(() => np.add(np.ones([2, 100]), np.ones([3, 100]))).to.throw(
      np.ShapeError,
      "add: shapes (2, 100) and (3, 100) do not broadcast: axis 0 has 2 and 3",
    );
    expect(() => np.dot(np.ones([100, 2]), np.ones([3, 100]))).to.throw(np.ShapeError, "2 != 3");
  });

  it("do not see what is written to their operands later", () => {
    const x = np.zeros([2, 100]);
    const y = np.add(x, 1);
    x.set(5, 0, 0);
    x.at(1).assign(7);
    expect([y.get(0, 0), y.get(1, 99)]).to.deep.equal([1, 1]);
    expect([x.get(0, 0), x.get(1, 99)]).to.deep.equal([5, 7]);
  });

  it("do not see what is written through a typed array that somebody keeps", () => {
    const data = new Float64Array(100);
    const shared = np.add(np.fromBuffer(data), 1);
    data[0] = 9;
    expect(shared.get(0)).to.equal(1);
    const x = np.zeros([100]);
    const early = np.add(x, 1);
    const { storage } = x;
    const late = np.add(x, 1);
    storage[0] = 9;
    expect([x.get(0), early.get(0), late.get(0)]).to.deep.equal([9, 1, 1]);
  });

  it("wait in lines of bounded length, large ones and small ones", () => {
    let large = np.zeros([9000]);
    for (let i = 0; i < 1000; i++) {
      large = np.add(large, 1);
      const { recipe } = large.memory.values;
      expect((recipe as unknown as { length: number }).length).to.be.at.most(12);
    }
    expect(large.get(0)).to.equal(1000);
    let small = np.zeros([100]);
    for (let i = 0; i < 10_000; i++) small = np.add(small, 1);
    const calls = callsOf("binary", () => expect(small.get(0)).to.equal(10_000));
    expect(calls.length).to.be.at.most(256);
  });

  it("never ask for more room than the workspace has", () => {
    const { memory, start } = engine().workspace();
    const parts = Array.from({ length: 9 }, (_, i) => np.full([8192], i));
    let [sum, want] = [np.zeros([8192]), 0];
    const calls = callsOf("binary", () => {
      for (let i = 0; i < 90; i++) {
        sum = np.add(np.divide(sum, 2), np.add(parts[i % 9], parts[(i * 4) % 9]));
        want = want / 2 + ((i % 9) + ((i * 4) % 9));
      }
      expect(sum.get(8191)).to.equal(want);
    });
    const ends = calls.map(([_, n, out]) => out + n + 7);
    expect(Math.max(...ends))
      .to.be.at.most(memory.length)
      .and.above(start + workspaceSize * 0.4);
  });

  it("that several wait for are computed once, large ones and small ones", () => {
    const { chain } = engine();
    let exps = 0;
    engine().chain = (steps, ...rest) => {
      exps += steps.filter(({ op }) => op === "exp").length;
      chain(steps, ...rest);
    };
    try {
      for (const size of [100, 9000]) {
        const x = np.exp(np.random.randn(size));
        const [y, z] = [np.add(x, 1), np.subtract(x, 1)];
        const calls = callsOf("unary", () => expect(y.get(0) - z.get(0)).to.be.closeTo(2, 1e-12));
        expect(exps + calls.length).to.equal(1);
        exps = 0;
      }
    } finally {
      engine().chain = chain;
    }
  });

  it("make 1 / (1 + exp(-x)) in one operation, with the bits of four, unless somebody waits for a part of it", () => {
    const x = np.multiply(np.random.randn(2, 100), 300); // exp(-x) reaches 0 and Infinity
    const power = np.exp(np.negative(x));
    void power.readable;
    const sum = np.add(power, 1);
    void sum.readable;
    const want = np.divide(1, sum);
    const orders = [(e: np.Tensor) => np.add(1, e), (e: np.Tensor) => np.add(e, 1)];
    for (const [k, addOne] of [...orders, ...orders].entries()) {
      const e = np.exp(np.negative(x));
      const y = np.divide(1, addOne(e));
      const other = k >= 2 ? np.multiply(e, 2) : undefined;
      const calls = callsOf("unary", () => expectSameBits(y, want));
      expect(calls.length).to.equal(other === undefined ? 1 : 2);
    }
    expectSameBits(np.divide(1, np.add(2, np.exp(np.negative(x)))), np.divide(1, np.add(2, power)));
    expectSameBits(np.divide(2, np.add(1, np.exp(np.negative(x)))), np.divide(2, sum));
  });

  it("print, iterate and copy as any tensor", () => {
    const x = np.multiply(np.ones([1, 64]), 2);
    expect(`${x.slice(":", ":2")}`).to.equal("[[2. 2.]]");
    expect([...np.multiply(np.ones([64, 1]), 3)][5].toArray()).to.deep.equal([3]);
    expect(
      np
        .multiply(np.ones([64]), 4)
        .copy()
        .get(63),
    ).to.equal(4);
  });
});

describe("memory of results", () => {
  it("is never handed out twice while somebody can see it", () => {
    const kept = Array.from({ length: 400 }, (_, i) => np.full([70 + (i % 9)], i));
    const sums = kept.map((t) => np.add(t, 0));
    for (const t of sums) void t.readable;
    for (const [i, t] of sums.entries()) expect(new Set(t.toTypedArray())).to.deep.equal(new Set([i]));
  });

  it("belongs to a typed array alone when it is given away", () => {
    const copy = np.add(np.ones([100]), 1).toTypedArray();
    expect(copy.buffer.byteLength).to.equal(800);
    const [given, kept] = [np.add(np.ones([100]), 1).copy(), np.add(np.ones([100]), 2).copy()];
    const view = given.slice(":10");
    expect(given.storage.buffer.byteLength).to.equal(800);
    given.storage[0] = 7;
    expect(view.get(0)).to.equal(7);
    const { data } = np.toTransferable(np.add(kept, 1));
    structuredClone(data, { transfer: [data.buffer as ArrayBuffer] });
    expect(kept.get(0)).to.equal(3);
  });
});
