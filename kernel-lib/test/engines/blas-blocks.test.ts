/**
 * Long products on a native BLAS go block by block, so that a notebook can stop them between two calls.
 */
import { expect } from "chai";
import { type Blas, findBlas } from "../../src/engines/blas/library.js";
import { makeMatmul, makeMultiplyRow } from "../../src/engines/blas/matmul.js";
import type { Matrix } from "../../src/engines/engine.js";

const most = 20_000;

describe("a long product on a native BLAS", () => {
  let blas: Blas;
  let calls: number[] = []; // multiplications in each

  before(function () {
    const found = findBlas();
    if (typeof found === "string") return this.skip();
    const count =
      (gemm: Blas["dgemm"]): Blas["dgemm"] =>
      (...args) => {
        calls.push(args[3] * args[4] * args[5]);
        gemm(...args);
      };
    blas = { ...found, dgemm: count(found.dgemm), sgemm: count(found.sgemm) };
  });
  beforeEach(() => {
    calls = [];
  });

  /** Whole numbers: every order of additions gives the same sum. */
  const values = (count: number, seed: number): Float64Array =>
    Float64Array.from({ length: count }, (_, i) => ((i * 7919 + seed) % 41) - 20);

  const byRows = (rows: number, columns: number): Matrix => ({
    data: values(rows * (columns + 2) + 3, rows),
    offset: 3,
    rowStride: columns + 2,
    columnStride: 1,
  });

  const byColumns = (rows: number, columns: number): Matrix => ({
    data: values((rows + 1) * columns + 1, rows),
    offset: 1,
    rowStride: 1,
    columnStride: rows + 1,
  });

  for (const [m, k, n] of [[61, 67, 71], [3, 400, 300], [300, 400, 3], [2, 30_001, 2]] as const) // biome-ignore format: a table
    it(`of (${m}, ${k}) x (${k}, ${n}) is that of one call, in any layout`, () => {
      const [inBlocks, atOnce] = [makeMatmul(() => blas, most), makeMatmul(() => blas)];
      for (const left of [byRows, byColumns]) {
        for (const right of [byRows, byColumns]) {
          const [A, B] = [left(m, k), right(k, n)];
          const [got, want] = [new Float64Array(m * n + 2).fill(7), new Float64Array(m * n + 2).fill(7)];
          inBlocks(m, k, n, got, 1, A, B);
          expect(Math.max(...calls), "multiplications in a call").to.be.at.most(Math.max(most, k) * 1.2);
          expect(calls.length).to.be.above(1);
          atOnce(m, k, n, want, 1, A, B);
          expect(got).to.deep.equal(want);
          calls = [];
        }
      }
    });

  it("is one call when it is short", () => {
    makeMatmul(() => blas, most)(20, 50, 20, new Float64Array(400), 0, byRows(20, 50), byRows(50, 20));
    expect(calls).to.deep.equal([20_000]);
  });

  it("of a row reads what one thread's cache holds at a time; several threads share the whole", () => {
    const [k, n] = [9000, 40];
    const [row, matrix] = [values(k, 1), { ...byRows(k, n), offset: 0 }];
    const results = [1, 2, Number.POSITIVE_INFINITY].map((threads) => {
      const [out, blocks]: [Float64Array, number[]] = [new Float64Array(n), []];
      const multiply = makeMultiplyRow(() => ({ ...blas, threads }));
      multiply(k, n, out, row, matrix, (_, count) => blocks.push(count));
      expect(blocks.reduce((sum, count) => sum + count)).to.equal(k);
      return { out, blocks: blocks.length };
    });
    expect(results.map(({ blocks }) => blocks > 1)).to.deep.equal([true, false, false]);
    for (const { out } of results) expect(out).to.deep.equal(results[0].out);
  });

  it("with a number that is repeated, whose stride is 0, is that number times the rest", () => {
    const n = 20_001;
    const three: Matrix = { data: Float64Array.of(3), offset: 0, rowStride: 0, columnStride: 0 };
    const multiply = makeMatmul(() => blas);
    for (const [m, columns] of [
      [1, n],
      [n, 1],
    ]) {
      // biome-ignore format: a table
      const rest: Matrix = { data: values(n, 1), offset: 0, rowStride: columns, columnStride: 1 };
      const out = new Float64Array(n);
      multiply(m, 1, columns, out, 0, m === 1 ? three : rest, m === 1 ? rest : three);
      expect(out).to.deep.equal(values(n, 1).map((x) => 3 * x));
    }
  });
});
