// Too much of something: time, memory, output, syntax.
import { type Attack, scalar } from "../row.js";

const late = /^scalar did not return within 0\.25 s: is there a loop without end\?$/;
const uses = (name: string, code: string, says: RegExp): Attack => ({
  name,
  code: scalar(`${code}\n  return n + 1;`),
  says,
});
const asynchronous = (name: string, code: string, says: RegExp): Attack => ({
  name,
  code: `async function scalar(n: number): Promise<any> {\n${code}\n}`,
  says,
});
/** Time or memory, whichever ends first: that memory alone ends a process is sandbox.test.ts's. */
const either = /^scalar (did not return within|used more memory|ended the process|threw RangeError)/;

export const limits: readonly Attack[] = [
  uses("loops for ever", "for (;;);", late),
  uses(
    "loops for ever and catches what it can",
    "for (;;) try { for (;;); } catch {} finally { continue; }",
    late,
  ),
  uses("recurses without end", "const f = (): number => f() + 1; f();", /^scalar threw RangeError$/),
  uses("recurses and catches, doubling", "const f = (): void => { try { f() } finally { f() } }; f();", late),
  uses("backtracks in a regular expression", "/^(a+)+$/.test('a'.repeat(50) + 'b');", late),
  uses("raises a BigInt to a power", "let b = 3n; for (;;) b = b ** 3n;", either),
  uses("waits with Atomics", "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);", /./),
  uses("sorts with an endless comparison", "[1, 2].sort(() => { for (;;); });", late),
  uses(
    "reads an endless iterator",
    "Array.from({ [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 1 }) }) } as any);",
    either,
  ),
  uses("fills the heap with objects", "const a: any[] = []; for (;;) a.push([a.length, {}]);", either),
  uses(
    "fills typed arrays",
    "const a: any[] = []; for (;;) a.push(new Uint8Array(2 ** 24).fill(1));",
    either,
  ),
  uses(
    "fills shared buffers",
    "const a: any[] = []; for (;;) a.push(new Uint8Array(new SharedArrayBuffer(2 ** 24)).fill(1));",
    either,
  ),
  uses(
    "grows WebAssembly memory",
    "const W = (globalThis as any).WebAssembly; const a: any[] = []; for (;;) a.push(new Uint8Array(new W.Memory({ initial: 512 }).buffer).fill(1));",
    either,
  ),
  uses("fills tensors", "const a: any[] = []; for (;;) a.push(np.ones([1000, 1000]));", either),
  uses(
    "clones without end",
    "const a: any[] = []; for (;;) a.push(structuredClone(new Uint8Array(2 ** 24).fill(1)));",
    either,
  ),
  uses("repeats a string into an array", "'x'.repeat(2 ** 28).split('');", either),
  uses("doubles a string", "let s = 'x'; for (;;) s = s + s + Math.random();", either),
  uses("queues microtasks without end", "const f = (): void => queueMicrotask(f); f();", /./),
  asynchronous(
    "awaits a promise that never settles",
    "await new Promise(() => {});",
    /^scalar waits for a promise that never settles$|Promise/,
  ),
  asynchronous(
    "awaits a thenable that answers with itself",
    "const t: any = { then: (r: any) => r(t) }; await t;",
    late,
  ),
  asynchronous("awaits microtasks without end", "for (;;) await null;", late),
  asynchronous("awaits timers without end", "for (;;) await new Promise((r) => setTimeout(r, 1));", late),
  {
    name: "prints without end",
    code: scalar("for (;;) console.log('x'.repeat(1e5), new Array(1e4));"),
    says: either,
  },
  {
    name: "nests 2,000 brackets",
    code: `const deep = ${"[".repeat(2000)}${"]".repeat(2000)};\n${scalar("return deep.length;")}`,
    says: /^missing$/,
  },
  {
    name: "nests 3,000 conditions",
    code: scalar(`${"if (n) ".repeat(3000)}; return n * n;`),
    says: /./,
  },
  {
    name: "has a type that grows without end",
    code: `type Grow<T extends any[]> = T["length"] extends 9999 ? T : Grow<[...T, ...T, 1]>;\ntype Big = Grow<[1]>;\n${scalar("const t: Big = n as any; return (t as any) * n;")}`,
    points: { scalar: 6 },
  },
  {
    name: "asks not to be checked and adds to the course's types",
    code: `// @ts-nocheck\ndeclare global { interface Number { passed: true } }\ndeclare module "kernel-lib" { interface Tensor { passed: true } }\n${scalar("return n * n;")}`,
    points: { scalar: 6 },
  },
  {
    name: "has 400 overloads and a union of 2,000 types",
    code: `type U = ${Array.from({ length: 2000 }, (_, i) => `"k${i}"`).join(" | ")};\n${"function scalar(n: number): number;\n".repeat(400)}${scalar("return n * n;")}`,
    points: { scalar: 6 },
  },
];
