// Programs that a learner might hand in, run in the real child. What a table's row expects is what the judge sees.
import { expect } from "chai";
import * as np from "kernel-lib";
import { Bridge } from "../../src/sandbox/bridge.js";
import { buildChild } from "../../src/sandbox/build-child.mjs";
import { sendCanary } from "../../src/sandbox/canary.js";
import { findChild, findDeno } from "../../src/sandbox/deno.js";
import { type Layers, possibleLayers } from "../../src/sandbox/launch.js";
import { LearnerError } from "../../src/sandbox/learner-error.js";
import { Sandbox } from "../../src/sandbox/sandbox.js";
import type { CallResult } from "../../src/sandbox/talk.js";
import { judgeCodec } from "../../src/wire/judge-codec.js";
import { programsOf, vectors } from "../helpers.js";

const limits = { cpuSeconds: 1.2, memoryMb: 128 };
/** For what must end by another limit than time. */
const patient = { ...limits, cpuSeconds: 16 };

/** A file that the child has no business with. */
const outside = `${vectors}/assignment.json`;

/** What must come of a call: a value (compared by its text), or the kind of failure. */
type Row = readonly [
  what: string,
  program: string,
  outcome: { value?: string; kind?: string; words?: RegExp },
];

const values: Row[] = [
  ["a number", "return () => -0", { value: "0" }],
  ["NaN", "return () => NaN", { value: "NaN" }],
  [
    "a record of tensors",
    "return () => ({ a: { t: $kernelLib.zeros([2, 1]) } })",
    { value: "a=t=[[0.]\n [0.]]" },
  ],
  ["a promise's value", "return async () => { await 1; return 'later'; }", { value: "later" }],
  ["a value after np.tick", "return async () => { await $kernelLib.tick(); return 1; }", { value: "1" }],
  [
    "a value with timers left running",
    "return () => { setInterval(() => {}, 1); return 1; }",
    { value: "1" },
  ],
  [
    "a value although a promise was rejected",
    "return () => { Promise.reject(1); return 1; }",
    { value: "1" },
  ],
  [
    "a Proxy's values",
    "return () => new Proxy([5], { get: (t, k) => (k === '0' ? 6 : t[k]) })",
    { value: "6" },
  ],
  ["no toJSON", "return () => ({ a: 1, toJSON: () => ({ passed: true }) }).a", { value: "1" }],
  ["no polluted prototypes", "Object.prototype.passed = true; return () => ({ a: 1 })", { value: "a=1" }],
  [
    "what it wrote on the console to nobody",
    "return () => { console.log('x'.repeat(1e6)); return 1; }",
    { value: "1" },
  ],
  [
    "nothing of the host",
    "return () => ['Deno','process','require','fetch','Worker','eval'].filter((k) => k in globalThis).join()",
    { value: "" },
  ],
];

const failures: Row[] = [
  ["process.exit(0)", "return () => process.exit(0)", { kind: "threw", words: /^f threw ReferenceError$/ }],
  ["Deno.exit(0)", "return () => Deno.exit(0)", { kind: "threw", words: /ReferenceError/ }],
  ["reading a file", "return () => Deno.readTextFileSync('/etc/passwd')", { kind: "threw" }],
  ["reading the environment", "return () => Deno.env.get('HOME')", { kind: "threw" }],
  ["the network", "return () => fetch('http://127.0.0.1')", { kind: "threw" }],
  ["eval", "return () => eval('1')", { kind: "threw" }],
  ["new Function", "return () => new Function('return 1')()", { kind: "threw", words: /EvalError/ }],
  [
    "a function's constructor",
    "return () => (async () => {}).constructor('return import(\"node:fs\")')()",
    { kind: "threw", words: /EvalError/ },
  ],
  [
    "code from a timer's string",
    "return () => new Promise((r) => setTimeout('globalThis.r = 1', 0))",
    { kind: "threw" },
  ],
  [
    "import() of a builtin module",
    "return () => import('node:fs').then((fs) => fs.readFileSync('/etc/passwd'))",
    { kind: "threw" },
  ],
  ["a stack overflow", "return function f() { return f() + 1 }", { kind: "threw", words: /RangeError/ }],
  [
    "a loop without end",
    "return () => { for (;;) {} }",
    { kind: "timeout", words: /^f did not return within 0.3 s/ },
  ],
  [
    "an await of a thenable that never ends",
    "return async () => { const t = { then: (r) => r(t) }; await t; }",
    { kind: "timeout" },
  ],
  [
    "a promise that never settles",
    "return () => new Promise(() => {})",
    { kind: "unsettled", words: /never settles$/ },
  ],
  [
    "a promise that never settles beside a timer",
    "return () => new Promise(() => setInterval(() => {}, 1))",
    { kind: "timeout" },
  ],
  [
    "memory in typed arrays",
    "return () => { const a = []; for (;;) a.push(new Uint8Array(2 ** 24).fill(1)); }",
    { kind: "memory" },
  ],
  [
    "memory in WebAssembly",
    "return () => { const a = []; for (;;) a.push(new Uint8Array(new WebAssembly.Memory({ initial: 512 }).buffer).fill(1)); }",
    { kind: "memory" },
  ],
  ["a string bomb", "return () => 'x'.repeat(2 ** 28).split('')", {}],
  [
    "a regular expression that backtracks",
    "return () => /^(a+)+$/.test('a'.repeat(40) + 'b')",
    { kind: "timeout" },
  ],
  [
    "a result of 9 million numbers",
    "return () => $kernelLib.zeros([3000, 3000])",
    { kind: "refused", words: /larger than 32 MB$/ },
  ],
  [
    "a list of a million",
    "return () => Array(1e6).fill(0)",
    { kind: "refused", words: /more than 200000 values$/ },
  ],
  [
    "a result that contains itself",
    "return () => { const a = []; a.push(a); return a; }",
    { kind: "refused", words: /contains itself$/ },
  ],
  ["a list with holes", "return () => [1, , 2]", { kind: "refused", words: /a list has no entry 1$/ }],
  ["something that is no function", "return 3", { kind: "callable", words: /^f is not a function$/ }],
  [
    "code that throws while it loads",
    "throw new TypeError('secret')",
    { kind: "load", words: /throws TypeError$/ },
  ],
  ["a text that does not parse", "return (", { kind: "load", words: /throws SyntaxError$/ }],
  ["a thrown string", "return () => { throw 'secret' }", { kind: "threw", words: /^f threw an error$/ }],
  [
    "an error with a made-up name",
    "return () => { throw Object.assign(new Error(), { name: 'secret' }) }",
    { kind: "threw", words: /^f threw an error$/ },
  ],
  ["an error whose name throws", "return () => { throw { get name() { throw 1 } } }", { kind: "threw" }],
];

