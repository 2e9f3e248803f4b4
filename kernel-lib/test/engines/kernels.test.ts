/**
 * The wasm engine's arithmetic, chains and sums against the js engine's: the same bits, for lengths around the blocks.
 */
import { expect } from "chai";
import type { BinaryOp, Block, Rows, Step, UnaryOp } from "../../src/engines/engine.js";
import { jsEngine } from "../../src/engines/js/index.js";
import { wasmEngine } from "../../src/engines/wasm/index.js";
import { withEitherKernels } from "../support/kernels.js";

const odd = [0, -0, 1, -1, 0.1, -2.5, 1e300, 5e-324, Infinity, -Infinity, Number.NaN];

/** Awkward values first, then ordinary ones. */
function values(n: number, seed: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) =>
    i < 121 ? odd[Math.floor(i / 11 ** seed) % 11] : Math.sin(i * (seed + 1)),
  );
}

function block(data: Float64Array, strides: number[], offset = 0): Block {
  return { data, dtype: "float64", offset, strides };
}

const lengths = [0, 1, 47, 48, 49, 1023, 1024, 1025, 2047, 2048, 2049, 5000];
const binary: BinaryOp[] = ["add", "subtract", "multiply", "divide", "maximum", "minimum"];
const unary: UnaryOp[] = ["negative", "abs", "sqrt", "square"];

/** Deep equality tells -0 from 0 and knows NaN. */
function expectSame(got: Float64Array, want: Float64Array, words: string): void {
  expect([...got], words).to.deep.equal([...want]);
}

/** |a| * column + (row - 2), a (rows, columns). */
function program(rows: number, columns: number): Step[] {
  const from = (data: Float64Array, rowStride: number, step: number): Rows => ({
    data,
    offset: 0,
    rowStride,
    step,
  });
  return [
    { op: "abs", into: 0, a: from(values(rows * columns, 0), columns, 1), b: undefined },
    { op: "multiply", into: 0, a: undefined, b: from(values(rows, 1), 1, 0) },
    { op: "subtract", into: 1, a: from(values(columns, 1), 0, 1), b: from(Float64Array.of(2), 0, 0) },
    { op: "add", into: 0, a: undefined, b: undefined },
  ];
}

