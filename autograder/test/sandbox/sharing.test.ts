// One child serves the exercises of a submission one after the other, as long as none can find what another left.
import { expect } from "chai";
import * as np from "kernel-lib";
import { Bridge } from "../../src/sandbox/bridge.js";
import { buildChild } from "../../src/sandbox/build-child.mjs";
import { findChild, findDeno } from "../../src/sandbox/deno.js";
import { possibleLayers } from "../../src/sandbox/launch.js";
import { type Program, Sandbox } from "../../src/sandbox/sandbox.js";
import { judgeCodec } from "../../src/wire/judge-codec.js";
import { programsOf } from "../helpers.js";

const limits = { cpuSeconds: 4, memoryMb: 128 };

describe("a shared child", () => {
  let bridge: Bridge;
  let children = 0;

  before(async () => {
    await buildChild();
    bridge = await Bridge.open({ deno: findDeno(), child: findChild() });
    bridge.configure(limits, possibleLayers().at(-1)!);
    const { fresh } = bridge;
    bridge.fresh = () => {
      children++;
      fresh.call(bridge);
    };
  });
  beforeEach(() => {
    children = 0;
  });
  after(() => bridge.close());

  const sandboxOf = (programs: Map<string, Program>, within = limits): Sandbox =>
    new Sandbox(bridge, programs, within, judgeCodec(np.Tensor));

  /** What g gives after f was called, and how many children that took. */
  const gAfter = (f: string, g = "return () => 1"): [unknown, number] => {
    const sandbox = sandboxOf(programsOf({ f, g }));
    sandbox.call("f", []);
    return [sandbox.call("g", []).value, children];
  };

  it("serves functions that leave nothing behind, also when they drew numbers", () => {
    expect(gAfter("return () => $kernelLib.random.seed(1)")).to.deep.equal([1, 1]);
  });

  it("does not mind that the library waited", () => {
    expect(
      gAfter(
        "return async () => { for (let i = 0; i < 3e7; i++) if (i % 1e6 === 0) await $kernelLib.tick() }",
      ),
    ).to.deep.equal([1, 1]);
  });

  it("begins random numbers anew for each function, from the seed it was given", () => {
    const draws = "return () => [Math.random(), $kernelLib.random.rand()]";
    const [alone] = gAfter("return () => 1", draws);
    expect(gAfter(draws, draws)[0]).to.deep.equal(alone);
    const other = new Sandbox(bridge, programsOf({ f: draws }), limits, judgeCodec(np.Tensor), 7);
    const [a, b] = other.call("f", []).value as [number, number];
    expect(a).to.not.equal((alone as number[])[0]);
    expect(b).to.equal(new np.random.RandomState(7).rand());
  });

  const marks: Record<string, string> = {
    "a global": "globalThis.left = 1",
    "a patched built-in": "Math.abs = () => 0",
    "a patched prototype": "Array.prototype.every = () => true",
    "a polluted prototype": "Object.prototype.passed = true",
    "a getter": "Object.defineProperty(Math, 'abs', { get: () => 3 })",
    "a symbol": "globalThis[Symbol.for('x')] = 1",
    "frozen globals": "Object.freeze(globalThis)",
    "a frozen prototype": "Object.freeze(Array.prototype)",
    "another prototype": "Object.setPrototypeOf(Array.prototype, { passed: 1 })",
    "a patched iterator": "Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true })",
    "a patched tensor": "$kernelLib.Tensor.prototype.dot = () => 0",
    "a patched generator": "delete Object.getPrototypeOf(function* () {}).prototype",
    "a console of its own": "console.log = () => 1",
    "a stack hook": "Error.prepareStackTrace = () => 1",
    "a timer": "setTimeout(() => {}, 0)",
    "an immediate": "setImmediate(() => {})",
  };
  for (const [what, code] of Object.entries(marks))
    it(`is left when a function leaves ${what} behind`, () => {
      expect(gAfter(`return () => { ${code}; }`)).to.deep.equal([1, 2]);
    });

  it("never holds the reference of a function that is graded in it", () => {
    const programs = new Map<string, Program>([
      ["f", { text: "return () => typeof sum", references: [] }],
      ["g", { text: "const sum = () => 3; return () => sum()", references: ["sum", "f"] }],
    ]);
    const sandbox = sandboxOf(programs);
    expect([sandbox.call("g", []).value, children]).to.deep.equal([3, 1]);
    expect([sandbox.call("f", []).value, children]).to.deep.equal(["undefined", 2]);
    expect([sandbox.call("g", []).value, children]).to.deep.equal([3, 2]);
    expect([sandbox.call("f", []).value, children], "f was in the child before g came").to.deep.equal([
      "undefined",
      3,
    ]);
  });

  it("keeps what a reference function says of itself to itself", () => {
    const text = "const f = $opaque(function f() { return 'secret' }); return () => f() + String(f) + f.name";
    expect(sandboxOf(programsOf({ f: text })).call("f", []).value).to.equal(
      "secretfunction () { [native code] }bound f",
    );
  });

  it("loads a function anew after a failed test, in the same child", () => {
    const sandbox = sandboxOf(programsOf({ f: "let n = 0; return () => ++n" }));
    expect([sandbox.call("f", []).value, sandbox.call("f", []).value]).to.deep.equal([1, 2]);
    sandbox.discard();
    expect([sandbox.call("f", []).value, children]).to.deep.equal([1, 1]);
  });

  it("stops a function that uses up its exercise's time in many calls", () => {
    const busy =
      "return () => { const end = performance.now() + 60; while (performance.now() < end); return 1 }";
    const sandbox = sandboxOf(programsOf({ f: busy }), { cpuSeconds: 0.3, memoryMb: 128 });
    const calls = (): void => {
      for (let i = 0; i < 40; i++) sandbox.call("f", []);
    };
    expect(calls).to.throw("f used more than 0.3 s over all tests: it is too slow");
  });
});
