import { expect } from "chai";
import { mutantsOfCell } from "../../src/mutants/index.js";

const cell = (body: string, head = "f(x: np.Tensor): np.Tensor"): string => `function ${head} {\n${body}\n}`;
const names = (body: string, head?: string): string[] =>
  mutantsOfCell("f", cell(body, head)).map(({ name }) => name);

describe("mutantsOfCell", () => {
  it("exchanges operators, leaves out terms, and turns arguments around", () => {
    expect(names("return np.subtract(a, b);")).to.include.members([
      "np.subtract(a, b) -> np.add(a, b)",
      "np.subtract(a, b) -> a",
      "np.subtract(a, b) -> b",
      "np.subtract(a, b) -> np.subtract(b, a)",
    ]);
    expect(names("return k / m - 1;")).to.include.members([
      "k / m -> k * m",
      "k / m -> k",
      "k / m - 1 -> k / m",
    ]);
  });

  it("forgets a transpose, exchanges axes, loses keepdims, takes the mean for the sum", () => {
    expect(names("return np.sum(x.T, { axis: 1, keepdims: true });")).to.include.members([
      "x.T -> x",
      "axis: 1 -> axis: 0",
      "keepdims: true -> keepdims: false",
      "np.sum(x.T, { axis: 1, keepdims: true }) -> np.mean(x.T, { axis: 1, keepdims: true })",
    ]);
  });

  it("fixes m, reads the other side of a shape, and moves constants and the ends of loops", () => {
    const found = names("const m = x.shape[1];\nfor (let l = 1; l < m; l++) y = 0.01;\nreturn y;");
    expect(found).to.include.members(["x.shape[1] -> 2", "x.shape[1] -> x.shape[0]", "l < m -> l <= m"]);
    expect(found).to.include("0.01 -> 0.02 in y = 0.01;");
  });

  it("chooses the other branch, the other word, and leaves statements out", () => {
    const found = names('return c === "relu" ? relu(x) : sigmoid(x);');
    expect(found).to.include.members(['"relu" -> "sigmoid"', 'c === "relu" -> c !== "relu"', "relu(x) -> x"]);
    expect(names("list.push(x);\nreturn list;")).to.include("list.push(x); -> nothing");
  });

  it("leaves prints and pauses alone", () => {
    const seen = names("await np.tick();\nif (p && i % 10 === 0) console.log(1 + 2);\nreturn x;");
    expect(seen.filter((name) => !/^(answers|writes)/.test(name))).to.deep.equal([]);
  });

  it("spoils whole answers, where that can be seen", () => {
    expect(names("return x;")).to.include.members(["answers NaN", "answers 0", "answers transposed"]);
    expect(names("return x;")).to.include("writes into its arguments");
    const plain = names("return 2 * n;", "f(n: number): number");
    expect(plain).to.include("answers NaN");
    expect(plain).to.not.include("answers transposed");
    expect(plain).to.not.include("writes into its arguments");
  });

  it("gives each the whole cell, and no two the same name or code", () => {
    const mutants = mutantsOfCell("f", `// EXERCISE: f\n${cell("return np.add(1, np.add(1, x));")}`);
    for (const key of ["name", "code"] as const)
      expect(new Set(mutants.map((mutant) => mutant[key])).size).to.equal(mutants.length);
    for (const { code } of mutants) expect(code).to.include("// EXERCISE: f\nfunction f(x");
  });

  it("says when a cell does not declare its exercise", () => {
    expect(() => mutantsOfCell("g", cell("return x;"))).to.throw(
      "g: its cell declares no function or class of this name",
    );
  });
});
