// The percent parser and the solution markers.
import { expect } from "chai";
import { keepSolutions, parsePercent, stubSolutions } from "../../src/release/index.js";

const SOURCE = `// the file's own header
// %% [markdown] {"id": "title"}
// # Title
//
// text

// %% {"id": "f", "role": "exercise"}
// EXERCISE: f
function f(): number {
  // BEGIN SOLUTION (about 1 line)
  return 1;
  // END SOLUTION
}

// %%
f();
`;

describe("parsePercent", () => {
  it("gives markdown cells without their comment signs and code cells as they are", () => {
    const [title, f, free] = parsePercent(SOURCE);
    expect(title).to.deep.include({ kind: "markdown", id: "title", source: "# Title\n\ntext" });
    expect(f).to.deep.include({ kind: "code", id: "f", role: "exercise", exercise: "f" });
    expect(free).to.deep.include({ kind: "code", role: "free", source: "f();" });
  });

  it("makes ids of the text where none is given, different ones for equal cells", () => {
    const [a, b] = parsePercent("// %%\nx();\n// %%\nx();\n");
    expect(b!.id).to.equal(`${a!.id}-2`);
  });

  it("reads CRLF and a byte order mark", () => {
    expect(parsePercent(`\uFEFF${SOURCE.replaceAll("\n", "\r\n")}`)).to.deep.equal(parsePercent(SOURCE));
  });

  const refused: [string, string, string][] = [
    ["a marker that is none", "// %% markdown", "line 1: not a cell marker: // %% markdown"],
    ["an id used twice", '// %% {"id": "a"}\n// %% {"id": "a"}', "line 2: the id a is used twice"],
    ["an unknown role", '// %% {"role": "test"}', "unknown role test; use exercise, check, given or free"],
    [
      "an exercise without its heading",
      '// %% {"role": "exercise"}\nf();',
      "begins with // EXERCISE: functionName",
    ],
    ["code in a markdown cell", "// %% [markdown]\nf();", "a markdown cell holds comment lines only: f();"],
    ["JSON that does not parse", "// %% {id: 1}", "the JSON after the marker does not parse"],
  ];
  for (const [what, text, words] of refused)
    it(`refuses ${what} and names the line`, () => expect(() => parsePercent(text)).to.throw(words));
});

describe("stubSolutions", () => {
  const cell = parsePercent(SOURCE)[1]!.source;

  it("puts YOUR CODE HERE and a throw that names the exercise in place of the solution", () => {
    expect(stubSolutions(cell, "f", 3)).to.equal(`// EXERCISE: f
function f(): number {
  // YOUR CODE HERE (about 1 line)
  throw new Error("f is still to be written: fill in Exercise 3 where it says YOUR CODE HERE");
}`);
  });

  it("keepSolutions leaves the solution and drops the markers", () => {
    expect(keepSolutions(cell, "f")).to.equal("// EXERCISE: f\nfunction f(): number {\n  return 1;\n}");
  });

  it("refuses markers that do not pair up", () => {
    expect(() => stubSolutions("// BEGIN SOLUTION", "f", 1)).to.throw(
      "f: BEGIN SOLUTION without END SOLUTION",
    );
    expect(() => stubSolutions("// END SOLUTION", "f", 1)).to.throw("f: END SOLUTION without BEGIN SOLUTION");
    expect(() => stubSolutions("return 1;", "f", 1)).to.throw(
      "an exercise needs BEGIN SOLUTION and END SOLUTION",
    );
  });
});
