// Every function over awkward values (NaN, both zeros, infinities, subnormals), dtypes and layouts, against real NumPy.
import * as np from "../../src/core.js";
import { testCalls } from "../support/calls.js";

const indexing = {
  assigned: (x: np.Tensor, value: np.TensorLike, ...indices: np.Index[]) =>
    x.copy().assign(value, ...indices),
  masked: (x: np.Tensor) => x.index(np.greater(x, 0)),
  assignedWhere: (x: np.Tensor, value: number) => x.copy().assign(value, np.greater(x, 0)),
  assignedTwice: (x: np.Tensor) => x.copy().assign(np.arange(5), [0, 1, 0, 1, 0]),
};

describe("movement gives NumPy's bits", () => testCalls("calls-movement"));
describe("ranges give NumPy's bits", () => testCalls("calls-ranges"));
describe("indexing gives NumPy's bits", () => testCalls("calls-indexing", indexing));
