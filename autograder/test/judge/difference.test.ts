import { expect } from "chai";
import * as np from "kernel-lib";
import { describeDifference } from "../../src/judge/difference.js";
import { english } from "../../src/messages/say.js";

const words = (got: unknown, want: unknown, name = "dw"): string =>
  english.all(describeDifference(np.testing.difference(got, want, { name })!, "f", false).said);

const column = np.array([[1.25], [2], [3]]);

describe("describeDifference", () => {
  const rows: [string, unknown, string][] = [
    ["a number", 777.125, "dw is a number, expected a tensor of shape (3, 1)"],
    ["a string", "777", "dw is a string, expected a tensor of shape (3, 1)"],
    ["undefined", undefined, "dw is undefined, expected a tensor of shape (3, 1). Is a return missing?"],
    ["a list", [7], "dw is a list, expected a tensor of shape (3, 1). Wrap it with np.array"],
    ["a record with telling keys", { "777": 1 }, "dw is an object, expected a tensor of shape (3, 1)"],
    ["the transpose", column.T, "dw has shape (1, 3), expected (3, 1): it looks transposed"],
    ["a telling shape", np.zeros([777, 1]), "dw has shape (…, 1), expected (3, 1)"],
    [
      "NaN",
      np.full([3, 1], Number.NaN),
      "dw[0, 0] is NaN (3 of 3 elements are not finite). NaN comes from 0 / 0, from the log of a negative number, or from 0 times Infinity",
    ],
    ["the negative", column.negative(), "dw has the right shape but no element is right: the sign is wrong"],
    [
      "a multiple",
      column.multiply(7.75),
      "dw has the right shape but no element is right: every element is off by the same factor",
    ],
  ];
  for (const [what, got, message] of rows)
    it(`keeps values to itself for ${what}`, () => {
      expect(words(got, column)).to.equal(message);
    });

  it("does not repeat the keys of a record", () => {
    expect(words({ secret: 1 }, { dw: 1 }, "grads")).to.equal("grads.dw is missing");
  });

  it("says everything about a public test", () => {
    const found = np.testing.difference(2, 3, { name: "cost" })!;
    const { rung, said, mistake } = describeDifference(found, "f", true);
    expect([rung, english.all(said), mistake]).to.deep.equal(["values", found.message, null]);
    expect(found.message).to.include("expected 3");
  });

  it("finds words for a difference that a test has made itself", () => {
    const own = { rung: "shape", name: "dw", message: "no phrases" } as unknown as np.testing.Difference;
    expect(describeDifference(own, "propagate", false)).to.deep.equal({
      ...{ rung: "shape", mistake: null },
      said: [{ id: "judge.values", params: { name: "propagate" } }],
    });
  });
});
