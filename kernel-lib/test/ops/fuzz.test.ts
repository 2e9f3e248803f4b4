// Whatever is passed to a public function, it gives a result or says in its own name what is wrong.
import { expect } from "chai";
import * as np from "../../src/core.js";
import { type Call, checkNamed } from "../support/fuzz.js";

/** Public functions that take tensors; the rest has tests of its own. */
const functions = Object.entries(np as unknown as Record<string, Call>).filter(
  ([name, value]) =>
    typeof value === "function" && /^[a-z]/.test(name) && !["tick", "progress", "showConfig"].includes(name),
);

describe("bad input is named", () => {
  for (const [name, f] of functions) it(`by ${name}`, () => checkNamed((args) => f(...args), name));

  it("covers the public functions", () => {
    expect(functions.map(([name]) => name)).to.include.members([
      "array",
      "add",
      "sum",
      "reshape",
      "matmul",
      "pad",
    ]);
  });
});

const methods = Object.getOwnPropertyNames(np.Tensor.prototype).filter((name) => {
  const { value } = Object.getOwnPropertyDescriptor(np.Tensor.prototype, name) ?? {};
  return typeof value === "function" && !["constructor", "view", "placeOf", "nested"].includes(name);
});

describe("bad input is named by methods", () => {
  for (const name of methods) {
    it(`by ${name}`, () => {
      for (const t of [np.zeros([2, 3]), np.ones([3], { dtype: "uint8" }), np.array(true)]) {
        const call = (args: unknown[]): unknown => (t.copy() as never as Record<string, Call>)[name](...args);
        checkNamed(call, name);
      }
    });
  }

  it("covers them", () =>
    expect(methods).to.include.members(["sum", "get", "set", "slice", "assign", "index"]));
});
