// The golden files cover every public function: each kind of shape and layout, each dtype, each edge value, or a reason why not.
import { readdirSync } from "node:fs";
import { expect } from "chai";
import * as np from "../../src/core.js";
import { fromBits, readGolden } from "../support/golden.js";

const dtypes: np.DType[] = ["float64", "float32", "int32", "uint8", "bool"];
const kinds = ["0-d", "empty", "one", "prime", "strided", "transposed", "broadcast"];

/** What stands in golden files under another name, because the call needs a line of code around it. */
const helpers: Record<string, string[]> = {
  ...{
    masked: ["index"],
    maskOf: ["mask"],
    assigned: ["index"],
    assignedWhere: ["index"],
    assignedTwice: ["index"],
  },
  ...{ uniqueParts: ["unique"], searchSorted: ["searchsorted"], copiedWhere: ["copyto"], rounded: ["round"] },
  ...{
    prodOfClipped: ["prod"],
    medianWithoutMinusZero: ["median"],
    minWithoutMinusZero: ["min"],
    maxWithoutMinusZero: ["max"],
  },
  ...{ closeTo: ["allclose"], equalTo: ["arrayEqual"], transferred: ["toTransferable", "fromTransferable"] },
};

const whole =
  "whole numbers in any order of additions: floats would differ by the order in which a library adds";
const makesShape = "makes a tensor of the shape it is given: no input has a layout";

/** Functions that need no golden cases at all, and why. */
const exempt: Record<string, string> = {
  ...{ tick: "computes nothing", progress: "computes nothing", showConfig: "computes nothing" },
  ...{ shape: "every golden case compares the shape", size: "every golden case compares the shape" },
  array: "every golden case makes its input with it or with fromBuffer",
  fromBuffer: "every golden case makes its input with it or with array",
  fromFunction: "calls a function of the user; grids.test.ts",
  logSumExp: "NumPy has none; statistics.test.ts compares it with the naive sum",
  variance: "another name of var",
};

/** Parts of the table that stay empty, and why. */
const gaps: Record<string, { kinds?: string[]; dtypes?: np.DType[]; edges?: true; why: string }> = {
  ...Object.fromEntries(
    ["zeros", "ones", "full"].map((name) => [
      name,
      { kinds: ["strided", "transposed", "broadcast"], edges: true, why: makesShape },
    ]),
  ),
  eye: { kinds, edges: true, why: makesShape },
  arange: { kinds, dtypes: ["bool"], edges: true, why: `${makesShape}; booleans are refused` },
  linspace: { kinds, edges: true, why: makesShape },
  ...Object.fromEntries(
    ["dot", "matmul", "inner"].map((name) => [name, { kinds: ["broadcast"], edges: true, why: whole }]),
  ),
  tensordot: { kinds, edges: true, why: `${whole}; shapes are named case by case` },
  einsum: { kinds, edges: true, why: `${whole}; shapes are named case by case` },
  ...Object.fromEntries(
    ["percentile", "quantile"].map((name) => [
      name,
      { edges: true as const, why: "NumPy's quantiles of infinities are NaN or not by the version" },
    ]),
  ),
};

interface Layouts {
  layouts?: [number[], string][];
  palettes?: Partial<Record<np.DType, string>>;
  shapes?: number[][];
  views?: string[];
  dtypes?: np.DType[];
  cases: { call?: string; op?: string; from?: np.DType[]; args?: unknown[]; pairs?: string }[];
}

/** What kinds of shape and layout one input is of. */
function kindsOf([shape, view]: readonly [number[], string]): string[] {
  const size = shape.reduce((product, length) => product * length, 1);
  const isPrime = (n: number): boolean => [2, 3, 5, 7, 11, 13].includes(n);
  return [
    ...(shape.length === 0 ? ["0-d"] : size === 0 ? ["empty"] : size === 1 ? ["one"] : []),
    ...(size > 1 && shape.every(isPrime) ? ["prime"] : []),
    ...(["backwards", "every second", "steps"].includes(view) ? ["strided"] : []),
    ...(["transposed", "swapped"].includes(view) ? ["transposed"] : []),
    ...(view === "stretched" ? ["broadcast"] : []),
  ];
}

/** Whether zeros of both signs, NaN, infinities, subnormals and the largest numbers are among the values. */
function hasEdges(bits: string | undefined): boolean {
  const values = [...fromBits(bits ?? "")];
  const wanted = [0, -0, Number.NaN, Infinity, -Infinity, 5e-324];
  return (
    wanted.every((edge) => values.some((value) => Object.is(value, edge))) &&
    values.some((value) => value > 1e308 && value < Infinity)
  );
}

