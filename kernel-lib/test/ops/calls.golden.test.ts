// Every function over awkward values (NaN, both zeros, infinities, subnormals), dtypes and layouts, against real NumPy.
import * as np from "../../src/core.js";
import { testCalls } from "../support/calls.js";

const indexing = {
  assigned: (x: np.Tensor, value: np.TensorLike, ...indices: np.Index[]) =>
    x.copy().assign(value, ...indices),
  maskOf: (x: np.Tensor) => np.mask(x, np.greater(x, 0)),
  copiedWhere: (x: np.Tensor, value: number) => {
    const y = x.copy();
    np.copyto(y, value, { where: np.greater(x, 0) });
    return y;
  },
  masked: (x: np.Tensor) => x.index(np.greater(x, 0)),
  assignedWhere: (x: np.Tensor, value: number) => x.copy().assign(value, np.greater(x, 0)),
  assignedTwice: (x: np.Tensor) => x.copy().assign(np.arange(5), [0, 1, 0, 1, 0]),
};

const sorting = {
  uniqueParts: (x: np.Tensor) => {
    const all = { returnIndex: true, returnInverse: true, returnCounts: true } as const;
    const { values, index, inverse, counts } = np.unique(x, all);
    return [values, index, inverse, counts];
  },
  searchSorted: (x: np.Tensor, values: np.TensorLike, options: { side: "left" | "right" }) =>
    np.searchsorted(np.sort(x), values, options),
};

describe("movement gives NumPy's bits", () =>
  testCalls("calls-movement", {
    transferred: (x: np.Tensor) => np.fromTransferable(structuredClone(np.toTransferable(x))),
  }));
describe("products without a sum give NumPy's bits", () => testCalls("calls-products"));
describe("ranges give NumPy's bits", () => testCalls("calls-ranges"));
describe("indexing gives NumPy's bits", () => testCalls("calls-indexing", indexing));
describe("sorting gives NumPy's bits", () => testCalls("calls-sorting", sorting));
describe("reductions along axes give NumPy's bits", () =>
  testCalls("calls-reductions", {
    prodOfClipped: (x: np.Tensor, options: np.ReduceOptions) => np.prod(np.clip(x, -1, 1), options),
  }));
describe("reductions of NaN, infinities and subnormals give NumPy's bits", () =>
  testCalls("calls-reductions-awkward", {
    minWithoutMinusZero: (x: np.Tensor, options: np.ReduceOptions) => np.min(np.add(x, 0), options),
    maxWithoutMinusZero: (x: np.Tensor, options: np.ReduceOptions) => np.max(np.add(x, 0), options),
    medianWithoutMinusZero: (x: np.Tensor, options: np.ReduceOptions) => np.median(np.add(x, 0), options),
  }));
