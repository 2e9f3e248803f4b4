/**
 * What a host is asked for when tensors are made.
 */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { offerMemory } from "../../src/core/memory.js";
import * as np from "../../src/core.js";
import { askForHugePages } from "../../src/huge-pages.js";

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

  it("is left alone for less", () => {
    np.add(np.zeros([1000, 100]), np.zeros([1, 100])).get(0, 0);
    expect(prepared).to.deep.equal([]);
  });
});

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

  it("is granted on a Linux that has huge pages", function () {
    if (process.platform !== "linux" || !offers()) this.skip();
    expect(askForHugePages(new ArrayBuffer(8 * million))).to.equal(true);
  });
});
