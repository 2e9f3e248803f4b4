import * as np from "../../src/core.js";
import { expectSameBits, type GoldenTensor, readGolden } from "../support/golden.js";

interface Case {
  shape: number[];
  view: string;
  dtype: np.DType;
  axis: null | number | number[];
  results: Record<string, GoldenTensor>;
}

const views: Record<string, (x: np.Tensor) => np.Tensor> = {
  plain: (x) => x,
  transposed: (x) => x.T,
  "every second row": (x) => x.slice("::2"),
  "every second column": (x) => x.slice("...", "::2"),
  backwards: (x) => x.slice("::-1"),
  "columns backwards": (x) => x.slice("...", "::-1"),
  swapped: (x) => x.swapaxes(0, -1),
  "inner block": (x) => (x.ndim > 1 ? x.slice("1:-1", "...", "1:-1") : x.slice("1:-1")),
};

const reductions: Record<string, (x: np.Tensor, options: { axis?: number }) => np.Tensor | number> = {
  sum: np.sum,
  mean: np.mean,
  std: np.std,
  var: np.var,
  min: np.min,
  max: np.max,
  prod: np.prod,
  argmin: np.argmin,
  argmax: np.argmax,
  cumsum: np.cumsum,
};

describe("reductions give NumPy's bits", () => {
  const { seed, cases } = readGolden<Case>("reductions");
  const inputs = new Map<string, np.Tensor>();
  const input = (shape: number[]): np.Tensor => {
    const key = String(shape);
    if (!inputs.has(key)) inputs.set(key, new np.RandomState(seed).uniform(-1, 1, shape));
    return inputs.get(key)!;
  };

  for (const [name, reduce] of Object.entries(reductions)) {
    it(`${name}: every shape, view, dtype and axis`, () => {
      for (const { shape, view, dtype, axis, results } of cases) {
        if (results[name] === undefined) continue;
        const x = views[view](input(shape).astype(dtype));
        const options = axis === null ? {} : { axis: axis as number };
        expectSameBits(
          reduce(x, options),
          results[name],
          `${name} of ${shape} ${view} ${dtype} axis ${axis}`,
        );
      }
    });
  }
});
