import { expect } from "chai";
import { extract } from "../../src/extract/extract.js";
import { Model } from "../../src/extract/model.js";
import type { CodeCell, Extracted, Extraction } from "../../src/extract/types.js";
import { cells } from "../helpers.js";

const reference = `
import * as np from "kernel-lib";
const e = 1;
function sigmoid(z: number): number { return e * z + 1000; }
function propagate(z: number): number { return sigmoid(z); }
async function optimize(z: number): Promise<number> { return propagate(z); }
`;
const stub = (name: string): string =>
  `// EXERCISE: ${name}\nfunction ${name}(z: number): number {\n  // YOUR CODE HERE\n  throw new Error("${name} is still to be written: fill in Exercise 1");\n}`;

function run(list: CodeCell[], calls: string[] = []): Extraction {
  const exercises = [
    { name: "sigmoid", calls: [] },
    { name: "propagate", calls },
  ];
  const model = new Model(cells(stub("sigmoid"), stub("propagate")), reference);
  return extract({ cells: list, exercises }, model);
}

const find = (extraction: Extraction, name: string): Extracted =>
  extraction.functions.find((f) => f.name === name)!;
const sigmoidOf = (...sources: string[]): Extracted => find(run(cells(...sources)), "sigmoid");

/** The extracted function itself, run here: the sources of these tests are our own. */
function load({ program }: Extracted): (...args: unknown[]) => unknown {
  const library = { pi: 3, dot: (x: number) => 7 * x };
  return new Function("$kernelLib", "$opaque", `"use strict";\n${program}`)(library, (f: unknown) => f);
}

