// The guard against a clock and a process that the test itself moves: when the kill is issued is a matter of looks, not of luck.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { expect } from "chai";
import { Guard, lookMs, type Watch } from "../../src/sandbox/guard.js";
import { makeUseOf, tellerOf, type Use, useOf } from "../../src/sandbox/usage.js";

const deadline = { cpuSeconds: 0.25, wallSeconds: 1.5 };
const limits = { cpuSeconds: 1, memoryMb: 100 };

/** Lets a process run for five seconds of the judge's clock. @returns what failed, when, and how often the guard looked */
function watch(use: (ms: number) => Use | null): { failure: string | null; atMs: number; looks: number } {
  let ms = 0;
  let looks = 0;
  let look: (() => void) | null = null;
  const fake: Watch = {
    now: () => ms,
    every: (_, f) => {
      look = f;
      return () => {
        look = null;
      };
    },
    useOf: () => use(ms),
  };
  const seen: { failure: string | null; atMs: number } = { failure: null, atMs: 0 };
  new Guard(1, deadline, limits, (failure) => Object.assign(seen, { failure, atMs: ms }), fake);
  for (ms = lookMs; ms <= 5000 && look; ms += lookMs) {
    (look as () => void)();
    looks++;
  }
  return { ...seen, looks };
}

describe("Guard", () => {
  it("ends a busy loop at the first look after its CPU time, of which earlier requests are no part", () => {
    const { failure, atMs } = watch((ms) => ({ cpuSeconds: 7 + ms / 1000, rssMb: 50 }));
    expect([failure, atMs]).to.deep.equal(["timeout", 260]);
  });

  it("ends one that sleeps at the first look after its wall time", () => {
    const { failure, atMs } = watch(() => ({ cpuSeconds: 7, rssMb: 50 }));
    expect([failure, atMs]).to.deep.equal(["timeout", 1520]);
  });

  it("ends one of which nobody can tell anything at the same look", () => {
    const { failure, atMs } = watch(() => null);
    expect([failure, atMs]).to.deep.equal(["timeout", 1520]);
  });

  it("counts wall time alone where CPU time is not known", () => {
    const { failure, atMs } = watch(() => ({ cpuSeconds: null, rssMb: 50 }));
    expect([failure, atMs]).to.deep.equal(["timeout", 1520]);
  });

  it("ends one that takes too much memory at the first look that sees it, and looks no more", () => {
    const { failure, atMs, looks } = watch((ms) => ({ cpuSeconds: 0, rssMb: ms > 300 ? 231 : 229 }));
    expect([failure, atMs, looks]).to.deep.equal(["memory", 320, 16]);
  });
});

describe("useOf", () => {
  it("tells the memory of this process, from /proc", function () {
    if (process.platform !== "linux") this.skip();
    const { rssMb, cpuSeconds } = useOf(process.pid)!;
    expect(rssMb).to.be.within(20, 4000);
    expect(cpuSeconds).to.be.above(0);
    expect(useOf(2 ** 30)).to.equal(null);
  });

  it("knows what ps says on macOS and tasklist on Windows, in any country", () => {
    expect([tellerOf("linux"), tellerOf("darwin")!.name, tellerOf("win32")!.name]).to.deep.equal([
      null,
      "ps",
      "tasklist",
    ]);
    const { read } = tellerOf("darwin")!;
    expect([read(" 65536\n"), read(""), read("ps: no such process")]).to.deep.equal([64, null, null]);
    const windows = tellerOf("win32")!.read;
    for (const kilobytes of ["65,536 K", "65.536 K", "65 536 K", "65\u00a0536 K", "65'536 K"])
      expect(windows(`"deno.exe","4711","Console","1","${kilobytes}"\r\n`), kilobytes).to.equal(64);
    expect(windows("INFO: No tasks are running which match the specified criteria.")).to.equal(null);
  });

  it("asks ps about a process, again and again", async function () {
    if (process.platform === "win32") this.skip();
    try {
      execFileSync("/bin/ps", ["-o", "rss=", "-p", String(process.pid)]);
    } catch {
      this.skip();
    }
    const asked = makeUseOf(tellerOf("darwin"));
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000); console.log('up')"]);
    try {
      await once(child.stdout!, "data");
      expect(asked(child.pid!)).to.equal(null); // it was only just asked
      let use: Use | null = null;
      while (use === null) {
        await new Promise(setImmediate);
        use = asked(child.pid!);
      }
      expect(use.cpuSeconds).to.equal(null);
      expect(use.rssMb).to.be.within(10, 2000);
    } finally {
      child.kill("SIGKILL");
    }
  });
});
