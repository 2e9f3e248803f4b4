/**
 * Large products are shared with threads of our own. These start late, end when a notebook's cell is stopped, or
 * never start: the products are the same.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { expect } from "chai";
import { type Blas, findBlas, type Gemv, type Sharing } from "../../src/engines/blas/library.js";
import { Team } from "../../src/engines/blas/team.js";
import { shareOut } from "../../src/engines/blas/threads.js";

const [rowMajor, noTrans, trans] = [101, 111, 112];

/** A matrix that is large enough, and how far apart its rows are. */
const [rows, columns, ld] = [1031, 257, 260];

type Real = typeof Float64Array | typeof Float32Array;
type Floats = Float64Array | Float32Array;

/** Whole numbers: every order of additions gives the same sum. */
const values = (Type: Real, count: number, seed: number): Floats => {
  const all = new Type(count);
  for (let i = 0; i < count; i++) all[i] = ((i * 7919 + seed) % 41) - 20;
  return all;
};

/** One product, of elements that are `step` apart. */
function product(gemv: Gemv, order: number, Type: Real = Float64Array, step = 1, count = rows): number[] {
  const [taken, given] = order === trans ? [count, columns] : [columns, count];
  const [matrix, vector] = [values(Type, count * ld, 1), values(Type, taken * step, 2)];
  const out = new Type(given).fill(7);
  gemv(rowMajor, order, count, columns, 1, matrix, ld, vector, step, 0, out, 1);
  return [...out];
}

/** One product of a matrix with one element. */
function multiplyNumbers(blas: Blas): void {
  const [a, b, c] = [Float64Array.of(2), Float64Array.of(3), new Float64Array(1)];
  blas.dgemm(rowMajor, noTrans, noTrans, 1, 1, 1, 1, a, 1, b, 1, 0, c, 1);
  expect(c[0]).to.equal(6);
}

