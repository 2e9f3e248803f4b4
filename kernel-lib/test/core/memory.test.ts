/**
 * What a host is asked for when tensors are made.
 */
import { readFileSync } from "node:fs";
import { constants, PerformanceObserver } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { expect } from "chai";
import { offerMemory } from "../../src/core/memory.js";
import * as np from "../../src/core.js";
import { askForHugePages } from "../../src/huge-pages.js";
import { makeNodeMemory } from "../../src/node-memory.js";

const plain = {
  raw: (bytes: number): ArrayBuffer => new ArrayBuffer(bytes),
  prepare: (): undefined => undefined,
};
const million = 1_000_000;

describe("memory of the host", () => {
  const prepared: number[] = [];

  beforeEach(() => {
    prepared.length = 0;
    offerMemory({ ...plain, prepare: (buffer) => prepared.push(buffer.byteLength) });
  });

  afterEach(() => offerMemory(plain));

  it("is prepared for zeros, random numbers and results from 4 MiB on", () => {
    const zeros = np.zeros([million]);
    expect(prepared).to.deep.equal([8 * million]);
    new np.RandomState(1).rand(million);
    expect(prepared).to.deep.equal([8 * million, 8 * million]);
    np.add(zeros, 1).get(0);
    expect(prepared).to.have.length(3);
  });

  it("may be too small: a DataError says how much was needed", () => {
    const raw = (): never => {
      throw new RangeError("size is out of range");
    };
    offerMemory({ ...plain, raw });
    expect(() => np.exp(np.zeros([10_000], { dtype: "float32" }))).to.throw(
      np.DataError,
      "tensor: there is no memory for it, got 10000 elements of float32, 40000 bytes",
    );
  });

  it("is left alone for less", () => {
    np.add(np.zeros([1000, 100]), np.zeros([1, 100])).get(0, 0);
    expect(prepared).to.deep.equal([]);
  });
});

describe("memory of Node", () => {
  let ms = 0;

  beforeEach(() => offerMemory(makeNodeMemory(() => ms)));
  after(() => offerMemory(plain));

  it("looks for results that nobody holds each 20 MiB, in a loop that never awaits", async () => {
    const x = np.ones([262144]); // 2 MiB
    const count = await countLooks(() => {
      for (let i = 0; i < 100; i++) np.add(x, 1).get(0);
    });
    expect(count).to.be.within(9, 10); // 200 MiB
  });

  it("looks each 4 MiB where these are 20 results and more and take longer than 30 ms", async () => {
    const looks = (length: number, times: number, msEach: number): Promise<number> => {
      offerMemory(makeNodeMemory(() => ms));
      const x = np.ones([length]);
      return countLooks(() => {
        for (let i = 0; i < times; i++, ms += msEach) np.add(x, 1).get(0);
      });
    };
    expect(await looks(12288, 200, 2)).to.be.within(4, 5); // 96 KiB each, 19 MiB
    expect(await looks(12288, 200, 0.1)).to.equal(0); // too fast
    expect(await looks(262144, 20, 30)).to.be.within(1, 2); // too few: 2 MiB each, 40 MiB
  });
});

/** How often V8 is asked to look for garbage among what is young while `work` runs. */
async function countLooks(work: () => void): Promise<number> {
  let count = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { kind, flags } = (entry as unknown as { detail: { kind: number; flags: number } }).detail;
      const asked = flags === constants.NODE_PERFORMANCE_GC_FLAGS_FORCED;
      if (asked && kind === constants.NODE_PERFORMANCE_GC_MINOR) count++;
    }
  });
  observer.observe({ entryTypes: ["gc"] });
  work();
  await setTimeout(50); // Node tells later
  observer.disconnect();
  return count;
}

describe("askForHugePages", () => {
  const offers = (): boolean =>
    /always|madvise/.test(/\[\w+\]/.exec(readFileSync(control, "utf8"))?.[0] ?? "");
  const control = "/sys/kernel/mm/transparent_hugepage/enabled";

  it("leaves a buffer's values alone and may be asked for any size", () => {
    for (const size of [0, 100, 4096, 3 * million]) {
      const bytes = new Uint8Array(size).fill(7);
      askForHugePages(bytes.buffer);
      expect(bytes.every((byte) => byte === 7)).to.equal(true);
    }
  });

  it("may be asked for more than 4 GiB, longer than any view", function () {
    let buffer: ArrayBuffer;
    try {
      buffer = new ArrayBuffer(2 ** 32 + 2 ** 20); // never touched
    } catch {
      this.skip();
    }
    expect(() => askForHugePages(buffer)).to.not.throw();
  });

  it("is granted on a Linux that has huge pages", function () {
    if (process.platform !== "linux" || !offers()) this.skip();
    expect(askForHugePages(new ArrayBuffer(8 * million))).to.equal(true);
  });
});
