import { expect } from "chai";
import * as np from "../../src/core.js";

const { difference, assertClose } = np.testing;

function message(got: unknown, want: unknown, options: np.DifferenceOptions = {}): string | undefined {
  return difference(got, want, { name: "dw", ...options })?.message;
}

describe("difference", () => {
  it("is null for values within the tolerances", () => {
    expect(difference(np.array([1, 1e-10]), np.array([1 + 1e-8, 0]))).to.equal(null);
    expect(
      difference({ w: np.ones([2]), costs: [1, 2], b: 0.5 }, { w: np.ones([2]), costs: [1, 2], b: 0.5 }),
    ).to.equal(null);
    expect(difference(np.zeros([0, 3]), np.zeros([0, 3]))).to.equal(null);
    expect(difference("a", "a")).to.equal(null);
    expect(difference([], [])).to.equal(null);
  });

  it("type: says what it is, what it should be, and the cure", () => {
    expect(message(undefined, 1)).to.equal("dw is undefined, expected a number. Is a return missing?");
    expect(message(Promise.resolve(1), 1)).to.equal(
      "dw is a Promise, expected a number. Is an await missing?",
    );
    expect(message([[1]], np.ones([1, 1]))).to.equal(
      "dw is a list of 1, expected a tensor of shape (1, 1). Wrap it with np.array",
    );
    expect(message(np.array(1), 1)).to.equal(
      "dw is a tensor of shape (), expected a number. Take its .item()",
    );
    expect(message(3, np.ones([2]))).to.equal("dw is the number 3, expected a tensor of shape (2,)");
    expect(message(3, { dw: 1, db: 2 })).to.equal("dw is the number 3, expected { dw, db }");
    expect(difference({ dw: 1 }, { dw: 1, db: 1 }, { name: "grads" })?.message).to.equal(
      "grads.db is missing; there is { dw }",
    );
  });

  it("shape: names both and the likely reason", () => {
    expect(message(np.ones([1, 3]), np.ones([3, 1]))).to.equal(
      "dw has shape (1, 3), expected (3, 1): it looks transposed",
    );
    expect(message(np.ones([3]), np.ones([3, 1]))).to.equal(
      "dw has shape (3,), expected (3, 1): an axis of length 1 is lost, keepdims: true keeps it",
    );
    expect(message(np.ones([3, 4]), np.ones([3, 1]))).to.equal(
      "dw has shape (3, 4), expected (3, 1): an axis of length 1 has grown, as broadcasting does",
    );
    expect(message(np.ones([8, 3]), np.ones([24, 1]))).to.equal("dw has shape (8, 3), expected (24, 1)");
    expect(message([1, 2], [1, 2, 3])).to.equal("dw has 2 elements, expected 3");
    expect(message(np.array([[6]]), np.array([[1], [2], [3]]))).to.equal(
      "dw has shape (1, 1), expected (3, 1): it is the sum over all axes where a sum along one is meant",
    );
  });

  it("dtype: comes before values", () => {
    expect(message(np.array([true]), np.array([0]))).to.equal(
      'dw has dtype bool, expected float64. Use .astype("float64")',
    );
  });

  it("finite: NaN and Infinity always fail, even where they are expected", () => {
    expect(message(Number.NaN, 1)).to.equal(
      "dw is NaN. NaN comes from 0 / 0, from the log of a negative number, or from 0 times Infinity",
    );
    expect(message(np.array([[1, Infinity]]), np.array([[1, Infinity]]))).to.equal(
      "dw[0, 1] is Infinity (1 of 2 elements are not finite). " +
        "Infinity comes from a division by 0, from log(0), or from exp of a large number",
    );
  });

  it("values: names the worst element", () => {
    expect(message(np.array([[1, 2.5, 3]]), np.array([[1, 2, 3.1]]))).to.equal(
      "dw[0, 1] is 2.5, expected 2 (2 of 3 elements differ)",
    );
    expect(message(0.5, 0.6)).to.equal("dw is 0.5, expected 0.6");
    expect(message([1, 2], [1, 3])).to.equal("dw[1] is 2, expected 3 (1 of 2 elements differ)");
    expect(message("cat", "dog")).to.equal('dw is "cat", expected "dog"');
  });

  it("values: recognises the usual mistakes", () => {
    const want = np.array([
      [1, 2],
      [3, 5],
    ]);
    const clue = (got: np.Tensor, options: np.DifferenceOptions = {}): unknown =>
      difference(got, want, options)?.clue;
    expect(clue(want.T)).to.equal("transposed");
    expect(clue(want.negative())).to.equal("sign");
    expect(clue(want.multiply(4), { m: 4 })).to.equal("sum-for-mean");
    expect(clue(want.divide(4), { m: 4 })).to.equal("mean-for-sum");
    expect(clue(want.multiply(4))).to.equal("factor");
    expect(clue(want.add(4))).to.equal("constant");
    expect(clue(np.zeros([2, 2]))).to.equal("zero");
    expect(clue(want.add([0, 1]))).to.equal(null);
    expect(message(np.multiply(want, 4), want, { m: 4 })).to.contain(
      ": it looks like the sum where the mean is meant: divide by m",
    );
  });

  it("values: recognises the same numbers done otherwise", () => {
    const want = np.array([
      [0.25, 0.5, 0.7],
      [0.123456, 0.9, 0.31],
    ]);
    const clue = (got: unknown, expected: unknown = want): unknown => difference(got, expected)?.clue;
    expect(clue(want.T.reshape([2, 3]))).to.equal("reshaped");
    expect(clue(np.flip(want))).to.equal("order");
    expect(clue(want.divide(Math.LN2))).to.equal("log2");
    expect(clue(want.divide(Math.LN10))).to.equal("log10");
    expect(clue(want.multiply(2))).to.equal("double");
    expect(clue(want.divide(2))).to.equal("half");
    expect(clue(np.subtract(1, want))).to.equal("complement");
    expect(clue(np.divide(1, want))).to.equal("reciprocal");
    expect(clue(np.square(want))).to.equal("square");
    expect(clue(np.sqrt(want))).to.equal("root");
    expect(clue(np.round(want, 2))).to.equal("rounded");
    const labels = np.array([[0, 1, 1, 0]]);
    expect(clue(np.subtract(1, labels), labels)).to.equal("swapped");
    expect(clue(np.array([[0.1, 0.8, 0.6, 0.3]]), labels)).to.equal("labels");
    expect(clue(1, 2)).to.equal(null); // half of it, by chance
    expect(clue(0, 0.105)).to.equal(null); // a single zero is not "0 everywhere"
    expect(clue(np.array([[-1], [2]]), np.array([[-1.2], [2.3]]))).to.equal(null); // rounded, by chance
  });

  it("leaves expected numbers out with reveal: false, and always in masked", () => {
    const [got, want] = [np.array([1, 2]), np.array([1, 77])];
    expect(message(got, want, { reveal: false })).to.equal(
      "dw has the right shape but 1 of 2 elements are wrong",
    );
    expect(difference(got, want)?.masked).not.to.contain("77");
    expect(message("cat", "dog", { reveal: false })).to.equal("dw is not what it should be");
    expect(message(np.array([2, 4]), np.array([77, 154]), { reveal: false })).to.equal(
      "dw has the right shape but no element is right: every element is off by the same factor",
    );
  });

  it("says nothing of what was got in masked, either", () => {
    const masked = (got: unknown, want: unknown): unknown => difference(got, want, { name: "dw" })?.masked;
    expect(masked(77.5, np.ones([2]))).to.equal("dw is a number, expected a tensor of shape (2,)");
    expect(masked("77.5", 1)).to.equal("dw is a string, expected a number");
    expect(masked(77n, 1)).to.equal("dw is a bigint, expected a number");
    expect(masked(Symbol("77"), 1)).to.equal("dw is a symbol, expected a number");
    expect(masked({ 77: 1 }, 1)).to.equal("dw is an object, expected a number");
    expect(masked(np.ones([775, 2]), np.ones([20, 2]))).to.equal("dw has shape (…, 2), expected (20, 2)");
    expect(difference({ 775: 1 }, { dw: 1 })?.masked).to.equal("dw is missing");
  });

  it("can be said in the words of another catalogue", () => {
    const { said } = difference(undefined, 1, { name: "dw" })!;
    const shouted = Object.fromEntries(
      Object.entries(np.testing.phrases).map(([id, text]) => [id, text.replace(/ /g, "_")]),
    );
    expect(np.testing.say(said, shouted)).to.equal(
      "dw_is_undefined,_expected_a_number._Is_a_return_missing?",
    );
    expect(() => np.testing.say([{ id: "nope", params: {} }])).to.throw("say: no phrase has the id nope");
  });

  it("goes into records and lists and names the path", () => {
    const want = { grads: { dw: np.ones([2]) }, list: [np.ones([1]), np.ones([1])] };
    const got = { grads: { dw: np.ones([2]) }, list: [np.ones([1]), np.zeros([1])] };
    expect(difference(got, want)?.name).to.equal("list[1]");
    expect(difference({ ...want, grads: { dw: 1 } }, want)?.name).to.equal("grads.dw");
  });
});

describe("assertClose", () => {
  it("throws an AssertionError that carries the difference", () => {
    try {
      assertClose(1, 2, { name: "cost" });
      expect.fail("nothing thrown");
    } catch (error) {
      const { name, message: words, difference: found } = error as Error & { difference: np.Difference };
      expect([name, words, found.rung]).to.deep.equal(["AssertionError", "cost is 1, expected 2", "values"]);
    }
  });

  it("is silent when all is well and takes tolerances", () => {
    assertClose(1.0001, 1, { rtol: 1e-3 });
    expect(() => assertClose(1.0001, 1, { rtol: 1e-5 })).to.throw("value is 1.0001, expected 1");
    expect(() => assertClose(1, 1, { tolerance: 1 } as object)).to.throw(
      "assertClose: unknown option tolerance",
    );
  });

  it("refuses lists that hold themselves", () => {
    const endless: unknown[] = [];
    endless.push(endless);
    expect(() => np.testing.difference(endless, endless)).to.throw(
      np.DataError,
      "difference: lists may be nested 64 deep",
    );
  });
});
