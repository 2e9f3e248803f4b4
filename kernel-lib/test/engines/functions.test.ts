/**
 * exp, log and tanh of the wasm engine against V8's, in units in the last place, and at the edges.
 */
import { expect } from "chai";
import type { UnaryOp } from "../../src/engines/engine.js";
import { wasmEngine } from "../../src/engines/wasm/index.js";
import { withEitherKernels } from "../support/kernels.js";

function run(
  op: UnaryOp,
  a: Float64Array | Float32Array,
  start = 0,
  n = a.length,
): Float64Array | Float32Array {
  const out = a.slice().fill(7);
  const dtype = a instanceof Float64Array ? "float64" : "float32";
  const block = { dtype, offset: start, strides: [1] } as const;
  wasmEngine.unary(op, [n], { ...block, data: out }, { ...block, data: a });
  return out;
}

/** How many float64 lie between two of one sign. */
function ulps(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  const [x, y] = new BigInt64Array(Float64Array.of(a, b).buffer);
  return Number(x > y ? x - y : y - x);
}

function evenly(low: number, high: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
}

const ranges: Record<"exp" | "log" | "tanh", Float64Array[]> = {
  exp: [evenly(-745, 709.7, 40_001), evenly(-1, 1, 20_001), evenly(-1e-9, 1e-9, 101)],
  log: [
    evenly(1e-3, 4, 40_001),
    evenly(0.7, 1.5, 100_001),
    evenly(0.99, 1.01, 20_001),
    evenly(-740, 700, 20_001).map(Math.exp),
    evenly(0.5, 3.9, 20_001).map((x) => x * 2 ** 1022),
    evenly(0.5, 2, 20_001).map((x) => x * 2 ** -1022),
  ],
  tanh: [evenly(-22, 22, 40_001), evenly(-0.7, 0.7, 20_001), evenly(-1e-9, 1e-9, 101)],
};

const edges = [
  0,
  -0,
  1,
  -1,
  Infinity,
  -Infinity,
  Number.NaN,
  5e-324,
  -5e-324,
  2.3e-308,
  1e-310,
  709.78,
  709.79,
];
const moreEdges = [-708.39, -708.4, -745.13, -745.14, 1e308, -1e308, 1.7976931348623157e308, 0.625, 1e-20];

withEitherKernels(() => {
  for (const op of ["exp", "log", "tanh"] as const) {
    describe(`${op} of the wasm engine`, () => {
      it("is within 2 ulp", () => {
        for (const x of ranges[op]) {
          const y = run(op, x);
          const distances = Array.from(y, (value, i) => ulps(value, Math[op](x[i])));
          expect(distances.filter((distance) => distance > 2)).to.deep.equal([]);
        }
      });

      it("knows zeros, infinities, NaN, subnormals and overflow, in either lane", () => {
        const x = Float64Array.from([...edges, ...moreEdges].flatMap((edge) => [edge, 0.5, 0.5, edge]));
        const y = run(op, x);
        for (const [i, value] of x.entries()) {
          const want = Math[op](value);
          expect(ulps(y[i], want), `${op}(${value}) = ${y[i]}, V8 ${want}`).to.be.at.most(2);
        }
      });

      it("reads any number of elements from any place and writes no other", () => {
        const x = evenly(0.1, 3, 4200);
        for (const n of [0, 1, 15, 16, 17, 2047, 2048, 2049, 4097]) {
          const y = run(op, x, 3, n);
          for (let i = 0; i < y.length; i++) {
            const inside = i >= 3 && i < 3 + n;
            expect(ulps(y[i], inside ? Math[op](x[i]) : 7), `n ${n}, place ${i}`).to.be.at.most(2);
          }
        }
      });

      it("gives a value the same bits whatever stands beside it", () => {
        const x = ranges[op][0].subarray(0, 4000);
        const beside = Float64Array.from([...x].flatMap((value) => [value, Number.NaN, -0, 710]));
        const [alone, y] = [run(op, x), run(op, beside)];
        for (let i = 0; i < x.length; i++) expect(y[4 * i], `${op}(${x[i]})`).to.equal(alone[i]);
      });

      it("rounds float32 once", () => {
        const x = Float32Array.from(evenly(0.1, 3, 1001));
        const y = run(op, x);
        for (const [i, value] of x.entries()) expect(y[i]).to.equal(Math.fround(Math[op](value)));
      });
    });
  }
});
