import { createHash } from "node:crypto";
import { expect } from "chai";
import * as np from "../../src/core.js";
import { expectSameBits, type GoldenTensor, readGolden } from "../support/golden.js";

interface Step {
  call: string;
  args: never[];
  want: GoldenTensor;
}

type Draws<Stream> = Record<string, (stream: Stream, ...args: never[]) => np.Tensor>;

const p = [0.1, 0.2, 0.3, 0.4];
const single = { dtype: "float32" } as const;

const legacy: Draws<np.RandomState> = {
  rand: (rs, n: number) => (n === 700 ? rs.rand(n).slice("-5:") : rs.rand(n)),
  randn: (rs, ...shape: number[]) => rs.randn(shape),
  randint: (rs, low: number, high: number, size: number[]) => rs.randint(low, high, size),
  uniform: (rs, low: number, high: number, size: number[]) => rs.uniform(low, high, size),
  normal: (rs, loc: number, scale: number, size: number[]) => rs.normal(loc, scale, size),
  choice: (rs, items: number, size: number[]) => rs.choice(items, size),
  "choice with p": (rs, items: number, size: number) => rs.choice(items, size, { p }),
  "choice without replace": (rs, items: number, size: number[]) => rs.choice(items, size, { replace: false }),
  "choice without replace, with p": (rs, items: number, size: number) =>
    rs.choice(items, size, { replace: false, p }),
  "choice of items": (rs, size: number) => rs.choice(np.arange(5).divide(4), size),
  permutation: (rs, n: number) => rs.permutation(n),
  "permutation of rows": (rs) => rs.permutation(np.arange(12).reshape(6, 2)),
  shuffle: (rs, n: number) => shuffled(rs, np.arange(n)),
  "shuffle rows": (rs, n: number, m: number) => shuffled(rs, np.arange(n * m).reshape(n, m)),
};

function shuffled(rs: np.RandomState, t: np.Tensor): np.Tensor {
  rs.shuffle(t);
  return t;
}

const rows = (): np.Tensor => np.arange(12).reshape(4, 3);

const newer: Draws<np.Generator> = {
  random: (rng, size: number) => rng.random(size),
  "random float32": (rng, size: number) => rng.random(size, single),
  integers: (rng, low: number, high: number, size: number) => rng.integers(low, high, size),
  "integers with endpoint": (rng, low: number, high: number, size: number) =>
    rng.integers(low, high, size, { endpoint: true }),
  "integers uint8": (rng, low: number, high: number, size: number) =>
    rng.integers(low, high, size, { dtype: "uint8" }),
  "integers bool": (rng, low: number, high: number, size: number) =>
    rng.integers(low, high, size, { dtype: "bool" }),
  uniform: (rng, low: number, high: number, size: number[]) => rng.uniform(low, high, size),
  standardNormal: (rng, size: number[]) => rng.standardNormal(size),
  normal: (rng, loc: number, scale: number, size: number[]) => rng.normal(loc, scale, size),
  choice: (rng, items: number, size: number[]) => rng.choice(items, size),
  "choice with p": (rng, items: number, size: number) => rng.choice(items, size, { p }),
  "choice without replace": (rng, items: number, size: number) => rng.choice(items, size, { replace: false }),
  "choice without shuffle": (rng, items: number, size: number) =>
    rng.choice(items, size, { replace: false, shuffle: false }),
  "choice without replace, with p": (rng, items: number, size: number) =>
    rng.choice(items, size, { replace: false, p }),
  "choice of columns": (rng, size: number) => rng.choice(rows(), size, { axis: 1 }),
  permutation: (rng, n: number) => rng.permutation(n),
  "permutation of columns": (rng) => rng.permutation(rows(), { axis: 1 }),
  permuted: (rng) => rng.permuted(rows()),
  "permuted transposed": (rng) => rng.permuted(rows().T),
  "permuted rows": (rng) => rng.permuted(rows(), { axis: 1 }),
  "permuted columns": (rng) => rng.permuted(rows(), { axis: 0 }),
  "shuffle columns": (rng) => {
    const t = rows();
    rng.shuffle(t, { axis: 1 });
    return t;
  },
};

function replay<Stream>(stream: Stream, draws: Draws<Stream>, steps: Step[]): void {
  for (const [i, { call, args, want }] of steps.entries()) {
    expectSameBits(draws[call](stream, ...args), want, `step ${i}, ${call}(${JSON.stringify(args)})`);
  }
}

describe("RandomState draws NumPy's numbers", () => {
  for (const { seed, steps } of readGolden<{ seed: number; steps: Step[] }>("random").cases) {
    it(`seed ${seed}: ${steps.length} calls, one after the other`, () => {
      replay(new np.RandomState(seed), legacy, steps);
    });
  }
});

describe("Generator draws NumPy's numbers", () => {
  for (const { seed, steps } of readGolden<{ seed: string | string[]; steps: Step[] }>("generator").cases) {
    it(`seed ${seed}: ${steps.length} calls, one after the other`, () => {
      const whole = Array.isArray(seed) ? seed.map(BigInt) : Number(seed);
      replay(np.random.defaultRng(whole), newer, steps);
    });
  }
});

describe("a million draws have NumPy's bits", () => {
  const { seed, cases } = readGolden<{ name: string; sha256: string }>("million");
  const rs = (): np.RandomState => new np.RandomState(seed);
  const rng = (): np.Generator => np.random.defaultRng(seed);
  const million: Record<string, () => np.Tensor> = {
    "RandomState.rand": () => rs().rand(1e6),
    "RandomState.randn": () => rs().randn(1e6),
    "RandomState.randint": () => rs().randint(0, 1000, 1e6),
    "RandomState.permutation": () => rs().permutation(1e6),
    "Generator.random": () => rng().random(1e6),
    "Generator.standardNormal": () => rng().standardNormal(1e6),
    "Generator.integers": () => rng().integers(0, 1000, 1e6),
    "Generator.permutation": () => rng().permutation(1e6),
  };
  for (const { name, sha256 } of cases) {
    it(name, () => {
      const bytes = new Uint8Array(million[name]().astype("float64").toTypedArray().buffer);
      expect(createHash("sha256").update(bytes).digest("hex")).to.equal(sha256);
    }).timeout(20000);
  }
});
