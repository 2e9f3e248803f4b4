// The dtype of every operation on every pair of dtypes, against real NumPy: int64 is int32 here, float16 is float64.
import { expect } from "chai";
import * as np from "../../src/core.js";
import { readGolden } from "../support/golden.js";

interface Case {
  op: string;
  a?: np.DType;
  results: Record<string, string>;
}

type Call = (...operands: np.TensorLike[]) => np.Tensor;

const alongFirst = [
  "sum",
  "prod",
  "mean",
  "std",
  "var",
  "min",
  "max",
  "argmin",
  "argmax",
  "any",
  "all",
  "median",
];

const functions: Record<string, Call> = {
  ...(np as object),
  where: (a, b) => np.where(true, a, b),
  concatenate: (a, b) => np.concatenate([a, b]),
  ...Object.fromEntries(
    alongFirst.map((name) => [
      name,
      (a: np.TensorLike) => (np as unknown as Record<string, typeof np.sum>)[name](a, { axis: 0 }),
    ]),
  ),
};

/** A tensor of ones, or the number or boolean that the word means. */
function operand(word: string): np.TensorLike {
  return /^[a-z]+\d*$/.test(word) && word !== "true"
    ? np.ones(2, { dtype: word as np.DType })
    : JSON.parse(word);
}

function dtypeOf(op: string, operands: string[]): string {
  try {
    return functions[op](...operands.map(operand)).dtype;
  } catch (error) {
    expect(error).to.be.instanceOf(np.DTypeError);
    return "error";
  }
}

describe("dtypes meet as in NumPy 2", () => {
  for (const { op, a, results } of readGolden<Case>("promotion").cases) {
    it(`${op} of ${a ?? "each dtype"}${a === undefined ? "" : " with each dtype, 2, 2.5 and true"}`, () => {
      const got = Object.keys(results).map((b) => [b, dtypeOf(op, a === undefined ? [b] : [a, b])]);
      expect(Object.fromEntries(got)).to.deep.equal(results);
    });
  }
});