describe("threads for large products", () => {
  let library: Blas;
  let sharing: Sharing;
  /** How often this thread multiplies, and what the library may take for itself. */
  let calls = 0;
  let threads: number[] = [];
  const workers: Worker[] = [];
  const note = (worker: Worker): void => void workers.push(worker);

  /** With so many threads, and a sharing that differs from the right one. */
  const shared = (count: number, other: Partial<Sharing> = {}): Blas => {
    const counted: Gemv = (...args) => {
      calls++;
      library.dgemv(...args);
    };
    const setThreads = (wanted: number): void => void threads.push(wanted);
    return shareOut({
      ...library,
      threads: count,
      dgemv: counted,
      sharing: { ...sharing, setThreads, ...other },
    });
  };

  /** Multiplies until all helpers take part. */
  async function warm(blas: Blas): Promise<void> {
    for (let i = 0; i < 500; i++) {
      calls = 0;
      product(blas.dgemv, noTrans);
      if (calls === 1) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error("the helpers never took part");
  }

  before(function () {
    const found = findBlas();
    if (typeof found === "string" || !found.sharing) return this.skip();
    library = found;
    sharing = found.sharing;
    process.on("worker", note);
  });
  beforeEach(() => {
    [calls, threads, workers.length] = [0, [], 0];
  });
  afterEach(() => Promise.all(workers.map((worker) => worker.terminate())));
  after(() => process.off("worker", note));

  for (const count of [2, 4]) {
    it(`give what one thread gives, ${count} of them`, async () => {
      const blas = shared(count);
      for (const helped of [false, true]) {
        if (helped) await warm(blas);
        const first = product(blas.dgemv, noTrans); // nobody may be there yet
        expect(first).to.deep.equal(product(library.dgemv, noTrans));
        for (const order of [noTrans, trans]) {
          for (const step of [1, 3]) {
            for (const height of [rows, 1024, 1040]) {
              calls = 0;
              const want = product(library.dgemv, order, Float64Array, step, height);
              expect(product(blas.dgemv, order, Float64Array, step, height)).to.deep.equal(want);
              expect(calls).to.be.within(1, count);
            }
          }
          expect(product(blas.sgemv, order, Float32Array)).to.deep.equal(
            product(library.sgemv, order, Float32Array),
          );
        }
      }
      expect(workers.length).to.equal(count - 1);
    });
  }

  it("are not asked for what is small, has few rows or adds to a result", () => {
    const blas = shared(2);
    const [matrix, vector, out] = [
      new Float64Array(400 * 700),
      new Float64Array(700),
      new Float64Array(700).fill(1),
    ];
    blas.dgemv(rowMajor, noTrans, 256, 1000, 1, matrix, 1000, vector, 1, 0, out, 1);
    blas.dgemv(rowMajor, noTrans, 127, 2100, 1, matrix, 2100, vector, 1, 0, out, 1);
    blas.dgemv(rowMajor, noTrans, 400, 700, 1, matrix, 700, vector, 1, 1, out, 1);
    expect([calls, workers.length]).to.deep.equal([3, 0]);
  });

  it("give what one thread gives for matrices: by rows, by columns, by terms, in every layout", async () => {
    const blas = shared(3);
    await warm(blas);
    const sizes = [[301, 150, 90], [90, 300, 150], [60, 50, 1201], [40, 41, 1601], [20, 700, 201], [257, 256, 31]]; // biome-ignore format: a table
    for (const [m, n, k] of sizes) {
      for (const [ta, tb] of [
        [noTrans, noTrans],
        [trans, noTrans],
        [noTrans, trans],
        [trans, trans],
      ]) {
        // biome-ignore format: a table
        for (const Type of [Float64Array, Float32Array]) {
          const [lda, ldb] = [(ta === noTrans ? k : m) + 2, (tb === noTrans ? n : k) + 3];
          for (const ldc of [n, n + 5]) {
            const [a, b] = [values(Type, (ta === noTrans ? m : k) * lda, 1), values(Type, (tb === noTrans ? k : n) * ldb, 2)];
            const results = [library, blas].map((one) => {
              const out = new Type(m * ldc + 4).fill(7);
              const gemm = Type === Float64Array ? one.dgemm : one.sgemm;
              gemm(rowMajor, ta, tb, m, n, k, 1, a, lda, b, ldb, 0, out, ldc);
              return out;
            });
            expect(results[1]).to.deep.equal(results[0]);
          }
        }
      }
    }
  });

  it("have the processors for themselves", () => {
    const blas = shared(2);
    multiplyNumbers(blas);
    product(blas.dgemv, trans);
    multiplyNumbers(blas);
    expect(threads).to.deep.equal([1]);
  });

  it("are no more than memory feeds for a vector, than is worth their own memory for matrices", async () => {
    const blas = shared(16);
    product(blas.dgemv, trans);
    await new Promise(setImmediate);
    expect(workers.length).to.equal(3);
    const side = 150; // in eights that is less than a part for each
    const square = values(Float64Array, side * side, 1);
    const gemm = (one: Blas): number[] => {
      const out = new Float64Array(side * side);
      one.dgemm(rowMajor, noTrans, trans, side, side, side, 1, square, side, square, side, 0, out, side);
      return [...out];
    };
    expect(gemm(blas)).to.deep.equal(gemm(library));
    await new Promise(setImmediate);
    expect(workers.length).to.equal(7);
  });

  it("are replaced when they have ended", async () => {
    const blas = shared(2);
    await warm(blas);
    const ending = workers[0].terminate();
    const want = product(library.dgemv, trans);
    expect(product(blas.dgemv, trans)).to.deep.equal(want);
    await ending;
    expect(product(blas.dgemv, trans)).to.deep.equal(want);
    await warm(blas);
    expect(workers.length).to.equal(2);
  });

  it("are done without while they still work for one who was stopped", async () => {
    let stopped = false;
    const gemv: Gemv = (...args) => {
      if (stopped) throw new Error("stopped");
      library.dgemv(...args);
    };
    const blas = shareOut({
      ...library,
      threads: 3,
      dgemv: gemv,
      sharing: { ...sharing, setThreads: () => {} },
    });
    const want = product(library.dgemv, trans);
    for (let i = 0; i < 200; i++) {
      stopped = i % 2 === 0;
      if (stopped) expect(() => product(blas.dgemv, trans)).to.throw("stopped");
      else expect(product(blas.dgemv, trans)).to.deep.equal(want);
    }
  });

  it("are done without where they cannot start", async () => {
    const want = product(library.dgemv, trans);
    const blas = shared(2, { native: { ...sharing.native, library: "no-such-file" } });
    expect(product(blas.dgemv, trans)).to.deep.equal(want);
    await new Promise((resolve) => process.once("worker", (worker) => worker.once("exit", resolve)));
    expect([product(blas.dgemv, trans), workers.length]).to.deep.equal([want, 1]);
    expect(threads).to.deep.equal([1, 2]);
  });

  it("let a program end, while they wait and while they work", () => {
    const work = (last: string): string => `
      import * as np from ${JSON.stringify(new URL("../../src/index.ts", import.meta.url).href)};
      const [row, X] = [np.ones([1, 4000]), np.ones([4000, 300])];
      const until = performance.now() + 1000;
      while (performance.now() < until) np.dot(row, X).toArray();
      process.once("worker", () => console.log("with a helper"));
      console.log(np.dot(row, X).get(0, 0));
      ${last}`;
    for (const last of ["", "setImmediate(() => process.exit())"])
      expect(run(work(last))).to.deep.equal(["4000\nwith a helper\n", "", 0]);
  });

  it("are not ended while they load a native package, by nobody and not with the program", async () => {
    const folder = mkdtempSync(join(tmpdir(), "kernel-lib-"));
    const [koffi, how] = [join(folder, "koffi.cjs"), join(folder, "how")];
    const says = (word: string): string => `require("fs").writeFileSync(${JSON.stringify(how)}, "${word}");`;
    const nap = "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);";
    const file = `module.exports.load = () => { ${says("loading")} ${nap} ${says("loaded")} return {}; };`;
    writeFileSync(koffi, file);
    try {
      const [helper] = new Team({ koffi, library: "", declarations: [] }).helpers(1);
      while (!existsSync(how)) await new Promise((resolve) => setTimeout(resolve, 10));
      const ending = helper.terminate();
      expect(readFileSync(how, "utf8")).to.equal("loaded");
      await ending;
      rmSync(how);
      const program = `
        import { existsSync } from "node:fs";
        import { Team } from ${JSON.stringify(new URL("../../src/engines/blas/team.ts", import.meta.url).href)};
        new Team(${JSON.stringify({ koffi, library: "", declarations: [] })}).helpers(1);
        setInterval(() => existsSync(${JSON.stringify(how)}) && process.exit(), 10);`;
      expect(run(program)).to.deep.equal(["", "", 0]);
      expect(readFileSync(how, "utf8")).to.equal("loaded");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** What a program prints, and its status. */
function run(program: string): unknown[] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", program],
    { encoding: "utf8", env: { ...process.env, OPENBLAS_NUM_THREADS: "2" }, timeout: 60_000 },
  );
  return [stdout, stderr, status];
}