/** For each function, what of it is covered: `float32 strided`, `int32`, `edges`. */
const covered = new Map<string, Set<string>>();

function cover(name: string, ...parts: string[]): void {
  for (const one of helpers[name] ?? [name]) {
    if (!covered.has(one)) covered.set(one, new Set());
    for (const part of parts) covered.get(one)?.add(part);
  }
}

/** The function a case is about: its first argument where a helper takes a name. */
function functionOf({ call, op, args }: Layouts["cases"][number]): string {
  const named = ["beside", "besideEachDType", "into", "intoOne"].includes(call ?? "");
  return String(named ? args?.[1] : (call ?? op));
}

function coverCalls(file: string): void {
  const { layouts = [], palettes = {}, cases } = readGolden(file) as unknown as Layouts;
  for (const one of cases) {
    const name = functionOf(one);
    const options = one.args?.at(-1) as { dtype?: string } | undefined;
    if (Object.keys(palettes).length === 0) {
      const shape = Array.isArray(one.args?.[0]) ? (one.args[0] as number[]) : null;
      const found = shape === null ? [] : kindsOf([shape, "plain"]);
      const dtype = options?.dtype ?? "float64";
      cover(name, dtype, ...found.map((kind) => `${dtype} ${kind}`));
    }
    if (hasEdges(palettes.float64)) cover(name, "edges");
    for (const dtype of Object.keys(palettes)) {
      cover(name, dtype, ...layouts.flatMap(kindsOf).map((kind) => `${dtype} ${kind}`));
    }
  }
}

function coverProducts(): void {
  const { shapes = [], views = [], dtypes: all = [], cases } = readGolden("products") as unknown as Layouts;
  for (const { call, pairs } of cases) {
    const found = pairs === "shapes" ? shapes.map((shape) => kindsOf([shape, "plain"])) : [];
    const seen = pairs === "views" ? views.map((view) => kindsOf([[4, 4], view])) : [];
    // every kind in float64, every dtype in one shape: the loops of a product know no dtype but that of their operands
    for (const kind of [...found, ...seen].flat())
      cover(String(call), ...all.map((dtype) => `${dtype} ${kind}`));
    if (pairs === "dtypes" || pairs === undefined) cover(String(call), ...all);
  }
}

function coverFunctions(): void {
  const { layouts = [] } = readGolden("calls-elementwise") as unknown as Layouts;
  const { palettes = {}, cases } = readGolden("functions") as unknown as Layouts;
  for (const { op, from = [] } of cases) {
    if (hasEdges(palettes.float64)) cover(String(op), "edges");
    for (const dtype of from)
      cover(String(op), dtype, ...layouts.flatMap(kindsOf).map((kind) => `${dtype} ${kind}`));
  }
}

for (const file of readdirSync(new URL("../golden/", import.meta.url))) {
  if (/^calls-.*\.json$/.test(file)) coverCalls(file.slice(0, -5));
}
coverProducts();
coverFunctions();

const functions = Object.entries(np)
  .filter(([name, value]) => typeof value === "function" && /^[a-z]/.test(name))
  .map(([name]) => name);

/** What is missing for a function, but for named gaps. */
function missingOf(name: string): string[] {
  const gap = gaps[name];
  const has = covered.get(name) ?? new Set();
  const ours = dtypes.filter((dtype) => !gap?.dtypes?.includes(dtype));
  const wanted = kinds.filter((kind) => !gap?.kinds?.includes(kind));
  return [
    ...ours.filter((dtype) => !has.has(dtype)),
    ...ours.flatMap((dtype) => wanted.map((kind) => `${dtype} ${kind}`)).filter((part) => !has.has(part)),
    ...(gap?.edges || has.has("edges") ? [] : ["edge values"]),
  ];
}

describe("the golden files", () => {
  for (const name of functions.filter((one) => !(one in exempt))) {
    it(`cover ${name}${gaps[name] === undefined ? "" : `, but: ${gaps[name].why}`}`, () => {
      expect(missingOf(name)).to.deep.equal([]);
    });
  }

  it("have no reason for what is not there, or what is covered", () => {
    const named = [...Object.keys(exempt), ...Object.keys(gaps)];
    expect(named.filter((name) => !functions.includes(name))).to.deep.equal([]);
    expect(Object.keys(exempt).filter((name) => covered.has(name))).to.deep.equal([]);
  });
});
