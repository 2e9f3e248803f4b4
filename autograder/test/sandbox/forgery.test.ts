// Attempts to reach the frames from inside: patched built-ins that would see the nonce or change a frame on its way.
import { expect } from "chai";
import * as np from "kernel-lib";
import { Bridge } from "../../src/sandbox/bridge.js";
import { buildChild } from "../../src/sandbox/build-child.mjs";
import { findChild, findDeno } from "../../src/sandbox/deno.js";
import { possibleLayers } from "../../src/sandbox/launch.js";
import { Sandbox } from "../../src/sandbox/sandbox.js";
import { judgeCodec } from "../../src/wire/judge-codec.js";
import { programsOf } from "../helpers.js";

const limits = { cpuSeconds: 4, memoryMb: 128 };

/** Replaces every method and getter of a built-in; counts the buffers that come by. */
const patched = (target: string): string => `
const seen = [];
const { apply } = Reflect;
const note = (v) => { if (v instanceof ArrayBuffer || ArrayBuffer.isView(v)) seen[seen.length] = v; };
const wrap = (f) => function (...args) {
  note(this);
  for (let i = 0; i < args.length; i++) note(args[i]);
  return apply(f, this, args);
};
const target = ${target};
const leave = ["constructor", "apply", "call", "bind", "isArray", "getOwnPropertyDescriptor", "defineProperty"];
for (const key of Reflect.ownKeys(target)) {
  const d = Object.getOwnPropertyDescriptor(target, key);
  if (leave.includes(key) || key === Symbol.hasInstance || !d.configurable) continue;
  if (typeof d.value === "function") Object.defineProperty(target, key, { ...d, value: wrap(d.value) });
  else if (d.get) Object.defineProperty(target, key, { ...d, get: wrap(d.get) });
}
return (x) => seen.length;`;

const builtIns = [
  "Object.getPrototypeOf(Uint8Array.prototype)",
  "Uint8Array.prototype",
  "Uint8Array",
  "DataView.prototype",
  "ArrayBuffer.prototype",
  "Function.prototype",
  "Reflect",
  "Object",
  "Array.prototype",
  "Promise.prototype",
  "Promise",
  "String.prototype",
];

/** Names that records inside the child have: a setter on the common prototype must not see them go by. */
const setter = (key: string): string => `
let seen = 0;
Object.defineProperty(Object.prototype, "${key}", {
  set(v) { if (ArrayBuffer.isView(v)) seen++; }, get() { return undefined; },
});
return (x) => seen;`;

describe("forged frames", () => {
  let bridge: Bridge;

  before(async () => {
    await buildChild();
    bridge = await Bridge.open({ deno: findDeno(), child: findChild() });
    bridge.configure(limits, possibleLayers().at(-1)!);
  });
  after(() => bridge.close());

  const sandbox = (program: string): Sandbox =>
    new Sandbox(bridge, programsOf({ f: program }), limits, judgeCodec(np.Tensor));

  for (const target of builtIns)
    it(`cannot be made of buffers that a patched ${target} gets to see`, () => {
      const s = sandbox(patched(target));
      s.call("f", [1]);
      expect(s.call("f", [2]).value).to.equal(0);
    });

  for (const key of ["0", "1", "head", "body", "kind", "value", "length", "get"])
    it(`cannot be seen by a setter of ${key} on Object.prototype`, () => {
      const s = sandbox(setter(key));
      try {
        s.call("f", [1]);
        expect(s.call("f", [2]).value).to.equal(0);
      } catch (error) {
        expect(error).to.have.property("kind", "threw"); // breaking its own calls is the learner's right
      }
    });

  it("cannot be made of buffers that replaced constructors hand out", () => {
    const s = sandbox(`
      let seen = 0;
      for (const name of ["ArrayBuffer", "Uint8Array", "DataView"]) {
        const Real = globalThis[name];
        globalThis[name] = class extends Real { constructor(...args) { super(...args); seen++; } };
      }
      return (x) => seen;`);
    s.call("f", [1]);
    expect(s.call("f", [2]).value).to.equal(0);
  });

  it("cannot be made by replacing what values are made of", () => {
    const s = sandbox(`
      globalThis.Uint8Array = globalThis.DataView = globalThis.ArrayBuffer = class { constructor() { throw 1 } };
      Promise.prototype.then = () => { throw 1 };
      Object.getPrototypeOf(Uint8Array.prototype ?? {}).set = () => { throw 1 };
      return async (x) => x;`);
    expect(s.call("f", [5]).value).to.equal(5);
  });

  it("cannot come from a callsite of an error's stack", () => {
    const s = sandbox(`
      let found = 0;
      Error.prepareStackTrace = (_, sites) => { for (const s of sites) if (s.getFunction() || s.getThis()) found++; return ""; };
      return function f() { void new Error().stack; return [found, f.caller === undefined]; };`);
    expect(() => s.call("f", [])).to.throw("f threw TypeError"); // f.caller is not for strict code
    const quiet = sandbox(`
      let found = 0;
      Error.prepareStackTrace = (_, sites) => { for (const s of sites) if (s.getFunction() || s.getThis()) found++; return ""; };
      return () => { void new Error().stack; return found; };`);
    expect(quiet.call("f", []).value).to.equal(0);
  });
});
