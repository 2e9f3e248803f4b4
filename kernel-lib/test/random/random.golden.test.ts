import * as np from "../../src/core.js";
import { expectSameBits, expectWithinUlps, type GoldenTensor, readGolden } from "../support/golden.js";

interface Step {
  call: string;
  args: never[];
  want: GoldenTensor;
}

type Draw = (rs: np.RandomState, ...args: number[]) => np.Tensor;

const draws: Record<string, Draw> = {
  rand: (rs, n) => (n === 700 ? rs.rand(n).slice("-5:") : rs.rand(n)),
  randn: (rs, ...shape) => rs.randn(shape),
  randint: (rs, low, high, size) => rs.randint(low, high, size),
  uniform: (rs, low, high, size) => rs.uniform(low, high, size),
  normal: (rs, loc, scale, size) => rs.normal(loc, scale, size),
  permutation: (rs, n) => rs.permutation(n),
  "permutation of rows": (rs) => rs.permutation(np.arange(12).reshape(6, 2)),
  shuffle: (rs, n) => shuffled(rs, np.arange(n)),
  "shuffle rows": (rs, n, m) => shuffled(rs, np.arange(n * m).reshape(n, m)),
};

function shuffled(rs: np.RandomState, t: np.Tensor): np.Tensor {
  rs.shuffle(t);
  return t;
}

/** Gaussians go through a logarithm, whose last bit differs between libraries. */
const gaussian = new Set(["randn", "normal"]);

describe("RandomState draws NumPy's numbers", () => {
  for (const { seed, steps } of readGolden<{ seed: number; steps: Step[] }>("random").cases) {
    it(`seed ${seed}: ${steps.map((step) => step.call).join(", ")}, one after the other`, () => {
      const rs = new np.RandomState(seed);
      for (const { call, args, want } of steps) {
        const got = draws[call](rs, ...args);
        if (gaussian.has(call)) expectWithinUlps(got, want, 2, call);
        else expectSameBits(got, want, call);
      }
    });
  }
});
