import { expect } from "chai";
import type { BinaryOp, Block, Matrix, UnaryOp } from "../../src/engines/engine.js";
import { binaryLoops, compareLoops, unaryLoops } from "../../src/engines/js/float64-loops.js";
import { jsEngine } from "../../src/engines/js/index.js";
import { binaryScalars, unaryScalars } from "../../src/engines/js/scalars.js";

const values = [0, -0, 1, -1, 0.5, 2.5, -3.25, 1e300, Infinity, -Infinity, Number.NaN];

function block(data: Block["data"], strides: number[], dtype: Block["dtype"] = "float64"): Block {
  return { data, dtype, offset: 0, strides };
}

describe("float64 loops", () => {
  it("do what the scalar table says, for every operation", () => {
    const a = Float64Array.from(values.flatMap((x) => values.map(() => x)));
    const b = Float64Array.from(values.flatMap(() => values));
    const n = a.length;
    for (const op of [...Object.keys(binaryLoops), ...Object.keys(compareLoops)] as BinaryOp[]) {
      const isCompare = op in compareLoops;
      const out = isCompare ? new Uint8Array(n) : new Float64Array(n);
      jsEngine.binary(op, [n], block(out, [1], isCompare ? "bool" : "float64"), block(a, [1]), block(b, [1]));
      expect([...out], op).to.deep.equal([...a].map((x, i) => binaryScalars[op](x, b[i])));
    }
    for (const op of Object.keys(unaryLoops) as UnaryOp[]) {
      const out = new Float64Array(n);
      jsEngine.unary(op, [n], block(out, [1]), block(a, [1]));
      expect([...out], op).to.deep.equal([...a].map(unaryScalars[op]));
    }
  });

  it("walk strides, also backwards and standing still", () => {
    const out = new Float64Array(6);
    const a = { ...block(Float64Array.of(1, 2, 3, 4, 5, 6), [-2, 1]), offset: 4 };
    jsEngine.binary("add", [3, 2], block(out, [2, 1]), a, block(Float64Array.of(10), [0, 0]));
    expect([...out]).to.deep.equal([15, 16, 13, 14, 11, 12]);
  });

  it("do nothing for an empty loop", () => {
    const out = Float64Array.of(7);
    jsEngine.copy([0, 1], block(out, [1, 1]), block(Float64Array.of(1), [1, 1]));
    expect(out[0]).to.equal(7);
  });
});

describe("matmul of the engine", () => {
  it("writes its (m, n) elements and nothing around them", () => {
    for (const [m, k, n] of [
      [3, 2, 5],
      [1, 9, 3],
      [4, 3, 1],
      [67, 2, 130],
    ]) {
      const ones = (rows: number, columns: number): Matrix => {
        return {
          data: new Float64Array(rows * columns).fill(1),
          offset: 0,
          rowStride: columns,
          columnStride: 1,
        };
      };
      const out = new Float64Array(m * n + 2 * n).fill(-1);
      jsEngine.matmul(m, k, n, out, n, ones(m, k), ones(k, n));
      const want = [...new Array(n).fill(-1), ...new Array(m * n).fill(k), ...new Array(n).fill(-1)];
      expect([...out], `(${m}, ${k}) x (${k}, ${n})`).to.deep.equal(want);
    }
  });
});