const show = (value: unknown): string =>
  typeof value === "object" && value !== null && !("toArray" in value)
    ? Object.entries(value)
        .map(([k, v]) => (Array.isArray(value) ? show(v) : `${k}=${show(v)}`))
        .join()
    : String(value);

describe("sandbox", () => {
  let bridge: Bridge;

  before(async () => {
    await buildChild();
    bridge = await Bridge.open({ deno: findDeno(), child: findChild() });
  });
  after(() => bridge.close());

  const sandboxOf = (program: string, within = patient): Sandbox =>
    new Sandbox(bridge, programsOf({ f: program }), within, judgeCodec(np.Tensor));
  const call = (program: string, ...args: unknown[]): CallResult => sandboxOf(program).call("f", args);
  const failure = (program: string, kind: string | undefined): LearnerError => {
    try {
      sandboxOf(program, kind === "timeout" ? limits : patient).call("f", []);
    } catch (error) {
      if (error instanceof LearnerError) return error;
      throw error;
    }
    throw new Error("it gave a value");
  };

  const all = possibleLayers();
  for (const layers of new Set([all[0]!, all.at(-1)!]))
    describe(`with ${layerNames(layers)}`, () => {
      before(() => void sendCanary(bridge, limits, outside, [layers]));

      for (const [what, program, { value }] of values)
        it(`brings back ${what}`, () => {
          expect(show(call(program).value)).to.equal(value);
        });

      for (const [what, program, { kind, words = /./ }] of failures)
        it(`survives ${what}`, () => {
          const error = failure(program, kind);
          if (kind) expect(error.kind).to.equal(kind);
          expect(error.message).to.match(words).and.not.include("secret");
          expect(call("return () => 'next'").value).to.equal("next");
        });
    });

  it("kills a heap that grows without end", () => {
    sendCanary(bridge, { cpuSeconds: 16, memoryMb: 64 }, outside);
    const grow = sandboxOf("return () => { const a = []; for (;;) a.push([a.length]); }");
    expect(() => grow.call("f", [])).to.throw(LearnerError, "f used more memory than it may");
  });

  it("tells which inputs were changed, and to what", () => {
    const z = np.array([1, 2]);
    const { changes } = call("return (a, z, o) => { z.set(9, 0); o.k.push(3); return 1; }", 1, z, { k: [] });
    expect([...changes.keys()]).to.deep.equal([1, 2]);
    expect((changes.get(1) as np.Tensor).toArray()).to.deep.equal([9, 2]);
    expect(changes.get(2)).to.deep.equal({ k: [3] });
    expect(z.toArray()).to.deep.equal([1, 2]);
  });

  it("hears a function's loop without end only twice", () => {
    const sandbox = new Sandbox(
      bridge,
      programsOf({ f: "return () => { for (;;) {} }" }),
      limits,
      judgeCodec(np.Tensor),
    );
    const times = [1, 2, 3, 4].map(() => {
      const started = performance.now();
      expect(() => sandbox.call("f", [])).to.throw(LearnerError, "did not return");
      return performance.now() - started;
    });
    expect(Math.max(times[2]!, times[3]!)).to.be.below(Math.min(times[0]!, times[1]!));
  });

  it("gives each function a fresh child, so that none finds what another left", () => {
    const programs = programsOf({
      f: "globalThis.left = 1; return () => 1",
      g: "return () => typeof left",
    });
    const sandbox = new Sandbox(bridge, programs, limits, judgeCodec(np.Tensor));
    sandbox.call("f", []);
    expect(sandbox.call("g", []).value).to.equal("undefined");
  });
});

function layerNames({ bubblewrap, rlimits, seccomp }: Layers): string {
  return ["Deno", bubblewrap && "bubblewrap", seccomp && "seccomp", rlimits && "rlimits"]
    .filter(Boolean)
    .join(" and ");
}