describe("extract", () => {
  const spellings: Record<string, string> = {
    "a function declaration": "function sigmoid(z: number): number { return 2 * z }",
    "an exported default function": "export default function sigmoid(z) { return 2 * z }",
    "an arrow": "const sigmoid = (z: number): number => 2 * z;",
    "an arrow in brackets with a type": "const sigmoid = ((z) => 2 * z) satisfies (z: number) => number;",
    "a function expression": "let sigmoid = function other(z) { return 2 * z };",
    "var, one of several": "var a = 1, sigmoid = (z) => 2 * z, b = 2;",
    "a bare assignment": "sigmoid = (z) => 2 * z;",
    overloads: "function sigmoid(z: number): number;\nfunction sigmoid(z: any) { return 2 * z }",
    "a helper in another cell": "const sigmoid = (z) => double(z);",
    "a helper class": "class Two { static k: number = 2; }\nconst sigmoid = (z) => Two.k * z;",
    "an enum": "enum K { Two = 2 }\nfunction sigmoid(z) { return K.Two * z }",
    "a helper class with parameter properties":
      "class K { constructor(private k: number) {} times(z) { return this.k * z } }\nconst sigmoid = (z) => new K(2).times(z);",
    "a namespace of helpers": "namespace K { export const two = 2 }\nconst sigmoid = (z) => K.two * z;",
    "a decorated helper":
      "function twice(f, _: unknown) { return (z) => 2 * f(z) }\nclass K { @twice static one(z) { return z } }\nconst sigmoid = (z) => K.one(z);",
    "an accessor": "class K { static accessor two = 2 }\nconst sigmoid = (z) => K.two * z;",
    "types of all kinds":
      "abstract class A<T> { declare d: T; k!: number; abstract f(): T; g(x: string): T; g(x: any): T { return 2 as any } }\nclass B extends A<number> implements Object { override f() { return 0 } }\nfunction sigmoid(this: void, z?: number) { const b = new B(), f = <T,>(x: T) => x; return f<number>(b.g('') * (<number>z!)) }",
    "what JavaScript would take for a comment":
      "function sigmoid(z) { let n = 1; z <!--n, `\n; return 7; //`;\n  return 2 * z }",
    "types and generics":
      "type N = number; interface Z { z: N }\nfunction sigmoid<T extends N>(z: T): N { return 2 * z! as N }",
    "CRLF and a BOM inside": "\uFEFFfunction sigmoid(z) {\r\n  return 2 * z\r\n}",
    "a namespace import": 'import * as lib from "kernel-lib";\nconst sigmoid = (z) => z * (lib.pi - 1);',
    "a named import": 'import { dot as d } from "kernel-lib";\nconst sigmoid = (z) => d(z) - 5 * z;',
    "a default import": 'import np from "kernel-lib";\nconst sigmoid = (z) => z * (np.pi - 1);',
    "a destructured constant": "const { k: { two } } = { k: { two: 2 } };\nconst sigmoid = (z) => two * z;",
  };
  for (const [what, source] of Object.entries(spellings))
    it(`finds sigmoid written as ${what}`, () => {
      const found = sigmoidOf(
        "const unused = await fetch('x');",
        source,
        "function double(z) { return two0 * z }",
        "const two0 = 2;",
      );
      expect(found.status).to.equal("found");
      expect(load(found)(21)).to.equal(42);
    });

  it("finds an async function, which gives a promise", async () => {
    expect(await load(sigmoidOf("async function sigmoid(z) { return 2 * z }"))(21)).to.equal(42);
  });

  it("leaves out training runs, plots and prints, also broken ones", () => {
    const found = sigmoidOf(
      "console.log(x); while (true) {}",
      "const sigmoid = (z) => 2 * z; nowhere.plot();",
      "await train()",
    );
    expect(load(found)(1)).to.equal(2);
    expect(found.program).to.not.match(/console|while|nowhere|train/);
  });

  it("keeps the notebook's own names apart from a function's locals", () => {
    const { functions, warnings } = run(
      cells("const costs = await run();", "function sigmoid(z) { const costs = [z]; return costs[0] }"),
    );
    expect(warnings).to.deep.equal([]);
    expect(functions[0]!.program).to.not.include("run(");
  });

  it("takes the reference's versions of what a function may call", () => {
    const own =
      "function sigmoid(z) { return 1 }\nfunction help(z) { return sigmoid(z) }\nfunction propagate(z) { return help(z) }";
    expect(load(find(run(cells(own), ["sigmoid"]), "propagate"))(5)).to.equal(1005);
    expect(load(find(run(cells(own), []), "propagate"))(5)).to.equal(1);
  });

  it("never carries the reference of the function itself", () => {
    const own = "function sigmoid(z) { return propagate(z) }";
    expect(find(run(cells(own), ["sigmoid"]), "sigmoid").program).to.not.include("1000");
  });

  it("loses only the cell with the syntax error, and names its line", () => {
    const { functions, warnings } = run(
      cells("function sigmoid(z) { return 1 }", "let a = 1;\nfunction propagate(z) { return (", "1"),
    );
    expect(functions.map((f) => f.status)).to.deep.equal(["found", "missing"]);
    expect(warnings[0]!.message).to.match(/^cell 2 has a syntax error in line 2 \(.+\); it is left out$/);
  });

  it("grades the last of two definitions and says so", () => {
    const { functions, warnings } = run(
      cells("", "const sigmoid = () => 1;", "", "function sigmoid() { return 2 }"),
    );
    expect(load(functions[0]!)()).to.equal(2);
    expect(warnings.map((w) => w.message)).to.deep.equal([
      "two definitions of sigmoid, cells 2 and 4; the last is graded",
    ]);
  });

  it("does not let an untouched copy further down hide the work", () => {
    const { functions, warnings } = run(cells("const sigmoid = () => 1;", stub("sigmoid")));
    expect(load(functions[0]!)()).to.equal(1);
    expect(warnings[0]!.message).to.equal(
      "two definitions of sigmoid, cells 1 and 2; the one in cell 1 is graded, since the last is untouched",
    );
  });

  it("knows an untouched stub, also with other comments and layout", () => {
    expect(sigmoidOf(stub("sigmoid")).status).to.equal("not_started");
    expect(sigmoidOf(stub("sigmoid").replaceAll("  ", "\t").replace("YOUR", "your")).status).to.equal(
      "not_started",
    );
  });

  it("says that the stub's throw is still there", () => {
    const { functions, warnings } = run(cells(stub("sigmoid").replace("throw", "const a = 1;\nthrow")));
    expect(functions[0]!.status).to.equal("found");
    expect(warnings[0]!.message).to.equal(
      'sigmoid still has the line that throws "still to be written" (cell 1)',
    );
  });

  const misspelt: Record<string, string> = {
    Sigmoid: "Sigmoid (cell 1) is graded as sigmoid",
    sigmiod: "sigmiod (cell 1) is graded as sigmoid",
    sig_moid: "sig_moid (cell 1) is graded as sigmoid",
    "sigm\u043Eid": "sigm\u043Eid (cell 1) is graded as sigmoid: letter 5 is Cyrillic U+043E",
    "\uFF53igmoid": "\uFF53igmoid (cell 1) is graded as sigmoid: letter 1 is full-width U+FF53",
  };
  for (const [name, message] of Object.entries(misspelt))
    it(`takes ${name} for what it was meant to be, and says so`, () => {
      const { functions, warnings } = run(cells(`function ${name}(z) { return z }`));
      expect(load(functions[0]!)(7)).to.equal(7);
      expect(warnings.map((w) => w.message)).to.deep.equal([message]);
    });

  it("asks about a misspelt name that is no function", () => {
    const { functions, warnings } = run(cells("const sigmiod = 3;"));
    expect(functions[0]).to.include({ status: "missing", reason: "sigmiod (cell 1): did you mean sigmoid?" });
    expect(warnings[0]!.cell).to.equal(1);
  });

  it("does not take another function for a slip of the hand", () => {
    expect(sigmoidOf("function softmax() {}", "const z = 1;")).to.include({
      status: "missing",
      reason: null,
    });
  });

  const refused: Record<string, [string, RegExp]> = {
    "import()": [
      "const sigmoid = async () => (await import('node:fs')).x;",
      /^sigmoid uses import\(\) in cell 1: only kernel-lib may be imported$/,
    ],
    "import() in a helper": [
      "const h = () => import('x');\nconst sigmoid = () => h();",
      /uses import\(\) in cell 1/,
    ],
    "import.meta": ["const sigmoid = () => import.meta.url;", /uses import\.meta in cell 1/],
    "require()": ["const sigmoid = () => require('fs');", /uses require\(\) in cell 1/],
    "another module": [
      "import fs from 'node:fs';\nconst sigmoid = () => fs.x;",
      /^sigmoid uses fs from "node:fs", imported in cell 1: only/,
    ],
    "a file of its own": [
      "import { sigmoid } from './mine';",
      /^sigmoid \(cell 1\) is not written here but computed or imported$/,
    ],
    "a computed function": [
      "const sigmoid = (await load()).sigmoid;",
      /is not written here but computed or imported/,
    ],
  };
  for (const [what, [source, message]] of Object.entries(refused))
    it(`refuses ${what} and names the cell`, () => {
      const found = sigmoidOf(source);
      expect(found.status).to.equal("refused");
      expect(found.reason).to.match(message);
      expect(found.program).to.equal(null);
    });

  it("does not mind other imports that the function does not use", () => {
    expect(
      sigmoidOf("import fs from 'node:fs'; import { check } from './lib/check';\nconst sigmoid = (z) => z;")
        .status,
    ).to.equal("found");
  });

  it("says which values of the notebook a function uses", () => {
    const { functions, warnings } = run(
      cells(
        "const { X } = await load();",
        "const XTrain = X.T;",
        "\nfunction sigmoid(z) { return XTrain + mu }",
      ),
    );
    expect(functions[0]!.status).to.equal("found");
    expect(warnings.map((w) => w.message)).to.deep.equal([
      "sigmoid uses XTrain of cell 2 (in cell 3, line 2): values of the notebook are not there when grading; use the arguments",
      "sigmoid uses mu, which no cell defines (cell 3, line 2)",
    ]);
  });

  const bombs: Record<string, string> = {
    "2,000 nested brackets": `const a = ${"[".repeat(2000)}${"]".repeat(2000)};`,
    "20,000 exclamation marks": `const a = ${"!".repeat(20_000)}1;`,
    "5,000 nested arrows": `const a = ${"x=>".repeat(5000)}1;`,
    "a million characters": `const a = "${"x".repeat(1e6)}";`,
    "20,000 nested ifs": `function a() { ${"if (1) ".repeat(20_000)}; }`,
  };
  for (const [what, source] of Object.entries(bombs))
    it(`leaves out a cell with ${what} and grades the others`, () => {
      const { functions, warnings } = run(cells(source, "const sigmoid = (z) => z;"));
      expect(functions[0]!.status).to.equal("found");
      expect(warnings[0]!.message).to.match(/^cell 1 (is too deeply nested|has \d+ characters)/);
    });

  it("names parameters and whether the reference is async", () => {
    const found = sigmoidOf("function sigmoid(z: number, { a } = { a: 1 }) {}");
    expect(found).to.deep.include({ params: ["z", "{ a }"], isAsync: false });
  });

  describe("a part of kernel-lib that the assignment is about", () => {
    const learnt = (...sources: string[]): Extracted => {
      const exercises = [{ name: "sigmoid", calls: [] }];
      const list = cells('import * as np from "kernel-lib";', ...sources);
      return find(
        extract({ cells: list, exercises, withhold: ["nn", "pi"] }, new Model([], reference)),
        "sigmoid",
      );
    };
    const spelt: Record<string, string> = {
      "np.nn": "const sigmoid = (z) => np.nn.sigmoid(z);",
      'np["nn"]': 'const sigmoid = (z) => np["nn"].sigmoid(z);',
      "a destructured nn": "const sigmoid = (z) => { const { nn: mine } = np; return mine.sigmoid(z); };",
      "an imported nn": 'import { nn as mine } from "kernel-lib";\nconst sigmoid = (z) => mine.sigmoid(z);',
      "a helper's np.nn": "const { nn } = np;\nconst sigmoid = (z) => nn.sigmoid(z);",
    };
    for (const [what, source] of Object.entries(spelt))
      it(`is refused as ${what}, in a sentence that says why`, () => {
        expect(learnt(source)).to.include({
          status: "refused",
          program: null,
          reason:
            "sigmoid uses np.nn in cell 2: np.nn is what you are writing here, so it is not there when this notebook is graded; write it yourself",
        });
      });

    it("is not there for code that finds another way to it", () => {
      const ways = ['(z) => np[["n", "n"].join("")]', "(z) => Object.assign({}, np).pi ?? arguments[0].pi"];
      for (const way of ways) expect(load(learnt(`const sigmoid = ${way};`))(1)).to.equal(undefined);
      expect(load(learnt("const sigmoid = (z) => np.dot(6 * z);"))(1)).to.equal(42);
    });

    it("may be named in types", () => {
      expect(learnt("function sigmoid(z: np.nn.Parameters) { return 1; }").status).to.equal("found");
    });
  });
});
