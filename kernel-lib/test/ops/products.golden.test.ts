// Products over every pair of shapes, dtypes and layouts. Small whole numbers: every order of additions gives NumPy's bits.
import { expect } from "chai";
import * as np from "../../src/core.js";
import { attempt, views } from "../support/calls.js";
import { readGolden } from "../support/golden.js";

interface ProductCase {
  call: "dot" | "matmul" | "inner" | "outer" | "tensordot" | "einsum";
  pairs?: "shapes" | "dtypes" | "views";
  axes?: number | [number[], number[]];
  subscripts?: string;
  shapes?: number[][];
  results: string;
}

interface Operand {
  shape: number[];
  dtype: np.DType;
  view: string;
}

const file = readGolden<ProductCase>("products") as unknown as {
  shapes: number[][];
  dtypes: np.DType[];
  views: string[];
  cases: ProductCase[];
};

/** (5 i + start) mod 7, minus 3 where there is a sign. */
function pattern({ shape, dtype, view }: Operand, start: number): np.Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  const value = (i: number): number => {
    const rest = (5 * i + start) % 7;
    return dtype === "bool" ? rest % 2 : dtype === "uint8" ? rest : rest - 3;
  };
  return views[view](
    np
      .fromBuffer(
        Float64Array.from({ length: size }, (_, i) => value(i)),
        shape,
      )
      .astype(dtype),
  );
}

const pairsOf = <T>(list: readonly T[]): [T, T][] => list.flatMap((a) => list.map((b): [T, T] => [a, b]));
const plain = (shape: number[], dtype: np.DType = "float64"): Operand => ({ shape, dtype, view: "plain" });

/** The operands of every result of a case, in the order of make_products.py. */
function operandsOf({ call, pairs, shapes }: ProductCase): Operand[][] {
  if (pairs === "shapes") return pairsOf(file.shapes).map((pair) => pair.map((shape) => plain(shape)));
  if (pairs === "views") {
    return pairsOf(file.views).map((pair) =>
      pair.map((view) => ({ shape: [3, 4, 4], dtype: "float64", view })),
    );
  }
  const [a, b] = shapes ?? [
    [3, 3],
    [3, 3],
  ];
  if (call === "einsum") return file.dtypes.map((dtype) => shapes!.map((shape) => plain(shape, dtype)));
  return pairsOf(file.dtypes).map(([first, second]) => [plain(a, first), plain(b, second)]);
}

const { dot, matmul, inner, outer } = np;
const plainProducts = { dot, matmul, inner, outer };

function run({ call, axes, subscripts }: ProductCase, inputs: np.Tensor[]): np.Tensor {
  if (call === "einsum") return np.einsum(subscripts!, ...inputs);
  if (call === "tensordot") return np.tensordot(inputs[0], inputs[1], { axes });
  return plainProducts[call](inputs[0], inputs[1]);
}

/** np.dot with a number is np.multiply here, which keeps the sign of a zero. */
function withoutMinusZero(t: np.Tensor): np.Tensor {
  return t.dtype === "bool" ? t : np.add(t, 0);
}

describe("products give NumPy's bits", () => {
  for (const one of file.cases) {
    const { call, pairs, axes, subscripts, shapes, results } = one;
    const about = pairs ?? `${subscripts ?? JSON.stringify(axes)} ${JSON.stringify(shapes)}`;
    it(`${call}, ${about}`, () => {
      const wanted = results.split(" ");
      const operands = operandsOf(one);
      expect(wanted).to.have.lengthOf(operands.length);
      for (const [k, list] of operands.entries()) {
        const label = list.map(({ shape, dtype, view }) => `${dtype} (${shape}) ${view}`).join(" and ");
        const got = attempt(() => withoutMinusZero(run(one, list.map(pattern))));
        if (got.digest !== wanted[k]) {
          expect.fail(`${label}: expected ${wanted[k]}, got ${got.digest} of ${got.text}`);
        }
        if (got.digest === "error") expect(got.text, label).to.match(/^[a-zA-Z]+: /);
      }
    });
  }
});
