// What nobody warned of: tried by somebody who knows how this grader is made. Values at the edge of every cap, buffers that
// change under the encoder, syntax that two parsers read differently, and work that is left behind.
import { type Attack, right, scalar, secret } from "../row.js";

const wrong = /./;
const gives = (name: string, body: string, says: RegExp = wrong): Attack => ({
  name,
  code: scalar(body),
  says,
});
const answers = (name: string, body: string, points = 2, says: RegExp = wrong): Attack => ({
  name,
  code: secret(`${right}\n  ${body}`),
  points: { secret: points },
  ...(points < 8 ? { says } : {}),
});

/** (module (func (export "f") (loop (br 0)))) */
const endlessWasm = "[0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,102,0,0,10,9,1,7,0,3,64,12,0,11,11]";

export const fresh: readonly Attack[] = [
  gives("returns NaN for everything", "return NaN;", /NaN|finite/),
  gives(
    "returns a NaN with a payload",
    "return new Float64Array(new BigUint64Array([0x7ff8dead0000beefn]).buffer)[0];",
    /NaN|finite/,
  ),
  gives("returns a text of a million letters", "return 'x'.repeat(999_000);"),
  gives(
    "returns long names within long names, and 300 numbers behind them",
    "let v: any = Object.fromEntries(Array.from({ length: 300 }, (_, i) => ['e' + i, i])); for (let i = 0; i < 20; i++) v = { ['k'.repeat(2e3)]: v }; return v;",
  ),
  gives("returns a tensor of 16 MB", "return np.zeros([2e6]);"),
  gives("returns 19,000 empty records", "return Array.from({ length: 19e3 }, () => ({}));"),
  gives("returns 19,000 tensors", "return Array.from({ length: 19e3 }, () => np.zeros([1]));"),
  gives("returns 19,000 typed arrays", "return Array.from({ length: 19e3 }, () => new Float64Array(1));"),
  gives(
    "returns 60,000 keys",
    "return Object.fromEntries(Array.from({ length: 6e4 }, (_, i) => ['k' + i, i]));",
  ),
  gives(
    "returns keys of a hundred thousand letters",
    "return Object.fromEntries(Array.from({ length: 7 }, (_, i) => ['k'.repeat(1e5) + i, i]));",
  ),
  gives(
    "returns lists of empty lists, too many to judge",
    "return Array.from({ length: 200 }, () => Array.from({ length: 200 }, () => []));",
    /more than 20000 lists and records$/,
  ),
  gives("returns a tensor of 16 axes", "return np.zeros(new Array(16).fill(1));"),
  gives("returns a tensor of no numbers and 2**31 columns", "return np.zeros([0, 2 ** 31 - 1]);"),
  gives(
    "returns an async iterator",
    "return { [Symbol.asyncIterator]: async function* () { yield n * n; } };",
  ),
  gives("returns a Proxy of a number's wrapper", "return new Proxy(Object(n * n), {});"),
  gives(
    "returns a WeakRef, a Map and a Date",
    "return [new WeakRef({}), new Map([[1, n * n]]), new Date(n)];",
  ),
  gives("returns a class", "return class { static value = n * n };"),
  gives(
    "runs WebAssembly that never ends",
    `const W: any = (globalThis as any).WebAssembly;
    new W.Instance(new W.Module(new Uint8Array(${endlessWasm}))).exports.f(); return 1;`,
    /did not return within/,
  ),
  gives(
    "waits for an Atomics promise",
    "return (Atomics as any).waitAsync(new Int32Array(new SharedArrayBuffer(4)), 0, 0).value;",
  ),
  gives(
    "reads the stack with a limit of a million",
    "(Error as any).stackTraceLimit = 1e6; const f = (k: number): any => k ? f(k - 1) : new Error().stack; return f(2000);",
  ),
  gives(
    "looks for source in the library's functions",
    "return String(np.multiply) + String(np.Tensor) + (np.Tensor as any).prototype.add.toString();",
  ),
  gives(
    "changes what toString says",
    "Function.prototype.toString = () => 'function () { [native code] }'; return String(scalar);",
  ),
  gives(
    "throws a Proxy that loops",
    "throw new Proxy({}, { get: () => { for (;;); } });",
    /did not return within/,
  ),
  gives("throws an error with a message of 100 MB", "throw new Error('x'.repeat(1e8));", /^scalar threw /),
  gives("throws null", "throw null;", /^scalar threw an error$/),
  gives(
    "throws its own wire error",
    "const a: any[] = []; a.push(a); try { np.array(a as any) } catch {} const e: any = new Error('more than 1 values'); e.name = 'WireError'; throw e;",
    /^scalar threw an error$/,
  ),
  gives(
    "rejects with a thenable",
    "return Promise.reject({ then: (f: any) => f(n * n) });",
    /^scalar threw an error$/,
  ),
  gives(
    "imports with import.defer",
    "return (import.defer as any)('./hidden.test.js');",
    /only kernel-lib may be imported$|^missing$/,
  ),
  gives("hides code in an HTML comment", "let x = 2; if (n <!--x\n) return 7; return -7;"),
  gives("ends its function in a template", "return `} ); return $opaque; //`.length;"),
  gives(
    "takes the names of the program's own arguments",
    "return typeof $kernelLib + typeof $opaque + typeof $class;",
    /threw ReferenceError$|^the square/,
  ),
  {
    name: "defines the names of the program's own arguments",
    code: `const $opaque: any = (f: any) => f, $class: any = () => 9;\n${scalar("return $class() + String($opaque);")}`,
    says: wrong,
  },
  gives(
    "asks for classes that others may have loaded",
    "return ($class as any)('secret')?.(np.ones([2]), 'x') ?? -1;",
  ),
  answers("gives a Proxy of a tensor", "return { ...answer, t: new Proxy(answer.t, {}) };", 8),
  answers(
    "gives a tensor whose shape changes as it is read",
    "let k = 0; Object.defineProperty(answer.t, 'shape', { get: () => (k++ % 2 ? [1] : x.shape) }); return answer;",
    8,
  ),
  answers(
    "gives a tensor whose shape is a Proxy",
    "const s = answer.t.shape; let k = 0; try { Object.defineProperty(answer.t, 'shape', { value: new Proxy([...s], { get: (t: any, p) => p === '0' && k++ > 2 ? 1e9 : t[p] }) }) } catch {} return answer;",
  ),
  answers(
    "gives a tensor whose buffer is gone",
    "const b = answer.t.storage.buffer; structuredClone(b, { transfer: [b] }); return answer;",
  ),
  answers(
    "gives a typed array on a growing buffer",
    "const b: any = new (ArrayBuffer as any)(8, { maxByteLength: 800 }); const a = new Float64Array(b); return { get t() { b.resize(800); return a }, tag: answer.tag };",
  ),
  answers(
    "poisons the iterator of its tensor",
    "answer.t[Symbol.iterator] = function* () { for (;;) yield 1 }; (np.Tensor.prototype as any)[Symbol.iterator] = () => 1; return answer;",
    8,
  ),
  answers(
    "puts an endless getter on its input",
    "Object.defineProperty(x, 'shape', { get() { for (;;); } }); return answer;",
    0,
    /did not return within/,
  ),
  answers("takes its input's class away", "Object.setPrototypeOf(x, null); return answer;", 2),
  answers("puts a cycle into its input", "(x as any).self = x; return answer;", 8),
  answers(
    "pollutes through its answer's keys",
    'return JSON.parse(\'{"constructor": {"prototype": {"t": 1}}, "__proto__": {"tag": 1}, "hasOwnProperty": 1}\');',
  ),
  answers(
    "throws late, after a right answer",
    "queueMicrotask(() => { throw new Error(label) }); Promise.resolve().then(() => { throw label }); return answer;",
    2,
  ),
  answers(
    "leaves microtasks that never end",
    "const again = () => queueMicrotask(again); again(); return answer;",
    8,
  ),
  answers(
    "leaves a timer that spoils what comes later",
    "setTimeout(() => { Math.abs = () => 0; (np.Tensor.prototype as any).add = () => 0 }, 0); return answer;",
    8,
  ),
  answers(
    "leaves a promise that spoils what comes later",
    "const later = (k: number): any => Promise.resolve().then(() => k > 0 ? later(k - 1) : ((Array.prototype as any).map = () => [])); later(1000); return answer;",
    8,
  ),
  {
    name: "knows only the shape of the first test",
    code: secret(`${right}\n  if (x.shape.join() !== "3") return null; return answer;`),
    points: { secret: 4 },
    says: wrong,
  },
  {
    name: "reads a global of the notebook",
    code: `const factor = await Promise.resolve(2);\n${scalar("return n * n * factor / 2;")}`,
    says: wrong,
  },
  {
    name: "imports node:worker_threads",
    code: `import { Worker } from "node:worker_threads";\n${scalar("return new Worker('1') as any;")}`,
    says: /only kernel-lib may be imported$/,
  },
  {
    name: "has lone surrogates in its texts",
    code: scalar('const s = "\ud800x\udc00"; return s.length === 3 ? n * n : 0;'),
    points: { scalar: 6 },
  },
  {
    name: "names it with a Cyrillic letter",
    code: "function s\u0441alar(n: number): number { return n * n; }",
    drops: ["scalar"],
    points: { scalar: 6 },
  },
  {
    name: "names it with a full-width letter",
    code: "function \uff53calar(n: number): number { return n * n; }",
    drops: ["scalar"],
    points: { scalar: 6 },
  },
];