withEitherKernels(() => {
  describe("element-wise kernels of the wasm engine", () => {
    it("give the bits of the js engine for two arrays, a number on either side, and any length", () => {
      for (const n of lengths) {
        const [a, b] = [values(n + 3, 0), values(n + 3, 1)];
        for (const op of binary) {
          for (const [sa, sb] of [
            [1, 1],
            [0, 1],
            [1, 0],
          ]) {
            const [got, want] = [new Float64Array(n + 4), new Float64Array(n + 4)];
            wasmEngine.binary(op, [n], block(got, [1], 2), block(a, [sa], 3), block(b, [sb], 1));
            jsEngine.binary(op, [n], block(want, [1], 2), block(a, [sa], 3), block(b, [sb], 1));
            expectSame(got, want, `${op}, ${n} elements, steps ${sa} and ${sb}`);
          }
        }
      }
    });

    it("give the bits of the js engine for one array", () => {
      for (const n of lengths) {
        for (const op of unary) {
          const [got, want] = [new Float64Array(n + 4), new Float64Array(n + 4)];
          wasmEngine.unary(op, [n], block(got, [1], 2), block(values(n + 3, 0), [1], 3));
          jsEngine.unary(op, [n], block(want, [1], 2), block(values(n + 3, 0), [1], 3));
          expectSame(got, want, `${op}, ${n} elements`);
        }
      }
    });
  });

  for (const engine of [jsEngine, wasmEngine]) {
    describe(`chains of the ${engine.name} engine`, () => {
      it("give what the operations give one by one, with columns and rows repeated", () => {
        for (const columns of lengths.slice(1)) {
          const rows = 3;
          const out = new Float64Array(rows * columns);
          engine.chain(program(rows, columns), rows, columns, out);
          const [a, column, row] = [values(rows * columns, 0), values(rows, 1), values(columns, 1)];
          const want = a.map(
            (x, i) => Math.abs(x) * column[Math.floor(i / columns)] + (row[i % columns] - 2),
          );
          expectSame(out, want, `${columns} columns`);
        }
      });

      it("let a number stand on the left of the first operation", () => {
        const out = new Float64Array(100);
        const [a, b] = [Float64Array.of(1), values(100, 1)];
        const step: Step = {
          op: "subtract",
          into: 0,
          a: { data: a, offset: 0, rowStride: 0, step: 0 },
          b: { data: b, offset: 0, rowStride: 100, step: 1 },
        };
        engine.chain([step], 1, 100, out);
        expectSame(
          out,
          b.map((x) => 1 - x),
          "1 - b",
        );
      });
    });
  }

  describe("sums of the wasm engine", () => {
    it("have the bits of the js engine's, which are NumPy's", () => {
      for (const n of [63, 64, 65, 127, 128, 129, 1000, 8191, 8192, 8193, 20_000]) {
        const a = values(2 * n + 1, 0).map((x, i) => (Number.isFinite(x) ? x : i / 7));
        const [got, want] = [new Float64Array(2), new Float64Array(2)];
        wasmEngine.reduce("sum", [2, n], block(got, [1, 0]), block(a, [n, 1], 1));
        jsEngine.reduce("sum", [2, n], block(want, [1, 0]), block(a, [n, 1], 1));
        expectSame(got, want, `${n} elements`);
      }
    });

    it("of minus zeros are minus zero after minus zero", () => {
      const out = Float64Array.of(-0);
      wasmEngine.reduce("sum", [64], block(out, [0]), block(new Float64Array(64).fill(-0), [1]));
      expect(Object.is(out[0], -0)).to.equal(true);
    });
  });

  describe("sigmoids in a chain of the wasm engine", () => {
    const one: Rows = { data: Float64Array.of(1), offset: 0, rowStride: 0, step: 0 };
    const a = Float64Array.from([...values(121, 0), -750, -709, -700, 700, 709, 750, ...values(3000, 1)]);
    const from: Rows = { data: a, offset: 0, rowStride: 0, step: 1 };

    /** 1 / (1 + exp(-x)) into the slot `into`, where x is `a`, or stands in the slot `into + 2`. */
    function sigmoid(into: number, x: Rows | undefined, oneFirst: boolean): Step[] {
      const [left, right] = oneFirst ? [one, undefined] : [undefined, one];
      const inner = oneFirst ? into + 2 : into + 1;
      return [
        { op: "negative", into: inner, a: x, b: undefined },
        { op: "exp", into: inner, a: undefined, b: undefined },
        { op: "add", into: into + 1, a: left, b: right },
        { op: "divide", into, a: one, b: undefined },
      ];
    }

    function oneByOne(): Float64Array {
      const e = new Float64Array(a.length);
      wasmEngine.unary(
        "exp",
        [a.length],
        block(e, [1]),
        block(
          a.map((x) => -x),
          [1],
        ),
      );
      return e.map((x) => 1 / (1 + x));
    }

    it("have the bits of the four operations one by one, with the 1 on either side of the sum", () => {
      for (const oneFirst of [true, false]) {
        const out = new Float64Array(a.length);
        wasmEngine.chain(sigmoid(0, from, oneFirst), 1, a.length, out);
        expectSame(out, oneByOne(), `1 first: ${oneFirst}`);
      }
    });

    it("are one part among others: |s(|x|)| s(x)", () => {
      const out = new Float64Array(a.length);
      const size: Step = { op: "abs", into: 2, a: from, b: undefined };
      const steps = [size, ...sigmoid(0, undefined, true), ...sigmoid(1, from, true)];
      wasmEngine.chain([...steps, { op: "multiply", into: 0, a: undefined, b: undefined }], 1, a.length, out);
      const s = oneByOne();
      const want = new Float64Array(a.length);
      wasmEngine.chain([size, ...sigmoid(0, undefined, true)], 1, a.length, want);
      expectSame(
        out,
        want.map((x, i) => x * s[i]),
        "products",
      );
    });

    it("are not seen where another number stands in place of 1", () => {
      const two: Rows = { ...one, data: Float64Array.of(2) };
      for (const place of [2, 3]) {
        const out = new Float64Array(a.length);
        const steps = sigmoid(0, from, true).map((step, k) => (k === place ? { ...step, a: two } : step));
        wasmEngine.chain(steps, 1, a.length, out);
        const s = oneByOne().map((x) => 1 / x - 1);
        const near = (x: number, i: number): boolean =>
          Math.abs(x - (place === 2 ? 1 / (2 + s[i]) : 2 / (1 + s[i]))) < 1e-9 || Number.isNaN(x);
        expect(out.every(near), `place ${place}`).to.equal(true);
      }
    });
  });
});
