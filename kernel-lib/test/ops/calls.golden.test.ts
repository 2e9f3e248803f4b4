// Every function over awkward values (NaN, both zeros, infinities, subnormals), dtypes and layouts, against real NumPy.
import { testCalls } from "../support/calls.js";

describe("movement gives NumPy's bits", () => testCalls("calls-movement"));
describe("ranges give NumPy's bits", () => testCalls("calls-ranges"));
