/**
 * Operations may wait until somebody reads: nothing but speed may show it.
 */
import { expect } from "chai";
import * as fc from "fast-check";
import * as np from "../../src/core.js";
import { engine } from "../../src/engines/index.js";

const [rows, columns] = [3, 70];

/** One line of a random program over a growing list of tensors. */
type Line =
  | { readonly kind: "unary"; readonly op: number; readonly a: number }
  | { readonly kind: "binary"; readonly op: number; readonly a: number; readonly b: number }
  | { readonly kind: "number"; readonly op: number; readonly a: number; readonly value: number }
  | { readonly kind: "write"; readonly a: number; readonly value: number }
  | {
      readonly kind: "view" | "expose" | "product" | "assign" | "reshape";
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
      ),
      a: place,
      b: place,
    }),
  },
);

/** Runs the program; with `atOnce` every result is read before the next line. */
function run(program: readonly Line[], atOnce: boolean): np.Tensor[] {
  const state = new np.RandomState(5);
  const list = [
    state.randn(rows, columns),
    state.randn(rows, columns),
    state.randn(rows, 1),
    state.randn(1, columns),
  ];
  for (const step of program) {
    const result = runLine(step, list);
    if (atOnce) void result?.readable;
    if (result !== undefined) list.push(result);
  }
  return list;
}

function runLine(step: Line, list: np.Tensor[]): np.Tensor | undefined {
  const a = list[step.a % list.length];
  if (step.kind === "unary") return unary[step.op % unary.length](a);
  if (step.kind === "number") return binary[step.op % binary.length](step.value, a);
  if (step.kind === "write") a.set(step.value, -1, 0);
  if (step.kind === "write") return undefined;
  const b = list[step.b % list.length];
  if (step.kind === "view") return a.slice(":", "::-1").slice(":", "::-1");
  if (step.kind === "product") return a.shape[1] === b.shape[1] ? np.dot(np.dot(a, b.T), b) : undefined;
  if (step.kind === "reshape") return a.size === rows * columns ? throughShapes(a, step.b) : undefined;
  if (step.kind === "expose") a.storage[a.offset] = 4;
  else if (step.kind === "assign" && a.shape.join() === b.shape.join()) a.assign(np.add(b, a));
  return step.kind === "binary" ? binary[step.op % binary.length](a, b) : undefined;
}

/** The same number of elements in other divisions into rows on the way. */
function throughShapes(a: np.Tensor, choice: number): np.Tensor {
  const flat = np.add(a.reshape([-1]), 1); // (210,)
  const column = np.array([[choice], [3]]); // (2, 1)
  const pairs = choice % 2 === 0 ? flat.reshape([2, 105]) : np.multiply(flat.reshape([2, 105]), column);
  return pairs.reshape([rows, columns]);
}

/** Whether a result still waits. */
function waits(t: np.Tensor): boolean {
  return t.memory.values.recipe !== undefined;
}

describe("waiting results", () => {
  it("are bit for bit what they would have been at once, whatever is written in between", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (program) => {
        const [late, early] = [run(program, false), run(program, true)];
        for (let k = late.length - 1; k >= 0; k--) {
          expect(late[k].shape).to.deep.equal(early[k].shape);
          expect(
            Buffer.from(late[k].toTypedArray().buffer).equals(Buffer.from(early[k].toTypedArray().buffer)),
          ).to.equal(true);
        }
      }),
      { numRuns: 300 },
    );
  });

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

  it("wait in lines of bounded length", () => {
    let x = np.zeros([100]);
    for (let i = 0; i < 10_000; i++) {
      x = np.add(x, 1);
      const { recipe } = x.memory.values;
      expect((recipe as unknown as { length: number }).length).to.be.at.most(12);
    }
    expect(x.get(0)).to.equal(10_000);
  });

  it("that several wait for are computed once", () => {
    const { chain } = engine();
    const x = np.exp(np.random.randn(100));
    const [y, z] = [np.add(x, 1), np.subtract(x, 1)];
    const exps: number[] = [];
    engine().chain = (steps, ...rest) => {
      exps.push(steps.filter(({ op }) => op === "exp").length);
      chain(steps, ...rest);
    };
    try {
      expect(y.get(0) - z.get(0)).to.be.closeTo(2, 1e-12);
    } finally {
      engine().chain = chain;
    }
    expect(exps.reduce((sum, count) => sum + count)).to.equal(1);
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
