// Ways out of the process: files, network, other processes, the judge's channel, code from strings.
import { type Attack, scalar } from "../row.js";

const missing = /^scalar threw ReferenceError$/;
const attempt = (name: string, code: string, says: RegExp = /^scalar threw /): Attack => ({
  name,
  code: scalar(`${code}; return n + 1;`),
  says,
});

/** Tries it and goes on when it fails: what comes of it must be a wrong value, not a pass. */
const quietly = (name: string, code: string): Attack => ({
  name,
  code: scalar(`try { ${code} } catch {}\n return n + 1;`),
  says: /^the square has the right shape but not/,
});

export const processes: readonly Attack[] = [
  attempt("calls process.exit", "(process as any).exit(0)", missing),
  attempt("calls process.kill on its parent", "process.kill(process.ppid, 9)", missing),
  attempt("listens to SIGTERM", "process.on('SIGTERM', () => {})", missing),
  attempt(
    "replaces process.stderr.write",
    "Object.defineProperty(process.stderr, 'write', { get() { return 1 } })",
    missing,
  ),
  attempt("calls Deno.exit", "(globalThis as any).Deno.exit(0)"),
  attempt("reads the host's files", "(globalThis as any).Deno.readTextFileSync('/etc/passwd')"),
  attempt("reads the environment", "(globalThis as any).Deno.env.toObject()"),
  attempt("starts a program", "new (globalThis as any).Deno.Command('sh').outputSync()"),
  attempt("loads a native library", "(globalThis as any).Deno.dlopen('libc.so.6', {})"),
  attempt("fetches", "(globalThis as any).fetch('http://127.0.0.1/')"),
  attempt("opens a WebSocket", "new (globalThis as any).WebSocket('ws://127.0.0.1/')"),
  attempt("starts a Worker", "new (globalThis as any).Worker('data:text/javascript,1')"),
  attempt("opens a BroadcastChannel", "new (globalThis as any).BroadcastChannel('x')"),
  attempt("asks for localStorage", "(globalThis as any).localStorage.getItem('x')"),
  attempt("asks for caches", "(globalThis as any).caches.open('x')"),
  attempt("prompts", "(globalThis as any).prompt('password')"),
  attempt("evaluates a string", "(globalThis as any).eval('1')"),
  attempt("makes a Function", "new Function('return 1')()", /^scalar threw EvalError$/),
  attempt(
    "uses a constructor's constructor",
    "(0 as any).constructor.constructor('return this')()",
    /^scalar threw EvalError$/,
  ),
  attempt(
    "uses an async function's constructor",
    "(async () => {}).constructor('return import(\"node:fs\")')()",
    /^scalar threw EvalError$/,
  ),
  attempt(
    "uses a generator's constructor",
    "(function* () {}).constructor('yield 1')()",
    /^scalar threw EvalError$/,
  ),
  attempt("looks for its caller", "(scalar as any).caller.toString()", /^scalar threw TypeError$/),
  attempt(
    "looks for arguments.callee.caller",
    "(arguments as any).callee.caller",
    /^scalar threw TypeError$/,
  ),
  quietly(
    "looks for Deno's internals by symbol",
    `for (const s of Object.getOwnPropertySymbols(globalThis)) {
    const v: any = (globalThis as any)[s]; if (v?.core?.ops) v.core.ops.op_exit?.(0) }`,
  ),
  quietly(
    "walks stack frames for a judge's function",
    `(Error as any).prepareStackTrace = (_: any, s: any[]) => s;
    const sites: any = new Error().stack; for (const site of sites) if (site.getFunction()) site.getFunction()()`,
  ),
  quietly(
    "writes on every console method",
    "for (const k of Object.keys(console)) (console as any)[k]('x'.repeat(1e6))",
  ),
  quietly("throws from a timer of its own", "setTimeout(() => { throw 1 }, 0)"),
  quietly("rejects without a listener", "Promise.reject(new Error('late'))"),
  {
    name: "imports node:fs",
    code: `import fs from "node:fs";\n${scalar("fs.writeFileSync('/tmp/x', '1'); return n + 1;")}`,
    says: /^scalar uses fs from "node:fs", imported in cell \d+: only kernel-lib may be imported$/,
  },
  {
    name: "imports the hidden tests by a guessed name",
    code: `import hidden from "./hidden.test.js";\n${scalar("return hidden.length;")}`,
    says: /only kernel-lib may be imported$/,
  },
  {
    name: "imports dynamically",
    code: `async function scalar(n: number) { const m = await import("./hidden.test.js"); return m.x; }`,
    says: /^scalar uses import\(\) in cell \d+: only kernel-lib may be imported$/,
  },
  {
    name: "asks import.meta",
    code: scalar("return (import.meta as any).url.length;"),
    says: /^scalar uses import\.meta in cell \d+: only kernel-lib may be imported$/,
  },
  {
    name: "exits at load time",
    code: `const now: any = ((globalThis as any).Deno ?? (globalThis as any).process)?.exit(0) ?? (() => { throw 1 })();\n${scalar("return now;")}`,
    says: /^scalar cannot be loaded: the code around it throws an error$/,
  },
  {
    name: "loops at load time",
    code: `const now: any = (() => { for (;;); })();\n${scalar("return now;")}`,
    says: /^scalar did not return within 0\.25 s: is there a loop without end\?$/,
  },
];
