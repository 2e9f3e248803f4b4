// Every element-wise function over awkward values (NaN, both zeros, infinities, subnormals, overflow) in every dtype and layout,
// against real NumPy: fresh, and written into `out`, also where it overlaps what is read.
import { expect } from "chai";
import * as np from "../../src/core.js";
import { testCalls, views } from "../support/calls.js";
import { expectWithinUlps, fromBits, readGolden } from "../support/golden.js";

type Binary = (a: np.TensorLike, b: np.TensorLike, options?: np.OutOptions) => np.Tensor;
type Unary = (a: np.TensorLike, options?: np.OutOptions) => np.Tensor;

const binary = np as unknown as Record<string, Binary>;
const unary = np as unknown as Record<string, Unary>;

const backwards = (x: np.Tensor): np.Tensor => (x.ndim > 0 ? x.slice("...", "::-1") : x);

/** What stands beside x: itself backwards, its first row, its first column. */
function partner(x: np.Tensor, which: string): np.Tensor {
  if (x.ndim === 0 || which === "backwards") return backwards(x);
  return which === "row" ? x.slice(":1") : x.slice("...", ":1");
}

const { palettes } = readGolden("calls-elementwise") as unknown as { palettes: Record<np.DType, string> };
const everyDType = (Object.keys(palettes) as np.DType[]).map((dtype) =>
  np.array(fromBits(palettes[dtype]) as never).astype(dtype),
);

const given = (limit: np.TensorLike | "$nan" | null): np.TensorLike | null =>
  limit === "$nan" ? Number.NaN : (limit as np.TensorLike | null);

/** Booleans count as int32, which is not to overflow: what comes then is left to chance. */
function roundable(x: np.Tensor): np.Tensor {
  return x.dtype === "bool" || x.dtype === "int32" ? np.clip(x.astype("int32"), -60000, 60000) : x;
}

/** Which of two zeros is larger depends in NumPy on the processor. */
function withoutMinusZero(name: string, t: np.Tensor): np.Tensor {
  return t.dtype === "bool" || !["maximum", "minimum"].includes(name) ? t : np.add(t, 0);
}

describe("element-wise functions give NumPy's bits", () => {
  testCalls("calls-elementwise", {
    beside: (x: np.Tensor, name: string, which: string) =>
      withoutMinusZero(name, binary[name](x, partner(x, which))),
    maximum: (a: np.TensorLike, b: np.TensorLike) => withoutMinusZero("maximum", np.maximum(a, b)),
    minimum: (a: np.TensorLike, b: np.TensorLike) => withoutMinusZero("minimum", np.minimum(a, b)),
    besideEachDType: (x: np.Tensor, name: string) =>
      everyDType.map((b) => withoutMinusZero(name, binary[name](x.reshape(-1, 1), b))),
    rounded: (x: np.Tensor, decimals: number) => np.round(roundable(x), decimals),
    clip: (x: np.Tensor, low: number | null, high: number | null) => np.clip(x, given(low), given(high)),
    closeTo: (x: np.Tensor, which: string) => np.allclose(x, partner(x, which), { equalNan: true }),
    equalTo: (x: np.Tensor, which: string) => np.arrayEqual(x, partner(x, which)),
  });
});

const into: Record<string, (f: Binary, x: np.Tensor, dtype: np.DType) => np.Tensor> = {
  fresh: (f, x, dtype) => f(x, backwards(x), { out: np.zeros(x.shape, { dtype }) }),
  higher: (f, x, dtype) => f(x, backwards(x), { out: np.zeros([2, ...x.shape], { dtype }) }),
  self: (f, x) => {
    const y = x.copy();
    return f(y, backwards(y), { out: y });
  },
  row: (f, x) => {
    const y = x.copy();
    return f(y.ndim > 0 ? y.slice(":1") : y, y, { out: y });
  },
  shifted: (f, x) => {
    const y = x.flatten();
    f(y.slice(":-1"), y.slice("1:"), { out: y.slice("1:") });
    return y;
  },
};

describe("element-wise functions write NumPy's bits into out", () => {
  testCalls("calls-out", {
    into: (x: np.Tensor, name: string, kind: string, dtype: np.DType) => into[kind](binary[name], x, dtype),
    intoOne: (x: np.Tensor, name: string, dtype: np.DType, kind: string) => {
      const y = x.copy();
      if (kind === "self") return unary[name](backwards(y), { out: y });
      return unary[name](x, { out: np.zeros(x.shape, { dtype }) });
    },
  });
});

interface FunctionCase {
  op: string;
  dtype: np.DType;
  from: np.DType[];
  want: string;
}

describe("exp, log, tanh and the like are within 2 ulp of NumPy", () => {
  const file = readGolden<FunctionCase>("functions") as unknown as {
    palettes: Record<np.DType, string>;
    short: Record<np.DType, number>;
    cases: FunctionCase[];
  };
  const { layouts } = readGolden("calls-elementwise") as unknown as { layouts: [number[], string][] };

  /** The values in an order that meets all of them, in a shape and layout. */
  function inLayout(
    values: ArrayLike<number>,
    dtype: np.DType,
    [shape, view]: [number[], string],
    place = (k: number): number => (7 * k + 3) % values.length,
  ): np.Tensor {
    const size = shape.reduce((product, length) => product * length, 1);
    const data = Float64Array.from({ length: size }, (_, k) => values[place(k)]);
    return views[view](np.fromBuffer(data, shape).astype(dtype));
  }

  for (const { op, dtype, from, want } of file.cases) {
    const inputs = from.map((one) => fromBits(file.palettes[one]));
    it(`${op} of ${from.join(" and ")}`, () => {
      const wanted = fromBits(want);
      if (from.length === 2) return checkPairs(op, dtype, from, wanted);
      const all: [number[], string] = [[wanted.length], "plain"];
      for (const layout of [all, ...layouts]) {
        const got = unary[op](inLayout(inputs[0], from[0], layout));
        const target = inLayout(wanted, dtype, layout);
        expectWithinUlps(got, target, 2, `${op} in ${layout.join(" ")}`);
      }
    });
  }

  /** Each of the short palettes with each: a column and a row. */
  function checkPairs(op: string, dtype: np.DType, from: np.DType[], wanted: Float64Array): void {
    const [a, b] = from.map((one) => {
      const values = fromBits(file.palettes[one]).slice(0, file.short[one]);
      return np.fromBuffer(values, [values.length]).astype(one);
    });
    const whole = op === "power" && dtype !== "float64" && dtype !== "float32";
    const exponent = whole ? np.clip(np.abs(b.astype("float64")), 0, 9).astype(from[1]) : b;
    const got = binary[op](a.reshape(-1, 1), exponent);
    const target = np.fromBuffer(wanted, [a.size, b.size]).astype(dtype);
    expect(got.dtype).to.equal(dtype);
    expectWithinUlps(got, target, 2, `${op} of ${from}`);
    for (const layout of layouts) {
      const [x, y, z] = [
        inLayout(a.toTypedArray(), from[0], layout, (k) => (7 * k + 3) % a.size),
        inLayout(exponent.toTypedArray(), from[1], layout, (k) => (5 * k + 1) % b.size),
        inLayout(wanted, dtype, layout, (k) => ((7 * k + 3) % a.size) * b.size + ((5 * k + 1) % b.size)),
      ];
      expectWithinUlps(binary[op](x, y), z, 2, `${op} of ${from} in ${layout.join(" ")}`);
    }
  }
});
