import { expect } from "chai";
import { tick } from "../../src/core.js";

describe("tick", () => {
  it("gives the event loop a turn within a long loop", async () => {
    let turns = 0;
    const count = (): void => {
      turns += 1;
    };
    setImmediate(count);
    for (const start = performance.now(); turns === 0 && performance.now() - start < 5000; ) await tick();
    expect(turns).to.equal(1);
  });

  it("resolves at once, without a turn, right after one", async () => {
    let before = tick();
    for (let now = tick(); now === before; now = tick()) before = now; // until one waits for its turn
    await new Promise(setImmediate);
    expect(tick()).to.equal(tick());
  });

  it("throws what a notebook kernel throws into a stopped cell", async () => {
    const hook = Symbol.for("nabla.resume");
    const hooked = globalThis as { [key: symbol]: unknown };
    hooked[hook] = () => {
      throw new RangeError("the cell was stopped");
    };
    try {
      for (;;) await tick();
    } catch (error) {
      expect((error as Error).message).to.equal("the cell was stopped");
    } finally {
      delete hooked[hook];
    }
  });
});
