// Every `@example` of the sources runs and gives the values that its comments say.
import * as fs from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import ts from "typescript";
import * as np from "../src/index.js";
import { temporaryFolder } from "./io/golden.js";

const src = fileURLToPath(new URL("../src/", import.meta.url));

interface Example {
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

/** The code blocks behind `@example` in the comments of a file. */
function examplesOf(file: string): Example[] {
  const text = fs.readFileSync(join(src, file), "utf8");
  const blocks = text.matchAll(/@example\s*\n[ \t]*\* ```ts\n([\s\S]*?)[ \t]*\* ```/g);
  return [...blocks].map(({ 1: block, index }) => ({
    file,
    line: text.slice(0, index).split("\n").length,
    code: block.replaceAll(/^[ \t]*\* ?/gm, ""),
  }));
}

const files = fs
  .readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.includes("assembly"))
  .map((file) => relative(src, join(src, file)).split(sep).join("/"));
const examples = files.flatMap(examplesOf);

/** `expression; // value` as a comparison; a comment that is no value stays one. */
function withChecks(code: string): string {
  return code
    .split("\n")
    .map((line) => {
      const [, expression, value] = /^((?!const |let |for |await )\S.*);\s*\/\/ (.+)$/.exec(line) ?? [];
      return value !== undefined && isValue(value) ? `check(${expression}, ${value});` : line;
    })
    .join("\n");
}

/** Numbers, words in quotes, lists of these, true, false and NaN. */
function isValue(comment: string): boolean {
  return /^(-?[\d.]+(e[+-]?\d+)?|"[^"]*"|true|false|null|-?Infinity|NaN|[[\]\s,])+$/.test(comment);
}

/** What the reader of an example is said to have: data, a model, the results of a training run. */
const reader: Record<string, unknown> = {
  ...{ fs, display: np.display, numIterations: 3, cost: 0.5, w: np.ones([64 * 64 * 3, 1]) },
  X: new np.RandomState(1).randn(2, 6), // (2, 6)
  Y: np.array([[0, 1, 0, 1, 1, 0]]), // (1, 6)
  trainX: np.zeros([6, 4, 4, 3], { dtype: "uint8" }),
  parameters: np.nn.initializeParametersDeep([2, 3, 1], { seed: 1 }),
  ...{ costs: [0.7, 0.5], fast: [0.7, 0.4], slow: [0.7, 0.6] },
  sigmoid: (z: np.Tensor) => np.divide(1, np.exp(z.negative()).add(1)),
  predict: (_parameters: unknown, points: np.Tensor) => np.greater(points.at(0), 0),
  two: (points: np.Tensor) => np.greater(points.at(0), 0),
  five: (points: np.Tensor) => np.greater(points.at(1), 0),
};

/** Runs an example; `check` compares the values it says. */
async function run(code: string): Promise<void> {
  const { outputText } = ts.transpileModule(`{\n${withChecks(code)}\n}`, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const check = (got: unknown, want: unknown): void => {
    expect(Array.isArray(got) ? [...got] : got).to.deep.equal(want);
  };
  const scope = { np, check, ...reader };
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as FunctionConstructor;
  await new AsyncFunction(...Object.keys(scope), outputText)(...Object.values(scope));
}

describe("the examples of the docstrings", () => {
  const folder = temporaryFolder();
  const home = process.cwd();
  before(() => process.chdir(folder.path(".")));
  after(() => process.chdir(home));

  it("are many, and most say values", () => {
    expect(examples.length).to.be.above(100);
    expect(examples.filter(({ code }) => withChecks(code).includes("check(")).length).to.be.above(90);
  });

  for (const { file, line, code } of examples) {
    it(`${file}:${line}`, async () => {
      const log = console.log;
      console.log = () => undefined;
      try {
        await run(code);
      } catch (error) {
        if (!isMissingFile(error)) throw error; // examples name files that a reader has
      } finally {
        console.log = log;
      }
    });
  }
});

function isMissingFile(error: unknown): boolean {
  return error instanceof np.DataError && / not found \(looked in /.test(error.message);
}
