// Classes and callbacks through the real sandbox: the fixture's solution, its mutants, and right and wrong versions of it.
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { Grader } from "../../src/grader.js";
import { mutantsOf } from "../../src/mutants/index.js";
import { notebookWith, releaseNotebook, solvedNotebook } from "../../src/release/index.js";
import type { Result } from "../../src/result.js";
import { buildChild } from "../../src/sandbox/build-child.mjs";
import { type Layers, possibleLayers } from "../../src/sandbox/launch.js";

const root = fileURLToPath(new URL("./assignments", import.meta.url));
const layersDir = fileURLToPath(new URL("./assignments/93-layers", import.meta.url));

/** Code in place of exercises, the points of Layer, chain, slope and train, and what is said. */
type Row = readonly [what: string, code: string, points: readonly number[], says?: RegExp];

const slope = (body: string): string => `function slope(f: any, x: number): any {\n${body}\n}`;
const train = (loop: string): string => `async function train(f: any, x: number, { steps, onStep }: any) {
  for (let k = 1; k <= steps; k++) { ${loop} }
  return x;
}`;
/** With other methods than the solution's. */
const layer = (methods: string, keyword = "class Layer"): string => `${keyword} {
  A: any = null; dW: any = null;
  constructor(public W: any, public activation: any) {}
  static zeros(n: number, nPrev: number) { return new Layer(np.zeros([n, nPrev]), (Z: any) => Z); }
  forward(A: any) { this.A = A; return this.activation(np.matmul(this.W, A)); }
  backward(dZ: any) { if (!this.A) throw new Error("forward first"); this.dW = np.matmul(dZ, this.A.T); return np.matmul(this.W.T, dZ); }
  step(rate: number): any { this.W = np.subtract(this.W, np.multiply(rate, this.dW)); return this; }
  ${methods}
}`;

const rows: Row[] = [
  ["a class in another style", layer("", "const Layer: any = class Layer"), [12, 6, 6, 6]],
  [
    "a class that extends one of the learner's own",
    `class Base { colour = undefined; name() { return "base"; } }\n${layer("", "class Layer extends Base").replace("constructor(public W: any, public activation: any) {}", "constructor(public W: any, public activation: any) { super(); }")}`,
    [12, 6, 6, 6],
  ],
  [
    "a method that is missing",
    layer("step: any = undefined;").replace(/^.*step\(rate.*$/m, ""),
    [9.6, 6, 6, 6],
    /^Layer returns a value without the parts/,
  ],
  ["a method that is async", layer("").replace("backward(", "async backward("), [12, 6, 6, 6]],
  [
    "a method that gives a promise",
    layer("backward(dZ: any): any { return Promise.resolve(dZ); }"),
    [7.2, 0, 6, 6],
    /^Layer\.backward returns a Promise, not a value/,
  ],
  [
    "a method that changes its input",
    layer(
      "forward(A: any) { this.A = A.copy(); const out = this.activation(np.matmul(this.W, A)); A.set(0, 0, 0); return out; }",
    ),
    [9.6, 6, 6, 6],
    /^the input A of Layer\.forward is changed: work on a copy$/,
  ],
  [
    "a step that gives a new layer",
    layer("step(rate: number) { return new Layer(this.W, this.activation); }"),
    [9.6, 6, 6, 6],
  ],
  [
    "a function where a class is due",
    "const Layer = (W: any) => ({ W });",
    [0, 0, 6, 6],
    /^Layer is not a class$/,
  ],
  [
    "a class that cannot be made",
    layer("").replace("{}", "{ throw new TypeError('no') }"),
    [0, 0, 6, 6],
    /^Layer threw TypeError$/,
  ],
  [
    "a chain that leaves the last one out",
    "function chain(layers: Layer[], A: any) { for (const l of layers.slice(1)) A = l.forward(A); return { A, last: layers.at(-1) }; }",
    [12, 0, 6, 6],
  ],
  ["a slope that asks on one side only", slope("return (f(x + 1e-3) - f(x)) / 1e-3;"), [12, 6, 4, 6]],
  [
    "a slope that swallows errors",
    slope("try { return (f(x + 1e-5) - f(x - 1e-5)) / 2e-5 } catch { return 0 }"),
    [12, 6, 4, 6],
  ],
  [
    "an async slope, but for where it is asked while it asks",
    "async function slope(f: any, x: number) { return (f(x + 1e-5) - f(x - 1e-5)) / 2e-5; }",
    [12, 6, 4, 6],
    /^slope returned a value that cannot be judged: a promise, for which nothing can wait while another function waits for the test; write it without async and await$/,
  ],
  [
    "steps counted from 0, whose assertion it catches",
    train("x -= 0.1 * slope(f, x); try { onStep(k - 1, x) } catch {}"),
    [12, 6, 6, 0],
    /^what train gives is not/,
  ],
  [
    "steps that are told too late",
    train("x -= 0.1 * slope(f, x); if (k === steps) for (let i = 1; i <= k; i++) onStep(i, x)"),
    [12, 6, 6, 6],
  ],
  [
    "steps that are told after a pause",
    train("x -= 0.1 * slope(f, x); await new Promise((r) => setTimeout(r, 0)); onStep(k, x)"),
    [12, 6, 6, 6],
  ],
];

for (const layers of new Set<Layers>([possibleLayers()[0]!, possibleLayers().at(-1)!]))
  describe(`classes and callbacks, bubblewrap ${layers.bubblewrap ? "around" : "aside"}`, function () {
    this.timeout(60_000);
    let grader: Grader;

    before(async () => {
      await buildChild();
      grader = await Grader.open({ mode: "grade", root, layers: [layers] });
    });
    after(() => grader.close());

    it("give full marks to the solution, and none to the untouched notebook", async () => {
      const result = await grader.gradeText(await solvedNotebook(layersDir), "solved.ipynb");
      expect(failuresOf(result)).to.deep.equal([]);
      expect(pointsOf(result)).to.deep.equal([12, 6, 6, 6]);
      expect(result.warnings).to.deep.equal([]);
      const stub = await grader.gradeText(await releaseNotebook(layersDir), "stub.ipynb");
      expect(stub.exercises.map((e) => e.status)).to.deep.equal(Array(4).fill("not_started"));
    });

    for (const [what, code, points, says = /./] of rows)
      it(`grade ${what}`, async () => {
        const result = await grader.gradeText(await notebookWith(layersDir, code), "row.ipynb");
        expect(pointsOf(result), failuresOf(result).join("; ")).to.deep.equal(points);
        if (points.includes(12) && points.includes(6) && !says.test("")) return;
        expect(failuresOf(result)).to.satisfy((lines: string[]) => lines.some((line) => says.test(line)));
      });
  });

describe("mutants of a class", () => {
  it("are made of its methods", () => {
    const names = mutantsOf(layersDir)
      .filter((m) => m.exercise === "Layer")
      .map((m) => m.name);
    expect(names).to.include.members(["answers transposed", "this.#A.T -> this.#A"]);
  });
});

function pointsOf({ exercises }: Result): number[] {
  return exercises.map((e) => e.points);
}

function failuresOf({ exercises }: Result): string[] {
  return exercises.flatMap((e) => e.tests.flatMap((t) => (t.status === "ok" ? [] : [t.message ?? t.status])));
}
