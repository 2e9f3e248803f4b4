/**
 * Every engine's products against the naive loop: all small shapes, around the blocks of the kernels, any strides.
 */
import { expect } from "chai";
import { blasEngine, describeBlas } from "../../src/engines/blas/index.js";
import type { Engine, Matrix } from "../../src/engines/engine.js";
import { jsEngine } from "../../src/engines/js/index.js";
import { wasmEngine } from "../../src/engines/wasm/index.js";
import { withEitherKernels } from "../support/kernels.js";

/** Whole numbers, so that every order of additions gives the same sum and results are compared exactly. */
function values(count: number, seed: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => ((i * 7919 + seed * 104729) % 41) - 20);
}

const layouts: Record<string, (rows: number, columns: number, seed: number) => Matrix> = {
  "row by row": (rows, columns, seed) => matrix(rows * columns, 0, columns, 1, seed),
  transposed: (rows, columns, seed) => matrix(rows * columns, 0, 1, rows, seed),
  "rows of a wider matrix": (rows, columns, seed) =>
    matrix(rows * (columns + 3) + 5, 5, columns + 3, 1, seed),
  "columns of a taller matrix": (rows, columns, seed) =>
    matrix((rows + 3) * columns + 2, 2, 1, rows + 3, seed),
  "every second element": (rows, columns, seed) => matrix(rows * columns * 2, 0, columns * 2, 2, seed),
  backwards: (rows, columns, seed) => matrix(rows * columns, rows * columns - 1, -columns, -1, seed),
  "one row repeated": (_rows, columns, seed) => matrix(columns, 0, 0, 1, seed),
};

function matrix(size: number, offset: number, rowStride: number, columnStride: number, seed: number): Matrix {
  return { data: values(Math.max(size, 1), seed), offset: size > 0 ? offset : 0, rowStride, columnStride };
}

function naive(m: number, k: number, n: number, A: Matrix, B: Matrix): Float64Array {
  const C = new Float64Array(m * n);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      for (let p = 0; p < k; p++) {
        const a = A.data[A.offset + i * A.rowStride + p * A.columnStride];
        C[i * n + j] += a * B.data[B.offset + p * B.rowStride + j * B.columnStride];
      }
    }
  }
  return C;
}

/** Computes into the middle of a larger array full of NaN, and looks that nothing around was touched. */
function checkProduct(engine: Engine, m: number, k: number, n: number, A: Matrix, B: Matrix): void {
  const out = new Float64Array(m * n + 4).fill(Number.NaN);
  engine.matmul(m, k, n, out, 2, A, B);
  const want = naive(m, k, n, A, B);
  const words = `${engine.name} (${m}, ${k}) x (${k}, ${n})`;
  for (let i = 0; i < m * n; i++)
    if (out[i + 2] !== want[i]) expect(out[i + 2], `${words} [${i}]`).to.equal(want[i]);
  const around = [out[0], out[1], out[m * n + 2], out[m * n + 3]];
  expect(around.every(Number.isNaN), `${words} stays inside`).to.equal(true);
}

function single(A: Matrix): Matrix {
  return { ...A, data: Float32Array.from(A.data) };
}

/** The first place where two lists differ, or -1. */
function firstDifference(got: ArrayLike<number>, want: ArrayLike<number>): number {
  for (let i = 0; i < want.length; i++) if (got[i] !== want[i]) return i;
  return -1;
}

function testEngine(engine: Engine): void {
  describe(`matmul of the ${engine.name} engine`, () => {
    before(function () {
      if (engine === blasEngine && describeBlas().startsWith("none")) this.skip();
    });

    it("agrees with the naive loop on all small shapes, empty ones too", () => {
      const lengths = [0, 1, 2, 3, 4, 5, 7, 8, 9, 13];
      for (const m of lengths) {
        for (const k of lengths) {
          for (const n of lengths) {
            const [A, B] = [layouts["row by row"](m, k, 1), layouts["row by row"](k, n, 2)];
            checkProduct(engine, m, k, n, A, B);
          }
        }
      }
    });

    it("agrees around the sizes of its blocks", () => {
      const shapes = [
        [63, 255, 257],
        [64, 256, 256],
        [65, 257, 255],
        [3, 513, 5],
        [127, 3, 127],
        [5, 2, 521],
        [1, 257, 131],
        [131, 257, 1],
        [2, 300, 70],
      ];
      for (const [m, k, n] of shapes) {
        const [A, B] = [layouts["row by row"](m, k, 3), layouts.transposed(k, n, 4)];
        checkProduct(engine, m, k, n, A, B);
      }
    });

    it("reads every layout of either operand", () => {
      for (const left of Object.values(layouts)) {
        for (const right of Object.values(layouts)) {
          for (const [m, k, n] of [
            [5, 17, 11],
            [1, 37, 19],
            [37, 19, 1],
            [13, 1, 47],
          ]) {
            checkProduct(engine, m, k, n, left(m, k, 5), right(k, n, 6));
          }
        }
      }
    });

    it("multiplies float32 of every layout, small, thin and beyond its blocks", () => {
      for (const layout of Object.values(layouts)) {
        for (const [m, k, n] of [
          [2, 3, 2],
          [1, 137, 150],
          [150, 137, 1],
          [67, 259, 519],
          [5, 17, 9],
        ]) {
          const [A, B] = [layout(m, k, 7), layout(k, n, 8)];
          const out = new Float32Array(m * n + 2).fill(Number.NaN);
          engine.matmul(m, k, n, out, 1, single(A), single(B));
          const words = `${engine.name} (${m}, ${k}) x (${k}, ${n})`;
          expect(firstDifference(out.subarray(1, 1 + m * n), naive(m, k, n, A, B)), words).to.equal(-1);
          expect([out[0], out[m * n + 1]].every(Number.isNaN), `${words} stays inside`).to.equal(true);
        }
      }
    });

    it("multiplies by a vector or two in parts, when rows are longer or more than fit", () => {
      for (const layout of [layouts["row by row"], layouts.transposed, layouts["rows of a wider matrix"]]) {
        for (const [m, k, n] of [
          [2, 5000, 9],
          [9, 5000, 2],
          [1, 11, 4999],
          [4999, 11, 1],
        ]) {
          const [A, B] = [layout(m, k, 9), layout(k, n, 10)];
          checkProduct(engine, m, k, n, A, B);
          const out = new Float32Array(m * n);
          engine.matmul(m, k, n, out, 0, single(A), single(B));
          expect(firstDifference(out, naive(m, k, n, A, B)), `float32 (${m}, ${k}) x (${k}, ${n})`).to.equal(
            -1,
          );
        }
      }
    });

    it("carries NaN and Infinity, and pads with neither", () => {
      const A = { data: new Float64Array(45).fill(Infinity), offset: 0, rowStride: 9, columnStride: 1 };
      const B = { data: new Float64Array(81).fill(2), offset: 0, rowStride: 9, columnStride: 1 };
      B.data[80] = Number.NaN;
      const out = new Float64Array(45);
      engine.matmul(5, 9, 9, out, 0, A, B);
      expect([...out.subarray(0, 9)]).to.deep.equal([...new Array(8).fill(Infinity), Number.NaN]);
    });
  });
}

testEngine(jsEngine);
testEngine(blasEngine);
withEitherKernels(() => testEngine(wasmEngine));
