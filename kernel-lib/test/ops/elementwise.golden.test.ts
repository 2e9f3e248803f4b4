import * as np from "../../src/core.js";
import {
  expectSameBits,
  expectWithinUlps,
  type GoldenTensor,
  readGolden,
  toTensor,
} from "../support/golden.js";

interface Case {
  op: string;
  a: GoldenTensor;
  b?: GoldenTensor;
  decimals?: number;
  exponent?: number;
  want: GoldenTensor;
}

const binary: Record<string, (a: np.Tensor, b: np.Tensor) => np.Tensor> = {
  add: np.add,
  subtract: np.subtract,
  multiply: np.multiply,
  divide: np.divide,
  maximum: np.maximum,
  minimum: np.minimum,
  equal: np.equal,
  not_equal: np.notEqual,
  less: np.less,
  less_equal: np.lessEqual,
  greater: np.greater,
  greater_equal: np.greaterEqual,
  logical_and: np.logicalAnd,
  logical_or: np.logicalOr,
};

const unary: Record<string, (a: np.Tensor) => np.Tensor> = {
  negative: np.negative,
  absolute: np.abs,
  sign: np.sign,
  sqrt: np.sqrt,
  square: np.square,
  floor: np.floor,
  ceil: np.ceil,
  round: (a) => np.round(a),
  isnan: np.isnan,
  isfinite: np.isfinite,
  logical_not: np.logicalNot,
  exp: np.exp,
  expm1: np.expm1,
  log: np.log,
  log1p: np.log1p,
  tanh: np.tanh,
};

/** Functions whose last bits are a library's own choice. */
const transcendental = new Set(["exp", "expm1", "log", "log1p", "tanh", "power"]);

function compute({ op, a, b, decimals, exponent }: Case): np.Tensor {
  const x = toTensor(a);
  if (decimals !== undefined) return np.round(x, decimals);
  if (op === "power") return np.power(x, exponent!);
  return b === undefined ? unary[op](x) : binary[op](x, toTensor(b));
}

describe("elementwise operations give NumPy's bits", () => {
  const { cases } = readGolden<Case>("elementwise");
  for (const op of new Set(cases.map((one) => one.op))) {
    const within = transcendental.has(op) ? ", within 2 ulp" : "";
    it(`${op}: every pair of dtypes, zeros, NaN and infinities${within}`, () => {
      for (const one of cases.filter((other) => other.op === op)) {
        const label = `${op}(${one.a.dtype}${one.b ? `, ${one.b.dtype}` : ""}${one.exponent ?? ""})`;
        if (transcendental.has(op)) expectWithinUlps(compute(one), one.want, 2, label);
        else expectSameBits(compute(one), one.want, label);
      }
    });
  }
});
